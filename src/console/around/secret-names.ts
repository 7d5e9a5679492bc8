import type { Api } from '../../model/api.ts';
import type { Parameter } from '../../model/parameter.ts';
import type { SchemaProperty } from '../../model/schema-object.ts';
import { resolveSchema } from '../../model/slice.ts';

const SECRET =
  /(?:api|access|account|client|encryption|function|functions|master|private|secret|shared|signing|subscription)keys?$|(?:secrets?|passwords?|passwd|pwd|passphrase|credentials?|authorization|cookies?|signature|sessionid|jwt)$|^(?:auth|sid|sig|pat)$/;
/** Tokens that mark a place in a list; `max_tokens` is a number of them. */
const PLACES_IN_A_LIST = /(?:page|next|prev|previous|continuation|sync|cursor|start|end|resume|stop)token$/;

/** Whether a name is one that keys, passwords and the like go by: `X-API-Key`, `client_secret`. */
export function isSecretName(name: string): boolean {
  const letters = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return SECRET.test(letters) || (letters.endsWith('token') && !PLACES_IN_A_LIST.test(letters));
}

/**
 * Whether a parameter may hold a secret, though no scheme says so: its value then goes into no link, storage or file.
 * What is wrongly taken for one only has to be typed again.
 */
export function isSecretParameter(api: Api, parameter: Parameter): boolean {
  const { name, in: place } = parameter;
  if (place === 'cookie' || isSecretName(name)) return true;
  const isScheme = api.securitySchemes.some(
    (scheme) => scheme.kind === 'apiKey' && scheme.name.toLowerCase() === name.toLowerCase(),
  );
  const isKey = place !== 'path' && /(?:^|[-_.])key$/i.test(name) && !/idempoten/i.test(name);
  const schema = resolveSchema(api.schemas, parameter.schema ?? parameter.content?.schema ?? true);
  return isScheme || isKey || (typeof schema === 'object' && schema.format === 'password');
}

/** The properties that a description marks as passwords. */
export function passwordNames(api: Api): Set<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value !== null && typeof value === 'object') {
      if ('properties' in value && Array.isArray(value.properties)) note(value.properties);
      Object.values(value).forEach(visit);
    }
  };
  const note = (properties: readonly SchemaProperty[]): void => {
    for (const { name, schema } of properties) {
      const meant = resolveSchema(api.schemas, schema ?? true);
      if (typeof meant === 'object' && meant.format === 'password') names.add(name);
    }
  };
  visit(api.schemas);
  visit(api.operations[0]?.requestBody);
  return names;
}
