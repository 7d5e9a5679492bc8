import type { JsonNode, JsonText } from '../model/json-text.ts';
import { parseJson } from '../model/json-text.ts';
import type { Schema, SchemaId, SchemaObject, Schemas } from '../model/schema-object.ts';
import { checkArray, checkObject } from './validate-parts.ts';
import { checkValue } from './validate-value.ts';
import type { Meeting, Outcome, Run, ValidateOptions } from './validation.ts';
import { absorb, report, tell } from './validation.ts';
import type { SchemaViolation } from './violation.ts';

/** The stack holds this many nested schemas, each behind a reference and a branch; what lies deeper is not looked at. */
const MAX_DEPTH = 700;

/**
 * Says where a value differs from a schema, by JSON Schema 2020-12. Numbers are compared exactly, lengths
 * count code points, the last of repeated keys counts, `format` and `content…` assert nothing, and a
 * `discriminator` only chooses which branch's violations are told, unless it is asked to decide.
 *
 * @param value - JSON text or its tree; text that isn't JSON is one violation, `not-json`
 * @returns the first violations; empty when the value fits
 * @see JSON Schema 2020-12; OpenAPI 3.2, "Schema Object"
 */
export function validateJson(
  schemas: Schemas,
  schema: Schema,
  value: JsonText | JsonNode,
  options: ValidateOptions = {},
): SchemaViolation[] {
  const node = typeof value === 'string' ? parseJson(value) : value;
  if (node.kind === 'problem') {
    const { fault, line, column } = node;
    return [{ instancePath: '', keyword: 'json', code: 'not-json', values: { fault, line, column } }];
  }
  const run: Run = {
    limit: 20,
    ...options,
    schemas,
    known: new Map(),
    depth: 0,
    check: (part, value, path) => check(run, part, value, path, []),
  };
  return run.check(schema, node, '').violations;
}

/** Shared by all values that have no properties, or no items: nothing is ever added to it. */
const NONE = new Set<never>();

/** @param following - the references that led here without moving on in the value: meeting one again is a circle */
function check(run: Run, schema: Schema, node: JsonNode, path: string, following: readonly SchemaId[]): Outcome {
  const outcome: Outcome = {
    violations: [],
    names: node.kind === 'object' ? new Set() : NONE,
    items: 0,
    contained: node.kind === 'array' ? new Set() : NONE,
  };
  const meeting: Meeting = { run, schema: typeof schema === 'boolean' ? {} : schema, node, path, outcome };
  if (schema === false) report(meeting, 'false', 'never', {});
  if (typeof schema === 'boolean' || run.depth > MAX_DEPTH) return outcome;
  if (run.budget) run.budget.left -= 1;
  if (run.budget && run.budget.left < 0) return outcome;
  run.depth += 1;
  checkReference(meeting, following);
  if (isReference(schema)) {
    run.depth -= 1;
    return outcome;
  }
  checkValue(meeting);
  checkCombinations(meeting, following);
  if (node.kind === 'array') checkArray(meeting, node.items);
  if (node.kind === 'object') checkObject(meeting, new Map(node.entries.map((entry) => [entry.key, entry.value])));
  run.depth -= 1;
  return outcome;
}

const references = new WeakMap<SchemaObject, boolean>();

/** Whether a schema demands nothing itself: most are a reference, with a description at most. */
function isReference(schema: SchemaObject): boolean {
  if (schema.ref === undefined) return false;
  const known = references.get(schema) ?? Object.keys(schema).every((key) => ASIDE.has(key));
  references.set(schema, known);
  return known;
}

const ASIDE: ReadonlySet<string> = new Set<keyof SchemaObject>([
  ...(['ref', 'source', 'title', 'description', 'deprecated', 'readOnly', 'writeOnly', 'examples'] as const),
]);

function checkReference(meeting: Meeting, following: readonly SchemaId[]): void {
  const { run, schema, node, path } = meeting;
  const id = schema.ref;
  if (id === undefined || following.includes(id)) return;
  const known = run.known.get(node) ?? new Map<SchemaId, Outcome>();
  const seen = known.get(id) ?? check(run, run.schemas[id] ?? true, node, path, [...following, id]);
  run.known.set(node, known.set(id, seen));
  tell(meeting, seen.violations);
  absorb(meeting, seen);
}

function checkCombinations(meeting: Meeting, following: readonly SchemaId[]): void {
  const { run, schema, node, path } = meeting;
  const against = (part: Schema) => check(run, part, node, path, following);
  const demand = (part: Schema) => {
    const seen = against(part);
    tell(meeting, seen.violations);
    absorb(meeting, seen);
  };
  for (const part of schema.allOf ?? []) demand(part);
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const branches = schema[keyword];
    if (!branches) continue;
    const seen = branches.map(against);
    const fitting = seen.filter(({ violations }) => violations.length === 0);
    for (const branch of fitting) absorb(meeting, branch);
    if (fitting.length === 0) tellNearest(meeting, keyword, branches, seen);
    if (keyword === 'oneOf' && fitting.length > 1 && !isDecided(meeting, branches, seen)) {
      report(meeting, keyword, 'several-branches', { count: fitting.length });
    }
  }
  if (schema.not !== undefined && against(schema.not).violations.length === 0) report(meeting, 'not', 'not', {});
  if (schema.if !== undefined) {
    const seen = against(schema.if);
    const fits = seen.violations.length === 0;
    if (fits) absorb(meeting, seen);
    const next = fits ? schema.then : schema.else;
    if (next !== undefined) demand(next);
  }
  if (node.kind !== 'object') return;
  for (const { name, schema: part } of schema.dependentSchemas ?? []) {
    if (node.entries.some((entry) => entry.key === name)) demand(part);
  }
}

/** Whether one of several branches that fit is known to be meant. */
function isDecided(meeting: Meeting, branches: readonly Schema[], seen: readonly Outcome[]): boolean {
  const named = meeting.run.discriminatorDecides ? discriminated(meeting) : undefined;
  const index = branches.findIndex((branch) => typeof branch === 'object' && branch.ref === named);
  return named !== undefined && seen[index]?.violations.length === 0;
}

/** "Fits none of 5" helps nobody: where it is clear which branch was meant, tells what that one misses. */
function tellNearest(
  meeting: Meeting,
  keyword: 'anyOf' | 'oneOf',
  branches: readonly Schema[],
  seen: readonly Outcome[],
): void {
  const { path } = meeting;
  const named = discriminated(meeting);
  const meant = seen.filter(({ violations }, index) => {
    const branch = branches[index];
    if (named !== undefined) return typeof branch === 'object' && branch.ref === named;
    return !violations.some(({ instancePath, code }) =>
      instancePath === path
        ? code === 'type' || code === 'never'
        : code === 'const' && instancePath.lastIndexOf('/') === path.length,
    );
  });
  const [only] = meant;
  if (only && meant.length === 1) tell(meeting, only.violations);
  else report(meeting, keyword, 'no-branch', { count: branches.length });
}

/** The schema that the value of the discriminator's property names, by `mapping` or by its own name. */
function discriminated({ run, schema, node }: Meeting): SchemaId | undefined {
  const { discriminator } = schema;
  if (!discriminator || node.kind !== 'object') return undefined;
  const value = node.entries.findLast((entry) => entry.key === discriminator.propertyName)?.value;
  if (value?.kind !== 'string') return discriminator.defaultMapping;
  const mapped = discriminator.mapping.find((entry) => entry.value === value.value)?.ref;
  const implied = `#/components/schemas/${value.value}`;
  return mapped ?? (Object.hasOwn(run.schemas, implied) ? implied : discriminator.defaultMapping);
}
