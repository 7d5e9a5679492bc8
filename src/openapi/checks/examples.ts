import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { parsePointer } from '../../model/json-pointer.ts';
import { type JsonNode, parseJson } from '../../model/json-text.ts';
import type { Schema, SchemaId, Schemas } from '../../model/schema-object.ts';
import { validateJson } from '../../schema/validate.ts';
import type { SchemaViolation } from '../../schema/violation.ts';
import { exampleEntries, heldJson, isBareValue, schemaExamples } from '../example-entries.ts';
import { normalizeSchema } from '../normalize/schema.ts';
import { diagnose } from '../report.ts';
import { child, type Spot, scalarText, step } from '../spot.ts';
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
  /** It goes over the wire as text, which `1` and `"1"` are both. */
  readonly asText?: boolean;
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

/** The examples beside the schema of a media type, a parameter or a header. */
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

/** The examples of parameters or headers, and those in their own schemas. */
function ofText(owners: readonly Spot[], direction: Direction, input: CheckInput): Sample[] {
  return owners
    .flatMap((owner) => besideSchema(owner, direction, input))
    .map((sample) => ({ ...sample, asText: true }));
}

/** A text beside a media type that isn't JSON is what goes over the wire, and no data. */
function ofMediaType(owner: Spot, input: CheckInput): Sample[] {
  const samples = besideSchema(owner, directionOf(owner), input);
  if (isJson(owner.key?.name ?? '')) return samples;
  return samples.filter(({ value }) => value.node.kind !== 'string');
}

/** The schemas whose values, or items, go over the wire as text. */
function textSchemas(owners: readonly Spot[]): Set<JsonNode> {
  const schemas = owners.flatMap((owner) => child(owner, 'schema') ?? []);
  return new Set([...schemas, ...schemas.flatMap((schema) => child(schema, 'items') ?? [])].map(({ node }) => node));
}

function inSchema(schema: Spot, asText: boolean): Sample[] {
  const preset = child(schema, 'default');
  const lone = child(schema, 'example');
  const list = child(schema, 'examples');
  return [
    ...(preset ? [{ kind: 'default', value: preset, schema, asText } as const] : []),
    ...(lone ? [{ kind: 'example', value: lone, schema, asText } as const] : []),
    ...(list ? schemaExamples(list).map((value) => ({ kind: 'example', value, schema, asText }) as const) : []),
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

  violations(sample: Sample): readonly SchemaViolation[] {
    const read = this.open.read(sample.schema);
    const found = this.inDirections(read, sample, sample.value);
    const twin = sample.asText && found.length > 0 ? textTwin(sample.value) : undefined;
    const other = twin ? this.inDirections(read, sample, twin) : found;
    return other.some(({ code, instancePath }) => code === 'type' && instancePath === '') ? found : other;
  }

  inDirections(schema: Schema, { direction }: Sample, value: Spot): readonly SchemaViolation[] {
    // What may go either way is wrong only where it is wrong both ways.
    const [first, second] = direction ? [direction] : (['request', 'response'] as const);
    const found = this.validate(schema, value, first);
    if (found.length === 0 || !second) return found;
    return this.validate(schema, value, second).length === 0 ? [] : found;
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

/** The value of another type that is the same text: `"1"` for `1` and the other way around. */
function textTwin(value: Spot): Spot | undefined {
  const { node } = value;
  const { start, end } = node;
  if (node.kind === 'number' || node.kind === 'boolean')
    return { ...value, node: { kind: 'string', value: scalarText(value) ?? '', start, end } };
  const read = node.kind === 'string' ? parseJson(node.value) : undefined;
  return read?.kind === 'number' || read?.kind === 'boolean' ? { ...value, node: { ...read, start, end } } : undefined;
}

/** The part of a value that a violation is about. */
function partAt(value: Spot, instancePath: string): Spot {
  let spot = value;
  for (const token of parsePointer(instancePath) ?? []) spot = step(spot, token) ?? spot;
  return spot;
}

function tell({ kind, value }: Sample, violation: SchemaViolation): Diagnostic {
  const spot = partAt(value, violation.instancePath);
  const asText = violation.code === 'type' && heldJson(spot.node) !== undefined;
  return diagnose(spot, {
    code: `${kind}-invalid`,
    // Branches that one value fits at once are common, and no service minds.
    severity: violation.code === 'several-branches' ? 'info' : 'warning',
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
  const parameters = inventory.of('parameter');
  const headers = inventory.of('header');
  const asText = textSchemas([...parameters, ...headers]);
  const samples = [
    ...ofText(parameters, 'request', input),
    ...ofText(headers, 'response', input),
    ...inventory.of('media-type').flatMap((spot) => ofMediaType(spot, input)),
    ...inventory.of('schema').flatMap((schema) => inSchema(schema, asText.has(schema.node))),
  ];
  const validator = new Validator(input);
  const found = samples.flatMap((sample) => validator.violations(sample).map((violation) => tell(sample, violation)));
  const [first] = validator.unchecked;
  if (!first) return found;
  const message = `This example is too large to be checked, or too much was checked before; so are ${validator.unchecked.length - 1} others.`;
  return [...found, diagnose(first, { code: 'example-unchecked', severity: 'info', message })];
};
