import type { Api } from './api.ts';
import type { Parameter } from './parameter.ts';
import type { Schema, SchemaId, SchemaObject, Schemas } from './schema-object.ts';
import type { ServerVariable } from './server.ts';
import { resolveSchema } from './slice.ts';

const SECRET =
  /(?:api|access|account|auth|client|encryption|functions?|master|private|secret|shared|signing|subscription)keys?$|(?:secrets?|passwords?|passwd|pwd|passphrase|passcode|credentials?|authorization|auth(?:orization)?code|cookies?|signature|sessionid|jwt|otp)$|^(?:auth|bearer|pass|sid|sig|pat)$/;
/** Tokens that mark a place in a list; `max_tokens` is a number of them. */
const PLACES_IN_A_LIST = /(?:page|next|prev|previous|continuation|sync|cursor|start|end|resume|stop)token$/;
/** A key by itself names an item as often as it opens a door. */
const KEY = /(?:^|[-_.])key$/i;

/** Whether a name is one that keys, passwords and the like go by: `X-API-Key`, `client_secret`. */
export function isSecretName(name: string): boolean {
  const letters = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return SECRET.test(letters) || (letters.endsWith('token') && !PLACES_IN_A_LIST.test(letters));
}

/**
 * Whether a description marks a value as a password, or what the value's lists and maps hold, in any of the forms it
 * may have. The properties of an object are values of their own.
 */
export function isPassword(schemas: Schemas, schema: Schema): boolean {
  return somePart(schemas, schema, partsBesideProperties, ({ format }) => format === 'password');
}

/** Whether an object has a property, at any depth, that may be a secret. */
function hasSecretProperty(schemas: Schemas, schema: Schema): boolean {
  const parts = (one: SchemaObject): Part[] => [
    ...partsBesideProperties(one),
    ...(one.properties ?? []).map((property) => property.schema),
  ];
  return somePart(
    schemas,
    schema,
    parts,
    ({ format, properties = [] }) => format === 'password' || properties.some(({ name }) => isSecretName(name)),
  );
}

function partsBesideProperties({
  allOf = [],
  anyOf = [],
  oneOf = [],
  prefixItems = [],
  patternProperties = [],
  items,
  additionalProperties,
  unevaluatedProperties,
}: SchemaObject): Part[] {
  const patterns = patternProperties.map((one) => one.schema);
  const values = [items, additionalProperties, unevaluatedProperties];
  return [...allOf, ...anyOf, ...oneOf, ...prefixItems, ...patterns, ...values];
}

type Part = Schema | undefined;

function somePart(
  schemas: Schemas,
  schema: Schema,
  partsOf: (schema: SchemaObject) => readonly Part[],
  test: (schema: SchemaObject) => boolean,
): boolean {
  const seen = new Set<SchemaId>();
  const waiting: Part[] = [schema];
  for (const next of waiting) {
    if (typeof next !== 'object') continue;
    if (test(next)) return true;
    waiting.push(...partsOf(next));
    if (next.ref === undefined || seen.has(next.ref)) continue;
    seen.add(next.ref);
    waiting.push(schemas[next.ref]);
  }
  return false;
}

/**
 * Whether a parameter may hold a secret, though no scheme says so. Its value is masked where it is typed and where the
 * request shows, and goes into no link, storage, log or file. What is wrongly taken for one only has to be typed again.
 */
export function isSecretParameter(api: Pick<Api, 'schemas' | 'securitySchemes'>, parameter: Parameter): boolean {
  const { name, in: place } = parameter;
  const described = parameter.schema ?? parameter.content?.schema ?? true;
  if (hasSecretProperty(api.schemas, described)) return true;
  const schema = resolveSchema(api.schemas, described);
  // Everybody knows these.
  if (typeof schema === 'object' && (schema.enum || schema.const !== undefined)) return false;
  const isScheme = api.securitySchemes.some(
    (scheme) => scheme.kind === 'apiKey' && scheme.name.toLowerCase() === name.toLowerCase(),
  );
  return isScheme || isSecretName(name) || (place !== 'path' && KEY.test(name) && !/idempoten/i.test(name));
}

/** Whether what is typed for a parameter stays in the memory of its page: secrets, and cookies whatever they hold. */
export function isPrivateParameter(api: Pick<Api, 'schemas' | 'securitySchemes'>, parameter: Parameter): boolean {
  return parameter.in === 'cookie' || isSecretParameter(api, parameter);
}

/** Whether a part of a server's URL is a secret, as in `https://{apiKey}.example.com` and `/bot{token}`. */
export function isSecretVariable({ name, enum: choices }: ServerVariable): boolean {
  return choices.length === 0 && (isSecretName(name) || KEY.test(name));
}
