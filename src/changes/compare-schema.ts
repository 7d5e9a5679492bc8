import type { Discriminator, Schema, SchemaId, SchemaObject, Schemas } from '../model/schema-object.ts';
import { type MergedSchema, mergeSchema } from '../schema/merge.ts';
import { referenceOf } from '../schema/reference-of.ts';
import type { Change, ChangeKind, Direction, Effect } from './change.ts';
import { compareValues, type Shift, type ValueChange } from './compare-values.ts';

/** What one comparison of two descriptions remembers. */
export interface Comparing {
  readonly before: Schemas;
  readonly after: Schemas;
  /** What changed in each named schema, by direction and id: compared once, wherever it is used. */
  readonly named: Map<string, NamedChanges>;
}

interface NamedChanges {
  readonly own: Change[];
  /** The keys in `named` of the schemas that it refers to. */
  readonly refs: Set<string>;
}

/** The two schemas of one place, and where that is. */
interface Pair {
  readonly before: Schema;
  readonly after: Schema;
  readonly direction: Direction;
  /** Where the changes are told: a named schema, or a place in an operation. */
  readonly at: (path: readonly string[]) => Change['place'];
  readonly path: readonly string[];
  /** Gets what changed here, and the named schemas to look into. */
  readonly found: NamedChanges;
  /** Both sides of what is open already: a schema without a name that holds itself ends there. */
  readonly open: readonly (readonly [Schema, Schema])[];
}

/** Deeper than any description that people read; a pathological one stops here. */
const DEEPEST = 60;

/** Compares two schemas that stand at one place of an operation. */
export function compareSchemas(
  comparing: Comparing,
  before: Schema | undefined,
  after: Schema | undefined,
  place: { readonly direction: Direction; readonly operation: string; readonly path: readonly string[] },
): NamedChanges {
  const found: NamedChanges = { own: [], refs: new Set() };
  const { direction, operation, path } = place;
  const at = (inner: readonly string[]): Change['place'] => ({ operation, path: inner });
  compare(comparing, { before: before ?? true, after: after ?? true, direction, at, path, found, open: [] });
  return found;
}

function compare(comparing: Comparing, pair: Pair): void {
  const { before, after, direction, found, open } = pair;
  const id = referenceOf(before);
  if (
    id !== undefined &&
    id === referenceOf(after) &&
    Object.hasOwn(comparing.before, id) &&
    Object.hasOwn(comparing.after, id)
  ) {
    const key = `${direction} ${id}`;
    found.refs.add(key);
    if (comparing.named.has(key)) return;
    const inside: NamedChanges = { own: [], refs: new Set() };
    comparing.named.set(key, inside);
    const at = (path: readonly string[]): Change['place'] => ({ schema: id, path });
    compareOpened(comparing, {
      before: comparing.before[id] ?? true,
      after: comparing.after[id] ?? true,
      direction,
      at,
      path: [],
      found: inside,
      open: [],
    });
    return;
  }
  if (open.length > DEEPEST || open.some(([one, other]) => one === before && other === after)) return;
  compareOpened(comparing, { ...pair, open: [...open, [before, after]] });
}

function compareOpened(comparing: Comparing, pair: Pair): void {
  const was = mergeSchema(comparing.before, pair.before);
  const is = mergeSchema(comparing.after, pair.after);
  // Two refer to what the other lacks: nothing more can be said.
  if (was.missing.length > 0 || is.missing.length > 0) return;
  if (was.never !== is.never) {
    tell(pair, { code: is.never ? 'nothing-fits' : 'something-fits', shift: is.never ? 'narrower' : 'wider' });
    return;
  }
  for (const change of compareValues(was.schema, is.schema)) tell(pair, change);
  compareNotes(pair, was.schema, is.schema);
  compareProperties(comparing, pair, was, is);
  compareOthers(comparing, pair, was.schema, is.schema);
  compareItems(comparing, pair, was.schema, is.schema);
  for (const keyword of ['oneOf', 'anyOf'] as const) compareBranches(comparing, pair, keyword, was.schema, is.schema);
  compareDiscriminators(pair, was.schema.discriminator, is.schema.discriminator);
  compareConditions(pair, was, is);
}

/** Annotations: of them only a default and what is hidden or deprecated can matter to a program. */
function compareNotes(pair: Pair, before: SchemaObject, after: SchemaObject): void {
  if (before.default !== after.default) {
    add(pair, 'default-changed', 'changed', pair.direction === 'request' ? 'risky' : 'compatible', {
      ...(before.default === undefined ? {} : { before: before.default }),
      ...(after.default === undefined ? {} : { after: after.default }),
    });
  }
  if (Boolean(before.deprecated) !== Boolean(after.deprecated)) {
    add(pair, after.deprecated ? 'deprecated' : 'deprecation-lifted', 'changed', 'compatible');
  }
}

