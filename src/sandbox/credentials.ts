import type { SecurityScheme } from '../model/security-scheme.ts';
import type { Call, Problem } from './call.ts';
import { decodePercent } from './match.ts';

/**
 * Lets a request in when it holds the credentials of one alternative. Any text counts as a key unless one is
 * set; certificates (mutual TLS) can't be seen from here and count as shown.
 *
 * @returns nothing for a request that may pass
 */
export function checkCredentials(call: Call): Problem | undefined {
  const { api, operation, settings } = call;
  const alternatives = operation.security.map(({ schemes }) =>
    schemes.flatMap(({ id }) => api.securitySchemes.find((scheme) => scheme.id === id) ?? []),
  );
  const { key } = settings;
  const accepts = (scheme: SecurityScheme) => {
    const found = credentialOf(call, scheme);
    if (key === undefined || scheme.kind === 'mutualTLS') return found !== '';
    if (found === key) return true;
    // A key for the whole header `Cookie` comes after the cookies of parameters.
    if (scheme.kind === 'apiKey') return /^cookie$/i.test(scheme.name) && found.endsWith(`; ${key}`);
    return authScheme(scheme) === 'Basic' && found.endsWith(`:${key}`);
  };
  if (alternatives.length === 0 || alternatives.some((schemes) => schemes.every(accepts))) return undefined;

  // What is missing or wrong is told of the alternative that the sender seems to have meant.
  const isSent = (scheme: SecurityScheme): boolean => credentialOf(call, scheme) !== '';
  const sentOf = (schemes: readonly SecurityScheme[]): number => schemes.filter(isSent).length;
  const [meant = []] = alternatives.toSorted((one, other) => sentOf(other) - sentOf(one));
  const asked = meant.find((scheme) => !accepts(scheme));
  // A realm must be named with Basic, and tells others nothing (RFC 7617, section 2).
  const challenges = alternatives
    .flat()
    .flatMap((scheme) => authScheme(scheme) ?? [])
    .map((name) => (name === 'Basic' ? 'Basic realm="sandbox"' : name));
  return {
    status: 401,
    message:
      !asked || !isSent(asked)
        ? `Access denied. Send a credential ${asked ? placeOf(asked) : ''}; the sandbox takes ${key === undefined ? 'any' : 'the one it was started with'}.`
        : `Access denied. The credential ${placeOf(asked)} is not the one this sandbox was started with.`,
    ...(challenges.length > 0 ? { headers: [['WWW-Authenticate', [...new Set(challenges)].join(', ')]] } : {}),
  };
}

/** @returns the secret as sent, `user:password` for Basic; empty when there is none */
function credentialOf({ headers, url }: Call, scheme: SecurityScheme): string {
  if (scheme.kind === 'mutualTLS') return 'certificate';
  if (scheme.kind === 'apiKey') {
    if (scheme.in === 'header') return headers.get(scheme.name)?.trim() ?? '';
    return (scheme.in === 'query' ? url.searchParams.get(scheme.name) : cookieValue(headers, scheme.name)) ?? '';
  }
  const [name = '', value = ''] = (headers.get('Authorization') ?? '').trim().split(/\s+(.*)/s);
  if (name.toLowerCase() !== authScheme(scheme)?.toLowerCase()) return '';
  return name.toLowerCase() === 'basic' ? decodeBasic(value) : value;
}

/** A cookie's value as sent; `undefined` when it wasn't. */
function cookieValue(headers: Headers, name: string): string | undefined {
  const pairs = cookiePairs(headers).map((pair) => pair.split(/=(.*)/s));
  const found = pairs.find(([key = '']) => decodePercent(key) === name);
  return found && (found[1] ?? '');
}

/** The cookies of a request as sent, `name=value` each. */
export function cookiePairs(headers: Headers): string[] {
  return (headers.get('Cookie') ?? '').split(/;\s*/).map((pair) => pair.trim());
}

/** The scheme of the Authorization header, as the registry spells the two common ones. */
function authScheme(scheme: SecurityScheme): string | undefined {
  if (scheme.kind === 'apiKey' || scheme.kind === 'mutualTLS') return undefined;
  const name = scheme.kind === 'http' ? scheme.scheme : 'Bearer';
  return ['Bearer', 'Basic'].find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;
}

function placeOf(scheme: SecurityScheme): string {
  if (scheme.kind === 'apiKey') {
    return scheme.in === 'query' ? `as the query parameter ${scheme.name}` : `in the ${scheme.name} ${scheme.in}`;
  }
  return `in the Authorization header, after ${authScheme(scheme)}`;
}

/** @see RFC 7617 */
function decodeBasic(value: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(value), (char) => char.charCodeAt(0)));
  } catch {
    return '';
  }
}
