import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import { apiOrigins, pagePolicy } from './csp.ts';

const api = (urls: readonly string[]): Api => ({
  id: 'a',
  title: 'A',
  version: '1',
  servers: urls.map((url) => ({ url, variables: [] })),
  tags: [],
  operations: [],
  securitySchemes: [],
  schemas: {},
});

describe('apiOrigins', () => {
  const rows = [
    { name: 'a literal https server', given: ['https://api.example.com/v1'], want: ['https://api.example.com'] },
    {
      name: 'a port, and a variable after the host',
      given: ['https://a.example:8443/{v}'],
      want: ['https://a.example:8443'],
    },
    { name: 'a variable host is left to the owner', given: ['https://{region}.example.com'], want: [] },
    { name: 'user information', given: ['https://user:pass@a.example'], want: [] },
    { name: 'plain http, relative, other schemes', given: ['http://a.example', '/v1', 'wss://a.example'], want: [] },
    {
      name: 'sorted, each once',
      given: ['https://b.example', 'https://a.example', 'https://b.example/x'],
      want: ['https://a.example', 'https://b.example'],
    },
    {
      name: 'text that would break out of the directive',
      given: ['https://a.example;script-src *', 'https://a b.example'],
      want: [],
    },
  ];
  for (const { name, given, want } of rows) it(name, () => expect(apiOrigins([api(given)])).toEqual(want));

  it('takes in what signing in asks, and not where readers are led to', () => {
    const flow = {
      kind: 'authorizationCode',
      scopes: [],
      authorizationUrl: 'https://pages.example/authorize',
      tokenUrl: 'https://tokens.example/token',
      refreshUrl: 'https://refresh.example/token',
      deviceAuthorizationUrl: 'https://devices.example/device',
    } as const;
    const metadataUrl = 'https://metadata.example/m';
    const openIdConnectUrl = 'https://oidc.example/.well-known/openid-configuration';
    const securitySchemes = [
      { id: 'o', kind: 'oauth2', deprecated: false, flows: [flow], metadataUrl },
      { id: 'c', kind: 'openIdConnect', deprecated: false, openIdConnectUrl },
      { id: 'p', kind: 'openIdConnect', deprecated: false, openIdConnectUrl: 'http://plain.example' },
    ] as const;
    expect(apiOrigins([{ ...api([]), securitySchemes }])).toEqual(
      ['devices', 'metadata', 'oidc', 'refresh', 'tokens'].map((name) => `https://${name}.example`),
    );
  });
});

describe('pagePolicy', () => {
  it('allows nothing unsafe and names the origins', () => {
    const policy = pagePolicy(['https://api.example.com']);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(policy).toContain("connect-src 'self' https://api.example.com;");
    expect(policy).toContain("default-src 'none'");
  });
});