/** Whether a property is there in this direction. */
function isThere(schema: Schema, comparing: Schemas, direction: Direction): boolean {
  const { readOnly, writeOnly } = mergeSchema(comparing, schema).schema;
  return direction === 'request' ? !readOnly : !writeOnly;
}

function compareProperties(comparing: Comparing, pair: Pair, was: MergedSchema, is: MergedSchema): void {
  const { direction, path } = pair;
  const visible = ({ schema }: MergedSchema, schemas: Schemas): Map<string, Schema> =>
    new Map(
      (schema.properties ?? []).flatMap(({ name, schema: one }) =>
        isThere(one, schemas, direction) ? [[name, one] as const] : [],
      ),
    );
  const old = visible(was, comparing.before);
  const now = visible(is, comparing.after);
  const needed = new Set(was.schema.required);
  const needs = new Set(is.schema.required);
  for (const [name, before] of old) {
    const inner = { ...pair, path: [...path, name] };
    const after = now.get(name);
    if (after === undefined) {
      add(inner, 'property-removed', 'removed', removedEffect(direction, needed.has(name), is.schema));
      continue;
    }
    if (needed.has(name) !== needs.has(name)) {
      const isNeeded = needs.has(name);
      const breaks = direction === 'request' ? isNeeded : !isNeeded;
      add(inner, isNeeded ? 'property-required' : 'property-optional', 'changed', breaks ? 'breaking' : 'compatible');
    }
    compare(comparing, { ...inner, before, after });
  }
  for (const name of now.keys()) {
    if (old.has(name)) continue;
    const breaks = direction === 'request' && needs.has(name);
    const code = needs.has(name) ? 'required-property-added' : 'property-added';
    add({ ...pair, path: [...path, name] }, code, 'added', breaks ? 'breaking' : 'compatible');
  }
  // Names that are demanded without being described.
  for (const name of needs) {
    if (needed.has(name) || old.has(name) || now.has(name) || direction !== 'request') continue;
    if ((is.schema.properties ?? []).some((one) => one.name === name)) continue;
    add({ ...pair, path: [...path, name] }, 'property-required', 'changed', 'breaking');
  }
}

function removedEffect(direction: Direction, wasNeeded: boolean, after: SchemaObject): Effect {
  if (direction === 'response') return wasNeeded ? 'breaking' : 'risky';
  // What isn't known any more may be refused, or passed over.
  return after.additionalProperties === false || after.unevaluatedProperties === false ? 'breaking' : 'risky';
}

function compareOthers(comparing: Comparing, pair: Pair, before: SchemaObject, after: SchemaObject): void {
  const was = before.additionalProperties ?? before.unevaluatedProperties ?? true;
  const is = after.additionalProperties ?? after.unevaluatedProperties ?? true;
  if (was !== false && is === false) tell(pair, { code: 'other-properties-refused', shift: 'narrower' });
  else if (was === false && is !== false) tell(pair, { code: 'other-properties-allowed', shift: 'wider' });
  else if (was !== is) compare(comparing, { ...pair, path: [...pair.path, '*'], before: was, after: is });
  const patterns = new Map((before.patternProperties ?? []).map(({ pattern, schema }) => [pattern, schema]));
  for (const { pattern, schema } of after.patternProperties ?? []) {
    const known = patterns.get(pattern);
    if (known !== undefined)
      compare(comparing, { ...pair, path: [...pair.path, `/${pattern}/`], before: known, after: schema });
  }
}

function compareItems(comparing: Comparing, pair: Pair, before: SchemaObject, after: SchemaObject): void {
  const inner = (name: string): Pair => ({ ...pair, path: [...pair.path, name] });
  if (before.items !== undefined || after.items !== undefined) {
    compare(comparing, { ...inner('[]'), before: before.items ?? true, after: after.items ?? true });
  }
  const was = before.prefixItems ?? [];
  const is = after.prefixItems ?? [];
  for (let index = 0; index < Math.max(was.length, is.length); index += 1) {
    const one = was[index] ?? before.items ?? true;
    const other = is[index] ?? after.items ?? true;
    compare(comparing, { ...inner(`[${index}]`), before: one, after: other });
  }
  for (const [keyword, name] of [
    ['contains', 'contains'],
    ['propertyNames', 'property names'],
    ['contentSchema', 'content'],
  ] as const) {
    if (before[keyword] === after[keyword]) continue;
    compare(comparing, { ...inner(name), before: before[keyword] ?? true, after: after[keyword] ?? true });
  }
}

