import { expect, it } from 'vitest';
import type { OAuthFlow } from '../../model/security-scheme.ts';
import { metadataUrlOf, waysOf } from './ways.ts';

const tokenUrl = 'https://a.example/token';
const startUrl = 'https://a.example/start';
const scheme = (...flows: readonly Omit<OAuthFlow, 'scopes'>[]) =>
  ({ id: 's', deprecated: false, kind: 'oauth2', flows: flows.map((flow) => ({ scopes: [], ...flow })) }) as const;
const oidc = { id: 's', deprecated: false, kind: 'openIdConnect', openIdConnectUrl: 'https://a.example/m' } as const;

it('offers what has all its addresses, and neither implicit nor password', () => {
  const { ways, outdated, insecure } = waysOf(
    scheme(
      { kind: 'implicit', authorizationUrl: startUrl },
      { kind: 'password', tokenUrl },
      { kind: 'clientCredentials', tokenUrl, refreshUrl: 'https://a.example/refresh' },
      { kind: 'authorizationCode', authorizationUrl: startUrl, tokenUrl },
      { kind: 'deviceAuthorization', deviceAuthorizationUrl: startUrl, tokenUrl: 'http://a.example/token' },
      { kind: 'authorizationCode', tokenUrl },
    ),
    undefined,
  );
  expect(ways).toEqual([
    { kind: 'clientCredentials', tokenUrl, refreshUrl: 'https://a.example/refresh', startUrl: '', scopes: [] },
    { kind: 'authorizationCode', tokenUrl, refreshUrl: tokenUrl, startUrl, scopes: [] },
  ]);
  expect(outdated).toEqual(['implicit', 'password']);
  expect(insecure).toEqual(['http://a.example/token']);
});

it('knows nothing of OpenID Connect before its metadata is read', () => {
  expect(waysOf(oidc, undefined).ways).toEqual([]);
  const metadata = { issuer: 'https://a.example', issuerReturned: false, scopes: ['openid'], authMethods: [] };
  const named = { ...metadata, tokenUrl, authorizationUrl: startUrl, deviceAuthorizationUrl: startUrl };
  const kinds = (grantTypes: readonly string[]) => waysOf(oidc, { ...named, grantTypes }).ways.map(({ kind }) => kind);
  expect(kinds(['authorization_code'])).toEqual(['authorizationCode', 'deviceAuthorization']);
  expect(kinds(['client_credentials'])).toContain('clientCredentials');
  expect(waysOf(oidc, { ...metadata, grantTypes: [] }).ways).toEqual([]);
});

it('knows where metadata lies', () => {
  expect(metadataUrlOf(oidc)).toBe('https://a.example/m');
  expect(metadataUrlOf(scheme())).toBeUndefined();
  expect(metadataUrlOf({ ...scheme(), metadataUrl: 'https://a.example/m' })).toBe('https://a.example/m');
});
