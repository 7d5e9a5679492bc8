import { nearest } from '../../diagnostics/nearest.ts';
import type { JsonNode } from '../../model/json-text.ts';
import { type Finding, quoteShort } from '../report.ts';
import type { Spot } from '../spot.ts';
import { OBJECTS, SCHEMA_TYPES } from './objects.ts';
import type { KeyRule, ObjectShape, Shape } from './shapes.ts';

/** What authors write who know another version; the slip is one of meaning, not of spelling. */
const GONE = new Map([
  ['nullable', 'Since OpenAPI 3.1 it is `type: [string, "null"]`.'],
  ['additionalItems', 'Since OpenAPI 3.1 it is `items`, with `prefixItems` for the first ones.'],
  ['dependencies', 'Since OpenAPI 3.1 it is `dependentRequired` or `dependentSchemas`.'],
]);

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What has to stand somewhere, for a sentence: `a list`, `a parameter`. */
export function shapeLabel(shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      return 'a text';
    case 'flag':
      return 'true or false';
    case 'number':
      return 'a number';
    case 'count':
      return 'a whole number from 0';
    case 'json':
      return 'a value';
    case 'choice':
      return `one of ${shape.values.join(', ')}`;
    case 'schema-types':
      return `one of ${SCHEMA_TYPES.join(', ')}, or a list of them`;
    case 'list':
      return 'a list';
    case 'map':
      return 'an object';
    case 'schema':
      return 'a schema';
    case 'object':
      return OBJECTS.get(shape.name)?.label ?? 'an object';
  }
}

