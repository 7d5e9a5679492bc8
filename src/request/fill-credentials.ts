import { headerText } from './header-secrets.ts';
import type { Credential, HttpRequest } from './http-request.ts';
import { encodeUnreserved } from './percent-encode.ts';

/** A request with every secret in its place. It is an `HttpRequest` that has no placeholder. */
export interface FilledRequest extends Omit<HttpRequest, 'headers' | 'queryCredentials'> {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Puts the values of secrets in: for the sender, and for a sample whose reader asked for the key in it. What
 * comes back is kept, logged and shown nowhere else.
 *
 * @param secret - the value for a placeholder
 */
export function fillCredentials(request: HttpRequest, secret: (credential: Credential) => string): FilledRequest {
  const { queryCredentials = [], ...rest } = request;
  const url = queryCredentials.reduce((longer, { name, credential }) => {
    const value = encodeSecret(credential, secret(credential));
    return `${longer}${longer.includes('?') ? '&' : '?'}${encodeUnreserved(name)}=${encodeUnreserved(value)}`;
  }, request.url);
  const headers = request.headers.map((header) => ({
    name: header.name,
    value: headerText(header, (credential) => encodeSecret(credential, secret(credential))),
  }));
  return { ...rest, url, headers };
}

/** @see RFC 7617, section 2.1: the user and the password are UTF-8 before they are base64. */
function encodeSecret(credential: Credential, value: string): string {
  if (credential.form === 'raw') return value;
  return btoa(String.fromCharCode(...new TextEncoder().encode(value)));
}
