import { type JsonText, parseJson, quoteJson } from '../../model/json-text.ts';
import type { Parameter } from '../../model/parameter.ts';
import type { SchemaObject, Schemas } from '../../model/schema-object.ts';
import { resolveSchema } from '../../model/slice.ts';

/** How a parameter is typed in. `json` is for lists and objects, written as JSON. */
export type FieldKind = 'text' | 'number' | 'boolean' | 'choice' | 'json';

/** What a parameter's value must be like; empty when the description doesn't say. */
export function parameterSchema(schemas: Schemas, parameter: Parameter): SchemaObject {
  const schema = resolveSchema(schemas, parameter.schema ?? parameter.content?.schema ?? true);
  return typeof schema === 'boolean' ? {} : schema;
}

export function fieldKind(schema: SchemaObject): FieldKind {
  if (schema.enum && schema.enum.length > 0) return 'choice';
  const types = (schema.types ?? []).filter((type) => type !== 'null');
  if (types.length === 0 || types.includes('string')) return 'text';
  if (types.some((type) => type === 'array' || type === 'object')) return 'json';
  return types.every((type) => type === 'boolean') ? 'boolean' : 'number';
}

/** Whether a parameter takes more than one line of text or one choice: it is then filled in by the fields of a form. */
export function takesFields(parameter: Parameter, schema: SchemaObject): boolean {
  const { oneOf, anyOf, allOf, types = [], format = '', enumDescriptions, const: constant } = schema;
  return (
    fieldKind(schema) === 'json' ||
    parameter.allowEmptyValue ||
    [oneOf, anyOf, allOf, enumDescriptions, constant].some((said) => said !== undefined) ||
    types.length > 1 ||
    /^(date|time)/.test(format)
  );
}

/**
 * What was typed, as a value.
 *
 * @returns `undefined` for an empty field, which leaves the parameter out
 */
export function typedValue(kind: FieldKind, text: string): JsonText | undefined {
  if (text === '') return undefined;
  switch (kind) {
    case 'text':
      return quoteJson(text);
    case 'number':
      // A half typed or wrong number goes on as text: the field keeps it and the advice names it.
      return parseJson(text).kind === 'number' ? text : quoteJson(text);
    default:
      return text;
  }
}

/** A value as its field shows it, the other way round. */
export function shownText(kind: FieldKind, value: JsonText | undefined): string {
  if (value === undefined) return '';
  if (kind !== 'text' && kind !== 'number') return value;
  const node = parseJson(value);
  return node.kind === 'string' ? node.value : value;
}

/** A value in words of its own: text without its quotes. */
export function plainValue(value: JsonText): string {
  return shownText('text', value);
}
