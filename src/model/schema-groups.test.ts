import { expect, it } from 'vitest';
import { schemaGroups } from './schema-groups.ts';
import type { Schema } from './schema-object.ts';

/** `a: 'bc'`: a refers to b and c. */
function graph(edges: { readonly [id: string]: string }): { [id: string]: Schema } {
  return Object.fromEntries(Object.entries(edges).map(([id, to]) => [id, { allOf: [...to].map((ref) => ({ ref })) }]));
}

function groups(edges: { readonly [id: string]: string }, least = 2): string[] {
  return schemaGroups(graph(edges), (ids) => ids.length >= least).map(({ ids }) => [...ids].sort().join(''));
}

const ROWS: readonly { name: string; edges: { readonly [id: string]: string }; want: string[] }[] = [
  { name: 'none', edges: { a: 'b', b: 'c', c: '' }, want: [] },
  { name: 'a circle with what it leads to', edges: { x: 'a', a: 'b', b: 'ca', c: 'd', d: '' }, want: ['abcd'] },
  { name: 'two circles, the one that is led to first', edges: { a: 'b', b: 'ac', c: 'd', d: 'c' }, want: ['cd', 'ab'] },
  {
    name: 'two circles that share what they lead to',
    edges: { a: 'b', b: 'az', c: 'd', d: 'cz', z: '' },
    want: ['abz', 'cd'],
  },
  { name: 'circles that meet', edges: { a: 'b', b: 'c', c: 'ab' }, want: ['abc'] },
  { name: 'names that nothing has', edges: { a: 'bq', b: 'a' }, want: ['ab'] },
];
it.each(ROWS)('$name', ({ edges, want }) => expect(groups(edges)).toEqual(want));

it('takes a chain of any length', () => {
  const ids = Array.from({ length: 50_000 }, (_, at) => `s${at}`);
  const schemas = Object.fromEntries(ids.map((id, at) => [id, { items: { ref: ids[at + 1] ?? 's0' } }]));
  const [group] = schemaGroups(schemas, (circle) => circle.length > 1);
  expect(group?.ids.size).toBe(50_000);
});
