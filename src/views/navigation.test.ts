import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { navigationFiles } from './api-navigation.ts';
import { guideFiles } from './guide-navigation.ts';
import { navigation } from './navigation.ts';
import type { NavigationInput, NavigationItem } from './navigation-item.ts';

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
  otherOperations: 'Other',
  operations: 'Operations',
  webhooks: 'Webhooks',
  schemas: 'Schemas',
  changelog: 'Changelog',
  reference: 'Reference',
  allApis: (count: number) => `All ${count} APIs`,
  allOperations: (count: number) => `All ${count}`,
  allGroups: (count: number) => `All ${count} groups`,
};

const START = [{ name: 'start', title: 'Start' }];

function inputOf(apis: readonly Api[], guides: NavigationInput['guides'] = START): NavigationInput {
  const space = { base: '/docs/', defaultLocale: 'zh-CN', apis };
  return { space, locale: 'en', guides, titles };
}

function navigationOf(apis: readonly Api[], current: string) {
  return navigation(inputOf(apis), current);
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

describe('guides in folders', () => {
  const guides = [
    ...START,
    { name: 'pay', title: 'Payments' },
    { name: 'pay/cards', title: 'Cards' },
    { name: 'pay/in-transit/sepa', title: 'SEPA' },
  ];
  const many = Array.from({ length: 40 }, (_, index) => ({ name: `more/guide${index}`, title: `Guide ${index}` }));
  const itemsAt = (given: NavigationInput['guides'], current: string) =>
    navigation(inputOf([], given), current)[0]?.items ?? [];

  it('are groups, each with its page or, without one, its first guide', () => {
    const items = itemsAt(guides, '/docs/en/start/');
    expect(lines(items)).toEqual(['Start', 'Payments', '  Cards', '  In transit', '    SEPA']);
    expect(urls(items)).toEqual([
      '/docs/en/start/',
      '/docs/en/pay/',
      '/docs/en/pay/cards/',
      '/docs/en/pay/in-transit/sepa/',
      '/docs/en/pay/in-transit/sepa/',
    ]);
    expect(items[1]?.isFolder).toBeUndefined();
    expect(items[1]?.items?.[1]?.isFolder).toBe(true);
    expect(guideFiles(inputOf([], guides))).toEqual([]);
  });

  it('are closed where there are many, but for those of the page, and each closed one has a file', () => {
    const input = inputOf([], [...guides, ...many]);
    const items = itemsAt(input.guides, '/docs/en/pay/in-transit/sepa/');
    expect(lines(items)).toEqual(['Start', 'Payments', '  Cards', '  In transit', '    SEPA', 'More']);
    expect(items[2]).toEqual({
      title: 'More',
      url: '/docs/en/more/guide0/',
      isFolder: true,
      load: 'en/_guides/more',
    });
    const files = guideFiles(input);
    expect(files.map(({ path }) => path)).toEqual(['en/_guides/pay', 'en/_guides/pay/in-transit', 'en/_guides/more']);
    expect(lines(files[0]?.items ?? [])).toEqual(['Cards', 'In transit']);
    expect(files[0]?.items[1]?.load).toBe('en/_guides/pay/in-transit');
    expect(files[2]?.items).toHaveLength(40);
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

describe('groups in groups', () => {
  const tags = ['x', 'y', 'z'].map((name) => ({ name, ...(name === 'z' ? { parent: 'y' } : {}) }));
  const operations = ['x', 'y', 'z'].flatMap((tag) =>
    Array.from({ length: 20 }, (_, index) => operation(`${tag}${index}`, { tags: [tag] })),
  );
  const nested = { ...api, tags, tagGroups: [{ name: 'Outer', tags: ['x', 'y'] }], operations };

  it('are all there: x-tagGroups, and tags inside tags', () => {
    const shown = lines(navigationOf([nested], '/docs/en/start/')[1]?.items ?? []);
    // A group of nothing but groups is open where all fit.
    expect(shown).toEqual(['Overview', 'Outer', '  x', '  y']);
  });

  it('are open down to the page', () => {
    const shown = lines(navigationOf([nested], '/docs/en/reference/z3/')[1]?.items ?? []);
    expect(shown.slice(0, 4)).toEqual(['Overview', 'Outer', '  x', '  y']);
    expect(shown).toContain('      z3');
    expect(shown).toContain('    y19');
    expect(shown).not.toContain('    x0');
  });

  it('are loaded one by one', () => {
    const files = navigationFiles(inputOf([nested]), nested);
    const drawn = new Map(files.map(({ path, items }) => [path, items]));
    expect([...drawn.keys()]).toEqual(['outer', 'x', 'y', 'z'].map((name) => `en/pets/tags/${name}`));
    expect(drawn.get('en/pets/tags/y')).toHaveLength(21);
    expect(drawn.get('en/pets/tags/y')?.at(-1)).toEqual({
      title: 'z',
      url: '/docs/en/reference/#tag-z',
      load: 'en/pets/tags/z',
    });
  });
});

describe('what pages load', () => {
  /** Every file that an item of a page names. */
  const loads = (items: readonly NavigationItem[]): string[] =>
    items.flatMap(({ load, items: inner = [] }) => [...(load === undefined ? [] : [load]), ...loads(inner)]);

  const schemas = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`pets.yaml#/components/schemas/S${index}`, { types: ['object'] }]),
  ) as Api['schemas'];
  const webhooks = Array.from({ length: 30 }, (_, index) => ({
    name: `hook${index}`,
    operation: operation(`h${index}`),
  }));
  const rows: { name: string; given: Api; current: string }[] = [
    { name: 'a small API with schemas', given: { ...api, schemas }, current: 'reference/one/' },
    {
      name: 'a guide beside many groups',
      given: { ...largeApi(Array(60).fill(2)), schemas, webhooks },
      current: 'start/',
    },
    { name: 'a webhook', given: { ...largeApi([50]), webhooks }, current: 'reference/webhooks/hook-7/' },
    { name: 'a schema', given: { ...largeApi([50]), schemas }, current: 'reference/schemas/s7/' },
    { name: 'a long group', given: largeApi([150, 2]), current: 'reference/op-0-70/' },
    {
      name: 'more groups than are loaded at a time',
      given: largeApi(Array(300).fill(2)),
      current: 'reference/op-9-1/',
    },
    { name: 'a group longer than is loaded at a time', given: largeApi([900, 2]), current: 'reference/op-0-70/' },
  ];

  it.each(rows)('is there, and bounded: $name', ({ given, current }) => {
    const sections = navigationOf([given], `/docs/en/${current}`);
    const files = new Map(navigationFiles(inputOf([given]), given).map(({ path, items }) => [path, items]));
    const wanted = loads(sections.flatMap(({ items }) => items));
    expect(wanted.filter((path) => !files.has(path))).toEqual([]);
    expect(wanted.length + files.size).toBeGreaterThan(0);
    for (const [path, items] of files) {
      expect(items.length, path).toBeLessThanOrEqual(201);
      expect(loads(items).filter((inner) => !files.has(inner))).toEqual([]);
    }
  });

  it('of a group longer than that leads on to its page', () => {
    const given = largeApi([900, 2]);
    const [file] = navigationFiles(inputOf([given]), given);
    expect(file?.items.at(-1)).toEqual({ title: 'All 900', url: '/docs/en/reference/tags/group0/', isRest: true });
  });

  it('shows the schema of the page among its neighbours', () => {
    const shown = navigationOf([{ ...api, schemas }], '/docs/en/reference/schemas/s29/')[1]?.items.at(-1);
    expect(shown?.items?.map(({ title }) => title).slice(-2)).toEqual(['S29', 'All 30']);
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
