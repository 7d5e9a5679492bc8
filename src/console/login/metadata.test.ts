import { expect, it } from 'vitest';
import { parseMetadata } from './metadata.ts';

const OIDC = 'https://a.example/.well-known/openid-configuration';

function parse(url: string, answer: object, status = 200): unknown {
  const result = parseMetadata(url, status, JSON.stringify(answer));
  return result.kind === 'failed' ? result.failure : result.metadata;
}

it('reads what signing in needs', () => {
  expect(
    parse(OIDC, {
      issuer: 'https://a.example',
      authorization_endpoint: 'https://a.example/authorize',
      token_endpoint: 'https://tokens.example/token',
      device_authorization_endpoint: 'https://a.example/device',
      authorization_response_iss_parameter_supported: true,
      scopes_supported: ['openid', 1],
      grant_types_supported: ['client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
    }),
  ).toEqual({
    issuer: 'https://a.example',
    issuerReturned: true,
    authorizationUrl: 'https://a.example/authorize',
    tokenUrl: 'https://tokens.example/token',
    deviceAuthorizationUrl: 'https://a.example/device',
    scopes: ['openid'],
    grantTypes: ['client_credentials'],
    authMethods: ['client_secret_post'],
  });
});

it('has the defaults of RFC 8414, section 2', () => {
  expect(parse(OIDC, { issuer: 'https://a.example' })).toEqual({
    issuer: 'https://a.example',
    issuerReturned: false,
    scopes: [],
    grantTypes: ['authorization_code', 'implicit'],
    authMethods: ['client_secret_basic'],
  });
});

// OpenID Connect Discovery, section 4; RFC 8414, section 3.1
it.each([
  { url: OIDC, issuer: 'https://a.example', fits: true },
  { url: OIDC, issuer: 'https://a.example/', fits: true },
  { url: OIDC, issuer: 'https://b.example', fits: false },
  { url: OIDC, issuer: 'https://a.example/tenant', fits: false },
  { url: OIDC, issuer: 'http://a.example', fits: false },
  { url: 'https://a.example/tenant/.well-known/openid-configuration', issuer: 'https://a.example/tenant', fits: true },
  { url: 'https://a.example/.well-known/oauth-authorization-server/t', issuer: 'https://a.example/t', fits: true },
  { url: 'https://a.example/.well-known/oauth-authorization-server/t', issuer: 'https://a.example/u', fits: false },
  { url: 'https://a.example/metadata.json', issuer: 'https://a.example/any', fits: true },
  { url: 'https://a.example/metadata.json', issuer: 'https://b.example/any', fits: false },
])('$issuer of $url: $fits', ({ url, issuer, fits }) => {
  expect(parse(url, { issuer })).toMatchObject(fits ? { issuer } : { code: 'issuer', found: issuer });
});

it.each([
  {
    name: 'an endpoint without TLS',
    answer: { issuer: 'https://a.example', token_endpoint: 'http://a.example/t' },
    want: { code: 'insecure', url: 'http://a.example/t' },
  },
  { name: 'no issuer', answer: {}, want: { code: 'no-metadata', status: 200 } },
  {
    name: 'another status',
    answer: { issuer: 'https://a.example' },
    status: 404,
    want: { code: 'no-metadata', status: 404 },
  },
])('$name', ({ answer, status, want }) => expect(parse(OIDC, answer, status)).toEqual(want));
