import { formatJson, type JsonText, quoteJson } from '../model/json-text.ts';
import type { Schema, SchemaId, Schemas } from '../model/schema-object.ts';
import { exampleArray } from './example-array.ts';
import { givenValues, withoutHidden } from './example-given.ts';
import { keepLeaf } from './example-leaf.ts';
import { exampleNumber } from './example-number.ts';
import { exampleObject } from './example-object.ts';
import { exampleString } from './example-string.ts';
import { fits, type Place, type Work } from './example-work.ts';
import { type Gathered, gather } from './gather.ts';
import { isLeaf } from './leaf.ts';
import { sameSchema } from './same.ts';
import type { Direction } from './tree.ts';
import { typeOf } from './type-of.ts';
import { validateJson } from './validate.ts';

export interface ExampleOptions {
  /** A request leaves `readOnly` properties out, an answer `writeOnly` ones. */
  readonly direction: Direction;
  /** What a string says of which nothing is known; `string` when left out. */
  readonly text?: string;
}

const MOST_NODES = 1_000;
const MOST_CHARACTERS = 50_000;
const MOST_SCHEMAS = 200_000;
const MOST_TRIES = 100;
const DEEPEST = 20;

/**
 * An example value of a schema: what the author gave (const, examples, default, enum) where it fits the schema,
 * else built from the types. A request shows the required properties and those with an example of their own, an
 * answer shows all but the deprecated ones. Recursion is cut, size is bounded, and the same schema always gives
 * the same text. Patterns are read, never run.
 *
 * @param schemas - what `ref`s lead to
 * @returns JSON laid out as `formatJson` does; `null` where no value is allowed
 */
export function buildExample(schema: Schema, schemas: Schemas, options: ExampleOptions): JsonText {
  const { direction, text = 'string' } = options;
  const ref = bareReference(schema);
  if (ref === undefined) return makeExample(schema, schemas, direction, text);
  // A named schema is asked for by every operation that uses it, by its own page and by their copies.
  const known = named.get(schemas) ?? new Map<string, JsonText>();
  named.set(schemas, known);
  const key = JSON.stringify([ref, direction, text]);
  const kept = known.get(key) ?? makeExample(schema, schemas, direction, text);
  known.set(key, kept);
  return kept;
}

/** The named schema that a schema is, with nothing beside the reference. */
function bareReference(schema: Schema): SchemaId | undefined {
  if (typeof schema === 'boolean') return undefined;
  return Object.keys(schema).every((key) => key === 'ref' || key === 'source') ? schema.ref : undefined;
}

const named = new WeakMap<Schemas, Map<string, JsonText>>();

/** Most examples fit as they are made first, and looking at the whole tells that of each value inside. */
function makeExample(schema: Schema, schemas: Schemas, direction: Direction, text: string): JsonText {
  const make = (isChecked: boolean): { readonly value: JsonText | undefined; readonly work: Work } => {
    const work: Work = {
      ...{ schemas, direction, text, isChecked },
      nodes: 0,
      characters: 0,
      unchecked: 0,
      tries: MOST_TRIES,
      budget: { left: MOST_SCHEMAS },
      build: (part, place) => build(part, place, work),
    };
    return { value: build(schema, { above: new Set(), depth: 0, index: 0 }, work), work };
  };
  const { value, work } = make(false);
  const isFine = work.unchecked === 0 || (value !== undefined && fits(schema, value, work));
  return formatJson((isFine ? value : make(true).value) ?? 'null');
}

/** Whether a schema or what it refers to says itself what its value may be: const, examples, default or enum. */
export function givenExample(schema: Schema, schemas: Schemas): JsonText | undefined {
  const gathered = gather(schema, schemas);
  if (!gathered) return undefined;
  const values = givenValues(gathered, 0);
  return values.find((text) => validateJson(schemas, schema, text, { limit: 1 }).length === 0) ?? values[0];
}

function build(schema: Schema, place: Place, work: Work): JsonText | undefined {
  if (!isLeaf(schema) || isFull(work) || place.depth > DEEPEST) return buildOne(schema, place, work);
  return keepLeaf(sameSchema(work.schemas, schema), place.index, work, () => buildOne(schema, place, work));
}

