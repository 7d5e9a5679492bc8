import { type JsonText, parseJson, quoteJson } from '../model/json-text.ts';
import type { Parameter } from '../model/parameter.ts';
import type { Schema, SchemaObject, Schemas } from '../model/schema-object.ts';
import { resolveSchema } from '../model/slice.ts';
import { isHeaderValue } from './header-text.ts';

/** What is typed in for a parameter that holds a single value. */
export interface PlainForm {
  readonly kind: 'text' | 'number';
  /** The values to choose from; empty where any will do. */
  readonly choices: readonly JsonText[];
  /** What the API takes where the parameter is left out. */
  readonly default?: JsonText;
}

/** @returns nothing for lists, objects and what has several forms */
export function plainForm(schemas: Schemas, parameter: Parameter): PlainForm | undefined {
  if (parameter.content) return undefined;
  const schema = plainSchema(schemas, parameter.schema ?? true, 0);
  if (!schema) return undefined;
  const types = (schema.types ?? []).filter((type) => type !== 'null');
  if (types.some((type) => type === 'array' || type === 'object')) return undefined;
  const isBoolean = types.length > 0 && types.every((type) => type === 'boolean');
  const choices = (schema.enum ?? (isBoolean ? ['true', 'false'] : [])).filter((choice) => choice !== 'null');
  const isNumber = types.length > 0 && types.every((type) => type === 'integer' || type === 'number');
  return {
    kind: isNumber ? 'number' : 'text',
    choices,
    ...(schema.default === undefined ? {} : { default: schema.default }),
  };
}

/** Follows references, and choices that leave one branch beside `null`. */
function plainSchema(schemas: Schemas, schema: Schema, depth: number): SchemaObject | undefined {
  const resolved = resolveSchema(schemas, schema);
  if (typeof resolved === 'boolean') return resolved ? {} : undefined;
  const { allOf = [], anyOf = [], oneOf = [], ...own } = resolved;
  const [only, ...others] = [...allOf, ...anyOf, ...oneOf].filter((branch) => !isNull(branch));
  if (only === undefined) return own;
  const branch = others.length > 0 || depth > 8 ? undefined : plainSchema(schemas, only, depth + 1);
  return branch && { ...branch, ...own };
}

function isNull(schema: Schema): boolean {
  return typeof schema === 'object' && schema.types?.join() === 'null';
}

/** What was typed or chosen, as a value. */
export function plainValue({ kind, choices }: PlainForm, text: string): JsonText {
  return choices.length > 0 || kind === 'number' ? text : quoteJson(text);
}

/** A value as it is typed, the other way round. */
export function plainText(value: JsonText): string {
  const node = parseJson(value);
  return node.kind === 'string' ? node.value : value;
}

const LONGEST = 500;

/** Whether a single value can be sent in the place of a parameter, and is one that its schema names. */
export function isPlainValue(form: PlainForm, parameter: Parameter, value: JsonText): boolean {
  const node = parseJson(value);
  const text = node.kind === 'string' ? node.value : value;
  if (text.length > LONGEST || /\p{Cc}/u.test(text) || !/^(?:string|number|boolean)$/.test(node.kind)) return false;
  if (form.choices.length > 0 && !form.choices.includes(value)) return false;
  if (form.kind === 'number' && node.kind !== 'number') return false;
  switch (parameter.in) {
    case 'path':
      return !/^\.{0,2}$/.test(text);
    case 'header':
      return isHeaderValue(text);
    default:
      return true;
  }
}
