import { formatJson, type JsonNode, type JsonText, parseJson, quoteJson } from '../model/json-text.ts';
import type { Schema, SchemaId, SchemaObject, Schemas } from '../model/schema-object.ts';
import { exampleNumber } from './example-number.ts';
import { exampleString } from './example-string.ts';
import { type Budget, type Gathered, gather, listedValues, typeOf } from './gather.ts';
import type { Direction } from './tree.ts';

export interface ExampleOptions {
  /** A request leaves `readOnly` properties out, an answer `writeOnly` ones. */
  readonly direction: Direction;
  /** What a string says of which nothing is known; `string` when left out. */
  readonly text?: string;
}

interface Work {
  readonly schemas: Schemas;
  readonly direction: Direction;
  readonly text: string;
  /** Values made and characters written so far: examples stop growing there, whatever the schema asks for. */
  nodes: number;
  characters: number;
  readonly budget: Budget;
}

/** Where a value stands: the references above it, how deep, and which one it is in an array. */
interface Place {
  readonly above: ReadonlySet<SchemaId>;
  readonly depth: number;
  readonly index: number;
}

const MANY_NODES = 300;
const MOST_NODES = 1_000;
const MOST_CHARACTERS = 50_000;
const MOST_SCHEMAS = 200_000;
const MOST_PROPERTIES = 1_000;
const MOST_ITEMS = 10;
const DEEPEST = 20;
/** An optional property that nothing marks as worth showing is shown this often, where none is required. */
const FEW = 3;

/**
 * An example value of a schema: what the author gave (const, examples, default, enum) first, else built from
 * the types. A request shows the required properties and those with an example of their own, an answer shows
 * all but the deprecated ones. Recursion is cut, size is bounded, and the same schema always gives the same text.
 *
 * @param schemas - what `ref`s lead to
 * @returns JSON laid out as `formatJson` does; `null` where no value is allowed
 */
export function buildExample(schema: Schema, schemas: Schemas, options: ExampleOptions): JsonText {
  const { direction, text = 'string' } = options;
  const work: Work = { schemas, direction, text, nodes: 0, characters: 0, budget: { left: MOST_SCHEMAS } };
  return formatJson(build(schema, { above: new Set(), depth: 0, index: 0 }, work) ?? 'null');
}

/** Whether a schema or what it refers to says itself what its value may be: const, examples, default or enum. */
export function givenExample(schema: Schema, schemas: Schemas): JsonText | undefined {
  const gathered = gather(schema, schemas);
  return gathered && given(gathered, 0);
}

function build(schema: Schema, place: Place, work: Work): JsonText | undefined {
  const gathered = gather(schema, work.schemas, place.above, work.budget);
  if (!gathered || work.nodes >= MOST_NODES || work.characters >= MOST_CHARACTERS || place.depth > DEEPEST) {
    return undefined;
  }
  work.nodes += 1;
  const inside = { above: union(place.above, gathered.refs), depth: place.depth + 1, index: 0 };
  const text = given(gathered, place.index);
  if (text !== undefined) {
    work.characters += text.length;
    return withoutHidden(text, gathered, inside, work);
  }
  switch (typeOf(gathered.parts)) {
    case 'object':
      return object(gathered, inside, work);
    case 'array':
      return array(gathered.parts, inside, work);
    case 'string':
      return count(quoteJson(exampleString(gathered.parts, work.text, place.index)), work);
    case 'integer':
      return exampleNumber(gathered.parts, true, place.index);
    case 'number':
      return exampleNumber(gathered.parts, false, place.index);
    case 'boolean':
      return place.index % 2 === 0 ? 'true' : 'false';
    case 'null':
      return 'null';
    case undefined:
      return '{}';
  }
}

function union(one: ReadonlySet<SchemaId>, other: ReadonlySet<SchemaId>): ReadonlySet<SchemaId> {
  return other.size > 0 ? new Set([...one, ...other]) : one;
}

function count(text: JsonText, work: Work): JsonText {
  work.characters += text.length;
  return text;
}

