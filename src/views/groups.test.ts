import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { groupCount } from './group-count.ts';
import { emptyGroups, groupOf, groupTitle, type OperationGroup, operationGroups, placedGroups } from './groups.ts';

function operation(path: string, tags: readonly string[] = []): Operation {
  const rest = { deprecated: false, servers: [], security: [], parameters: [], responses: [] };
  return { key: path, method: 'GET', path, tags, ...rest };
}

function apiOf(parts: Partial<Api>): Api {
  const rest = { servers: [], tags: [], operations: [], securitySchemes: [], schemas: {} };
  return { id: 'pets', title: 'Pets', version: '1', ...rest, ...parts };
}

/** `title(operations; others)[groups]`, short enough to compare. */
function drawn(groups: readonly OperationGroup[]): string {
  return groups
    .map(({ title = '-', operations, others, webhooks, groups: inner }) => {
      const keys = (list: readonly Operation[]): string => list.map(({ key }) => key).join(' ');
      const more = others.length > 0 ? `; ${keys(others)}` : '';
      const hooks = webhooks.length > 0 ? `; ${webhooks.map(({ name }) => name).join(' ')}` : '';
      return `${title}(${keys(operations)}${more}${hooks})${inner.length > 0 ? `[${drawn(inner)}]` : ''}`;
    })
    .join(' ');
}

describe('operationGroups', () => {
  const a = operation('/a', ['a']);
  const b = operation('/b', ['b', 'a']);
  const none = operation('/none');
  const rows: { name: string; given: Partial<Api>; want: string }[] = [
    { name: 'nothing', given: {}, want: '' },
    { name: 'operations without tags', given: { operations: [none] }, want: '-(/none)' },
    {
      name: 'tags in their order, a second tag too, operations without one last',
      given: { tags: [{ name: 'b' }, { name: 'a' }], operations: [none, a, b] },
      want: 'b(/b) a(/a; /b) -(/none)',
    },
    {
      name: 'a tag without operations that says something stays, one that says nothing goes',
      given: { tags: [{ name: 'a', description: 'Text' }, { name: 'b' }] },
      want: 'a()',
    },
    {
      name: 'x-tagGroups, and the tags that are in none',
      given: {
        tags: [{ name: 'a' }, { name: 'b' }],
        tagGroups: [
          { name: 'G', tags: ['b', 'missing'] },
          { name: 'Empty', tags: [] },
        ],
        operations: [a, b, none],
      },
      want: 'G()[b(/b)] a(/a; /b) -(/none)',
    },
    {
      name: 'parents',
      given: {
        tags: [
          { name: 'b', parent: 'a' },
          { name: 'a', summary: 'All' },
        ],
        operations: [a, b],
      },
      want: 'All(/a; /b)[b(/b)]',
    },
    {
      name: 'parents in a circle, and one that is missing, are none',
      given: {
        tags: [
          { name: 'a', parent: 'b' },
          { name: 'b', parent: 'a' },
          { name: 'c', parent: 'd', summary: 'C', description: 'Text' },
        ],
        operations: [a, b],
      },
      want: 'a(/a; /b) b(/b) C()',
    },
    {
      name: 'a badge is no place of its own',
      given: {
        tags: [
          { name: 'b', kind: 'badge' },
          { name: 'a', kind: 'nav' },
        ],
        operations: [a, b],
      },
      want: 'a(/a /b) b(; /b)',
    },
    {
      name: 'webhooks stand under their tags too',
      given: { tags: [{ name: 'a' }], webhooks: [{ name: 'born', operation: operation('born', ['a']) }] },
      want: 'a(; born)',
    },
  ];
  for (const { name, given, want } of rows) {
    it(name, () => expect(drawn(operationGroups(apiOf(given)))).toBe(want));
  }

  it('cuts a long list without any tags by what paths begin with', () => {
    const paths = ['/v1/pets', '/v1/pets/{id}', '/v1/{id}', '/api/v2/shops/{id}', '/'];
    const operations = [...paths, ...Array.from({ length: 30 }, (_, n) => `/v1/pets/${n}`)].map((path) =>
      operation(path),
    );
    const groups = operationGroups(apiOf({ operations }));
    expect(groups.map((group) => [group.title, group.operations.length])).toEqual([
      ['pets', 32],
      ['v1', 1],
      ['shops', 1],
      [undefined, 1],
    ]);
  });
});

it('slugs differ, whatever tags are called', () => {
  const tags = ['Other', 'other', 'Pets & more', '宠物', '!!!'].map((name) => ({ name, description: 'Text' }));
  const operations = [operation('/x')];
  const slugs = placedGroups(apiOf({ tags, operations, tagGroups: [{ name: 'other', tags: ['宠物'] }] })).map(
    ({ group }) => group.slug,
  );
  expect(new Set(slugs).size).toBe(7);
  expect(slugs).toContain('pets-more');
  expect(slugs).toContain('宠物');
});

it('an operation is of the group of its first tag', () => {
  const one = operation('/x', ['b', 'a']);
  const api = apiOf({ tags: [{ name: 'a' }, { name: 'b' }], operations: [one] });
  expect(groupOf(api, one)?.title).toBe('b');
});

it('tags and groups of tags that hold and say nothing are told apart', () => {
  const tags = [
    { name: 'a' },
    { name: 'idle' },
    { name: 'said', description: 'Text' },
    { name: 'inner', parent: 'idle' },
    { name: 'called', summary: 'Another name' },
  ];
  const api = apiOf({ tags, tagGroups: [{ name: 'Closed', tags: [] }], operations: [operation('/a', ['a'])] });
  expect(emptyGroups(api)).toEqual(['Closed', 'idle', 'inner', 'Another name (called)']);
  expect(drawn(operationGroups(api))).toBe('a(/a) said()');
});

it('operations without a tag are others only where there are other groups', () => {
  const titles = (parts: Partial<Api>): string[] =>
    operationGroups(apiOf({ operations: [operation('/a'), operation('/b', ['b'])], ...parts })).map((group) =>
      groupTitle(group, en.site),
    );
  expect(titles({ operations: [operation('/a'), operation('/b')] })).toEqual(['Operations']);
  expect(titles({ tags: [{ name: 'b' }] })).toEqual(['b', 'Other']);
});

it('a tag whose name is nothing has a title all the same', () => {
  const api = apiOf({ operations: [operation('/a', [''])], tags: [{ name: '' }] });
  expect(operationGroups(api).map((group) => groupTitle(group, en.site))).toEqual(['""']);
});

it('counts what a group holds in words, and nothing where its tag only says something', () => {
  const tags = [{ name: 'a' }, { name: 'said', description: 'Text' }];
  const groups = operationGroups(apiOf({ tags, operations: [operation('/a', ['a'])] }));
  expect(groups.map((group) => groupCount(group, en.site, 'en'))).toEqual(['1 operation', undefined]);
});