function buildOne(schema: Schema, place: Place, work: Work): JsonText | undefined {
  const { schemas, budget } = work;
  const gathered = gather(schema, schemas, { above: place.above, budget });
  if (!gathered || isFull(work) || place.depth > DEEPEST) return undefined;
  work.nodes += 1;
  const value = given(schema, gathered, place, work) ?? fitting(schema, gathered, place, work);
  if (value !== undefined && !/^[[{]/.test(value)) work.characters += value.length;
  return value;
}

function isFull({ nodes, characters }: Work): boolean {
  return nodes >= MOST_NODES || characters >= MOST_CHARACTERS;
}

/** The first value of the author's that fits, without what doesn't travel in this direction. */
function given(schema: Schema, gathered: Gathered, place: Place, work: Work): JsonText | undefined {
  for (const text of givenValues(gathered, place.index)) {
    const value = withoutHidden(text, gathered, work);
    if (value.length > MOST_CHARACTERS || fits(schema, value, work)) {
      work.characters += value.length;
      return value;
    }
  }
  return undefined;
}

/** Other ways to make a value, for schemas whose rules the first one may break. */
const WAYS: readonly { readonly turn: number; readonly amount?: Place['amount']; readonly further?: number }[] = [
  { turn: 0, amount: 'least' },
  { turn: 1 },
  { turn: 0, amount: 'all' },
  { turn: 0, further: 1 },
  { turn: 2 },
  { turn: 1, amount: 'least' },
  { turn: 3 },
  { turn: 1, further: 1 },
  { turn: 4 },
  { turn: 5 },
  { turn: 6 },
  { turn: 7 },
  { turn: 0, further: 2 },
  { turn: 0, further: 5 },
];

/** What may still fit: anything for a schema without a type, which may say what its values are not; a fraction for numbers. */
function lastResorts({ parts }: Gathered): readonly JsonText[] {
  const type = typeOf(parts);
  if (type === 'number' || type === 'integer') return ['1.5', '0.5'];
  return type === undefined ? ['"string"', '1', '1.5', 'true', '[]', 'null'] : [];
}

/** A value made by the types; made in other ways where it doesn't fit. */
function fitting(schema: Schema, gathered: Gathered, place: Place, work: Work): JsonText | undefined {
  const { nodes, characters } = work;
  const first = make(gathered, place, work);
  if (first === undefined || !hasRules(gathered) || isFull(work)) return first;
  if (!work.isChecked) {
    work.unchecked += 1;
    return first;
  }
  if (fits(schema, first, work)) return first;
  const spent = { nodes: work.nodes, characters: work.characters };
  for (const { turn, amount, further = 0 } of WAYS) {
    if (work.tries <= 0) break;
    work.tries -= 1;
    const { schemas, budget } = work;
    const other = turn === 0 ? gathered : gather(schema, schemas, { above: place.above, budget, turn });
    Object.assign(work, { nodes, characters });
    const way = { ...place, index: place.index + further, ...(amount ? { amount } : {}) };
    const value = other && (given(schema, other, way, work) ?? make(other, way, work));
    if (value !== undefined && fits(schema, value, work)) return value;
  }
  Object.assign(work, spent);
  return lastResorts(gathered).find((value) => fits(schema, value, work)) ?? first;
}

/** Whether the schema demands what making a value by its types doesn't look at, or not always finds. */
function hasRules({ parts }: Gathered): boolean {
  return (
    parts.length > 1 ||
    parts.some((part) => part.oneOf || part.anyOf || part.not !== undefined || part.if !== undefined) ||
    parts.some((part) => part.dependentSchemas || part.uniqueItems || part.contains !== undefined) ||
    parts.some((part) => part.unevaluatedProperties !== undefined || part.propertyNames !== undefined)
  );
}

function make(gathered: Gathered, place: Place, work: Work): JsonText | undefined {
  const { parts, refs } = gathered;
  const above = refs.size > 0 ? new Set([...place.above, ...refs]) : place.above;
  const { amount, inner } = place;
  const inside: Place = {
    above,
    depth: place.depth + 1,
    index: inner ?? 0,
    ...(inner ? { inner } : {}),
    ...(amount ? { amount } : {}),
  };
  switch (typeOf(parts)) {
    case 'object':
      return exampleObject(gathered, inside, work);
    case 'array':
      return exampleArray(parts, inside, work);
    case 'string':
      return quoteJson(exampleString(parts, work.text, place.index));
    case 'integer':
      return exampleNumber(parts, true, place.index);
    case 'number':
      return exampleNumber(parts, false, place.index);
    case 'boolean':
      return place.index % 2 === 0 ? 'true' : 'false';
    case 'null':
      return 'null';
    case undefined:
      return '{}';
  }
}