/** What the author gave; an example object of one allOf member is only a hint for its properties. */
function given({ parts, own }: Gathered, index: number): JsonText | undefined {
  const isNull = (text: JsonText): boolean => text.trim() === 'null';
  const whole = (texts: readonly JsonText[], at: number): JsonText[] =>
    texts.filter((text) => !isNull(text) && (at < own || parts.length === 1 || !/^\s*\{/.test(text)));
  const constant = parts.find((part) => part.const !== undefined)?.const;
  if (constant !== undefined) return constant;
  const examples = parts.flatMap((part, at) => whole(part.examples ?? [], at));
  if (examples.length > 0) return examples[index % examples.length];
  const listed = listedValues(parts);
  const values = listed.filter((text) => !isNull(text));
  const preset = parts.flatMap((part, at) => (part.default === undefined ? [] : whole([part.default], at)))[0];
  // Items of a list differ as far as they can.
  if (preset !== undefined && (index === 0 || values.length === 0)) return preset;
  return values[index % values.length] ?? listed[0];
}

/** Properties by name, in order; several schemas for one name hold together. */
function propertiesOf(parts: readonly SchemaObject[]): Map<string, Schema> {
  const found = new Map<string, Schema>();
  for (const { name, schema } of parts.flatMap((part) => part.properties ?? []).slice(0, MOST_PROPERTIES)) {
    const before = found.get(name);
    found.set(name, before === undefined ? schema : { allOf: [before, schema] });
  }
  return found;
}

function isHidden(schema: Schema, place: Place, work: Work): boolean {
  const parts = gather(schema, work.schemas, place.above, work.budget)?.parts ?? [];
  return parts.some((part) => (work.direction === 'request' ? part.readOnly : part.writeOnly));
}

function object({ parts, tags }: Gathered, place: Place, work: Work): JsonText {
  const properties = propertiesOf(parts);
  const hints = hintsOf(parts);
  const required = new Set(parts.flatMap((part) => part.required ?? []).slice(0, MOST_PROPERTIES));
  const extra = parts.find((part) => part.additionalProperties !== undefined)?.additionalProperties ?? true;
  for (const name of [...tags.keys(), ...required, ...hints.keys()]) {
    if (!properties.has(name)) properties.set(name, extra === false ? true : extra);
  }
  const shown = choose(parts, properties, { required, hints, tags, place, work });

  const entries: string[] = [];
  for (const [name, schema] of properties) {
    const must = required.has(name) || tags.has(name);
    if (!shown.has(name) || isHidden(schema, place, work)) continue;
    if (!must && work.nodes >= MANY_NODES) continue;
    const value =
      tags.get(name) ?? hints.get(name) ?? build(schema, place, work) ?? (must ? leastValue(schema, work) : undefined);
    if (value !== undefined) entries.push(`${count(quoteJson(name), work)}:${value}`);
  }
  const least = Math.max(0, ...parts.map((part) => part.minProperties ?? 0));
  // A map shows one entry, so that its values are seen at all.
  const open = properties.size === 0 && typeof extra === 'object' ? Math.max(1, least) : least;
  for (let number = 1; extra !== false && entries.length < Math.min(open, MOST_ITEMS); number += 1) {
    const value = build(extra, { ...place, index: number - 1 }, work);
    if (value === undefined) break;
    const name = number === 1 ? 'key' : `key${number}`;
    if (!properties.has(name)) entries.push(`${count(quoteJson(name), work)}:${value}`);
  }
  return `{${entries.join(',')}}`;
}

interface Choice {
  readonly required: ReadonlySet<string>;
  readonly hints: ReadonlyMap<string, JsonText>;
  readonly tags: ReadonlyMap<string, JsonText>;
  readonly place: Place;
  readonly work: Work;
}

/** Which properties are shown. */
function choose(parts: readonly SchemaObject[], properties: ReadonlyMap<string, Schema>, choice: Choice): Set<string> {
  const { required, hints, tags, place, work } = choice;
  const shown = new Set([...required, ...tags.keys(), ...hints.keys()]);
  const optional = [...properties].filter(([name, schema]) => {
    if (shown.has(name)) return false;
    const own = gather(schema, work.schemas, place.above, work.budget)?.parts ?? [];
    return !own.some((part) => part.deprecated);
  });
  const told = optional.filter(
    ([, schema]) => work.direction === 'response' || (typeof schema === 'object' && (schema.examples?.length ?? 0) > 0),
  );
  const least = Math.max(0, ...parts.map((part) => part.minProperties ?? 0));
  const wanted = shown.size === 0 && told.length === 0 ? Math.max(FEW, least) : least - shown.size - told.length;
  const rest = optional.filter((entry) => !told.includes(entry)).slice(0, Math.max(0, wanted));
  for (const [name] of [...told, ...rest]) shown.add(name);
  for (const { name, required: more } of parts.flatMap((part) => part.dependentRequired ?? [])) {
    if (shown.has(name)) for (const other of more) shown.add(other);
  }
  return shown;
}

/** The properties of example objects that stand in allOf members or branches. */
function hintsOf(parts: readonly SchemaObject[]): Map<string, JsonText> {
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

/** Stands in for a required value that can't be made: recursion, or the bounds of this example. */
function leastValue(schema: Schema, work: Work): JsonText {
  const parts = gather(schema, work.schemas, new Set(), work.budget)?.parts ?? [];
  if (parts.some((part) => part.types?.includes('null'))) return 'null';
  const least = { object: '{}', array: '[]', string: '""', integer: '0', number: '0', boolean: 'false', null: 'null' };
  const type = typeOf(parts);
  return type === undefined ? 'null' : least[type];
}

function array(parts: readonly SchemaObject[], place: Place, work: Work): JsonText {
  const fixed = parts.find((part) => part.prefixItems)?.prefixItems ?? [];
  const rest = parts.flatMap((part) => (part.items === undefined ? [] : [part.items]));
  const items: Schema | undefined =
    rest.length > 1 ? { allOf: rest } : (rest[0] ?? parts.find((part) => part.contains !== undefined)?.contains);
  const least = Math.max(0, ...parts.map((part) => part.minItems ?? part.minContains ?? 0));
  const most = Math.min(MOST_ITEMS, ...parts.map((part) => part.maxItems ?? MOST_ITEMS));
  const wanted = Math.min(most, Math.max(least, fixed.length, items === undefined ? 0 : 1));
  const values: JsonText[] = [];
  for (let at = 0; at < wanted; at += 1) {
    const value = build(fixed[at] ?? items ?? true, { ...place, index: Math.max(0, at - fixed.length) }, work);
    if (value === undefined) break;
    values.push(value);
  }
  return `[${values.join(',')}]`;
}

/** Takes out of a given value what doesn't travel in this direction. */
function withoutHidden(text: JsonText, gathered: Gathered, place: Place, work: Work): JsonText {
  const node = parseJson(text);
  return node.kind === 'object' || node.kind === 'array' ? visible(text, node, gathered, place, work) : text;
}

function visible(text: JsonText, node: JsonNode, { parts }: Gathered, place: Place, work: Work): JsonText {
  // The value's own depth bounds this walk, so references above don't end it.
  const inner = (child: JsonNode, schema: Schema | undefined): JsonText => {
    const found = schema === undefined ? undefined : gather(schema, work.schemas, new Set(), work.budget);
    return found ? visible(text, child, found, place, work) : text.slice(child.start, child.end);
  };
  if (node.kind === 'array') {
    const items = parts.find((part) => part.items !== undefined)?.items;
    return `[${node.items.map((item) => inner(item, items)).join(',')}]`;
  }
  if (node.kind !== 'object') return text.slice(node.start, node.end);
  const properties = propertiesOf(parts);
  const kept = node.entries.flatMap(({ key, value }) => {
    const schema = properties.get(key);
    if (schema !== undefined && isHidden(schema, { ...place, above: new Set() }, work)) return [];
    return `${quoteJson(key)}:${inner(value, schema)}`;
  });
  return `{${kept.join(',')}}`;
}
