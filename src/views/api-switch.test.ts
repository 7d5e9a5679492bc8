import { expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { olderEdition } from './api-switch.ts';

const operation = (key: string): Operation => ({
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
});

const version = (name: string, keys: readonly string[]): Api => ({
  id: `shop/${name}`,
  title: 'Shop',
  version: name,
  edition: { api: 'shop', name },
  servers: [],
  tags: [],
  operations: keys.map(operation),
  securitySchemes: [],
  schemas: {},
});

const { edition: _, ...tea } = { ...version('x', ['buy']), id: 'tea' };
const space = {
  base: '/docs/',
  defaultLocale: 'en',
  apis: [version('v3', ['buy', 'sell']), version('v2', ['buy', 'rent']), tea],
};

it('tells a page of an older version where the newest has it', () => {
  const newestOf = (path: string): string | undefined => olderEdition(space, 'en', `/docs/${path}`)?.newest.url;
  expect(olderEdition(space, 'en', '/docs/reference/shop/v2/buy/')).toEqual({
    here: { title: 'v2', url: '/docs/reference/shop/v2/buy/', isCurrent: true },
    newest: { title: 'v3', url: '/docs/reference/shop/v3/buy/', isCurrent: false },
    isPreview: false,
  });
  // What it no longer has leads to its beginning.
  expect(newestOf('reference/shop/v2/rent/')).toBe('/docs/reference/shop/v3/');
  expect(newestOf('reference/shop/v2/')).toBe('/docs/reference/shop/v3/');
  expect(newestOf('de/reference/shop/v2/')).toBeUndefined();
});

it('says of a version that is not released that it is none', () => {
  const beta = { ...space, apis: [...space.apis, version('v4-beta', ['buy'])] };
  expect(olderEdition(beta, 'en', '/docs/reference/shop/v4-beta/buy/')).toMatchObject({
    newest: { title: 'v3' },
    isPreview: true,
  });
});

it('tells others nothing', () => {
  for (const path of ['', 'start/', 'reference/', 'reference/shop/', 'reference/shop/v3/buy/', 'reference/tea/buy/']) {
    expect(olderEdition(space, 'en', `/docs/${path}`), path).toBeUndefined();
  }
});
