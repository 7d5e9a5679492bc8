import { type JsonNode, parseJson } from '../../model/json-text.ts';
import type { Schema, SchemaObject, Schemas } from '../../model/schema-object.ts';
import type { validateJson } from '../../schema/validate.ts';
import { pointerStep, type SchemaViolation } from '../../schema/violation.ts';
import { inTurns } from '../turns.ts';
import { type JsonOutline, keyOf, kindOf, valueEnd, valueStart } from './outline.ts';

export interface Comparison {
  /** In the order of the text, as far as they are kept. */
  readonly violations: readonly SchemaViolation[];
  /** There are more. */
  readonly isFull: boolean;
  /** Parts were left out: too large for a schema that looks at them whole, or beyond what is compared at all. */
  readonly isPartial: boolean;
}

interface CompareOptions {
  /** Loaded by the caller, with the first comparison. */
  readonly validate: typeof validateJson;
  readonly schemas: Schemas;
  readonly signal: AbortSignal;
}

/** The most differences kept. */
export const MOST = 200;
/** A part with no more values and characters is compared as a whole: about a millisecond of work. */
const VALUES = 400;
const CHARACTERS = 50_000;
/** Values looked at in all. */
const ALL = 1_000_000;
/** How often a schema may meet a value in one part: branches that recurse could go on for long. */
const BUDGET = 20_000;

/** Keys of one object. */
const KEYS = 50_000;

/** Keywords that need what is inside of a value; the rest of a schema is told by its outside alone. */
const INNER = [
  'properties',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
  'items',
  'prefixItems',
  'contains',
  'minContains',
  'maxContains',
  'uniqueItems',
  'unevaluatedItems',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'const',
  'enum',
  'ref',
] as const;
/** Those that can't be told piece by piece. */
const WHOLE = [
  'patternProperties',
  'propertyNames',
  'unevaluatedProperties',
  'contains',
  'uniqueItems',
  'unevaluatedItems',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'dependentSchemas',
  'const',
  'enum',
] as const;

/**
 * Says where an answer differs from its schema, as `validateJson` does, but for texts of any length: large values are
 * compared piece by piece, with time for the page in between.
 *
 * @returns `undefined` when it was stopped
 */
export async function compareJson(
  outline: JsonOutline,
  schema: Schema,
  { validate, schemas, signal }: CompareOptions,
): Promise<Comparison | undefined> {
  const violations: SchemaViolation[] = [];
  let isPartial = false;
  let seen = 0;

  const add = (found: readonly SchemaViolation[], path: string): void => {
    for (const one of found) violations.push({ ...one, instancePath: path + one.instancePath });
  };
  const check = (part: Schema, value: JsonNode, path: string): void => {
    const budget = { left: BUDGET };
    const found = validate(schemas, part, value, {
      direction: 'response',
      discriminatorDecides: true,
      limit: MOST,
      budget,
    });
    if (budget.left < 0) isPartial = true;
    else add(found, path);
  };

  function* visit(part: Schema, node: number, path: string, following: readonly string[]): Generator<undefined> {
    if (part === true || violations.length >= MOST) return;
    if (seen > ALL) {
      isPartial = true;
      return;
    }
    const values = outline.after(node) - node;
    const small = values <= VALUES ? smallText(outline, node) : undefined;
    if (small !== undefined) {
      seen += values;
      const value = parseJson(small);
      if (value.kind !== 'problem') check(part, value, path);
      yield;
      return;
    }
    if (values === 1) {
      // A single string of that length.
      isPartial = true;
      return;
    }
    if (part === false) {
      check(part, { kind: 'null', start: 0, end: 0 }, path);
      return;
    }
    yield* inside(part, node, path, following);
  }

  function* inside(part: SchemaObject, node: number, path: string, following: readonly string[]): Generator<undefined> {
    if (WHOLE.some((keyword) => part[keyword] !== undefined && part[keyword] !== false)) isPartial = true;
    if (part.ref !== undefined && !following.includes(part.ref)) {
      yield* visit(schemas[part.ref] ?? true, node, path, [...following, part.ref]);
    }
    for (const one of part.allOf ?? []) yield* visit(one, node, path, following);
    const outside = { ...part };
    for (const keyword of INNER) delete outside[keyword];
    const isObject = kindOf(outline, node) === 'object';
    const properties = new Map(part.properties?.map((one) => [one.name, one.schema]));
    const keys: string[] = [];
    let position = 0;
    for (let child = node + 1; child < outline.after(node); child = outline.after(child)) {
      if (isObject) {
        const name = keyOf(outline, child) ?? '';
        keys.push(name);
        const known = properties.get(name);
        const inner = known ?? (part.patternProperties ? true : (part.additionalProperties ?? true));
        if (inner === false && known === undefined) {
          const values = { name };
          const instancePath = path + pointerStep(name);
          violations.push({ instancePath, keyword: 'additionalProperties', code: 'property-unknown', values });
        } else yield* visit(inner, child, path + pointerStep(name), []);
      } else {
        yield* visit(part.prefixItems?.[position] ?? part.items ?? true, child, path + pointerStep(position), []);
      }
      position += 1;
      seen += 1;
      if (position % VALUES === 0) yield;
      if (violations.length >= MOST) return;
      if (seen > ALL) {
        isPartial = true;
        return;
      }
    }
    if (keys.length > KEYS) {
      isPartial = true;
      return;
    }
    const place = { start: 0, end: 0 };
    const nothing: JsonNode = { kind: 'null', ...place };
    // Only how many there are and what they are called is looked at.
    const shell: JsonNode = isObject
      ? { kind: 'object', entries: keys.map((key) => ({ key, keySpan: place, value: nothing })), ...place }
      : { kind: 'array', items: new Array<JsonNode>(position), ...place };
    check(outside, shell, path);
  }

  const work = visit(schema, 0, '', []);
  if (!(await inTurns(() => work.next().done === true, signal))) return undefined;
  return { violations: violations.slice(0, MOST), isFull: violations.length >= MOST, isPartial };
}

function smallText(outline: JsonOutline, node: number): string | undefined {
  const start = valueStart(outline, node);
  const end = valueEnd(outline, node);
  return end - start <= CHARACTERS ? outline.text.slice(start, end) : undefined;
}
