import type { JsonNode } from '../model/json-text.ts';
import type { Schema, SchemaObject, Schemas } from '../model/schema-object.ts';
import { canonicalJson } from './canonical.ts';
import type { Meeting } from './validation.ts';
import { report, tell } from './validation.ts';
import { pointerStep, shownValue } from './violation.ts';

/** The keywords about the items of an array. Comes after the combinations, whose items `unevaluatedItems` leaves out. */
export function checkArray(meeting: Meeting, items: readonly JsonNode[]): void {
  const { run, schema, path, outcome } = meeting;
  const { minItems, maxItems, prefixItems = [] } = schema;
  const count = items.length;
  if (minItems !== undefined && count < Number(minItems)) {
    report(meeting, 'minItems', 'too-few-items', { limit: minItems, count });
  }
  if (maxItems !== undefined && count > Number(maxItems)) {
    report(meeting, 'maxItems', 'too-many-items', { limit: maxItems, count });
  }
  if (schema.uniqueItems) reportRepeated(meeting, items);
  const at = (index: number, part: Schema) => run.check(part, items[index] ?? NOTHING, path + pointerStep(index));
  /** `known` says which items some keyword has looked at. */
  const rest = (keyword: string, part: Schema, known: (index: number) => boolean) => {
    for (let index = 0; index < count; index += 1) {
      if (known(index)) continue;
      if (part === false) report(meeting, keyword, 'item-unknown', { index }, pointerStep(index));
      else tell(meeting, at(index, part).violations);
    }
    outcome.items = count;
  };

  prefixItems.slice(0, count).forEach((part, index) => {
    tell(meeting, at(index, part).violations);
  });
  outcome.items = Math.max(outcome.items, Math.min(prefixItems.length, count));
  if (schema.items !== undefined) rest('items', schema.items, (index) => index < prefixItems.length);
  if (schema.contains !== undefined) checkContains(meeting, schema.contains, count, at);
  if (schema.unevaluatedItems !== undefined) {
    const { items: seen, contained } = outcome;
    rest('unevaluatedItems', schema.unevaluatedItems, (index) => index < seen || contained.has(index));
  }
}

const NOTHING: JsonNode = { kind: 'null', start: 0, end: 0 };

function reportRepeated(meeting: Meeting, items: readonly JsonNode[]): void {
  const places = new Map<string, number>();
  items.forEach((item, second) => {
    const text = canonicalJson(item);
    const first = places.get(text);
    if (first === undefined) places.set(text, second);
    else report(meeting, 'uniqueItems', 'item-repeated', { first, second, found: shownValue(item) });
  });
}

function checkContains(
  meeting: Meeting,
  part: Schema,
  count: number,
  at: (index: number, part: Schema) => { violations: readonly unknown[] },
): void {
  const { schema, outcome } = meeting;
  const { minContains = '1', maxContains } = schema;
  let fitting = 0;
  for (let index = 0; index < count; index += 1) {
    if (at(index, part).violations.length > 0) continue;
    fitting += 1;
    outcome.contained.add(index);
  }
  if (fitting < Number(minContains)) {
    const keyword = schema.minContains === undefined ? 'contains' : 'minContains';
    report(meeting, keyword, 'too-few-contained', { limit: minContains, count: fitting });
  }
  if (maxContains !== undefined && fitting > Number(maxContains)) {
    report(meeting, 'maxContains', 'too-many-contained', { limit: maxContains, count: fitting });
  }
}

/** The keywords about the properties of an object. Comes after the combinations, as `checkArray` does. */
export function checkObject(meeting: Meeting, values: ReadonlyMap<string, JsonNode>): void {
  const { run, schema, path, outcome } = meeting;
  checkPresence(meeting, values);
  const property = (name: string, value: JsonNode, part: Schema) => {
    tell(meeting, run.check(part, value, path + pointerStep(name)).violations);
    outcome.names.add(name);
  };
  const rest = (keyword: string, part: Schema, known: ReadonlySet<string>) => {
    for (const [name, value] of values) {
      if (known.has(name)) continue;
      if (part === false) report(meeting, keyword, 'property-unknown', { name }, pointerStep(name));
      else property(name, value, part);
      outcome.names.add(name);
    }
  };

  const own = new Set<string>();
  for (const { name, schema: part } of schema.properties ?? []) {
    const value = values.get(name);
    own.add(name);
    if (value) property(name, value, part);
  }
  for (const { pattern, schema: part } of schema.patternProperties ?? []) {
    for (const [name, value] of values) {
      if (run.matches?.(pattern, name)) property(name, value, part);
      // Nobody ran the pattern, so it may be meant for this name.
      if (run.matches?.(pattern, name) ?? true) own.add(name);
      if (!run.matches) outcome.names.add(name);
    }
  }
  if (schema.propertyNames !== undefined) {
    for (const name of values.keys()) {
      const text: JsonNode = { kind: 'string', value: name, start: 0, end: 0 };
      tell(meeting, run.check(schema.propertyNames, text, path + pointerStep(name)).violations);
    }
  }
  if (schema.additionalProperties !== undefined) rest('additionalProperties', schema.additionalProperties, own);
  if (schema.unevaluatedProperties !== undefined) {
    rest('unevaluatedProperties', schema.unevaluatedProperties, new Set(outcome.names));
  }
}

function checkPresence(meeting: Meeting, values: ReadonlyMap<string, JsonNode>): void {
  const { run, schema } = meeting;
  const { minProperties, maxProperties, dependentRequired = [] } = schema;
  const count = values.size;
  if (minProperties !== undefined && count < Number(minProperties)) {
    report(meeting, 'minProperties', 'too-few-properties', { limit: minProperties, count });
  }
  if (maxProperties !== undefined && count > Number(maxProperties)) {
    report(meeting, 'maxProperties', 'too-many-properties', { limit: maxProperties, count });
  }
  const keyword = run.direction === 'request' ? 'readOnly' : 'writeOnly';
  for (const name of schema.required ?? []) {
    if (values.has(name) || (run.direction && isMarked(run.schemas, schema, name, keyword))) continue;
    report(meeting, 'required', 'required', { name });
  }
  for (const { name: because, required } of dependentRequired) {
    if (!values.has(because)) continue;
    for (const name of required) {
      if (!values.has(name)) report(meeting, 'dependentRequired', 'dependent-required', { name, because });
    }
  }
}

/** Whether a property is `readOnly` or `writeOnly`, said beside `required` or in a schema that this one includes. */
function isMarked(schemas: Schemas, schema: SchemaObject, name: string, keyword: 'readOnly' | 'writeOnly'): boolean {
  return included(schemas, schema)
    .flatMap((part) => part.properties?.filter((property) => property.name === name) ?? [])
    .some((property) => included(schemas, property.schema).some((part) => part[keyword]));
}

/** The schema and all that `ref` and `allOf` add to it, each once. */
function included(schemas: Schemas, schema: Schema): readonly SchemaObject[] {
  const found = new Set<SchemaObject>();
  const waiting: Schema[] = [schema];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (typeof part === 'boolean' || found.has(part)) continue;
    found.add(part);
    waiting.push(...(part.allOf ?? []));
    if (part.ref !== undefined) waiting.push(schemas[part.ref] ?? true);
  }
  return [...found];
}
