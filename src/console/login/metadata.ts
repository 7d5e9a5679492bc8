import { endpoint } from './endpoint.ts';
import type { LoginFailure } from './failure.ts';
import { parseObject } from './token-response.ts';

/** What an authorization server says of itself (RFC 8414; OpenID Connect Discovery 1.0). */
export interface Metadata {
  readonly issuer: string;
  /** Every answer of the authorization endpoint names the issuer (RFC 9207). */
  readonly issuerReturned: boolean;
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly deviceAuthorizationUrl?: string;
  readonly scopes: readonly string[];
  readonly grantTypes: readonly string[];
  /** How clients with a secret say it. */
  readonly authMethods: readonly string[];
}

export type MetadataResult =
  | { readonly kind: 'metadata'; readonly metadata: Metadata }
  | { readonly kind: 'failed'; readonly failure: LoginFailure };

/**
 * Checks and reads metadata.
 *
 * @param url - where it was read from; the issuer in it must be the one that this address belongs to
 * @see RFC 8414, section 2, 3.1 and 3.3; OpenID Connect Discovery 1.0, section 4.3
 */
export function parseMetadata(url: string, status: number, body: string): MetadataResult {
  const failed = (failure: LoginFailure): MetadataResult => ({ kind: 'failed', failure });
  const answer = status === 200 ? parseObject(body) : undefined;
  if (!answer || typeof answer.issuer !== 'string') return failed({ code: 'no-metadata', status });
  const { issuer } = answer;
  const expected = issuerOf(url);
  const fits = expected.isWhole ? sameIssuer(issuer, expected.issuer) : URL.parse(issuer)?.origin === expected.issuer;
  if (!fits) return failed({ code: 'issuer', expected: expected.issuer, found: issuer.slice(0, 500) });

  const named = {
    authorizationUrl: answer.authorization_endpoint,
    tokenUrl: answer.token_endpoint,
    deviceAuthorizationUrl: answer.device_authorization_endpoint,
  };
  for (const address of Object.values(named)) {
    if (typeof address === 'string' && !endpoint(address)) return failed({ code: 'insecure', url: address });
  }
  const endpoints = Object.fromEntries(Object.entries(named).filter(([, address]) => typeof address === 'string'));
  return {
    kind: 'metadata',
    metadata: {
      issuer,
      issuerReturned: answer.authorization_response_iss_parameter_supported === true,
      ...endpoints,
      scopes: texts(answer.scopes_supported) ?? [],
      grantTypes: texts(answer.grant_types_supported) ?? ['authorization_code', 'implicit'],
      authMethods: texts(answer.token_endpoint_auth_methods_supported) ?? ['client_secret_basic'],
    },
  };
}

const WELL_KNOWN = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/;

/**
 * The issuer that an address of metadata belongs to: the well-known part stands after its path (OpenID Connect) or
 * between host and path (RFC 8414). Of an address without one only the origin is known.
 */
function issuerOf(url: string): { readonly issuer: string; readonly isWhole: boolean } {
  const { origin, pathname } = new URL(url);
  if (!WELL_KNOWN.test(pathname)) return { issuer: origin, isWhole: false };
  return { issuer: origin + pathname.replace(WELL_KNOWN, ''), isWhole: true };
}

/** A slash at the end is taken away before the well-known part is put in, so it makes no difference here. */
function sameIssuer(one: string, other: string): boolean {
  return one.replace(/\/$/, '') === other.replace(/\/$/, '');
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}
