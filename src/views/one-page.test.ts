import { expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { onePageRequests } from './one-page.ts';
import { hasOnePage, operationSlug, samePage } from './urls.ts';

function operation(key: string): Operation {
  const rest = { deprecated: false, servers: [], security: [], parameters: [], responses: [] };
  return { key, method: 'GET', path: `/${key}`, tags: [], ...rest };
}

function apiOf(count: number, webhooks: readonly string[] = []): Api {
  const rest = { servers: [], tags: [], securitySchemes: [], schemas: {} };
  const operations = Array.from({ length: count }, (_, at) => operation(`get${at}`));
  const named = webhooks.map((name) => ({ name, operation: operation(`hook ${name}`) }));
  return { id: 'pets', title: 'Pets', version: '1', ...rest, operations, webhooks: named };
}

it.each([
  { operations: 0, webhooks: 0, want: false },
  { operations: 1, webhooks: 0, want: false },
  { operations: 1, webhooks: 1, want: true },
  { operations: 60, webhooks: 0, want: true },
  { operations: 60, webhooks: 1, want: false },
])('$operations operations and $webhooks webhooks on one page: $want', ({ operations, webhooks, want }) => {
  const api = apiOf(
    operations,
    Array.from({ length: webhooks }, (_, at) => `paid${at}`),
  );
  expect(hasOnePage(api)).toBe(want);
  expect(samePage(api, 'all')).toBe(want ? 'all' : '');
});

it('ids of operations and of webhooks can’t meet, nor the page’s address an operation’s', () => {
  const api = { ...apiOf(0, ['path']), operations: [operation('webhooks'), operation('all')] };
  const ids = onePageRequests(api).map(({ id }) => id);
  expect(ids).toHaveLength(3);
  expect(ids[2]).toBe('webhooks.path');
  expect(ids.filter((id) => id === 'webhooks' || id === 'all')).toEqual([]);
  expect(operationSlug(api, operation('all'))).toMatch(/^all-[\da-f]{8}$/);
});

it('many requests share the room of six pages', () => {
  expect(onePageRequests(apiOf(2))[0]?.limit.rows).toBe(200);
  expect(onePageRequests(apiOf(40))[0]?.limit.rows).toBe(30);
});
