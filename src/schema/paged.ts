import type { SchemaId, Schemas } from '../model/schema-object.ts';
import { type MergedSchema, mergeSchema } from './merge.ts';
import { type RowPlan, schemasInside } from './rows.ts';
import { type SchemaNode, schemaTree } from './tree.ts';
import { type Weight, weightOf } from './weight.ts';

/** One page of a schema: which rows nearest to the root it shows, `to` exclusive, and the names of its ends. */
export interface SchemaSheet {
  readonly from: number;
  readonly to: number;
  readonly first: string;
  readonly last: string;
}

/** More of what stands in a schema itself than a page takes by rights, so that few schemas are divided. */
const FULL: Weight = { rows: 300, bytes: 90_000 };
/** Named schemas inside a schema take less of its page than of an operation's: whoever looks there looks for that one. */
const LIMIT: Weight = { rows: 120, bytes: 36_000 };
const known = new WeakMap<Schemas, Map<SchemaId, readonly SchemaSheet[]>>();

/** Divides a schema's rows among as many pages as it takes; one for nearly every schema. */
export function schemaSheets(schemas: Schemas, id: SchemaId): readonly SchemaSheet[] {
  const kept = known.get(schemas) ?? new Map<SchemaId, readonly SchemaSheet[]>();
  known.set(schemas, kept);
  const sheets = kept.get(id) ?? divide(schemas, topRows(schemas, mergeSchema(schemas, { ref: id })));
  kept.set(id, sheets);
  return sheets;
}

/**
 * A schema as one of its pages shows it.
 *
 * @param sheet - counts its pages from 1
 * @param limit - the room for named schemas inside it, where it is not that of a page
 * @param base - what the ids of its rows begin with
 */
export function sheetTree(schemas: Schemas, id: SchemaId, sheet: number, limit = LIMIT, base = 'schema'): SchemaNode {
  const range = schemaSheets(schemas, id)[sheet - 1];
  const root = { schema: { ref: id }, direction: 'both', id: base, ...(range ? { range } : {}) } as const;
  return schemaTree(schemas, root, limit);
}

/** The rows of the schema, or of what its list holds. */
function topRows(schemas: Schemas, merged: MergedSchema, depth = 0): readonly RowPlan[] {
  const { rows, items } = schemasInside(merged);
  if (rows.length > 0 || items === undefined || depth > 20) return rows;
  return topRows(schemas, mergeSchema(schemas, items), depth + 1);
}

function divide(schemas: Schemas, rows: readonly RowPlan[]): SchemaSheet[] {
  const starts = [0];
  let taken = { rows: 0, bytes: 0 };
  rows.forEach(({ schema }, index) => {
    const weight = weightOf(schemas, schema);
    const isFull = taken.rows + weight.rows > FULL.rows || taken.bytes + weight.bytes > FULL.bytes;
    if (isFull && taken.rows > 0) {
      starts.push(index);
      taken = { rows: 0, bytes: 0 };
    }
    taken = { rows: taken.rows + weight.rows, bytes: taken.bytes + weight.bytes };
  });
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? rows.length;
    return { from, to, first: rows[from]?.name ?? '', last: rows[to - 1]?.name ?? '' };
  });
}
