import type { Schema, SchemaId, SchemaObject, Schemas } from '../model/schema-object.ts';

/** Which way a body goes: read-only properties are no part of a request, write-only ones of no answer. */
export type Direction = 'request' | 'response' | 'both';

export interface PropertyRow {
  readonly name: string;
  readonly required: boolean;
  /** Readable and unique below the tree's prefix: `body.messages.role`. */
  readonly id: string;
  readonly node: SchemaNode;
}

/** One schema as a page shows it: its references followed and its `allOf` merged. */
export interface SchemaNode {
  /** The keywords that hold for the value itself. */
  readonly schema: SchemaObject;
  /** The named schemas this one was put together from, the outermost first. */
  readonly names: readonly SchemaId[];
  /** `never` is the schema `false`: no value fits. */
  readonly never: boolean;
  readonly properties: readonly PropertyRow[];
  readonly items?: SchemaNode;
  readonly prefixItems: readonly SchemaNode[];
  readonly additionalProperties?: SchemaNode;
  readonly patternProperties: readonly { readonly pattern: string; readonly node: SchemaNode }[];
  readonly branches: readonly { readonly kind: 'oneOf' | 'anyOf'; readonly nodes: readonly SchemaNode[] }[];
  /** What a string holds once it is decoded (`contentSchema`). */
  readonly content?: SchemaNode;
  /** The tree stops here: the schema holds itself, or the page has had its share of rows. */
  readonly cut?: 'recursion' | 'size';
}

export interface TreeOptions {
  readonly direction: Direction;
  /** The id of the whole, put before every property's id. */
  readonly id: string;
  /** How many properties may be shown; deeper ones are cut. */
  readonly maxRows?: number;
}

const NOTHING = { properties: [], prefixItems: [], patternProperties: [], branches: [] } as const;

interface Walk {
  readonly schemas: Schemas;
  readonly direction: Direction;
  readonly ids: Set<string>;
  rowsLeft: number;
}

/** Lays a schema out as the tree that a page shows, bounded in size; recursion is cut where it begins again. */
export function schemaTree(schemas: Schemas, schema: Schema, options: TreeOptions): SchemaNode {
  const walk: Walk = { schemas, direction: options.direction, ids: new Set(), rowsLeft: options.maxRows ?? 600 };
  return treeNode(walk, schema, options.id, []);
}

function treeNode(walk: Walk, schema: Schema, id: string, open: readonly SchemaId[]): SchemaNode {
  if (schema === false) return { schema: {}, names: [], never: true, ...NOTHING };
  const { schema: merged, names } = mergeSchema(walk.schemas, schema);
  const plain = { schema: merged, names, never: false };
  const hasParts = Boolean(
    merged.properties ||
      merged.items ||
      merged.oneOf ||
      merged.anyOf ||
      merged.prefixItems ||
      merged.contentSchema ||
      typeof merged.additionalProperties === 'object' ||
      merged.patternProperties,
  );
  if (!hasParts) return { ...plain, ...NOTHING };
  if (names.some((name) => open.includes(name))) return { ...plain, ...NOTHING, cut: 'recursion' };
  if (walk.rowsLeft <= 0) return { ...plain, ...NOTHING, cut: 'size' };

  const inside = [...open, ...names];
  const child = (part: Schema, partId: string): SchemaNode => treeNode(walk, part, partId, inside);
  const rows = (merged.properties ?? []).filter(({ schema: property }) => isShown(walk, property));
  walk.rowsLeft -= rows.length;
  return {
    ...plain,
    properties: rows.map(({ name, schema: property }) => {
      const rowId = uniqueId(walk.ids, `${id}.${name}`);
      return { name, required: merged.required?.includes(name) ?? false, id: rowId, node: child(property, rowId) };
    }),
    ...(merged.items === undefined ? {} : { items: child(merged.items, id) }),
    prefixItems: (merged.prefixItems ?? []).map((item, index) => child(item, `${id}.${index}`)),
    ...(typeof merged.additionalProperties === 'object'
      ? { additionalProperties: child(merged.additionalProperties, `${id}.*`) }
      : {}),
    patternProperties: (merged.patternProperties ?? []).map(({ pattern, schema: part }) => ({
      pattern,
      node: child(part, `${id}.${pattern}`),
    })),
    branches: (['oneOf', 'anyOf'] as const).flatMap((kind) => {
      const parts = merged[kind];
      return parts ? [{ kind, nodes: parts.map((part) => child(part, id)) }] : [];
    }),
    ...(merged.contentSchema === undefined ? {} : { content: child(merged.contentSchema, id) }),
  };
}

function isShown(walk: Walk, schema: Schema): boolean {
  const { schema: merged } = mergeSchema(walk.schemas, schema);
  if (walk.direction === 'both') return true;
  return walk.direction === 'request' ? !merged.readOnly : !merged.writeOnly;
}

/** HTML ids hold no white space; a second property of the same name gets a number. */
function uniqueId(taken: Set<string>, wanted: string): string {
  const plain = wanted.replace(/\s+/g, '-');
  let id = plain;
  for (let number = 2; taken.has(id); number += 1) id = `${plain}-${number}`;
  taken.add(id);
  return id;
}

/**
 * Follows `ref` and merges `allOf`, so that one object holds every keyword. Keywords beside a reference win
 * over the referenced ones, later members of `allOf` add to earlier ones.
 *
 * @returns the merged schema without `ref` and `allOf`, and the named schemas that went into it
 */
export function mergeSchema(schemas: Schemas, schema: Schema): { schema: SchemaObject; names: readonly SchemaId[] } {
  const names: SchemaId[] = [];
  return { schema: merge(schemas, schema, names), names };
}

function merge(schemas: Schemas, schema: Schema, names: SchemaId[]): SchemaObject {
  if (typeof schema === 'boolean') return {};
  const { ref, allOf, ...own } = schema;
  let merged: SchemaObject = {};
  if (ref !== undefined && !names.includes(ref)) {
    names.push(ref);
    merged = merge(schemas, schemas[ref] ?? true, names);
  }
  for (const part of allOf ?? []) merged = combine(merged, merge(schemas, part, names));
  return combine(merged, own);
}

function combine(base: SchemaObject, more: SchemaObject): SchemaObject {
  const properties = new Map((base.properties ?? []).map((property) => [property.name, property]));
  for (const property of more.properties ?? []) {
    const before = properties.get(property.name);
    properties.set(
      property.name,
      before ? { name: property.name, schema: { allOf: [before.schema, property.schema] } } : property,
    );
  }
  const required = [...new Set([...(base.required ?? []), ...(more.required ?? [])])];
  return {
    ...base,
    ...more,
    ...(properties.size > 0 ? { properties: [...properties.values()] } : {}),
    ...(required.length > 0 ? { required } : {}),
  };
}
