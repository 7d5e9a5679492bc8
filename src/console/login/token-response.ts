import type { LoginFailure } from './failure.ts';

/** What a token endpoint hands out. */
export interface Tokens {
  readonly accessToken: string;
  /** Seconds from the answer on; left out where the server doesn't say. */
  readonly expiresIn?: number;
  readonly refreshToken?: string;
  /** What was granted, where it differs from what was asked for. */
  readonly scopes?: readonly string[];
}

export type TokenResult =
  | { readonly kind: 'tokens'; readonly tokens: Tokens }
  | { readonly kind: 'failed'; readonly failure: LoginFailure };

/** Longer words of a server are cut: they are shown. */
const LONGEST = 500;

/**
 * Reads the answer of a token endpoint. An `error` counts with any status: some servers send it with 200.
 *
 * @param body - the text of the answer
 * @see RFC 6749, section 5.1 and 5.2
 */
export function parseTokenResponse(status: number, body: string): TokenResult {
  const answer = parseObject(body);
  const failed = (failure: LoginFailure): TokenResult => ({ kind: 'failed', failure });
  if (!answer) return failed({ code: 'no-token', status });
  const refusal = refusalOf(answer);
  if (refusal) return failed(refusal);
  const { access_token: accessToken, token_type: type, refresh_token: refreshToken, scope } = answer;
  if (status !== 200 || typeof accessToken !== 'string' || accessToken === '') {
    return failed({ code: 'no-token', status });
  }
  // Required, but some leave it out; one that is there and unknown must not be used (section 7.1).
  if (type !== undefined && !/^bearer$/i.test(String(type))) {
    return failed({ code: 'token-type', type: String(type).slice(0, LONGEST) });
  }
  const expiresIn = Number(answer.expires_in);
  return {
    kind: 'tokens',
    tokens: {
      accessToken,
      ...(answer.expires_in !== null && expiresIn >= 0 ? { expiresIn } : {}),
      ...(typeof refreshToken === 'string' && refreshToken ? { refreshToken } : {}),
      ...(typeof scope === 'string' ? { scopes: scope.split(/\s+/).filter(Boolean) } : {}),
    },
  };
}

/** The error in an answer of a token or device endpoint. */
export function refusalOf(answer: Record): Extract<LoginFailure, { code: 'refused' }> | undefined {
  const { error, error_description: description } = answer;
  if (typeof error !== 'string' || error === '') return undefined;
  return {
    code: 'refused',
    error: error.slice(0, LONGEST),
    ...(typeof description === 'string' && description ? { description: description.slice(0, LONGEST) } : {}),
  };
}

export interface Record {
  readonly [name: string]: unknown;
}

/** @returns nothing where the text is no JSON object */
export function parseObject(text: string): Record | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
