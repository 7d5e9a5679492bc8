import type { Finding } from '../report.ts';
import { child, type Spot, scalarText, textAt } from '../spot.ts';
import type { Version } from '../version.ts';
import { SECURITY_NEEDS } from './objects.ts';
import type { ObjectShape } from './shapes.ts';
import { missingField } from './structure-words.ts';
import { SWAGGER_FLOW_NEEDS, SWAGGER_SECURITY_NEEDS } from './swagger-objects.ts';

/** A finding with the node it is about. */
interface Located {
  readonly spot: Spot;
  readonly finding: Finding;
}

/** Fields of which an object may have one at most. */
const EXCLUSIVE: readonly (readonly [object: string, one: string, other: string])[] = [
  ['parameter', 'example', 'examples'],
  ['header', 'example', 'examples'],
  ['media-type', 'example', 'examples'],
  ['parameter', 'schema', 'content'],
  ['header', 'schema', 'content'],
  ['license', 'identifier', 'url'],
  ['link', 'operationRef', 'operationId'],
  ['example', 'value', 'externalValue'],
  ['example', 'value', 'dataValue'],
  ['example', 'value', 'serializedValue'],
  ['example', 'serializedValue', 'externalValue'],
];

function exclusive(spot: Spot, name: string, shape: ObjectShape): Located[] {
  return EXCLUSIVE.flatMap(([object, one, other]) => {
    const second = name === object && child(spot, one) && child(spot, other);
    if (!second) return [];
    const message = `${shape.label.replace(/^./, (letter) => letter.toUpperCase())} can't have both "${one}" and "${other}".`;
    const fix = `Keep one of them.`;
    return [{ spot: second, finding: { code: 'fields-exclusive', severity: 'warning', message, fix, onKey: true } }];
  });
}

function missing(spot: Spot, names: readonly string[] | undefined, shape: ObjectShape): Located[] {
  const absent = (names ?? []).filter((name) => !child(spot, name));
  return absent.map((name) => ({ spot, finding: missingField(name, shape, 'wanted') }));
}

function securityScheme(spot: Spot, shape: ObjectShape, version: Version): Located[] {
  const type = textAt(spot, 'type') ?? '';
  if (version !== '2.0') return missing(spot, SECURITY_NEEDS.get(type), shape);
  const flow = type === 'oauth2' ? SWAGGER_FLOW_NEEDS.get(textAt(spot, 'flow') ?? '') : undefined;
  return [...missing(spot, SWAGGER_SECURITY_NEEDS.get(type), shape), ...missing(spot, flow, shape)];
}

/** What a Swagger parameter needs depends on its place. OpenAPI 2.0, "Parameter Object". */
function swaggerParameter(spot: Spot, shape: ObjectShape): Located[] {
  const place = textAt(spot, 'in');
  if (place === 'body') return missing(spot, ['schema'], shape);
  const found: Located[] = [];
  if (place !== undefined && !child(spot, 'type') && !child(spot, 'schema'))
    found.push(...missing(spot, ['type'], shape));
  const nested = child(spot, 'schema');
  if (nested && place !== undefined) {
    const message = `Only a parameter in the body has a "schema"; this one is in "${place}".`;
    const fix = 'Write the `type` and its keywords beside `name` and `in`.';
    found.push({ spot: nested, finding: { code: 'schema-misplaced', severity: 'warning', message, fix, onKey: true } });
  }
  const format = child(spot, 'collectionFormat');
  if (format && scalarText(format) === 'multi' && (place === 'path' || place === 'header')) {
    const message = `A ${place} parameter can't be repeated, as "multi" asks for; "csv" is taken.`;
    const fix = 'Write "csv", "ssv", "tsv" or "pipes".';
    found.push({ spot: format, finding: { code: 'style-misplaced', severity: 'warning', message, fix } });
  }
  const type = child(spot, 'type');
  if (type && scalarText(type) === 'file' && place !== 'formData') {
    const message = 'A file can only be sent with `in: formData`.';
    const fix = 'Write `in: formData`, and `multipart/form-data` in `consumes`.';
    found.push({ spot: type, finding: { code: 'type-misplaced', severity: 'warning', message, fix } });
  }
  return found;
}

/** What says of a list what its items are. OpenAPI 2.0, "Items Object". */
function swaggerList(spot: Spot, shape: ObjectShape): Located[] {
  const type = child(spot, 'type');
  return type && scalarText(type) === 'array' && textAt(spot, 'in') !== 'body' ? missing(spot, ['items'], shape) : [];
}

function swaggerHeader(spot: Spot): Located[] {
  const format = child(spot, 'collectionFormat');
  const name = format && scalarText(format);
  if (!format || name === undefined || !['ssv', 'tsv', 'pipes'].includes(name)) return [];
  const message = `No later version has a header whose items are joined as "${name}" says; samples join them by commas.`;
  const fix = 'Write "csv" if that is how the API joins them.';
  return [{ spot: format, finding: { code: 'header-style', severity: 'info', message, fix } }];
}

/** What the fields of one object ask of each other, which no table of single fields can say. */
export function ruleFindings(spot: Spot, name: string, shape: ObjectShape, version: Version): Located[] {
  if (name === 'security-scheme') return securityScheme(spot, shape, version);
  if (version !== '2.0') return exclusive(spot, name, shape);
  const list = ['parameter', 'items', 'header'].includes(name) ? swaggerList(spot, shape) : [];
  if (name === 'header') return [...list, ...swaggerHeader(spot)];
  return name === 'parameter' ? [...swaggerParameter(spot, shape), ...list] : list;
}
