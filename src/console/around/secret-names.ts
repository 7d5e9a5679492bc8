import type { Api } from '../../model/api.ts';
import { type JsonNode, parseJson, quoteJson } from '../../model/json-text.ts';
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

/** A body with `{name}` in the place of each text that goes by the name of a secret. */
export function maskBody(api: Api, text: string): string {
  const passwords = passwordNames(api);
  const isSecret = (name: string): boolean => isSecretName(name) || passwords.has(name);
  const node = parseJson(text);
  if (node.kind !== 'problem') return maskJson(text, node, isSecret);
  // A form as it is sent, JSON that is half typed, XML: a name, and its value behind it.
  return text.replace(
    /([\p{L}\p{N}_.-]{2,60})("?\s*[=:>]\s*"?)([^\s&"<,;]+)/gu,
    (whole, name: string, between: string) => (isSecret(name) ? `${name}${between}{${name}}` : whole),
  );
}

function maskJson(text: string, root: JsonNode, isSecret: (name: string) => boolean): string {
  const found: { readonly start: number; readonly end: number; readonly name: string }[] = [];
  // A list or object that goes by such a name holds nothing else.
  const visit = (node: JsonNode, within?: string): void => {
    if (node.kind === 'array') for (const item of node.items) visit(item, within);
    if (node.kind === 'object') {
      for (const { key, value } of node.entries) visit(value, within ?? (isSecret(key) ? key : undefined));
    }
    const isText = (node.kind === 'string' && node.value !== '') || node.kind === 'number';
    if (isText && within !== undefined) found.push({ start: node.start, end: node.end, name: within });
  };
  visit(root);
  let masked = '';
  let at = 0;
  for (const { start, end, name } of found) {
    masked += text.slice(at, start) + quoteJson(`{${name}}`);
    at = end;
  }
  return masked + text.slice(at);
}

/** The properties that a description marks as passwords. */
function passwordNames(api: Api): Set<string> {
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
