import type { JsonText } from '../model/json-text.ts';
import { parseJson } from '../model/json-text.ts';
import type { Schema, SchemaId, SchemaObject, Schemas, SchemaType } from '../model/schema-object.ts';
import { mergeSchema } from './tree.ts';
import { typeOfValue } from './validate-value.ts';

/** One way to say what a value may be; a page joins several with "or". */
export type TypeWord =
  | { readonly kind: 'type'; readonly type: SchemaType; readonly format?: string }
  /** A schema with a name of its own, to link to. `types` is empty where it doesn't say any. */
  | { readonly kind: 'named'; readonly id: SchemaId; readonly name: string; readonly types: readonly SchemaType[] }
  | { readonly kind: 'array'; readonly of: readonly TypeWord[] }
  /** An array whose first items each have a schema. */
  | { readonly kind: 'tuple'; readonly count: number }
  /** An object whose keys are free. */
  | { readonly kind: 'map'; readonly of: readonly TypeWord[] }
  | { readonly kind: 'const'; readonly value: JsonText }
  /** Too many or too different to name each. */
  | { readonly kind: 'one-of' | 'any-of'; readonly count: number }
  | { readonly kind: 'any' | 'never' };

const MAX_WORDS = 4;
const MAX_DEPTH = 5;

/**
 * Says the type of a schema in a few words: `string | null`, `array of Pet`, `one of 7`.
 *
 * @returns the alternatives in the author's order, never empty
 */
export function typeWords(schemas: Schemas, schema: Schema): TypeWord[] {
  return words(schemas, schema, 0);
}

/** The last step of an id, unescaped: `#/components/schemas/Pet` → `Pet`. */
export function schemaName(id: SchemaId): string {
  return id
    .slice(id.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
}

function words(schemas: Schemas, schema: Schema, depth: number): TypeWord[] {
  if (typeof schema === 'boolean') return [{ kind: schema ? 'any' : 'never' }];
  const merged = mergeSchema(schemas, schema).schema;
  const id = nameOf(schema);
  if (id !== undefined) return [{ kind: 'named', id, name: schemaName(id), types: typesOf(merged) }];
  if (merged.const !== undefined) return [{ kind: 'const', value: merged.const }];
  const branches = merged.oneOf ?? merged.anyOf;
  if (branches && depth < MAX_DEPTH) return branchWords(schemas, merged, branches, depth);
  const types = typesOf(merged);
  return types.length > 0 ? types.map((type) => typeWord(schemas, merged, type, depth)) : [{ kind: 'any' }];
}

/** The reference, written alone or, as OpenAPI 3.0 needs it beside other keywords, as the one member of `allOf`. */
function nameOf({ ref, allOf }: SchemaObject): SchemaId | undefined {
  if (ref !== undefined || allOf?.length !== 1) return ref;
  const [only] = allOf;
  return typeof only === 'object' ? only.ref : undefined;
}

function branchWords(schemas: Schemas, merged: SchemaObject, branches: readonly Schema[], depth: number): TypeWord[] {
  // A branch that only adds demands, such as `{ required: [id] }`, has the type that stands beside the branches.
  const inherited = merged.types ? { types: merged.types } : {};
  const each = branches.map((branch) =>
    words(schemas, typeof branch === 'object' ? { ...inherited, ...branch } : branch, depth + 1),
  );
  const all = new Map(each.flat().map((word) => [JSON.stringify(word), word]));
  const simple = all.size <= MAX_WORDS && !each.flat().some((word) => word.kind.endsWith('-of'));
  if (simple) return [...all.values()];
  return [{ kind: merged.oneOf ? 'one-of' : 'any-of', count: branches.length }];
}

function typeWord(schemas: Schemas, schema: SchemaObject, type: SchemaType, depth: number): TypeWord {
  const { items, prefixItems, properties, additionalProperties, format } = schema;
  if (depth < MAX_DEPTH) {
    if (type === 'array' && prefixItems) return { kind: 'tuple', count: prefixItems.length };
    if (type === 'array' && items !== undefined) return { kind: 'array', of: words(schemas, items, depth + 1) };
    if (type === 'object' && !properties && typeof additionalProperties === 'object') {
      return { kind: 'map', of: words(schemas, additionalProperties, depth + 1) };
    }
  }
  const formatted = format !== undefined && type !== 'null' && type !== 'object' && type !== 'array';
  return { kind: 'type', type, ...(formatted ? { format } : {}) };
}

/** The written types, else those that the other keywords speak about. */
function typesOf(schema: SchemaObject): SchemaType[] {
  if (schema.types?.length) return [...schema.types];
  if (schema.enum) return [...new Set(schema.enum.map(typeOfText))];
  if (schema.properties || typeof schema.additionalProperties === 'object') return ['object'];
  return schema.items !== undefined || schema.prefixItems ? ['array'] : [];
}

function typeOfText(text: JsonText): SchemaType {
  const node = parseJson(text);
  return node.kind === 'problem' ? 'string' : typeOfValue(node);
}
