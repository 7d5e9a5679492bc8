import { type JsonText, quoteJson } from '../model/json-text.ts';
import type { Discriminator, Schema, SchemaId, SchemaObject, Schemas } from '../model/schema-object.ts';
import { discriminatorValues } from './discriminator.ts';
import { isLeaf } from './leaf.ts';
import { referenceOf } from './reference-of.ts';
import { typeOf } from './type-of.ts';

/** Everything that applies to one value: references followed, allOf opened, one branch of oneOf/anyOf chosen. */
export interface Gathered {
  /** The schema itself first, then what it refers to, its allOf members and the chosen branches. */
  readonly parts: readonly SchemaObject[];
  /** How many of `parts`, from the start, are the schema itself and what it refers to. */
  readonly own: number;
  readonly refs: ReadonlySet<SchemaId>;
  /** Values that discriminators ask for, by property name. */
  readonly tags: ReadonlyMap<string, JsonText>;
}

interface Gathering {
  readonly parts: SchemaObject[];
  own: number;
  readonly refs: Set<SchemaId>;
  readonly tags: Map<string, JsonText>;
}

/** How many schemas one value may draw together; a pathological net of allOf stops here. */
const MAX_PARTS = 500;

/** How many more schemas may be looked at: branches within branches that all fail would else take for ever. */
export interface Budget {
  left: number;
}

export interface GatherOptions {
  /** The references that lead here through properties and items. */
  readonly above?: ReadonlySet<SchemaId>;
  /** Lowered by what is spent. */
  readonly budget?: Budget;
  /** Another choice of branches for each number, as far as there are others; 0 is the best guess. */
  readonly turn?: number;
}

/**
 * Collects the schemas that hold for one value.
 *
 * @returns nothing when no value fits, when the schema is already being shown above (recursion), or when the
 *   budget is used up
 */
export function gather(schema: Schema, schemas: Schemas, options: GatherOptions = {}): Gathered | undefined {
  const { above = NOTHING, budget = { left: 10_000 }, turn = 0 } = options;
  if (isLeaf(schema)) {
    budget.left -= 1;
    return budget.left < 0 ? undefined : gatheredLeaf(schema);
  }
  const into: Gathering = { parts: [], own: 0, refs: new Set(), tags: new Map() };
  const place: Place = { schemas, above, budget, turn, chain: [], own: true };
  return collect(schema, place, into) && addRules(place, into) ? into : undefined;
}

const NOTHING: ReadonlySet<SchemaId> = new Set();
const NO_TAGS: ReadonlyMap<string, JsonText> = new Map();
const leaves = new WeakMap<SchemaObject, Gathered>();

function gatheredLeaf(schema: SchemaObject): Gathered {
  const known = leaves.get(schema) ?? { parts: [schema], own: 1, refs: NOTHING, tags: NO_TAGS };
  leaves.set(schema, known);
  return known;
}

interface Place {
  readonly schemas: Schemas;
  readonly above: ReadonlySet<SchemaId>;
  readonly budget: Budget;
  readonly turn: number;
  /** The named schemas opened since the value began or a branch was chosen. */
  readonly chain: readonly SchemaId[];
  readonly own: boolean;
}

function collect(schema: Schema, place: Place, into: Gathering): boolean {
  if (typeof schema === 'boolean') return schema;
  place.budget.left -= 1;
  if (place.budget.left < 0) return false;
  if (into.parts.length >= MAX_PARTS) return true;
  into.parts.push(schema);
  if (place.own) into.own = into.parts.length;
  if (schema.discriminator) settleBase(schema.discriminator, schema, place, into);
  if (schema.ref !== undefined && !follow(schema.ref, place, into)) return false;
  for (const member of schema.allOf ?? []) {
    if (!collect(member, { ...place, own: false }, into)) return false;
  }
  return choose(schema, schema.oneOf, place, into) && choose(schema, schema.anyOf, place, into);
}

function follow(ref: SchemaId, place: Place, into: Gathering): boolean {
  if (place.above.has(ref)) return false;
  if (into.refs.has(ref)) return true;
  into.refs.add(ref);
  return collect(place.schemas[ref] ?? true, { ...place, chain: [...place.chain, ref] }, into);
}

/**
 * Takes the first branch that a value can have and that agrees with what is gathered so far; a deprecated or
 * null one only where nothing else is left.
 */
