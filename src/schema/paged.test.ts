import { describe, expect, it } from 'vitest';
import type { Schema, Schemas } from '../model/schema-object.ts';
import { schemaSheets } from './paged.ts';
import { schemaTree } from './tree.ts';

const wide = (count: number): Schema => ({
  properties: Array.from({ length: count }, (_, index) => ({
    name: `p${index}`,
    schema: { types: ['string'] as const },
  })),
});
const schemas: Schemas = {
  '#/Small': wide(5),
  '#/Empty': {},
  '#/Large': wide(10_000),
  '#/List': { types: ['array'], items: { oneOf: Array.from({ length: 1_000 }, () => wide(3)) } },
};

describe('schemaSheets', () => {
  it.each(['#/Small', '#/Empty'])('has one page for %s', (id) => expect(schemaSheets(schemas, id)).toHaveLength(1));

  it.each(['#/Large', '#/List'])('shows every row of %s on one of its pages, each bounded', (id) => {
    const sheets = schemaSheets(schemas, id);
    const shown = sheets.flatMap((range) => {
      const node = schemaTree(schemas, { schema: { ref: id }, direction: 'both', id: 'schema', range });
      const rows = node.items?.rows ?? node.rows;
      expect(rows.length).toBeLessThanOrEqual(300);
      return rows.map((row) => row.name);
    });
    expect(shown).toHaveLength(id === '#/Large' ? 10_000 : 1_000);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('names the ends of each page', () => {
    expect(schemaSheets(schemas, '#/Large')[0]).toMatchObject({ from: 0, first: 'p0' });
    expect(schemaSheets(schemas, '#/Large').at(-1)).toMatchObject({ to: 10_000, last: 'p9999' });
  });
});
