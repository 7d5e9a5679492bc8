import type { Severity } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { JsonNode } from '../../model/json-text.ts';
import { isBareValue } from '../example-entries.ts';
import { isJsonFile } from '../json-notation.ts';
import { type Finding, quoteShort } from '../report.ts';
import type { Spot } from '../spot.ts';
import type { Version } from '../version.ts';
import { SCHEMA_TYPES } from './schema-keywords.ts';
import { isOlder, type KeyRule, type Need, type ObjectShape, type Shape, type Tables } from './shapes.ts';
import { otherVersionValue } from './structure-hints.ts';

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What has to stand somewhere, for a sentence: `a list`, `a parameter`. */
export function shapeLabel(shape: Shape, { objects }: Pick<Tables, 'objects'>): string {
  switch (shape.kind) {
    case 'text':
      return 'a text';
    case 'flag':
      return 'true or false';
    case 'number':
    case 'exclusive':
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
      return objects.get(shape.name)?.label ?? 'an object';
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

/** Where a value stands, for what is said of it. */
export interface Standing {
  readonly version: Version;
  /** What holds the value is nothing without it. */
  readonly vital: boolean;
  /** What has to stand here, from `shapeLabel`. */
  readonly label: string;
}

/** Nothing is lost with it. */
export function isEmpty({ node }: Spot): boolean {
  if (node.kind === 'array') return node.items.length === 0;
  if (node.kind === 'object') return node.entries.length === 0;
  return node.kind === 'null' || (node.kind === 'string' && node.value === '');
}

function isScalar({ node }: Spot): boolean {
  return node.kind !== 'object' && node.kind !== 'array';
}

/** A value of another type. Where the author wrote more than a word, more than a word is lost. */
function wrongType(spot: Spot, label: string, severity: Severity, fix: string): Finding {
  const message = `${nameOf(spot)} has to be ${label}, but it is ${foundLabel(spot)}.`;
  return { code: 'wrong-type', severity: isEmpty(spot) ? 'warning' : severity, message, fix };
}

/** @param label - `a parameter`, which an object has to be */
function objectLabel(label: string): string {
  return label === 'an object' ? label : `an object, ${label}`;
}

function choiceFinding(
  spot: Spot,
  values: readonly string[],
  { version, vital, label }: Standing,
): Finding | undefined {
  const { node } = spot;
  const severity = vital ? 'error' : 'warning';
  const oneOf = `Write one of ${values.join(', ')}.`;
  if (node.kind !== 'string') return wrongType(spot, label, severity, oneOf);
  if (values.includes(node.value)) return undefined;
  const better = nearest(node.value, values);
  const key = spot.key?.name ?? '';
  // The `in` of a security scheme never was a body.
  const meant = key === 'in' && !values.includes('path') ? undefined : otherVersionValue(version, key, node.value);
  return {
    code: 'value-invalid',
    severity,
    message: `${nameOf(spot)} can't be ${quoteShort(node.value)}.`,
    fix: meant ?? (better === undefined ? oneOf : `Did you mean "${better}"?`),
  };
}

function typesFinding(spot: Spot, standing: Standing): Finding | undefined {
  const { node } = spot;
  const { version } = standing;
  const old = isOlder(version, '3.1');
  if (node.kind !== 'array') {
    if (version === '2.0' && node.kind === 'string' && node.value === 'file') return undefined;
    return choiceFinding(spot, SCHEMA_TYPES, standing) ?? (old ? nullType(spot) : undefined);
  }
  for (const item of node.items) {
    if (item.kind === 'null') return NULL_TYPE;
    const wrong = choiceFinding({ ...spot, node: item }, SCHEMA_TYPES, standing);
    if (wrong) return wrong;
  }
  if (!old) return undefined;
  const message = `A list of types came with OpenAPI 3.1, and this description says ${version}.`;
  const fix = version === '3.0' ? 'Write one type, and `nullable: true` for null.' : 'Write one type.';
  return { code: 'key-newer', severity: 'warning', message, fix, onKey: true };
}

function nullType({ node }: Spot): Finding | undefined {
  if (node.kind !== 'string' || node.value !== 'null') return undefined;
  const message = 'The type "null" came with OpenAPI 3.1.';
  return { code: 'key-newer', severity: 'warning', message, fix: 'Write `nullable: true` beside another type.' };
}

const NULL_TYPE: Finding = {
  code: 'wrong-type',
  severity: 'warning',
  message: 'A type is null here, which stands for no value.',
  fix: 'Write "null" in quotes.',
};

/** `exclusiveMinimum` says that the bound itself is out until OpenAPI 3.0, and is a bound since 3.1. */
function exclusiveFinding(spot: Spot, { version, label }: Standing): Finding | undefined {
  const old = isOlder(version, '3.1');
  const { kind } = spot.node;
  if (kind !== 'boolean' && kind !== 'number') {
    const fix = `Write ${old ? 'true or false' : 'a number'}, without quotes.`;
    return wrongType(spot, old ? 'true or false' : label, 'warning', fix);
  }
  if (kind === (old ? 'boolean' : 'number')) return undefined;
  const bound = spot.key?.name === 'exclusiveMaximum' ? 'maximum' : 'minimum';
  const message = old
    ? `${nameOf(spot)} is a number since OpenAPI 3.1, and this description says ${version}; it is taken as one.`
    : `${nameOf(spot)} is a number since OpenAPI 3.1; with "${bound}" it is taken as before.`;
  const fix = old
    ? `Write \`${bound}:\` and the number, and true here.`
    : `Write the number here instead of "${bound}".`;
  return { code: old ? 'key-newer' : 'key-gone', severity: 'warning', message, fix };
}

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

function listFix({ file }: Spot): string {
  return isJsonFile(file) ? 'Write the items between [ and ].' : 'Start each item with "- ", or use [ ].';
}

function listFinding(spot: Spot, mild: Severity): Finding | undefined {
  if (spot.node.kind === 'array') return undefined;
  if (spot.key?.name === 'required' && spot.node.kind === 'boolean') {
    const message = 'A schema lists the properties that are required; true or false here says nothing.';
    const fix = 'Add the name of this property to `required` of the schema that has it.';
    return { code: 'wrong-type', severity: 'warning', message, fix };
  }
  return wrongType(spot, 'a list', isScalar(spot) ? mild : 'error', listFix(spot));
}

/** Examples that are read as they were meant, though the standard has them in another form. */
export function exampleFinding(spot: Spot, shape: Shape): Finding | undefined {
  if (shape.kind === 'object' && shape.name === 'example' && isBareValue(spot)) {
    const message = `${nameOf(spot)} is the value of an example itself; it is taken as such.`;
    const fix = 'Write it below `value:`, which an example has beside its summary.';
    return { code: 'example-bare', severity: 'warning', message, fix, onKey: true };
  }
  if (spot.key?.name !== 'examples' || isEmpty(spot)) return undefined;
  const { kind } = spot.node;
  const isNamed = shape.kind === 'map' && shape.of.kind === 'object' && shape.of.name === 'example' && !shape.keys;
  if (isNamed && kind === 'array') {
    const message = '"examples" has to be an object here, with a name for each; the items of this list are counted.';
    const fix = 'Give each a name, and its value below `value:`; or write `examples:` in the schema.';
    return { code: 'wrong-type', severity: 'warning', message, fix, onKey: true };
  }
  if (shape.kind === 'list' && kind === 'object') {
    const message = 'A schema has a list of "examples", not names with values; the values are taken.';
    const fix = 'Write the values in a list, or the names beside the schema.';
    return { code: 'wrong-type', severity: 'warning', message, fix, onKey: true };
  }
  return undefined;
}

/** What stands in for a schema that was written as one word. */
function schemaFix(spot: Spot): string {
  const { node } = spot;
  const word = node.kind === 'string' ? node.value : '';
  if (SCHEMA_TYPES.includes(word)) return fieldFix(spot, `type: ${word}`);
  return 'Write a schema in its place, or refer to one by `$ref`.';
}

function objectFix(spot: Spot): string {
  const { node, key, file } = spot;
  if (key?.name === 'discriminator' && node.kind === 'string') return fieldFix(spot, `propertyName: ${node.value}`);
  if (node.kind === 'array') return 'Write names and values instead of items.';
  return isJsonFile(file) ? 'Write its fields between { and }.' : 'Write its fields below it, indented.';
}

/** @param field - of the object that has to stand there, as YAML */
function fieldFix({ file }: Spot, field: string): string {
  return isJsonFile(file) ? `Write \`${field}\` between { and } in its place.` : `Write \`${field}\` below it.`;
}

/** A discriminator was a text in Swagger 2.0; its schema can be read without it. */
function objectSeverity(shape: Shape): Severity {
  return shape.kind === 'object' && shape.name === 'discriminator' ? 'warning' : 'error';
}

function schemaFinding(spot: Spot, label: string): Finding | undefined {
  const { kind } = spot.node;
  if (kind === 'object' || kind === 'boolean') return undefined;
  if (kind !== 'array' || spot.key?.name !== 'items')
    return wrongType(spot, objectLabel(label), 'error', schemaFix(spot));
  const message = '"items" has to be one schema, but it is a list.';
  const fix = 'Since OpenAPI 3.1 schemas of single items stand in `prefixItems`.';
  return { code: 'wrong-type', severity: 'warning', message, fix };
}

const DISCRIMINATOR_TEXT = 'In Swagger 2.0 it is the name of the property alone.';

/** What is wrong with the value itself, before one looks inside; nothing when its type fits. */
export function valueFinding(spot: Spot, shape: Shape, standing: Standing): Finding | undefined {
  const { kind } = spot.node;
  const { label } = standing;
  const severity = standing.vital ? 'error' : 'warning';
  switch (shape.kind) {
    case 'text':
      if (kind === 'string') return undefined;
      if (kind === 'object' && spot.key?.name === 'discriminator')
        return wrongType(spot, label, 'warning', DISCRIMINATOR_TEXT);
      if (kind === 'object') return wrongType(spot, label, 'error', 'Write a text in place of its fields.');
      if (kind === 'array') return wrongType(spot, label, 'error', 'Write one text in place of the list.');
      return wrongType(spot, label, 'warning', 'Put it in quotes.');
    case 'flag':
      return kind === 'boolean' ? undefined : wrongType(spot, label, severity, 'Write true or false, without quotes.');
    case 'number':
      return kind === 'number' ? undefined : wrongType(spot, label, severity, 'Write a number, without quotes.');
    case 'count':
      return isCount(spot.node) ? undefined : wrongType(spot, label, severity, 'Write a whole number, without quotes.');
    case 'exclusive':
      return exclusiveFinding(spot, standing);
    case 'choice':
      return choiceFinding(spot, shape.values, standing);
    case 'schema-types':
      return typesFinding(spot, standing);
    case 'list':
      // Without its branches a schema says less, and says it still.
      if (shape.of.kind === 'schema' && kind === 'object') return wrongType(spot, 'a list', 'warning', listFix(spot));
      // A single word is a list of one; a list of objects can't be read from it.
      return listFinding(spot, ['text', 'json', 'choice'].includes(shape.of.kind) ? severity : 'error');
    case 'schema':
      return schemaFinding(spot, label);
    case 'map':
    case 'object':
      return kind === 'object'
        ? undefined
        : wrongType(spot, objectLabel(label), objectSeverity(shape), objectFix(spot));
    case 'json':
      return undefined;
  }
}

const NO_TABLES = { objects: new Map<string, ObjectShape>() };

/** The same for our own formats, of which nothing is said that its author could do without. */
export function strictFinding(spot: Spot, shape: Shape): Finding | undefined {
  return valueFinding(spot, shape, { version: '3.2', vital: true, label: shapeLabel(shape, NO_TABLES) });
}

/** What is known of a key that has no place in an object. */
export interface Unknown {
  readonly object: ObjectShape;
  readonly isSchema: boolean;
  /** What another version's key is called here. */
  readonly hint: string | undefined;
  /** The known key that was probably meant. */
  readonly better: string | undefined;
  /** What the author wrote is surely meant for that key, and is lost. */
  readonly lost: boolean;
}

/**
 * A key that has no place in the object. As a slip that loses what the author wrote it is an error; else it is
 * told and ignored. JSON Schema allows any keyword, so there it only warns.
 */
export function unknownKey(key: string, { object, isSchema, hint, better, lost }: Unknown): Finding {
  const other = better === undefined ? 'Remove it, or let its name start with "x-".' : `Did you mean "${better}"?`;
  return {
    code: isSchema ? 'keyword-unknown' : 'key-unknown',
    severity: lost ? 'error' : 'warning',
    message: `${capital(object.label)} has no ${isSchema ? 'keyword' : 'field'} ${quoteShort(key)}${hint === undefined ? '; it is ignored' : ' in this version'}.`,
    fix: hint ?? other,
    onKey: true,
  };
}

function versionLine(version: Version): string {
  return version === '3.0' ? 'openapi: 3.0.4' : version === '3.1' ? 'openapi: 3.1.1' : 'openapi: 3.2.0';
}

export function newerKey(key: string, { label }: ObjectShape, since: Version, version: Version): Finding {
  return {
    code: 'key-newer',
    severity: 'warning',
    message: `${capital(label)} has the field "${key}" since OpenAPI ${since}, and this description says ${version}.`,
    fix:
      version === '2.0' ? 'Remove it, or write the description in that version.' : `Write \`${versionLine(since)}\`.`,
    onKey: true,
  };
}

export function goneKey(key: string, { label }: ObjectShape, until: Version): Finding {
  return {
    code: 'key-gone',
    severity: 'warning',
    message: `${capital(label)} has the field "${key}" until OpenAPI ${until} only; it is read as it was meant there.`,
    fix: key === 'nullable' ? 'Write `type: [string, "null"]`, with your type.' : 'Remove it.',
    onKey: true,
  };
}

/** What describes is shown in any version, as it was always meant. */
const DESCRIBES = ['summary', 'description'];

/** @param late - OpenAPI 3.1 lets it stand there */
export function besideReference(key: string, late: boolean): Finding {
  if (late && DESCRIBES.includes(key)) {
    const message = `${quoteShort(key)} counts beside a \`$ref\` since OpenAPI 3.1 only; it is shown all the same.`;
    const fix = 'Write it where the reference leads to, or write `openapi: 3.1.1`.';
    return { code: 'ignored-beside-ref', severity: 'info', message, fix, onKey: true };
  }
  return {
    code: 'ignored-beside-ref',
    severity: 'warning',
    message: late
      ? `${quoteShort(key)} counts beside a \`$ref\` since OpenAPI 3.1 only; before, it is ignored.`
      : `${quoteShort(key)} is ignored beside a \`$ref\`.`,
    fix: 'Write it where the reference leads to, or remove it.',
    onKey: true,
  };
}

export function missingField(name: string, object: ObjectShape, need: Need): Finding {
  return {
    code: 'field-missing',
    severity: need === 'vital' ? 'error' : 'warning',
    message: `${capital(object.label)} needs the field "${name}".`,
    fix: `Add \`${name}:\`.`,
  };
}

/** What is wrong with a key of a map. */
export function keyFinding(key: string, rule: KeyRule | undefined): Finding | undefined {
  if (rule === 'path' && !key.startsWith('/')) {
    const message = `The path ${quoteShort(key)} has to start with "/".`;
    return { code: 'path-slash', severity: 'warning', message, fix: `Write ${quoteShort(`/${key}`)}.`, onKey: true };
  }
  if (rule === 'status' && key !== 'default' && !/^[1-5](?:\d\d|XX)$/.test(key)) {
    const range = key.toUpperCase();
    if (/^[1-5]XX$/.test(range)) {
      const message = `${quoteShort(key)} is written with capital letters: ${range}.`;
      return { code: 'status-invalid', severity: 'warning', message, fix: `Write "${range}".`, onKey: true };
    }
    const message = `${quoteShort(key)} is no status of a response.`;
    const fix = 'Write a status such as "200", a range such as "4XX", or "default".';
    return { code: 'status-invalid', severity: 'warning', message, fix, onKey: true };
  }
  if (rule === 'component' && !/^[\w.-]+$/.test(key)) {
    const message = `The name ${quoteShort(key)} has characters that the standard doesn't allow for a component.`;
    const fix = 'Use only A to Z, a to z, 0 to 9, ".", "_" and "-".';
    return { code: 'component-name', severity: 'warning', message, fix, onKey: true };
  }
  return undefined;
}
