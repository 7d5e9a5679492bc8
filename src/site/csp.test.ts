import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import { apiOrigins, pagePolicy } from './csp.ts';

const api = (urls: readonly string[], tokenUrl?: string): Api => ({
  id: 'a',
  title: 'A',
  version: '1',
  servers: urls.map((url) => ({ url, variables: [] })),
  tags: [],
  operations: [],
  securitySchemes: tokenUrl
    ? [{ id: 'o', kind: 'oauth2', deprecated: false, flows: [{ kind: 'clientCredentials', tokenUrl, scopes: [] }] }]
    : [],
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

  it('takes token URLs in', () => {
    expect(apiOrigins([api([], 'https://login.example/token')])).toEqual(['https://login.example']);
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
