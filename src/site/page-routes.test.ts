import { expect, it } from 'vitest';
import type { OwnerPages } from './owner-pages.ts';
import { fileRoutes, hiddenRoutes, routeOf, routesBeside } from './page-routes.ts';
import type { SiteData } from './site-data.ts';

const site = {
  guides: [
    { path: 'start', locale: 'zh-CN', name: 'start' },
    { path: 'en', locale: 'en', name: 'index' },
  ],
  locales: ['zh-CN', 'en', 'fr'],
  messages: {},
  untranslated: {},
  options: { defaultLocale: 'zh-CN' },
} as unknown as SiteData;

function ownerWith(...paths: readonly string[]): OwnerPages {
  return { fileOf: (path) => (paths.includes(path) ? 'page' : undefined), mayAnswer: (path) => paths.includes(path) };
}

function beside(owner: OwnerPages): string[] {
  return routesBeside(site, owner).map(({ pattern }) => pattern);
}

it.each([
  { given: 'index.astro', want: '/' },
  { given: 'reference/index.astro', want: '/reference' },
  { given: 'reference/[...page].astro', want: '/reference/[...page]' },
  { given: '_curlew/op/[...path].json.ts', want: '/_curlew/op/[...path].json' },
  { given: 'robots.txt.ts', want: '/robots.txt' },
])('$given is $want', ({ given, want }) => expect(routeOf(given)).toBe(want));

it('Astro finds all but what pages load or link to below _curlew', () => {
  const patterns = fileRoutes().map(({ pattern }) => pattern);
  expect(patterns).toEqual(expect.arrayContaining(['/404', '/[...guide]', '/[...locale]/reference/[...page]']));
  expect(hiddenRoutes().map(({ pattern }) => pattern)).toEqual([
    '/_curlew/[login]',
    '/_curlew/examples/[...path].txt',
    '/_curlew/nav/[...path].json',
    '/_curlew/op/[...path].json',
    '/_curlew/schemas/[file].json',
    '/_curlew/search/[...path].json',
    '/_curlew/text/[file].json',
  ]);
});

it('beside pages of an owner, no page of ours catches every address', () => {
  const patterns = beside(ownerWith());
  expect(patterns).not.toContain('/[...guide]');
  expect(patterns).not.toContain('/[...guide].md');
  expect(patterns).toEqual(
    expect.arrayContaining([
      '/start',
      '/start.md',
      '/en',
      '/',
      '/fr',
      '/404',
      '/[...locale]/404',
      '/[...locale]/reference/[...page]',
      '/_curlew/[login]',
      '/_curlew/op/[...path].json',
    ]),
  );
});

it('homes and pages of errors are ours only where there are none', () => {
  const all = beside(ownerWith());
  const left = (...paths: readonly string[]): string[] => {
    const patterns = beside(ownerWith(...paths));
    return all.filter((pattern) => !patterns.includes(pattern));
  };
  expect(left('').sort()).toEqual(['/', '/index.md']);
  expect(left('fr').sort()).toEqual(['/fr', '/fr.md']);
  expect(left('404')).toEqual(['/404', '/[...locale]/404']);
  // A guide that somebody wrote is told of instead.
  expect(left('start', 'en')).toEqual([]);
});
