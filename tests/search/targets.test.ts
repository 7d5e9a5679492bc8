import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { find } from '../../src/search/find.ts';
import { parseQuery } from '../../src/search/query.ts';
import { buildProject } from '../builder/build.ts';
import { guide, petsYaml } from '../foreign/files.ts';
import { writeFiles } from '../project.ts';
import { openSiteIndex, targetsOf } from './site-index.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../node_modules/@readme/oas-examples');
const FIXTURES = resolve(import.meta.dirname, '../fixtures');
const BASE = '/docs/';
const project = realpathSync(mkdtempSync(join(tmpdir(), 'curlew-search-')));
const site = join(project, 'dist');
afterAll(() => rmSync(project, { recursive: true, force: true }));

const FILES = {
  'openapi/pets/v1.yaml': petsYaml('Pets', 'v1.example.com').replace(/ {4}post:[\s\S]*$/, ''),
  'openapi/pets/v2.yaml': petsYaml('Pets', 'v2.example.com'),
  'openapi/travel.json': readFileSync(join(EXAMPLES, '3.1/json/train-travel.json')),
  'openapi/hooks.json': readFileSync(join(EXAMPLES, '3.1/json/webhooks.json')),
  'openapi/calls.json': readFileSync(join(EXAMPLES, '3.0/json/callbacks.json')),
  'openapi/odd.yaml': readFileSync(join(FIXTURES, 'pages/odd.yaml')),
  'openapi/orders.yaml': readFileSync(join(FIXTURES, 'pages/orders.yaml')),
  'docs/en/start.mdx': guide('Start', '## First steps\n\nWords.\n\n### 限流 & “quotes”\n\nMore.'),
  'docs/zh-CN/start.mdx': guide('开始', '## 第一步\n\n文字。'),
  'astro.config.mjs': `import curlew from 'curlew';
export default { base: '/docs', integrations: [curlew({ noindex: true })] };
`,
};

beforeAll(async () => {
  writeFiles(project, FILES);
  const { code, err } = await buildProject(project);
  expect(code, err).toBe(0);
});

const ids = new Map<string, ReadonlySet<string>>();

/** Whether a page of the site has the place that an address names. */
function resolves(address: string): boolean {
  const { pathname, hash } = new URL(
    address.replace(/#.*$/s, (fragment) => `#${encodeURIComponent(fragment.slice(1))}`),
    'http://x',
  );
  const file = join(site, decodeURI(pathname).slice(BASE.length), 'index.html');
  if (!existsSync(file)) return false;
  const known =
    ids.get(file) ??
    new Set(
      [...readFileSync(file, 'utf8').matchAll(/ id="([^"]*)"/g)].map(([, id = '']) =>
        id
          .replace(/&#34;|&quot;/g, '"')
          .replace(/&#39;/g, "'")
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&#38;|&amp;/g, '&'),
      ),
    );
  ids.set(file, known);
  return hash === '' || known.has(decodeURIComponent(hash.slice(1)));
}

describe('the indexes of a site', () => {
  it('lead to pages and places that are there', async () => {
    for (const [name, least] of [
      ['en', 450],
      ['zh-cn', 450],
      ['en/editions/pets/v1', 5],
      ['zh-cn/editions/pets/v1', 5],
    ] as const) {
      const targets = await targetsOf(openSiteIndex(site, name, BASE));
      expect(targets.size, name).toBeGreaterThan(least);
      expect([...targets.keys()].filter((address) => !resolves(address))).toEqual([]);
    }
    expect(resolves(`${BASE}start/#nowhere`)).toBe(false);
  });

  it('hold every parameter, field, answer and value that has a place on a page', async () => {
    const targets = await targetsOf(openSiteIndex(site, 'en', BASE));
    const page = 'reference/travel/create-booking-payment/';
    const html = readFileSync(join(site, page, 'index.html'), 'utf8');
    const places = [
      ...html.matchAll(/<(?:li class="field"|details class="response"|p class="response [^"]*") id="([^"]+)"/g),
    ].map(([, id = '']) => `${BASE}${page}#${id}`);
    expect(places.length).toBeGreaterThan(20);
    const missing = places.filter((place) => !targets.has(place));
    // What isn't named by its author, such as a branch, is found by what lies in it; an error is told once, a scheme and a server at the overview.
    expect(
      missing.filter(
        (place) => !/oneOf|anyOf|-[2-9]|response-[45]|response-201|links|#authorization|#servers/.test(place),
      ),
    ).toEqual([]);
  });

  it('find the newest version only, and the older one for whoever reads it', async () => {
    const found = async (name: string, words: string): Promise<string[]> => {
      const query = parseQuery(words);
      const { groups } = await find(openSiteIndex(site, name, BASE), query ?? { text: '', words: [], wholes: [] }, {
        limit: 9,
      });
      return groups.flatMap(({ hits }) => hits.map(({ page }) => page[1])).filter((path) => path.includes('/pets/'));
    };
    expect(new Set(await found('en', 'list pets'))).toEqual(new Set(['reference/pets/v2/list-pets/']));
    expect((await found('en/editions/pets/v1', 'list pets'))[0]).toBe('reference/pets/v1/list-pets/');
    const { insteadOf, apis } = openSiteIndex(site, 'en/editions/pets/v1', BASE).manifest;
    expect([insteadOf, apis]).toEqual([
      'reference/pets/v2/',
      [{ title: 'Pets', edition: 'v1', path: 'reference/pets/v1/' }],
    ]);
    const button = (path: string) => /data-search="([^"]*)"/.exec(readFileSync(join(site, path), 'utf8'))?.[1];
    expect(button('reference/pets/v1/list-pets/index.html')).toBe(
      '/docs/_curlew/search/en.json /docs/_curlew/search/en/editions/pets/v1.json',
    );
    expect(button('reference/pets/v2/list-pets/index.html')).toBe('/docs/_curlew/search/en.json');
    expect(button('404.html')).toBe('/docs/_curlew/search/en.json');
    expect(button('zh-cn/404.html')).toBe('/docs/_curlew/search/zh-cn.json');
  });

  it('are no pages, and the same in a second build', async () => {
    const files = (folder: string): Map<string, string> =>
      new Map(
        readdirSync(join(folder, '_curlew/search'), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.json'))
          .sort()
          .map((name) => [name, readFileSync(join(folder, '_curlew/search', name), 'utf8')]),
      );
    const { code } = await buildProject(project, ['--out', 'again']);
    expect(code).toBe(0);
    expect(files(site).size).toBeGreaterThan(20);
    expect(files(join(project, 'again'))).toEqual(files(site));
  });
});
