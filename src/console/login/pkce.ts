/** Proof Key for Code Exchange: only who began a sign-in can use the code that ends it (RFC 7636). */

/**
 * 256 random bits as 43 characters that stand in a URL as they are: a verifier, or a `state`.
 *
 * @see RFC 7636, section 4.1
 */
export function randomText(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

/** The S256 challenge of a verifier. Browsers have SHA-256 only for pages that came over https or from this machine. */
export async function challengeOf(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