function choose(schema: SchemaObject, branches: readonly Schema[] | undefined, place: Place, into: Gathering): boolean {
  if (!branches || branches.length === 0) return true;
  const rank = (branch: Schema): number =>
    typeof branch === 'boolean' ? 0 : isNull(branch) ? 2 : branch.deprecated ? 1 : 0;
  const ranked = branches.map((branch) => ({ branch, rank: rank(branch) })).sort((a, b) => a.rank - b.rank);
  const first = place.turn % ranked.length;
  const ordered = [...ranked.slice(first), ...ranked.slice(0, first)];
  let spare: Gathering | undefined;
  for (const { branch } of ordered) {
    const attempt: Gathering = {
      parts: [...into.parts],
      own: into.own,
      refs: new Set(into.refs),
      tags: new Map(into.tags),
    };
    if (!collect(branch, { ...place, chain: [], own: false }, attempt)) continue;
    const ref = referenceOf(branch);
    const found = schema.discriminator;
    if (found && ref !== undefined) attempt.tags.set(found.propertyName, tagOf(found, ref));
    if (agrees(attempt.parts)) return adopt(attempt, into);
    spare ??= attempt;
  }
  return spare ? adopt(spare, into) : false;
}

/** What follows from the properties that must be there, and from one outcome of each `if`. */
function addRules(place: Place, into: Gathering): boolean {
  // Few schemas have rules, and values are built for all.
  if (!into.parts.some((part) => part.dependentSchemas || part.if !== undefined)) return true;
  const inner = { ...place, own: false };
  const seen = new Set<SchemaObject>();
  // Rules bring in parts that have rules of their own.
  for (const part of into.parts) {
    if (seen.has(part)) continue;
    seen.add(part);
    const { dependentSchemas = [] } = part;
    const required = new Set(dependentSchemas.length > 0 ? into.parts.flatMap((one) => one.required ?? []) : []);
    for (const { name, schema } of dependentSchemas) {
      if (required.has(name) && !collect(schema, inner, into)) return false;
    }
    if (part.if === undefined) continue;
    const rules = place.turn % 2 === 0 ? [part.else ?? true] : [part.if, part.then ?? true];
    if (!rules.every((rule) => collect(rule, inner, into))) return false;
  }
  return true;
}

function adopt(from: Gathering, into: Gathering): true {
  into.parts.splice(0, into.parts.length, ...from.parts);
  for (const ref of from.refs) into.refs.add(ref);
  for (const [name, value] of from.tags) into.tags.set(name, value);
  return true;
}

/** Whether types and listed values leave anything; other keywords are not weighed. */
function agrees(parts: readonly SchemaObject[]): boolean {
  const listed = parts.some((part) => part.const !== undefined || part.enum !== undefined);
  if (listed && listedValues(parts).length === 0) return false;
  return typeOf(parts) !== undefined || !parts.some((part) => part.types);
}

/** The values that every `const` and `enum` allows, as far as the first hundred of the shortest list tell. */
export function listedValues(parts: readonly SchemaObject[]): JsonText[] {
  const lists = parts.flatMap((part) => {
    if (part.const !== undefined) return [[part.const]];
    return part.enum === undefined ? [] : [part.enum];
  });
  const shortest = lists.reduce((least, list) => (list.length < least.length ? list : least), lists[0] ?? []);
  return shortest.slice(0, 100).filter((value) => lists.every((list) => list.includes(value)));
}

function isNull(schema: SchemaObject): boolean {
  return (schema.types?.length === 1 && schema.types[0] === 'null') || schema.const === 'null';
}

/**
 * A base schema names its heirs: `Cat` with `allOf: [Pet]` has Pet's discriminator say Cat. A value of Pet itself is
 * that of the first heir, since the discriminator's property must name one.
 */
function settleBase(found: Discriminator, schema: SchemaObject, place: Place, into: Gathering): void {
  if (schema.oneOf || schema.anyOf || into.tags.has(found.propertyName)) return;
  const above = place.chain.slice(0, -1);
  const heir = above.find((ref) => found.mapping.some((entry) => entry.ref === ref)) ?? above[0];
  if (heir !== undefined) into.tags.set(found.propertyName, tagOf(found, heir));
  else choose(schema, heirsOf(found), place, into);
}

function heirsOf({ mapping }: Discriminator): readonly Schema[] {
  return mapping.map(({ ref }) => ({ ref }));
}

function tagOf(discriminator: Discriminator, ref: SchemaId): JsonText {
  return quoteJson(discriminatorValues(discriminator, ref)[0] ?? '');
}
