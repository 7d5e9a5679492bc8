import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { type NavigationItem, navigation } from './navigation.ts';

const operation = (key: string, more: Partial<Operation> = {}): Operation => ({
  key,
  operationId: key,
  method: 'GET',
  path: `/${key}`,
  deprecated: false,
  tags: [],
  servers: [{ url: '/', variables: [] }],
  security: [],
  parameters: [],
  responses: [],
  ...more,
});

const api: Api = {
  id: 'pets',
  title: 'Pets',
  version: '1',
  servers: [],
  tags: [{ name: 'b', summary: 'Bees' }, { name: 'a' }, { name: 'empty' }],
  operations: [
    operation('one', { tags: ['a'] }),
    operation('two'),
    operation('three', { tags: ['b'], summary: 'Third' }),
  ],
  securitySchemes: [],
  schemas: {},
};

const titles = {
  guides: 'Guides',
  overview: 'Overview',
  other: 'Other',
  webhooks: 'Webhooks',
  reference: 'Reference',
  allApis: (count: number) => `All ${count} APIs`,
  allOperations: (count: number) => `All ${count}`,
  allGroups: (count: number) => `All ${count} groups`,
};

function navigationOf(apis: readonly Api[], current: string) {
  return navigation({
    space: { base: '/docs/', defaultLocale: 'zh-CN', apis },
    locale: 'en',
    current,
    guides: [{ name: 'start', title: 'Start' }],
    titles,
  });
}

/** One line an item, with what is below it indented. */
function lines(items: readonly NavigationItem[], indent = ''): string[] {
  return items.flatMap((item) => [indent + item.title, ...lines(item.items ?? [], `${indent}  `)]);
}

const urls = (items: readonly NavigationItem[]): string[] =>
  items.flatMap((item) => [item.url, ...urls(item.items ?? [])]);

/** @param sizes - how many operations each group has */
function largeApi(sizes: readonly number[]): Api {
  const tags = sizes.map((_, index) => ({ name: `group${index}` }));
  const operations = sizes.flatMap((size, group) =>
    Array.from({ length: size }, (_, index) => operation(`op-${group}-${index}`, { tags: [`group${group}`] })),
  );
  return { ...api, tags, operations };
}

describe('a small site', () => {
  const [guides, pets] = navigationOf([api], '/docs/en/start/');

  it('shows guides, the overview, and all operations in the order of the tags', () => {
    expect(lines(guides?.items ?? [])).toEqual(['Start']);
    expect(lines(pets?.items ?? [])).toEqual(['Overview', 'Bees', '  Third', 'a', '  one', 'Other', '  two']);
  });

  it('links below the base and the language, groups to their section', () => {
    expect(urls([...(guides?.items ?? []), ...(pets?.items ?? [])])).toEqual([
      '/docs/en/start/',
      '/docs/en/reference/',
      '/docs/en/reference/#tag-b',
      '/docs/en/reference/three/',
      '/docs/en/reference/#tag-a',
      '/docs/en/reference/one/',
      '/docs/en/reference/#tag-other',
      '/docs/en/reference/two/',
    ]);
  });

  it('gives operations without any tag no heading', () => {
    const untagged = { ...api, tags: [], operations: [operation('one'), operation('two')] };
    expect(lines(navigationOf([untagged], '/docs/en/start/')[1]?.items ?? [])).toEqual(['Overview', 'one', 'two']);
  });

  it('has webhooks in a group of their own', () => {
    const hooked = { ...api, operations: [], webhooks: [{ name: 'petBorn', operation: operation('born') }] };
    const [, section] = navigationOf([hooked], '/docs/en/start/');
    expect(lines(section?.items ?? [])).toEqual(['Overview', 'Webhooks', '  petBorn']);
    expect(urls(section?.items ?? []).at(-1)).toBe('/docs/en/reference/webhooks/pet-born/');
  });
});

describe('a large API', () => {
  const large = largeApi([3, 60, 100]);

  it('shows its groups, and the operations around the page in its group alone', () => {
    const shown = lines(navigationOf([large], '/docs/en/reference/op-1-30/')[1]?.items ?? []);
    expect(shown.slice(0, 4)).toEqual(['Overview', 'group0', 'group1', '  op-1-18']);
    expect(shown).toContain('  op-1-30');
    expect(shown.slice(-2)).toEqual(['  All 60', 'group2']);
    expect(shown).toHaveLength(4 + 24 + 1);
  });

  it('shows no operation on other pages', () => {
    for (const page of ['start/', 'reference/', 'reference/schemas/pet/', 'reference/nothing/']) {
      const shown = lines(navigationOf([large], `/docs/en/${page}`)[1]?.items ?? []);
      expect(shown, page).toEqual(['Overview', 'group0', 'group1', 'group2']);
    }
  });

  it('opens the group whose page it is', () => {
    const huge = largeApi([301, 2]);
    const shown = lines(navigationOf([huge], '/docs/en/reference/tags/group1/')[1]?.items ?? []);
    expect(shown).toEqual(['Overview', 'group0', 'group1', '  op-1-0', '  op-1-1']);
  });

  it('is as long for ten times as many groups', () => {
    const many = largeApi(Array.from({ length: 300 }, () => 30));
    const shown = lines(navigationOf([many], '/docs/en/reference/op-200-3/')[1]?.items ?? []);
    expect(shown).toContain('  op-200-3');
    expect(shown.at(-1)).toBe('All 300 groups');
    expect(shown).toHaveLength(1 + 24 + 24 + 1 + 1);
  });
});

it('of many APIs shows the page’s own, and the way to others on pages of none', () => {
  const apis = Array.from({ length: 60 }, (_, index) => ({
    ...largeApi([2]),
    id: `api${index}`,
    title: `API ${index}`,
  }));
  const sections = navigationOf(apis, '/docs/en/reference/api40/op-0-1/');
  expect(sections.map(({ title }) => title)).toEqual(['Guides', 'API 40']);
  expect(lines(sections[1]?.items ?? [])).toEqual(['Overview', 'group0', '  op-0-0', '  op-0-1']);
  const ofGuide = navigationOf(apis, '/docs/en/start/');
  expect(ofGuide).toHaveLength(1 + 24 + 1);
  expect(lines(ofGuide.at(-1)?.items ?? [])).toEqual(['All 60 APIs']);
});
