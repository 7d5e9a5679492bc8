import { type JsonText, parseJson, quoteJson } from '../model/json-text.ts';
import type { Encoding, MediaType } from '../model/media-type.ts';
import type { ItemDelimiters } from '../model/parameter.ts';
import type { Schema, Schemas } from '../model/schema-object.ts';
import { isStyled } from '../request/styled-fields.ts';
import { declaredShapes, everyPart, itemSchema, propertySchema } from '../schema/schema-parts.ts';
import { validateJson } from '../schema/validate.ts';
import { scalarValue } from './scalar-value.ts';

/** A field of a form, with its value as JSON where it was sent as such. */
export interface Field {
  readonly name: string;
  readonly text: string;
  /** As it came, where what joins items can be told from what is in them. */
  readonly encoded?: string;
  readonly json?: JsonText;
}

/**
 * Reads a form back into the object that it was written from: fields of one name are a list, what a style has
 * joined is parted, `a[b][0]` leads into the depth.
 *
 * @see OpenAPI 3.2, "Encoding the x-www-form-urlencoded Media Type"; WHATWG URL, section 5.1
 */
export function formValue(schemas: Schemas, media: MediaType, body: string): JsonText {
  const fields = body
    .split('&')
    .filter(Boolean)
    .map((field) => {
      const [name = '', encoded = ''] = field.split(/=(.*)/s);
      return { name: decodeField(name), text: decodeField(encoded), encoded };
    });
  return fieldsValue(schemas, media, fields);
}

/** As browsers do: what is no proper UTF-8 is shown as such. */
function decodeField(text: string): string {
  return new URLSearchParams(`=${text}`).get('') ?? '';
}

/** The same for fields that came in parts. */
export function fieldsValue(schemas: Schemas, media: MediaType, fields: readonly Field[]): JsonText {
  const schema = media.schema ?? true;
  const known = new Set(everyPart(schemas, schema).flatMap((part) => part.properties?.map(({ name }) => name) ?? []));
  const rootOf = (name: string): string => (known.has(name) ? name : (/^([^[\]]+)\[.*\]$/.exec(name)?.[1] ?? name));
  const spread = spreadObjects(schemas, media);
  const groups = groupBy(fields, ({ name }) => spread.get(name) ?? rootOf(name));
  const entries = [...groups].map(([name, inside]) => {
    const property = propertySchema(schemas, schema, name);
    const encoding = media.encoding?.find((one) => one.name === name);
    const own = inside.filter((field) => field.name === name);
    const paths = inside.map((field): Path => [spread.has(field.name) ? [field.name] : stepsOf(field.name), field]);
    const value =
      own.length > 0 ? propertyValue(schemas, property, encoding, own) : deepValue(schemas, property, paths);
    return `${quoteJson(name)}:${value}`;
  });
  return `{${entries.join()}}`;
}

/** Objects of an exploded style other than `deepObject` stand in a form with the names of their own properties. */
function spreadObjects(schemas: Schemas, media: MediaType): Map<string, string> {
  const spread = new Map<string, string>();
  for (const encoding of media.encoding ?? []) {
    const { name = '', style = 'form', explode = style === 'form' } = encoding;
    if (!isStyled(encoding) || style === 'deepObject' || !explode) continue;
    const schema = propertySchema(schemas, media.schema ?? true, name);
    if (!declaredShapes(schemas, schema).has('object')) continue;
    for (const property of everyPart(schemas, schema).flatMap((part) => part.properties ?? []))
      spread.set(property.name, name);
  }
  return spread;
}

const SEPARATORS: { readonly [style: string]: string } = {
  form: ',',
  spaceDelimited: ' ',
  pipeDelimited: '|',
  tabDelimited: '\t',
};

