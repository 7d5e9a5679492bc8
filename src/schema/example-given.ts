import { type JsonNode, type JsonText, parseJson, quoteJson } from '../model/json-text.ts';
import type { Schema, SchemaObject } from '../model/schema-object.ts';
import type { Work } from './example-work.ts';
import { type Gathered, gather, listedValues } from './gather.ts';

const MOST_PROPERTIES = 1_000;

/**
 * What the author says a value may be, the best first: a constant, examples, the default, listed values. An
 * object that stands in a member of `allOf` is only a hint for its properties, and not among them.
 *
 * @param index - begins with another one for each index, so that items of a list differ as far as they can
 */
export function givenValues({ parts, own }: Gathered, index: number): JsonText[] {
  const isNull = (text: JsonText): boolean => text.trim() === 'null';
  const whole = (texts: readonly JsonText[], at: number): JsonText[] =>
    texts.filter((text) => !isNull(text) && (at < own || parts.length === 1 || !/^\s*\{/.test(text)));
  const rotate = (texts: readonly JsonText[]): JsonText[] => {
    const start = texts.length > 0 ? index % texts.length : 0;
    return [...texts.slice(start), ...texts.slice(0, start)];
  };
  const constants = parts.flatMap((part) => (part.const === undefined ? [] : [part.const]));
  const examples = parts.flatMap((part, at) => whole(part.examples ?? [], at));
  const listed = listedValues(parts);
  const values = listed.filter((text) => !isNull(text));
  const presets = parts.flatMap((part, at) => (part.default === undefined ? [] : whole([part.default], at)));
  const rest = index === 0 ? [...presets, ...values] : [...rotate(values), ...presets];
  return [...constants, ...rotate(examples), ...rest.slice(0, 20), ...(values.length === 0 ? listed : [])];
}

/** The properties of example objects that stand in any part: each is a hint for one property. */
export function givenProperties(parts: readonly SchemaObject[]): Map<string, JsonText> {
  const hints = new Map<string, JsonText>();
  for (const part of parts) {
    const text = part.examples?.[0] ?? part.default;
    const node = text === undefined ? undefined : parseJson(text);
    if (text === undefined || node?.kind !== 'object') continue;
    for (const { key, value } of node.entries) {
      if (!hints.has(key)) hints.set(key, text.slice(value.start, value.end));
    }
  }
  return hints;
}

/** Properties by name, in order; several schemas for one name hold together. */
export function propertiesOf(parts: readonly SchemaObject[]): Map<string, Schema> {
  const found = new Map<string, Schema>();
  for (const { name, schema } of parts.flatMap((part) => part.properties ?? []).slice(0, MOST_PROPERTIES)) {
    const before = found.get(name);
    found.set(name, before === undefined ? schema : { allOf: [before, schema] });
  }
  return found;
}

/** Whether a property doesn't travel in this direction. */
export function isHidden(schema: Schema, work: Work): boolean {
  const parts = gather(schema, work.schemas, { budget: work.budget })?.parts ?? [];
  return parts.some((part) => (work.direction === 'request' ? part.readOnly : part.writeOnly));
}

/** Takes out of a given value what doesn't travel in this direction. */
export function withoutHidden(text: JsonText, gathered: Gathered, work: Work): JsonText {
  const node = parseJson(text);
  return node.kind === 'object' || node.kind === 'array' ? visible(text, node, gathered, work) : text;
}

function visible(text: JsonText, node: JsonNode, { parts }: Gathered, work: Work): JsonText {
  // The value's own depth bounds this walk, so references above don't end it.
  const inner = (child: JsonNode, schema: Schema | undefined): JsonText => {
    const found = schema === undefined ? undefined : gather(schema, work.schemas, { budget: work.budget });
    return found ? visible(text, child, found, work) : text.slice(child.start, child.end);
  };
  if (node.kind === 'array') {
    const items = parts.find((part) => part.items !== undefined)?.items;
    return `[${node.items.map((item) => inner(item, items)).join(',')}]`;
  }
  if (node.kind !== 'object') return text.slice(node.start, node.end);
  const properties = propertiesOf(parts);
  const kept = node.entries.flatMap(({ key, value }) => {
    const schema = properties.get(key);
    if (schema !== undefined && isHidden(schema, work)) return [];
    return `${quoteJson(key)}:${inner(value, schema)}`;
  });
  return `{${kept.join(',')}}`;
}
