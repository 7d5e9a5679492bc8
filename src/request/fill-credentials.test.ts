import { describe, expect, it } from 'vitest';
import { fillCredentials } from './fill-credentials.ts';
import type { Credential, HttpRequest } from './http-request.ts';

const raw: Credential = { scheme: 'key', form: 'raw', variable: 'PETS_API_KEY' };
const basic: Credential = { scheme: 'login', form: 'basic', variable: 'PETS_BASIC_AUTH' };
const base: HttpRequest = { method: 'GET', url: 'https://pets.test/a', headers: [], stream: false };

describe('fillCredentials', () => {
  const table: { name: string; given: Partial<HttpRequest>; secret: string; want: object }[] = [
    {
      name: 'a header with a prefix, others as they are and in their order',
      given: {
        headers: [
          { name: 'Accept', value: 'text/plain' },
          { name: 'Authorization', prefix: 'Bearer ', credential: raw },
        ],
      },
      secret: `a"'$(id)`,
      want: {
        url: 'https://pets.test/a',
        headers: [
          { name: 'Accept', value: 'text/plain' },
          { name: 'Authorization', value: `Bearer a"'$(id)` },
        ],
      },
    },
    {
      name: 'the example of RFC 7617, section 2',
      given: { headers: [{ name: 'Authorization', prefix: 'Basic ', credential: basic }] },
      secret: 'Aladdin:open sesame',
      want: { headers: [{ name: 'Authorization', value: 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==' }] },
    },
    {
      name: 'the example of RFC 7617, section 2.1: UTF-8',
      given: { headers: [{ name: 'Authorization', prefix: 'Basic ', credential: basic }] },
      secret: 'test:123£',
      want: { headers: [{ name: 'Authorization', value: 'Basic dGVzdDoxMjPCow==' }] },
    },
    {
      name: 'the query, name and value encoded',
      given: {
        queryCredentials: [
          { name: 'the key', credential: raw },
          { name: 'again', credential: raw },
        ],
      },
      secret: "a&b='#",
      want: { url: 'https://pets.test/a?the%20key=a%26b%3D%27%23&again=a%26b%3D%27%23', headers: [] },
    },
    {
      name: 'the query after others',
      given: { url: 'https://pets.test/a?b=1', queryCredentials: [{ name: 'key', credential: raw }] },
      secret: 's',
      want: { url: 'https://pets.test/a?b=1&key=s' },
    },
  ];
  for (const { name, given, secret, want } of table) {
    it(name, () => {
      const filled = fillCredentials({ ...base, ...given }, () => secret);
      expect(filled).toMatchObject(want);
      expect(filled).not.toHaveProperty('queryCredentials');
    });
  }

  it('asks for each placeholder by its own', () => {
    const headers = [
      { name: 'A', prefix: '', credential: { ...raw, scheme: 'one' } },
      { name: 'B', prefix: '', credential: { ...raw, scheme: 'two' } },
    ];
    const filled = fillCredentials({ ...base, headers }, ({ scheme }) => scheme);
    expect(filled.headers.map(({ value }) => value)).toEqual(['one', 'two']);
  });
});