function foundLabel(spot: Spot): string {
  const { node } = spot;
  switch (node.kind) {
    case 'object':
      return 'an object';
    case 'array':
      return 'a list';
    case 'string':
      return `the text ${quoteShort(node.value)}`;
    case 'number':
      return `the number ${node.text.length > 40 ? `${node.text.slice(0, 40)}…` : node.text}`;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}

function nameOf(spot: Spot): string {
  return spot.key ? `"${spot.key.name}"` : 'This item';
}

function wrongType(spot: Spot, shape: Shape, fix?: string): Finding {
  const label =
    shape.kind === 'object' || shape.kind === 'schema' ? `an object, ${shapeLabel(shape)}` : shapeLabel(shape);
  const message = `${nameOf(spot)} has to be ${label}, but it is ${foundLabel(spot)}.`;
  return { code: 'wrong-type', severity: 'error', message, ...(fix === undefined ? {} : { fix }) };
}

function wrongChoice(spot: Spot, given: string, values: readonly string[]): Finding {
  const better = nearest(given, values);
  return {
    code: 'value-invalid',
    severity: 'error',
    message: `${nameOf(spot)} can't be ${quoteShort(given)}.`,
    fix: better === undefined ? `Write one of ${values.join(', ')}.` : `Did you mean "${better}"?`,
  };
}

function choiceFinding(spot: Spot, shape: Shape, values: readonly string[]): Finding | undefined {
  const { node } = spot;
  if (node.kind !== 'string') return wrongType(spot, shape);
  return values.includes(node.value) ? undefined : wrongChoice(spot, node.value, values);
}

function typesFinding(spot: Spot, shape: Shape): Finding | undefined {
  const { node } = spot;
  if (node.kind !== 'array') return choiceFinding(spot, shape, SCHEMA_TYPES);
  for (const item of node.items) {
    if (item.kind === 'null') return NULL_TYPE;
    const wrong = choiceFinding({ ...spot, node: item }, shape, SCHEMA_TYPES);
    if (wrong) return wrong;
  }
  return undefined;
}

const NULL_TYPE: Finding = {
  code: 'wrong-type',
  severity: 'error',
  message: 'A type is null here, which stands for no value.',
  fix: 'Write "null" in quotes.',
};

function isCount(node: JsonNode): boolean {
  const value = node.kind === 'number' ? Number(node.text) : Number.NaN;
  return Number.isInteger(value) && value >= 0;
}

/** A key with nothing after it, which YAML reads as null. */
export function emptyFinding(spot: Spot, shape: Shape): Finding {
  if (shape.kind === 'schema-types' && spot.node.end > spot.node.start) return NULL_TYPE;
  return {
    code: 'value-empty',
    severity: 'warning',
    message: `${nameOf(spot)} has no value; it is ignored.`,
    fix: 'Give it a value, or remove it.',
  };
}

/** What is wrong with the value itself, before one looks inside; nothing when its type fits. */
export function valueFinding(spot: Spot, shape: Shape): Finding | undefined {
  const { kind } = spot.node;
  switch (shape.kind) {
    case 'text':
      if (kind === 'string') return undefined;
      if (kind !== 'number' && kind !== 'boolean') return wrongType(spot, shape);
      return { ...wrongType(spot, shape, 'Put it in quotes.'), severity: 'warning' };
    case 'flag':
      return kind === 'boolean' ? undefined : wrongType(spot, shape, 'Write true or false, without quotes.');
    case 'number':
      return kind === 'number' ? undefined : wrongType(spot, shape, 'Write a number, without quotes.');
    case 'count':
      return isCount(spot.node) ? undefined : wrongType(spot, shape);
    case 'choice':
      return choiceFinding(spot, shape, shape.values);
    case 'schema-types':
      return typesFinding(spot, shape);
    case 'list':
      return kind === 'array' ? undefined : wrongType(spot, shape, 'Start each item with "- ", or use [ ].');
    case 'schema':
      return kind === 'object' || kind === 'boolean' ? undefined : wrongType(spot, shape);
    case 'map':
    case 'object':
      return kind === 'object' ? undefined : wrongType(spot, shape);
    case 'json':
      return undefined;
  }
}

/**
 * A key that has no place in the object. Near a known one it is a slip that would lose what the author
 * wrote, so an error; else it is told and ignored. JSON Schema allows any keyword, so there it only warns.
 *
 * @param better - the known key that was probably meant
 */
export function unknownKey(key: string, better: string | undefined, object: ObjectShape, isSchema: boolean): Finding {
  const gone = isSchema ? GONE.get(key) : undefined;
  return {
    code: isSchema ? 'keyword-unknown' : 'key-unknown',
    severity: better !== undefined && !isSchema ? 'error' : 'warning',
    message: `${capital(object.label)} has no ${isSchema ? 'keyword' : 'field'} ${quoteShort(key)}; it is ignored.`,
    fix: gone ?? (better === undefined ? 'Remove it, or let its name start with "x-".' : `Did you mean "${better}"?`),
    onKey: true,
  };
}

export function newerKey(key: string, object: ObjectShape): Finding {
  return {
    code: 'key-newer',
    severity: 'warning',
    message: `${capital(object.label)} has the field "${key}" since OpenAPI 3.2, and this description says 3.1.`,
    fix: 'Write `openapi: 3.2.0`.',
    onKey: true,
  };
}

/** @param mild - the page can do without it */
export function missingField(name: string, object: ObjectShape, mild: boolean): Finding {
  return {
    code: 'field-missing',
    severity: mild ? 'warning' : 'error',
    message: `${capital(object.label)} needs the field "${name}".`,
    fix: `Add \`${name}:\`.`,
  };
}

/** What is wrong with a key of a map. */
export function keyFinding(key: string, rule: KeyRule | undefined): Finding | undefined {
  if (rule === 'path' && !key.startsWith('/')) {
    const message = `The path ${quoteShort(key)} has to start with "/".`;
    return { code: 'path-slash', severity: 'error', message, fix: `Write ${quoteShort(`/${key}`)}.`, onKey: true };
  }
  if (rule === 'status' && key !== 'default' && !/^[1-5](?:\d\d|XX)$/.test(key)) {
    const message = `${quoteShort(key)} is no status of a response.`;
    const fix = 'Write a status such as "200", a range such as "4XX", or "default".';
    return { code: 'status-invalid', severity: 'error', message, fix, onKey: true };
  }
  if (rule === 'component' && !/^[\w.-]+$/.test(key)) {
    const message = `The name ${quoteShort(key)} has characters that the standard doesn't allow for a component.`;
    const fix = 'Use only A to Z, a to z, 0 to 9, ".", "_" and "-".';
    return { code: 'component-name', severity: 'warning', message, fix, onKey: true };
  }
  return undefined;
}
