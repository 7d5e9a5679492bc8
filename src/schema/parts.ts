import type { Schema, SchemaId, SchemaObject, Schemas } from '../model/schema-object.ts';
import { withoutPlainChoice } from './plain-choice.ts';
import { referenceOf } from './reference-of.ts';

/** One schema that holds for a value, without its `ref` and `allOf`, which became parts of their own. */
export interface SchemaPart {
  readonly schema: SchemaObject;
  /** The named schema that `allOf` took it from; nothing for what the schema says itself or by its reference. */
  readonly from?: SchemaId;
}

/** Everything that holds for one value: references followed, `allOf` opened, no branch chosen. */
export interface SchemaParts {
  /** Included ones first, the schema's own keywords last: what comes later is nearer to the value. */
  readonly parts: readonly SchemaPart[];
  /** What the schema is called: it refers to this, with at most annotations beside it. */
  readonly name?: SchemaId;
  /** All named schemas in it, in the order in which they were met. */
  readonly names: readonly SchemaId[];
  /** Named schemas that were left out on request. */
  readonly left: readonly SchemaId[];
  /** References that lead nowhere. */
  readonly missing: readonly SchemaId[];
  /** `false` is among them: no value fits. */
  readonly never: boolean;
  /** `null` fits too, whatever `types` says. */
  readonly isNullable: boolean;
}

/** A pathological net of `allOf` or chain of references stops here. */
const MAX_PARTS = 500;

interface Opening {
  readonly schemas: Schemas;
  readonly without: ReadonlySet<SchemaId>;
  readonly parts: SchemaPart[];
  readonly names: Set<SchemaId>;
  readonly left: Set<SchemaId>;
  readonly missing: Set<SchemaId>;
  never: boolean;
  isNullable: boolean;
}

const NONE: ReadonlySet<SchemaId> = new Set();

/**
 * Opens a schema into everything that holds for its value, each named schema once.
 *
 * @param without - named schemas not to open; they are listed in `left`
 */
export function openSchema(schemas: Schemas, schema: Schema, without = NONE): SchemaParts {
  const opening: Opening = {
    schemas,
    without,
    parts: [],
    names: new Set(),
    left: new Set(),
    missing: new Set(),
    never: false,
    isNullable: false,
  };
  const name = referenceOf(schema);
  open(opening, schema, undefined, true);
  const { parts, names, left, missing, never, isNullable } = opening;
  const lists = { names: [...names], left: [...left], missing: [...missing] };
  return { parts, ...lists, never, isNullable, ...(name ? { name } : {}) };
}

/** @param isSelf - whether this is the value's schema or what it refers to, rather than a part of it */
function open(opening: Opening, schema: Schema, from: SchemaId | undefined, isSelf: boolean): void {
  if (schema === false) opening.never = true;
  if (typeof schema === 'boolean' || opening.parts.length >= MAX_PARTS) return;
  const { schema: plain, isNullable } = withoutPlainChoice(schema);
  const { ref, allOf, ...own } = plain;
  if (isSelf && isNullable) opening.isNullable = true;
  if (ref !== undefined) follow(opening, ref, from, isSelf);
  const self = isSelf ? referenceOf(schema) : undefined;
  for (const member of allOf ?? []) {
    const id = typeof member === 'object' ? member.ref : undefined;
    const isOwn = self !== undefined && referenceOf(member) === self;
    open(opening, member, isOwn ? from : (id ?? from), isOwn);
  }
  opening.parts.push({ schema: own, ...(from === undefined ? {} : { from }) });
}

function follow(opening: Opening, ref: SchemaId, from: SchemaId | undefined, isSelf: boolean): void {
  if (opening.names.has(ref)) return;
  if (opening.without.has(ref)) {
    opening.left.add(ref);
    return;
  }
  opening.names.add(ref);
  const target = opening.schemas[ref];
  if (target === undefined) opening.missing.add(ref);
  else open(opening, target, from, isSelf);
}
