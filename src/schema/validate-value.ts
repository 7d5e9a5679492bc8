import type { JsonNode, JsonText } from '../model/json-text.ts';
import { parseJson } from '../model/json-text.ts';
import type { SchemaType } from '../model/schema-object.ts';
import { canonicalJson } from './canonical.ts';
import { compareDecimals, isInteger, isMultipleOf, parseDecimal } from './decimal.ts';
import type { Meeting } from './validation.ts';
import { report } from './validation.ts';
import { shownValue } from './violation.ts';

/** The keywords that look at a value as a whole: its type, its place in a list, a number's size, a string's length. */
export function checkValue(meeting: Meeting): void {
  const { schema, node } = meeting;
  const { types } = schema;
  if (types?.length && !types.some((type) => isOfType(node, type))) {
    report(meeting, 'type', 'type', { expected: types, found: typeOfValue(node), value: shownValue(node) });
  }
  if (schema.const !== undefined && !equals(node, schema.const)) {
    report(meeting, 'const', 'const', { expected: schema.const, found: shownValue(node) });
  }
  // An empty list, which the standard advises against, would leave nothing to send: it is taken to say nothing.
  if (schema.enum?.length && !schema.enum.some((text) => equals(node, text))) {
    report(meeting, 'enum', 'enum', { expected: schema.enum, found: shownValue(node) });
  }
  if (node.kind === 'number') checkNumber(meeting, node.text);
  if (node.kind === 'string') checkString(meeting, node);
}

/** The name of a value's type; a number without a fraction is an `integer`. */
export function typeOfValue(node: JsonNode): SchemaType {
  return node.kind === 'number' && isOfType(node, 'integer') ? 'integer' : node.kind;
}

function isOfType(node: JsonNode, type: SchemaType): boolean {
  if (type !== 'integer' || node.kind !== 'number') return node.kind === type;
  const decimal = parseDecimal(node.text);
  return decimal !== undefined && isInteger(decimal);
}

function equals(node: JsonNode, text: JsonText): boolean {
  const other = parseJson(text);
  return other.kind === node.kind && canonicalJson(other) === canonicalJson(node);
}

/** Keyword, code, and whether a comparison (value to limit) breaks it. */
const BOUNDS = [
  ['minimum', 'minimum', (order: number) => order < 0],
  ['exclusiveMinimum', 'exclusive-minimum', (order: number) => order <= 0],
  ['maximum', 'maximum', (order: number) => order > 0],
  ['exclusiveMaximum', 'exclusive-maximum', (order: number) => order >= 0],
] as const;

function checkNumber(meeting: Meeting, found: string): void {
  const { schema } = meeting;
  const value = parseDecimal(found);
  for (const [keyword, code, breaks] of BOUNDS) {
    const bound = schema[keyword];
    const limit = bound === undefined ? undefined : parseDecimal(bound);
    if (value && limit && breaks(compareDecimals(value, limit))) {
      report(meeting, keyword, code, { limit: bound ?? '', found });
    }
  }
  const step = parseDecimal(schema.multipleOf ?? '');
  if (value && step && !isMultipleOf(value, step)) {
    report(meeting, 'multipleOf', 'multiple-of', { limit: schema.multipleOf ?? '', found });
  }
}

function checkString(meeting: Meeting, node: Extract<JsonNode, { kind: 'string' }>): void {
  const { run, schema } = meeting;
  const { value } = node;
  const { minLength, maxLength, pattern } = schema;
  if (minLength !== undefined || maxLength !== undefined) {
    let length = 0;
    for (const _ of value) length += 1;
    if (minLength !== undefined && length < Number(minLength)) {
      report(meeting, 'minLength', 'too-short', { limit: minLength, count: length, found: shownValue(node) });
    }
    if (maxLength !== undefined && length > Number(maxLength)) {
      report(meeting, 'maxLength', 'too-long', { limit: maxLength, count: length, found: shownValue(node) });
    }
  }
  if (pattern !== undefined && run.matches && !run.matches(pattern, value)) {
    report(meeting, 'pattern', 'pattern', { pattern, found: shownValue(node) });
  }
}
