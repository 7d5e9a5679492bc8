import { type JsonText, parseJson } from '../model/json-text.ts';
import type { SchemaObject, SchemaType } from '../model/schema-object.ts';
import { canonicalJson } from '../schema/canonical.ts';
import { compareDecimals, isMultipleOf, parseDecimal } from '../schema/decimal.ts';

/** How what is allowed has changed. */
export type Shift = 'narrower' | 'wider' | 'other';

export interface ValueChange {
  readonly code: string;
  readonly shift: Shift;
  readonly before?: string;
  readonly after?: string;
}

/** What a schema says of one value, apart from what lies inside it. */
export function compareValues(before: SchemaObject, after: SchemaObject): ValueChange[] {
  return [
    ...compareTypes(before, after),
    ...compareListed(before, after),
    ...compareFormat(before, after),
    ...BOUNDS.flatMap((bound) => compareBound(bound, before, after)),
    ...compareMultiple(before, after),
    ...comparePattern(before, after),
    ...compareUnique(before, after),
  ];
}

const ANY: readonly SchemaType[] = ['null', 'boolean', 'object', 'array', 'number', 'string'];

/** With an integer where only a number is named, since each integer is one. */
function allowedTypes({ types }: SchemaObject): ReadonlySet<string> {
  const named = new Set<string>(types ?? ANY);
  if (named.has('number')) named.add('integer');
  return named;
}

function compareTypes(before: SchemaObject, after: SchemaObject): ValueChange[] {
  const was = allowedTypes(before);
  const is = allowedTypes(after);
  const gone = [...was].filter((type) => !is.has(type));
  const come = [...is].filter((type) => !was.has(type));
  const shown = { before: typeWords(before), after: typeWords(after) };
  if (gone.length === 0 && come.length === 0) return [];
  if (gone.length === 0)
    return [{ code: come.join() === 'null' ? 'null-allowed' : 'type-widened', shift: 'wider', ...shown }];
  if (come.length === 0)
    return [{ code: gone.join() === 'null' ? 'null-refused' : 'type-narrowed', shift: 'narrower', ...shown }];
  return [{ code: 'type-changed', shift: 'other', ...shown }];
}

function typeWords({ types }: SchemaObject): string {
  return types?.join(' or ') ?? 'any type';
}

function listed({ const: only, enum: values }: SchemaObject): readonly JsonText[] | undefined {
  return only === undefined ? values : [only];
}

function canonical(text: JsonText): string {
  const node = parseJson(text);
  return node.kind === 'problem' ? text : canonicalJson(node);
}

function compareListed(before: SchemaObject, after: SchemaObject): ValueChange[] {
  const was = listed(before);
  const is = listed(after);
  if (!was && !is) return [];
  if (!was) return [{ code: 'enum-added', shift: 'narrower', after: is?.join(', ') ?? '' }];
  if (!is) return [{ code: 'enum-dropped', shift: 'wider', before: was.join(', ') }];
  const old = new Map(was.map((value) => [canonical(value), value]));
  const now = new Map(is.map((value) => [canonical(value), value]));
  return [
    ...[...old].flatMap(([key, value]): ValueChange[] =>
      now.has(key) ? [] : [{ code: 'enum-value-removed', shift: 'narrower', before: value }],
    ),
    ...[...now].flatMap(([key, value]): ValueChange[] =>
      old.has(key) ? [] : [{ code: 'enum-value-added', shift: 'wider', after: value }],
    ),
  ];
}

/** Each format with those that hold all its values. */
const WIDER_FORMATS: ReadonlyMap<string, string> = new Map([
  ['int8', 'int16'],
  ['uint8', 'uint16'],
  ['int16', 'int32'],
  ['uint16', 'uint32'],
  ['int32', 'int64'],
  ['uint32', 'uint64'],
  ['float', 'double'],
  ['uri', 'uri-reference'],
  ['iri', 'iri-reference'],
  ['email', 'idn-email'],
  ['hostname', 'idn-hostname'],
]);

function holds(wide: string, narrow: string): boolean {
  const next = WIDER_FORMATS.get(narrow);
  return next !== undefined && (next === wide || holds(wide, next));
}

