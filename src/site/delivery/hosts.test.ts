import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { applyHeaderRules, parseHeaderRules } from '../../cli/preview/header-rules.ts';
import { headersFile, hosts, redirectsFile } from './hosts.ts';
import { type Delivery, headersFor } from './rules.ts';

const DELIVERY: Delivery = {
  base: '/docs/',
  languages: ['/docs/en/'],
  consoles: ['/docs/reference/', '/docs/en/reference/'],
  redirects: [['/docs/old%20name/', '/docs/start/']],
};

describe('_headers', () => {
  for (const path of [
    '/docs/',
    '/docs/reference/list-pets/',
    '/docs/_astro/page.abc.js',
    '/docs/start.md',
    '/docs/llms.txt',
  ]) {
    it(`gives ${path} what it should have`, () => {
      const headers = new Headers();
      applyHeaderRules(parseHeaderRules(headersFile(DELIVERY)), path, headers);
      for (const [name, value] of headersFor(DELIVERY, path)) {
        // Those hosts revalidate pages by themselves, and join two values of one header: a browser takes the last policy.
        if (name === 'Cache-Control' && !path.includes('_astro')) expect(headers.get(name)).toBeNull();
        else if (name === 'Referrer-Policy') expect(headers.get(name)?.split(', ').at(-1)).toBe(value);
        else expect(headers.get(name)).toBe(value);
      }
    });
  }
});

it('_redirects has a line for each page that moved, and is not there without one', () => {
  expect(redirectsFile(DELIVERY)).toBe('/docs/old%20name/ /docs/start/ 301\n');
  expect(redirectsFile({ ...DELIVERY, redirects: [] })).toBeUndefined();
});

describe('settings that are JSON', () => {
  const read = (name: string) => JSON.parse(hosts.find((host) => host.name === name)?.write(DELIVERY) ?? '');

  it('of Vercel have every rule and redirect', () => {
    const { headers, redirects, trailingSlash } = read('vercel');
    expect(trailingSlash).toBe(true);
    expect(headers.map(({ source }: { source: string }) => source)).toEqual([
      '/docs/(.*)',
      '/docs/reference/(.*)',
      '/docs/en/reference/(.*)',
      '/docs/(.*)\\.md',
      '/docs/(.*)\\.txt',
      '/docs/(.*)\\.yaml',
      '/docs/_astro/(.*)',
    ]);
    expect(redirects).toEqual([{ source: '/docs/old%20name/', destination: '/docs/start/', permanent: true }]);
  });

  it('of CloudFront have a function that finds a folder’s page and knows what moved', () => {
    const { viewerRequestFunction, ResponseHeadersPolicyConfig } = read('s3');
    const handler = runInNewContext(`${viewerRequestFunction.join('\n')}\nhandler`);
    expect(handler({ request: { uri: '/docs/start/' } })).toEqual({ uri: '/docs/start/index.html' });
    expect(handler({ request: { uri: '/docs/old%20name/' } })).toMatchObject({ statusCode: 301 });
    expect(ResponseHeadersPolicyConfig.CustomHeadersConfig.Quantity).toBe(3);
  });
});
