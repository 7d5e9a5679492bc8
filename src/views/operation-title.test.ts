import { expect, it } from 'vitest';
import type { Operation } from '../model/operation.ts';
import { operationTitle, proseSummary, webhookTitle } from './operation-title.ts';

const rest = { deprecated: false, tags: [], servers: [], security: [], parameters: [], responses: [] };
const paragraph = 'A\n\nparagraph';
const long = 'word '.repeat(30).trim();

const rows: { name: string; given: Partial<Operation>; title: string; prose?: string }[] = [
  { name: 'a summary', given: { operationId: 'getPet', summary: ' Get a pet ' }, title: 'Get a pet' },
  {
    name: 'a paragraph is no title',
    given: { operationId: 'getPet', summary: paragraph },
    title: 'getPet',
    prose: paragraph,
  },
  { name: 'nor is a long line', given: { operationId: 'pets/get', summary: long }, title: 'pets/get', prose: long },
  { name: 'without an id', given: { summary: long }, title: 'GET /pets', prose: long },
  { name: 'nothing is said', given: { summary: '' }, title: 'GET /pets' },
];
for (const { name, given, title, prose } of rows) {
  it(name, () => {
    const operation: Operation = { key: 'k', method: 'GET', path: '/pets', ...rest, ...given };
    expect(operationTitle(operation)).toBe(title);
    expect(proseSummary(operation, title)).toBe(prose);
  });
}

it('a webhook without a title goes by its name', () => {
  const operation: Operation = { key: 'k', operationId: 'id', method: 'POST', path: 'born', ...rest };
  expect(webhookTitle({ name: 'born', operation })).toBe('born');
  expect(webhookTitle({ name: 'born', operation: { ...operation, summary: 'Born' } })).toBe('Born');
});