function compareFormat({ format: was }: SchemaObject, { format: is }: SchemaObject): ValueChange[] {
  if (was === is) return [];
  if (was === undefined) return [{ code: 'format-added', shift: 'narrower', after: is ?? '' }];
  if (is === undefined) return [{ code: 'format-removed', shift: 'wider', before: was }];
  const shift = holds(is, was) ? 'wider' : holds(was, is) ? 'narrower' : 'other';
  return [{ code: 'format-changed', shift, before: was, after: is }];
}

interface Bound {
  readonly name: 'lower' | 'upper';
  readonly keyword: keyof SchemaObject & (`${string}inimum` | `${string}aximum` | `m${string}`);
}

const BOUNDS: readonly Bound[] = [
  { name: 'lower', keyword: 'minimum' },
  { name: 'lower', keyword: 'exclusiveMinimum' },
  { name: 'upper', keyword: 'maximum' },
  { name: 'upper', keyword: 'exclusiveMaximum' },
  { name: 'lower', keyword: 'minLength' },
  { name: 'upper', keyword: 'maxLength' },
  { name: 'lower', keyword: 'minItems' },
  { name: 'upper', keyword: 'maxItems' },
  { name: 'lower', keyword: 'minContains' },
  { name: 'upper', keyword: 'maxContains' },
  { name: 'lower', keyword: 'minProperties' },
  { name: 'upper', keyword: 'maxProperties' },
];

/** A count of nothing bounds nothing. */
function boundOf(schema: SchemaObject, { keyword }: Bound): JsonText | undefined {
  const value = schema[keyword];
  return typeof value === 'string' && !(/^min[LIP]/.test(keyword) && value === '0') ? value : undefined;
}

function compareBound(bound: Bound, before: SchemaObject, after: SchemaObject): ValueChange[] {
  const was = boundOf(before, bound);
  const is = boundOf(after, bound);
  if (was === undefined && is === undefined) return [];
  const code = kebab(bound.keyword);
  if (was === undefined) return [{ code: `${code}-added`, shift: 'narrower', after: is ?? '' }];
  if (is === undefined) return [{ code: `${code}-removed`, shift: 'wider', before: was }];
  const [one, other] = [parseDecimal(was), parseDecimal(is)];
  const step = one && other ? compareDecimals(other, one) : 0;
  if (step === 0) return [];
  const shift = step > 0 === (bound.name === 'lower') ? 'narrower' : 'wider';
  return [{ code: `${code}-${step > 0 ? 'raised' : 'lowered'}`, shift, before: was, after: is }];
}

function kebab(keyword: string): string {
  return keyword.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function compareMultiple({ multipleOf: was }: SchemaObject, { multipleOf: is }: SchemaObject): ValueChange[] {
  if (was === is) return [];
  if (was === undefined) return [{ code: 'multiple-of-added', shift: 'narrower', after: is ?? '' }];
  if (is === undefined) return [{ code: 'multiple-of-removed', shift: 'wider', before: was }];
  const [one, other] = [parseDecimal(was), parseDecimal(is)];
  if (!one || !other || compareDecimals(one, other) === 0) return [];
  const shift = isMultipleOf(other, one) ? 'narrower' : isMultipleOf(one, other) ? 'wider' : 'other';
  return [{ code: 'multiple-of-changed', shift, before: was, after: is }];
}

function comparePattern({ pattern: was }: SchemaObject, { pattern: is }: SchemaObject): ValueChange[] {
  if (was === is) return [];
  if (was === undefined) return [{ code: 'pattern-added', shift: 'narrower', after: is ?? '' }];
  if (is === undefined) return [{ code: 'pattern-removed', shift: 'wider', before: was }];
  return [{ code: 'pattern-changed', shift: 'other', before: was, after: is }];
}

function compareUnique(
  { uniqueItems: was = false }: SchemaObject,
  { uniqueItems: is = false }: SchemaObject,
): ValueChange[] {
  if (was === is) return [];
  return is ? [{ code: 'unique-items-added', shift: 'narrower' }] : [{ code: 'unique-items-removed', shift: 'wider' }];
}