function propertyValue(
  schemas: Schemas,
  schema: Schema,
  encoding: Encoding | undefined,
  fields: readonly Field[],
): JsonText {
  const { style = 'form', explode = style === 'form' } = encoding ?? {};
  const separator = isStyled(encoding) && !explode ? SEPARATORS[style] : undefined;
  const declared = declaredShapes(schemas, schema);
  const each = declared.has('array') ? itemSchema(schemas, schema) : true;
  const list = (items: readonly Sent[]): JsonText =>
    `[${items.map((item) => fieldValue(schemas, each, item, encoding?.itemDelimiters)).join()}]`;
  const [first, ...others] = fields;
  if (!first || others.length > 0) return list(fields);
  const joined = separator === undefined ? undefined : split(first, separator);
  // A list that came as JSON in one field is that list, or its only item.
  const isList = first.json?.trimStart().startsWith('[') === true;
  const readings: JsonText[] = [];
  if (isList || !declared.has('array') || declared.has('plain')) readings.push(fieldValue(schemas, schema, first));
  if (declared.has('array') && (!isList || declaredShapes(schemas, each).has('array')))
    readings.push(list(joined?.map((text) => ({ text })) ?? fields));
  if (declared.has('object') && joined) readings.push(pairsValue(schemas, schema, joined));
  const [one = quoteJson(first.text), ...more] = readings;
  if (more.length === 0) return one;
  const fits = (value: JsonText): boolean => validateJson(schemas, schema, value, { limit: 1 }).length === 0;
  return readings.find(fits) ?? (declared.has('plain') ? one : (more.at(-1) ?? one));
}

/** What a style has joined: a name and its value by turns. */
function pairsValue(schemas: Schemas, schema: Schema, joined: readonly string[]): JsonText {
  const pairs = joined.flatMap((key, at) => (at % 2 === 0 ? [[key, joined[at + 1] ?? ''] as const] : []));
  return `{${pairs.map(([key, text]) => `${quoteJson(key)}:${textValue(schemas, propertySchema(schemas, schema, key), text)}`).join()}}`;
}

/** A comma that parts items comes as it is; one within an item, and by some clients all of them, percent-encoded. */
function split({ text, encoded }: Field, separator: string): string[] {
  return separator === ',' && encoded?.includes(',') ? encoded.split(',').map(decodeField) : text.split(separator);
}

type Sent = Pick<Field, 'text' | 'json'>;

function fieldValue(schemas: Schemas, schema: Schema, { text, json }: Sent, delimiters?: ItemDelimiters): JsonText {
  return json ?? itemValue(schemas, schema, text, delimiters);
}

/** An item of a list, which may be a list itself whose items are joined. */
export function itemValue(
  schemas: Schemas,
  schema: Schema,
  text: string,
  [delimiter, ...rest]: ItemDelimiters = [],
): JsonText {
  if (delimiter === undefined || !declaredShapes(schemas, schema).has('array')) return textValue(schemas, schema, text);
  const each = itemSchema(schemas, schema);
  return `[${text
    .split(delimiter)
    .map((item) => itemValue(schemas, each, item, rest))
    .join()}]`;
}

/** The value that a text stands for: anything deeper is JSON, where the schema has such a thing there. */
export function textValue(schemas: Schemas, schema: Schema, text: string): JsonText {
  const { kind } = parseJson(text);
  const isDeep = (kind === 'object' || kind === 'array') && declaredShapes(schemas, schema).has(kind);
  return isDeep ? text : scalarValue(schemas, schema, text);
}

/** Deeper values are none that anybody reads. */
const DEEPEST = 100;

/** `items[0][price]` → `0`, `price`; nothing for a name without brackets */
export function stepsOf(name: string): string[] {
  const start = name.indexOf('[');
  const steps = start < 0 ? [] : name.slice(start + 1, -1).split('][');
  return steps.length <= DEEPEST ? steps : [...steps.slice(0, DEEPEST - 1), steps.slice(DEEPEST - 1).join('][')];
}

type Path = readonly [steps: readonly string[], field: Sent];

/**
 * The value whose parts were sent by their paths. Steps that are numbers or empty are those of a list, unless only an
 * object may stand there.
 */
export function deepValue(schemas: Schemas, schema: Schema, paths: readonly Path[]): JsonText {
  const leaf = paths.find(([steps]) => steps.length === 0);
  if (leaf) return fieldValue(schemas, schema, leaf[1]);
  const groups = [...groupBy(paths, ([[step = '']]) => step)].map(
    ([key, inside]) => [key, inside.map(([[, ...rest], field]): Path => [rest, field])] as const,
  );
  const shapes = declaredShapes(schemas, schema);
  if (groups.every(([key]) => /^\d*$/.test(key)) && (shapes.has('array') || !shapes.has('object'))) {
    const each = itemSchema(schemas, schema);
    const items = groups.flatMap(([key, below]) =>
      key === '' ? below.map((path) => deepValue(schemas, each, [path])) : deepValue(schemas, each, below),
    );
    return `[${items.join()}]`;
  }
  return `{${groups.map(([key, below]) => `${quoteJson(key)}:${deepValue(schemas, propertySchema(schemas, schema, key), below)}`).join()}}`;
}

/** What has one key, in the order of the keys. */
function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