/** Branches are the same where they have one name, or where they stand at one place without a name. */
function compareBranches(
  comparing: Comparing,
  pair: Pair,
  keyword: 'oneOf' | 'anyOf',
  before: SchemaObject,
  after: SchemaObject,
): void {
  const was = namedBranches(before[keyword]);
  const is = namedBranches(after[keyword]);
  if (was.size === 0 && is.size === 0) return;
  if (was.size === 0) {
    tell(pair, { code: 'choice-added', shift: 'narrower', after: [...is.keys()].join(', ') });
    return;
  }
  if (is.size === 0) {
    tell(pair, { code: 'choice-dropped', shift: 'wider', before: [...was.keys()].join(', ') });
    return;
  }
  for (const [name, one] of was) {
    const other = is.get(name);
    if (other === undefined) tell(pair, { code: 'branch-removed', shift: 'narrower', before: name });
    else compare(comparing, { ...pair, path: [...pair.path, name], before: one, after: other });
  }
  for (const name of is.keys()) if (!was.has(name)) tell(pair, { code: 'branch-added', shift: 'wider', after: name });
}

function namedBranches(branches: readonly Schema[] = []): Map<string, Schema> {
  const named = new Map<string, Schema>();
  for (const [index, branch] of branches.entries()) {
    const own = typeof branch === 'object' ? (referenceOf(branch)?.replace(/^.*\//, '') ?? branch.title) : undefined;
    const name = own === undefined || named.has(own) ? `branch ${index + 1}` : own;
    named.set(name, branch);
  }
  return named;
}

function compareDiscriminators(pair: Pair, before: Discriminator | undefined, after: Discriminator | undefined): void {
  if (!before || !after) return;
  if (before.propertyName !== after.propertyName) {
    const names = { before: before.propertyName, after: after.propertyName };
    add(pair, 'discriminator-changed', 'changed', 'breaking', names);
  }
  const was = new Map(before.mapping.map(({ value, ref }) => [value, ref]));
  const is = new Map(after.mapping.map(({ value, ref }) => [value, ref]));
  for (const [value, ref] of was) {
    const now: SchemaId | undefined = is.get(value);
    if (now === undefined) tell(pair, { code: 'discriminator-value-removed', shift: 'narrower', before: value });
    else if (now !== ref)
      add(pair, 'discriminator-value-changed', 'changed', 'breaking', { before: value, after: value });
  }
  for (const value of is.keys())
    if (!was.has(value)) tell(pair, { code: 'discriminator-value-added', shift: 'wider', after: value });
}

/** Conditions have no order of narrower and wider that could be told in general. */
function compareConditions(pair: Pair, was: MergedSchema, is: MergedSchema): void {
  for (const keyword of ['not', 'if', 'then', 'else', 'dependentRequired', 'dependentSchemas'] as const) {
    if (text(was.schema[keyword]) === text(is.schema[keyword])) continue;
    add(pair, 'condition-changed', 'changed', 'risky', { before: keyword, after: keyword });
  }
  if (text(was.more.map(({ schema }) => schema)) !== text(is.more.map(({ schema }) => schema))) {
    add(pair, 'condition-changed', 'changed', 'risky', { before: 'allOf', after: 'allOf' });
  }
}

/** Without where it was written. */
function text(value: unknown): string {
  return JSON.stringify(value, (key, one) => (key === 'source' || key === 'description' ? undefined : one)) ?? '';
}

/** Of these no program can be sure that it meets one: it was told of some values, and others come. */
const ONLY_RISKY =
  /^(?:enum-value-added|branch-added|discriminator-value-added|format-|other-properties-allowed|pattern-changed)/;

/** What a narrower or wider choice of values means, by who writes them. */
function effectOf({ code, shift }: { readonly code: string; readonly shift: Shift }, direction: Direction): Effect {
  const harms = shift === 'other' || shift === (direction === 'request' ? 'narrower' : 'wider');
  if (!harms) return 'compatible';
  if (code === 'pattern-changed') return direction === 'request' ? 'breaking' : 'risky';
  if (code === 'format-changed' && shift === 'other') return 'breaking';
  return ONLY_RISKY.test(code) ? 'risky' : 'breaking';
}

function tell(pair: Pair, { code, shift, before, after }: ValueChange): void {
  const kind: ChangeKind = /-added$/.test(code) ? 'added' : /-(?:removed|dropped)$/.test(code) ? 'removed' : 'changed';
  add(pair, code, kind, effectOf({ code, shift }, pair.direction), {
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  });
}

function add(
  { found, at, path, direction }: Pair,
  code: string,
  kind: ChangeKind,
  effect: Effect,
  values: Pick<Change, 'before' | 'after'> = {},
): void {
  found.own.push({ code, kind, effect, place: at(path), direction, ...values });
}
