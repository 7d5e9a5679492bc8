import type { OAuthFlow, SecurityScheme } from '../../model/security-scheme.ts';
import { endpoint } from './endpoint.ts';
import type { Metadata } from './metadata.ts';

/** The schemes that tokens are handed out for. */
export type LoginScheme = Extract<SecurityScheme, { kind: 'oauth2' | 'openIdConnect' }>;

export function isLoginScheme(scheme: SecurityScheme | undefined): scheme is LoginScheme {
  return scheme?.kind === 'oauth2' || scheme?.kind === 'openIdConnect';
}

export type WayKind = 'authorizationCode' | 'clientCredentials' | 'deviceAuthorization';

/** A way to a token that the console can go, with everything it needs. */
export interface Way {
  readonly kind: WayKind;
  readonly tokenUrl: string;
  readonly refreshUrl: string;
  /** Where the reader signs in, or where a device asks for its code; empty for client credentials. */
  readonly startUrl: string;
  readonly scopes: OAuthFlow['scopes'];
}

export interface Ways {
  readonly ways: readonly Way[];
  /** Flows that OAuth 2.1 gave up: not offered. */
  readonly outdated: readonly ('implicit' | 'password')[];
  /** Addresses that nothing is sent to, since they aren't https. */
  readonly insecure: readonly string[];
}

/** @param metadata - what discovery found; of OpenID Connect nothing is known without it */
export function waysOf(scheme: LoginScheme, metadata: Metadata | undefined): Ways {
  const flows = scheme.kind === 'oauth2' ? scheme.flows : metadata ? flowsOf(metadata) : [];
  const ways: Way[] = [];
  const outdated: ('implicit' | 'password')[] = [];
  const insecure: string[] = [];
  for (const { kind, authorizationUrl, deviceAuthorizationUrl, tokenUrl = '', refreshUrl, scopes } of flows) {
    if (kind === 'implicit' || kind === 'password') {
      outdated.push(kind);
      continue;
    }
    const startUrl = { authorizationCode: authorizationUrl, deviceAuthorization: deviceAuthorizationUrl }[
      kind as string
    ];
    const used = kind === 'clientCredentials' ? [tokenUrl] : [startUrl ?? '', tokenUrl];
    const unfit = used.filter((url) => !endpoint(url));
    insecure.push(...unfit.filter(Boolean));
    if (unfit.length > 0) continue;
    ways.push({
      kind,
      tokenUrl,
      refreshUrl: endpoint(refreshUrl) ? (refreshUrl ?? '') : tokenUrl,
      startUrl: startUrl ?? '',
      scopes,
    });
  }
  return { ways, outdated, insecure: [...new Set(insecure)] };
}

function flowsOf({ authorizationUrl, tokenUrl, deviceAuthorizationUrl, ...rest }: Metadata): OAuthFlow[] {
  if (!tokenUrl) return [];
  const scopes = rest.scopes.map((name) => ({ name, description: '' }));
  const common = { tokenUrl, scopes };
  return [
    ...(authorizationUrl ? [{ kind: 'authorizationCode', authorizationUrl, ...common } as const] : []),
    ...(deviceAuthorizationUrl ? [{ kind: 'deviceAuthorization', deviceAuthorizationUrl, ...common } as const] : []),
    ...(rest.grantTypes.includes('client_credentials') ? [{ kind: 'clientCredentials', ...common } as const] : []),
  ];
}

/** Where metadata of a scheme's authorization server lies, as described. */
export function metadataUrlOf(scheme: LoginScheme): string | undefined {
  return (scheme.kind === 'openIdConnect' ? scheme.openIdConnectUrl : scheme.metadataUrl) || undefined;
}
