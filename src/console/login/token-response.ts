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
/** Seconds. More than this, such as the largest number of 64 bits, means never, and no calendar has its date. */
const LONGEST_LIFE = 1e12;

/**
 * Reads the answer of a token endpoint. An `error` counts with any status: some servers send it with 200. So does a
 * token with any status of success: frameworks answer 201 to a POST.
 *
 * @param body - the text of the answer
 * @see RFC 6749, section 5.1 and 5.2
 */
export function parseTokenResponse(status: number, body: string): TokenResult {
  const answer = parseObject(body);
  const failed = (failure: LoginFailure): TokenResult => ({ kind: 'failed', failure });
  if (!answer) return failed({ code: 'no-token', status });
  const refusal = refusalOf(status, answer);
  if (refusal) return failed(refusal);
  const { access_token: accessToken, token_type: type, refresh_token: refreshToken, scope } = answer;
  if (!isSuccess(status) || typeof accessToken !== 'string' || accessToken === '') {
    return failed({ code: 'no-token', status });
  }
  // Required, but some leave it out or null; one that is there and unknown must not be used (section 7.1).
  if (type !== undefined && type !== null && !/^bearer$/i.test(String(type))) {
    return failed({ code: 'token-type', type: String(type).slice(0, LONGEST) });
  }
  const expiresIn = Number.parseFloat(String(answer.expires_in));
  return {
    kind: 'tokens',
    tokens: {
      accessToken,
      ...(expiresIn >= 0 && expiresIn < LONGEST_LIFE ? { expiresIn } : {}),
      ...(typeof refreshToken === 'string' && refreshToken ? { refreshToken } : {}),
      ...(typeof scope === 'string' ? { scopes: scope.split(/\s+/).filter(Boolean) } : {}),
    },
  };
}

/**
 * The error in an answer of a token or device endpoint. What gateways and frameworks send in place of the RFC's form
 * is told by its status and its words; nothing else of an answer is shown, since it may hold a token.
 */
export function refusalOf(status: number, answer: Record): Extract<LoginFailure, { code: 'refused' }> | undefined {
  const { error } = answer;
  if (isText(error)) return refusal(error, answer.error_description);
  if (isSuccess(status)) return undefined;
  const { message } = typeof error === 'object' && error !== null ? (error as Record) : {};
  const words = [answer.error_description, message, answer.message, answer.detail, answer.title].find(isText);
  return words === undefined ? undefined : refusal(String(status), words);
}

function refusal(error: string, description: unknown): Extract<LoginFailure, { code: 'refused' }> {
  return {
    code: 'refused',
    error: error.slice(0, LONGEST),
    ...(isText(description) ? { description: description.slice(0, LONGEST) } : {}),
  };
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** RFC 6749 knows 200 alone. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
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
