import type { LoginFailure } from './failure.ts';

/** What an authorization server sent a reader back with. */
export type CallbackResult =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'failed'; readonly failure: LoginFailure };

/** What the answer is held against. */
export interface Expected {
  readonly state: string;
  /** Known from metadata alone. */
  readonly issuer?: string | undefined;
  /** The metadata promises `iss` in every answer. */
  readonly issuerReturned?: boolean | undefined;
}

/** Longer words of a server are cut: they are shown. */
const LONGEST = 500;

/**
 * Reads the query of the redirect. The state comes first: of an answer to another question nothing else is read.
 *
 * @param query - with or without its `?`
 * @see RFC 6749, section 4.1.2; RFC 9207, section 2.4
 */
export function parseCallback(query: string, expected: Expected): CallbackResult {
  const given = new URLSearchParams(query);
  const only = (name: string): string | undefined => {
    const values = given.getAll(name);
    return values.length === 1 ? values[0] : undefined;
  };
  const failed = (failure: LoginFailure): CallbackResult => ({ kind: 'failed', failure });

  if (!given.has('state') && !given.has('code') && !given.has('error')) return failed({ code: 'no-code' });
  if (only('state') !== expected.state) return failed({ code: 'state' });
  const found = only('iss');
  const isForeign = found === undefined ? given.has('iss') || expected.issuerReturned : found !== expected.issuer;
  if (expected.issuer !== undefined && isForeign) {
    return failed({ code: 'issuer', expected: expected.issuer, found: cut(found ?? '') });
  }
  const error = only('error');
  if (error) {
    const description = only('error_description');
    return failed({ code: 'refused', error: cut(error), ...(description ? { description: cut(description) } : {}) });
  }
  const code = only('code');
  return code ? { kind: 'code', code } : failed({ code: 'no-code' });
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
