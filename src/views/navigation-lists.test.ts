import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import type { NavigationInput } from './navigation-item.ts';
import { listFiles, navigationLists } from './navigation-lists.ts';

const operation = (key: string, more: Partial<Operation> = {}): Operation => ({
  key,
  operationId: key,
  method: 'GET',
  path: `/${key}`,
  deprecated: false,
  tags: [],
  servers: [],
  security: [],
  parameters: [],
  responses: [],
  ...more,
});

const apiOf = (id: string, operations: readonly Operation[], more: Partial<Api> = {}): Api => ({
  id,
  title: id,
  version: '1',
  servers: [],
  tags: [],
  operations,
  securitySchemes: [],
  schemas: {},
  ...more,
});

const many = (count: number): Operation[] => Array.from({ length: count }, (_, index) => operation(`op${index}`));

const input = (apis: readonly Api[], guides = 1): NavigationInput => ({
  space: { base: '/docs/', defaultLocale: 'en', apis },
  locale: 'en',
  guides: Array.from({ length: guides }, (_, index) => ({ name: `guide${index}`, title: `Guide ${index}` })),
  titles: {
    guides: '',
    overview: '',
    otherOperations: '',
    operations: '',
    webhooks: '',
    schemas: '',
    changelog: '',
    reference: '',
    allApis: String,
    allOperations: String,
    allGroups: String,
  },
});

describe('the lists that the filter of a page loads', () => {
  const small = apiOf('small', many(3));
  const large = apiOf('large', many(4100));
  const rows: { name: string; apis: readonly Api[]; guides?: number; current: string; want: string[] }[] = [
    { name: 'none where there is little to filter', apis: [small], current: 'guide0/', want: [] },
    {
      name: 'guides and the only API',
      apis: [small],
      guides: 10,
      current: 'guide0/',
      want: ['en/guides', 'en/small/list-1'],
    },
    {
      name: 'an API without guides',
      apis: [apiOf('alone', many(13))],
      guides: 0,
      current: '',
      want: ['en/alone/list-1'],
    },
    {
      name: 'parts of a large API',
      apis: [large],
      current: 'reference/op1/',
      want: ['en/guides', 'en/large/list-1', 'en/large/list-2', 'en/large/list-3'],
    },
    {
      name: 'of several only that of the page',
      apis: [large, apiOf('other', many(60))],
      current: 'reference/other/op1/',
      want: ['en/guides', 'en/other/list-1'],
    },
    {
      name: 'guides alone beside several large ones',
      apis: [large, small],
      guides: 13,
      current: '',
      want: ['en/guides'],
    },
  ];

  it.each(rows)('$name', ({ apis, guides, current, want }) => {
    expect(listFiles(input(apis, guides), `/docs/${current}`)).toEqual(want);
  });

  it('are all made', () => {
    const made = navigationLists(input([large]), large);
    expect(made.map(({ path, list }) => [path, list.rows.length])).toEqual([
      ['en/large/list-1', 2000],
      ['en/large/list-2', 2000],
      ['en/large/list-3', 100],
    ]);
  });

  it('have what is looked for, groups in their order, and no id that is the title', () => {
    const api = apiOf(
      'pets',
      [
        operation('second', { tags: ['b'], summary: 'The second', method: 'POST' }),
        operation('first', { tags: ['a'], deprecated: true }),
        operation('GET /third', { operationId: undefined }),
      ],
      { tags: [{ name: 'a' }, { name: 'b' }], webhooks: [{ name: 'petBorn', operation: operation('born') }] },
    );
    const [made] = navigationLists(input([api]), api);
    expect(made?.list).toEqual({
      root: '/docs/reference/',
      rows: [
        ['first/', 'first', 'GET', '/first', '', 1],
        ['second/', 'The second', 'POST', '/second', 'second'],
        ['get-third/', 'GET /GET /third', 'GET', '/GET /third'],
        ['webhooks/pet-born/', 'petBorn', 'GET', 'petBorn', 'born'],
      ],
    });
  });
});
