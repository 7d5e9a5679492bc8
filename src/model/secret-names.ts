import type { Api } from './api.ts';
import type { Parameter } from './parameter.ts';
import type { ServerVariable } from './server.ts';
import { resolveSchema } from './slice.ts';

const SECRET =
  /(?:api|access|account|auth|client|encryption|function|functions|master|private|secret|shared|signing|subscription)keys?$|(?:secrets?|passwords?|passwd|pwd|passphrase|passcode|credentials?|authorization|authorizationcode|authcode|cookies?|signature|sessionid|jwt|otp)$|^(?:auth|bearer|pass|sid|sig|pat)$/;
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
 * Whether a parameter may hold a secret, though no scheme says so. Its value is masked where it is typed and where the
 * request shows, and goes into no link, storage, log or file. What is wrongly taken for one only has to be typed again.
 */
export function isSecretParameter(api: Pick<Api, 'schemas' | 'securitySchemes'>, parameter: Parameter): boolean {
  const { name, in: place } = parameter;
  const schema = resolveSchema(api.schemas, parameter.schema ?? parameter.content?.schema ?? true);
  if (typeof schema === 'object') {
    if (schema.format === 'password') return true;
    // Everybody knows these.
    if (schema.enum || schema.const !== undefined) return false;
  }
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
