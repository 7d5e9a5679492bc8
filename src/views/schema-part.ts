import type { Api } from '../model/api.ts';
import type { SchemaId } from '../model/schema-object.ts';
import { schemaSheets, sheetTree } from '../schema/paged.ts';
import { idStep, type SchemaNode } from '../schema/tree.ts';

/** How much of the named schemas inside one a guide shows: the text around it goes on. */
const LIMIT = { rows: 60, bytes: 20_000 };

/** A schema as it stands in a text. */
export interface SchemaPart {
  readonly node: SchemaNode;
  /** It is too large for one page, and only begins here. */
  readonly isCut: boolean;
}

/** @param base - what the ids of its rows begin with */
export function schemaPart(api: Api, id: SchemaId, base = 'schema'): SchemaPart {
  return {
    node: sheetTree(api.schemas, id, 1, LIMIT, base),
    isCut: schemaSheets(api.schemas, id).length > 1,
  };
}

/** The id of a schema in a guide, which begins those of its rows. */
export function schemaPartId(name: string): string {
  return `schema.${idStep(name)}`;
}
