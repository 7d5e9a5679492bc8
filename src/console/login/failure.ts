/** Why signing in came to no token. */
export type LoginFailure =
  /** As for any request (`SendFailure`). */
  | { readonly code: 'offline' | 'network' | 'policy' | 'redirect'; readonly origin: string }
  | { readonly code: 'timeout'; readonly origin: string; readonly seconds: number }
  | { readonly code: 'stopped' }
  /** The authorization server said so, in the words of RFC 6749, section 4.1.2.1 and 5.2. */
  | { readonly code: 'refused'; readonly error: string; readonly description?: string }
  /** What came back is not what was begun: a foreign state, no code, too late, or no answer at all. */
  | { readonly code: 'state' | 'no-code' | 'late' | 'abandoned' }
  /** Who answered isn't who was asked (RFC 9207; RFC 8414, section 3.3). */
  | { readonly code: 'issuer'; readonly expected: string; readonly found: string }
  /** An answer that RFC 6749 doesn't know. */
  | { readonly code: 'no-token'; readonly status: number }
  | { readonly code: 'token-type'; readonly type: string }
  | { readonly code: 'no-metadata'; readonly status: number }
  | { readonly code: 'insecure'; readonly url: string }
  /** The page itself can't: it is no secure context, or its storage is refused. */
  | { readonly code: 'insecure-page' | 'no-storage' };
