import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { parsePointer } from '../../model/json-pointer.ts';
import { parseJson } from '../../model/json-text.ts';
import type { Schema, SchemaId, Schemas } from '../../model/schema-object.ts';
import { validateJson } from '../../schema/validate.ts';
import type { SchemaViolation } from '../../schema/violation.ts';
import { exampleEntries, isBareValue, schemaExamples } from '../example-entries.ts';
import { normalizeSchema } from '../normalize/schema.ts';
import { diagnose } from '../report.ts';
import { child, type Spot, step } from '../spot.ts';
import type { Check, CheckInput } from './check.ts';
import { violationSentence } from './example-words.ts';
import { takeInventory } from './inventory.ts';

/** How many times schemas may meet values in one example, and in all of a description. */
const BUDGET = { one: 200_000, all: 3_000_000 };
/** How many differences of one example are told. */
const MAX_TOLD = 5;

type Direction = 'request' | 'response';

/** A value with the schema that it is an example for. */
interface Sample {
  readonly kind: 'example' | 'default';
  readonly value: Spot;
  readonly schema: Spot;
  /** None where the value may be sent either way. */
  readonly direction?: Direction;
}

function isJson(mediaType: string): boolean {
  return /[/+]json\b/i.test(mediaType);
}

/** Whether a media type stands in a request or in a response, as far as its place tells. */
function directionOf({ pointer }: Spot): Direction | undefined {
  const last = /^.*\/(requestBody|requestBodies|parameters|responses)(?=\/|$)/.exec(pointer)?.[1];
  return last === undefined ? undefined : last === 'responses' ? 'response' : 'request';
}

/** The data of an Example Object; a serialized one is text, which its own schema doesn't describe. */
function dataOf(example: Spot, { references }: CheckInput): Spot | undefined {
  const target = references.follow(example);
  if (target && isBareValue(target)) return target;
  return target && (child(target, 'dataValue') ?? child(target, 'value'));
}

/** The examples beside a schema: of a parameter, a header or a media type. */
function besideSchema(owner: Spot, direction: Direction | undefined, input: CheckInput): Sample[] {
  const schema = child(owner, 'schema');
  if (!schema) return [];
  const lone = child(owner, 'example');
  const named = child(owner, 'examples');
  const map = named && input.references.follow(named);
  const values = [
    ...(lone ? [lone] : []),
    ...(map ? exampleEntries(map).flatMap(({ value }) => dataOf(value, input) ?? []) : []),
  ];
  return values.map((value) => ({ kind: 'example', value, schema, ...(direction ? { direction } : {}) }));
}

/** A text beside a media type that isn't JSON is what goes over the wire, and no data. */
function ofMediaType(owner: Spot, input: CheckInput): Sample[] {
  const samples = besideSchema(owner, directionOf(owner), input);
  if (isJson(owner.key?.name ?? '')) return samples;
  return samples.filter(({ value }) => value.node.kind !== 'string');
}

function inSchema(schema: Spot): Sample[] {
  const preset = child(schema, 'default');
  const lone = child(schema, 'example');
  const list = child(schema, 'examples');
  return [
    ...(preset ? [{ kind: 'default', value: preset, schema } as const] : []),
    ...(lone ? [{ kind: 'example', value: lone, schema } as const] : []),
    ...(list ? schemaExamples(list).map((value) => ({ kind: 'example', value, schema }) as const) : []),
  ];
}

/** Reads schemas one by one, as the model does; those that references name are in the model. */
function openSchemas({ api, references }: CheckInput): { schemas: Schemas; read(spot: Spot): Schema } {
  const schemas: { [id: SchemaId]: Schema } = { ...api.schemas };
  const read = (spot: Spot): Schema =>
    normalizeSchema(spot, {
      references,
      operationKeys: { of: () => '', byId: () => undefined, byNode: () => undefined },
      refer: (reference) => references.idOfReference(reference),
      keep: (target) => references.idOf(target),
      keepRead: (target, schema) => {
        schemas[references.idOf(target)] ??= schema;
        return references.idOf(target);
      },
    });
  return { schemas, read };
}

class Validator {
  readonly open: ReturnType<typeof openSchemas>;
  left = BUDGET.all;
  unchecked: Spot[] = [];

  constructor(input: CheckInput) {
    this.open = openSchemas(input);
  }

  violations({ value, schema, direction }: Sample): readonly SchemaViolation[] {
    const read = this.open.read(schema);
    // What may go either way is wrong only where it is wrong both ways.
    const [first, second] = direction ? [direction] : (['request', 'response'] as const);
    const found = this.validate(read, value, first);
    if (found.length === 0 || !second) return found;
    return this.validate(read, value, second).length === 0 ? [] : found;
  }

  validate(schema: Schema, value: Spot, direction: Direction): readonly SchemaViolation[] {
    const budget = { left: Math.min(BUDGET.one, this.left) };
    const given = budget.left;
    const options = { direction, limit: MAX_TOLD, budget };
    const found = validateJson(this.open.schemas, schema, value.node, options);
    this.left -= given - Math.max(0, budget.left);
    if (budget.left >= 0) return found;
    this.unchecked.push(value);
    return [];
  }
}

/** The part of a value that a violation is about. */
function partAt(value: Spot, instancePath: string): Spot {
  let spot = value;
  for (const token of parsePointer(instancePath) ?? []) spot = step(spot, token) ?? spot;
  return spot;
}

/** An object that somebody wrote as a text is the commonest slip. */
function holdsJson({ node }: Spot): boolean {
  return node.kind === 'string' && /^\s*[{[]/.test(node.value) && parseJson(node.value).kind !== 'problem';
}

function tell({ kind, value }: Sample, violation: SchemaViolation): Diagnostic {
  const spot = partAt(value, violation.instancePath);
  const asText = violation.code === 'type' && holdsJson(spot);
  return diagnose(spot, {
    code: `${kind}-invalid`,
    severity: 'warning',
    message: violationSentence(violation, kind, value),
    fix: asText
      ? 'Write it as an object or a list, not as a text that holds one.'
      : `Correct the ${kind} or the schema.`,
    onKey: violation.code === 'property-unknown',
  });
}

/**
 * Examples and defaults fit their schemas. What a schema says of `format` and `pattern` isn't looked at: a pattern
 * out of a description is never run.
 */
export const checkExamples: Check = (input) => {
  const inventory = takeInventory(input.references);
  const samples = [
    ...inventory.of('parameter').flatMap((spot) => besideSchema(spot, 'request', input)),
    ...inventory.of('header').flatMap((spot) => besideSchema(spot, 'response', input)),
    ...inventory.of('media-type').flatMap((spot) => ofMediaType(spot, input)),
    ...inventory.of('schema').flatMap(inSchema),
  ];
  const validator = new Validator(input);
  const found = samples.flatMap((sample) => validator.violations(sample).map((violation) => tell(sample, violation)));
  const [first] = validator.unchecked;
  if (!first) return found;
  const message = `This example is too large to be checked, or too much was checked before; so are ${validator.unchecked.length - 1} others.`;
  return [...found, diagnose(first, { code: 'example-unchecked', severity: 'info', message })];
};
