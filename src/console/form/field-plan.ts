import type { JsonNode, JsonText } from '../../model/json-text.ts';
import type { Schema, SchemaObject, Schemas } from '../../model/schema-object.ts';
import { type MergedSchema, mergeSchema } from '../../schema/merge.ts';
import { typeOf } from '../../schema/type-of.ts';
import { type Branch, branchesOf } from './choice.ts';

/** How a value is filled in. `json` is for what the description leaves open. */
export type ControlKind =
  | 'constant'
  | 'enum'
  | 'boolean'
  | 'number'
  | 'text'
  | 'date'
  | 'date-time'
  | 'time'
  | 'object'
  | 'array'
  | 'json';

export interface FieldPlan {
  readonly merged: MergedSchema;
  readonly schema: SchemaObject;
  readonly kind: ControlKind;
  readonly isNullable: boolean;
  /** Empty where there is nothing to choose. */
  readonly branches: readonly Branch[];
}

const known = new WeakMap<MergedSchema, FieldPlan>();

/** What a field for a schema is like, without looking into it. */
export function planField(schemas: Schemas, schema: Schema): FieldPlan {
  const merged = mergeSchema(schemas, schema);
  const plan = known.get(merged) ?? makePlan(schemas, merged);
  known.set(merged, plan);
  return plan;
}

function makePlan(schemas: Schemas, merged: MergedSchema): FieldPlan {
  const { schema } = merged;
  const isNullBranch = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].some(
    (branch) => typeof branch === 'object' && branch.types?.length === 1 && branch.types[0] === 'null',
  );
  return {
    merged,
    schema,
    kind: kindOf(schema),
    isNullable:
      merged.isNullable ||
      isNullBranch ||
      (schema.types?.includes('null') ?? false) ||
      (schema.enum ?? []).includes('null'),
    branches: branchesOf(schemas, merged),
  };
}

const DATES: ReadonlySet<string> = new Set(['date', 'date-time', 'time']);

function kindOf(schema: SchemaObject): ControlKind {
  if (schema.const !== undefined) return 'constant';
  if (schema.enum && schema.enum.length > 0) return 'enum';
  const type = typeOf([schema]);
  switch (type) {
    case 'string':
      return DATES.has(schema.format ?? '') ? (schema.format as 'date') : 'text';
    case 'integer':
      return 'number';
    case 'null':
    case undefined:
      return 'json';
    default:
      return type;
  }
}

/** Whether a control of this kind can show a value. What it can't show is left alone. */
export function canShow({ kind }: FieldPlan, node: JsonNode): boolean {
  switch (kind) {
    case 'object':
    case 'array':
    case 'boolean':
      return node.kind === kind;
    case 'text':
    case 'date':
    case 'date-time':
    case 'time':
      // An input makes another line break out of a carriage return.
      return node.kind === 'string' && !node.value.includes('\r');
    case 'number':
      // What isn't a number yet stands there as text.
      return node.kind === 'number' || (node.kind === 'string' && !/[\r\n]/.test(node.value));
    case 'constant':
    case 'enum':
    case 'json':
      return true;
  }
}

/**
 * What a value begins as when the reader adds one: as little as its type allows, with the constants that must be
 * there.
 */
export function startValue(schemas: Schemas, schema: Schema, depth = 0): JsonText {
  const { kind, schema: said, branches } = planField(schemas, schema);
  const [branch] = branches;
  if (branch && depth < 8) return startValue(schemas, branch.schema, depth + 1);
  switch (kind) {
    case 'constant':
      return said.const ?? 'null';
    case 'enum':
      return said.enum?.[0] ?? 'null';
    case 'boolean':
      return 'false';
    case 'number':
      return /^[1-9]\d*$/.test(said.minimum ?? '') ? (said.minimum ?? '0') : '0';
    case 'object':
      return startObject(schemas, said);
    case 'array':
      return '[]';
    case 'json':
      return 'null';
    default:
      return '""';
  }
}

function startObject(schemas: Schemas, { properties = [], required = [] }: SchemaObject): JsonText {
  const constants = properties.flatMap(({ name, schema }) => {
    const value = required.includes(name) ? planField(schemas, schema).schema.const : undefined;
    return value === undefined ? [] : [`${JSON.stringify(name)}: ${value}`];
  });
  return `{${constants.join(', ')}}`;
}
