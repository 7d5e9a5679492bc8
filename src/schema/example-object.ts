import { type JsonText, quoteJson } from '../model/json-text.ts';
import type { Schema, SchemaObject } from '../model/schema-object.ts';
import { givenProperties, isHidden, propertiesOf } from './example-given.ts';
import { examplePattern } from './example-pattern.ts';
import { exampleString } from './example-string.ts';
import { fits, leastValue, type Place, type Work } from './example-work.ts';
import { type Gathered, gather, listedValues } from './gather.ts';

const MANY_NODES = 300;
const MOST_REQUIRED = 1_000;
const MOST_ENTRIES = 10;
/** An optional property that nothing marks as worth showing is shown this often, where none is required. */
const FEW = 3;

/** An object that holds what it must, and of the rest what is worth showing. */
export function exampleObject({ parts, tags }: Gathered, place: Place, work: Work): JsonText {
  const properties = propertiesOf(parts);
  const required = new Set(parts.flatMap((part) => part.required ?? []).slice(0, MOST_REQUIRED));
  const hints = givenProperties(parts);
  const others = otherProperties(parts);
  const isOpen = others.schema !== false;
  for (const name of [...tags.keys(), ...required, ...(isOpen ? hints.keys() : [])]) {
    if (!properties.has(name)) properties.set(name, isOpen ? others.schema : true);
  }
  const shown = choose(parts, properties, { required, hints, tags, place, work });
  for (const name of shown) if (!properties.has(name)) properties.set(name, isOpen ? others.schema : true);

  const entries: string[] = [];
  for (const [name, schema] of properties) {
    const must = required.has(name) || tags.has(name);
    if (!shown.has(name) || isHidden(schema, work)) continue;
    if (!must && work.nodes >= MANY_NODES) continue;
    const value =
      propertyValue(name, schema, { hints, tags, place, work }) ?? (must ? leastValue(schema, work) : undefined);
    if (value !== undefined) entries.push(entry(name, value, work));
  }
  const least = Math.max(0, ...parts.map((part) => Number(part.minProperties ?? 0)));
  // A map shows one entry, so that its values are seen at all.
  const wanted = properties.size === 0 && others.isTold ? Math.max(1, least) : least;
  const bound = Math.max(MOST_ENTRIES, Math.min(least, MOST_REQUIRED));
  const most = Math.min(bound, ...parts.map((part) => Number(part.maxProperties ?? bound)));
  for (let index = 0; isOpen && entries.length < Math.min(wanted, most) && index < 2 * bound; index += 1) {
    const name = otherName(parts, others.pattern, index, work);
    if (properties.has(name)) continue;
    properties.set(name, others.schema);
    const value = work.build(others.schema, { ...place, index });
    if (value === undefined) break;
    entries.push(entry(name, value, work));
  }
  return `{${entries.join(',')}}`;
}

function entry(name: string, value: JsonText, work: Work): string {
  work.characters += name.length + 4;
  return `${quoteJson(name)}:${value}`;
}

interface Given {
  readonly hints: ReadonlyMap<string, JsonText>;
  readonly tags: ReadonlyMap<string, JsonText>;
  readonly place: Place;
  readonly work: Work;
}

function propertyValue(name: string, schema: Schema, { hints, tags, place, work }: Given): JsonText | undefined {
  const tag = tags.get(name);
  // Some descriptions list other values than the names of their schemas, and no mapping.
  if (tag !== undefined && fits(schema, tag, work)) return tag;
  const hint = hints.get(name);
  return hint !== undefined && fits(schema, hint, work) ? hint : work.build(schema, place);
}

interface Choice extends Given {
  readonly required: ReadonlySet<string>;
}

/** Which properties are shown. */
function choose(parts: readonly SchemaObject[], properties: ReadonlyMap<string, Schema>, choice: Choice): Set<string> {
  const { required, hints, tags, place, work } = choice;
  const { amount } = place;
  const shown = new Set([...required, ...tags.keys()]);
  const dependent = new Set(parts.flatMap((part) => part.dependentSchemas?.map((one) => one.name) ?? []));
  const optional = [...properties].filter(([name, schema]) => {
    if (shown.has(name) || dependent.has(name)) return false;
    const found = gather(schema, work.schemas, { above: place.above, budget: work.budget });
    return found !== undefined && !found.parts.some((part) => part.deprecated);
  });
  const told = optional.filter(
    ([name, schema]) =>
      amount !== 'least' &&
      (amount === 'all' ||
        work.direction === 'response' ||
        hints.has(name) ||
        (typeof schema === 'object' && (schema.examples?.length ?? 0) > 0)),
  );
  const least = Math.max(0, ...parts.map((part) => Number(part.minProperties ?? 0)));
  const few = amount === 'least' ? least : Math.max(FEW, least);
  const wanted = shown.size === 0 && told.length === 0 ? few : least - shown.size - told.length;
  const rest = optional.filter((one) => !told.includes(one)).slice(0, Math.max(0, wanted));
  const most = Math.min(...parts.map((part) => Number(part.maxProperties ?? Infinity)));
  for (const [name] of [...told, ...rest]) if (shown.size < most) shown.add(name);
  // A name that is called for may call for others.
  const together = parts.flatMap((part) => part.dependentRequired ?? []);
  for (const name of shown) {
    for (const { name: because, required: more } of together) {
      if (because === name) for (const other of more) shown.add(other);
    }
  }
  return shown;
}

/** What may stand beside the properties that are listed; `isTold` where the author says what it is like. */
function otherProperties(parts: readonly SchemaObject[]): { schema: Schema; pattern?: string; isTold: boolean } {
  const given = parts.flatMap((part) => part.additionalProperties ?? []);
  const [pattern] = parts.flatMap((part) => part.patternProperties ?? []);
  if (given.includes(false) && !pattern) return { schema: false, isTold: true };
  const typed = given.filter((schema) => typeof schema === 'object');
  if (pattern && typed.length === 0) return { ...pattern, isTold: true };
  const schema: Schema = typed.length > 1 ? { allOf: typed } : (typed[0] ?? true);
  return { schema, isTold: typed.length > 0 };
}

/** A name that `propertyNames` and `patternProperties` allow, as far as that is cheap. */
function otherName(parts: readonly SchemaObject[], pattern: string | undefined, index: number, work: Work): string {
  const made = pattern === undefined ? undefined : examplePattern(pattern, { least: 1, most: 100 }, index);
  if (made !== undefined) return made;
  const named = parts.flatMap((part) => part.propertyNames ?? []);
  const rules = named.flatMap((schema) => gather(schema, work.schemas, { budget: work.budget })?.parts ?? []);
  const listed = listedValues(rules).flatMap((text) => (text.startsWith('"') ? [JSON.parse(text) as string] : []));
  return listed[index] ?? exampleString(rules, 'key', index);
}
