/** What an authorization request is made of. */
export interface AuthorizationRequest {
  /** As described; what its query holds already is kept. */
  readonly authorizationUrl: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly audience?: string | undefined;
  readonly state: string;
  /** S256. */
  readonly challenge: string;
}

/**
 * The address that a sign-in leads to.
 *
 * @see RFC 6749, section 3.1 and 4.1.1; RFC 7636, section 4.3
 */
export function authorizationUrl(request: AuthorizationRequest): string {
  const url = new URL(request.authorizationUrl);
  url.hash = '';
  const { searchParams } = url;
  const given: readonly (readonly [name: string, value: string | undefined])[] = [
    ['response_type', 'code'],
    ['client_id', request.clientId],
    ['redirect_uri', request.redirectUri],
    ['scope', request.scopes.join(' ')],
    ['audience', request.audience],
    ['state', request.state],
    ['code_challenge', request.challenge],
    ['code_challenge_method', 'S256'],
  ];
  // No parameter may come twice, so ours take the place of any that the description has.
  for (const [name, value] of given) if (value) searchParams.set(name, value);
  return url.href;
}
