import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { groupIds, navigation, operationTitle, tagGroups } from './navigation.ts';

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

describe('navigation', () => {
  const titles = { guides: 'Guides', overview: 'Overview', other: 'Other' };
  const groups = navigation({
    space: { base: '/docs/', defaultLocale: 'zh-CN', apis: [api] },
    locale: 'en',
    guides: [{ name: 'start', title: 'Start' }],
    titles,
  });

  it('holds guides, the overview, and operations in the order of the tags', () => {
    expect(groups.map((group) => [group.title, ...group.links.map((link) => link.title)])).toEqual([
      ['Guides', 'Start'],
      ['Pets', 'Overview'],
      ['Bees', 'Third'],
      ['a', 'one'],
      ['Other', 'two'],
    ]);
  });

  it('links below the base and the language', () => {
    expect(groups.flatMap((group) => group.links.map((link) => link.url))).toEqual([
      '/docs/en/start/',
      '/docs/en/reference/',
      '/docs/en/reference/three/',
      '/docs/en/reference/one/',
      '/docs/en/reference/two/',
    ]);
  });
});

describe('groupIds', () => {
  it('tells a tag from the group of operations without one', () => {
    const operations = [operation('a', { tags: ['Other'] }), operation('b')];
    const groups = tagGroups({ ...api, tags: [{ name: 'Other' }], operations }, 'Other');
    expect(groups).toHaveLength(2);
    expect(new Set(groupIds(groups)).size).toBe(2);
    expect(groupIds(tagGroups(api, 'Other'))).toEqual(['tag-bees', 'tag-a', 'tag-other']);
  });
});

describe('operationTitle', () => {
  it('takes no paragraph for a title', () => {
    expect(operationTitle(operation('getPet', { summary: 'A\n\nparagraph' }))).toBe('getPet');
  });
});
