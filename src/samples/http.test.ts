import { describe, expect, it } from 'vitest';
import { printHttp } from './http.ts';

const credential = { scheme: 'key', form: 'raw', variable: 'PETS_API_KEY' } as const;

describe('printHttp', () => {
  it('prints request line, headers and body, secrets as told', () => {
    const printed = printHttp(
      {
        method: 'POST',
        url: 'https://api.example:8443/pets?a=1',
        queryCredentials: [{ name: 'the key', credential }],
        headers: [
          { name: 'Content-Type', value: 'application/json' },
          { name: 'Authorization', prefix: 'Bearer ', credential },
        ],
        body: { kind: 'text', mediaType: 'application/json', text: '{\n  "a": 1\n}' },
        stream: false,
      },
      ({ variable }) => `<${variable}>`,
    );
    expect(printed).toBe(`POST /pets?a=1&the%20key=<PETS_API_KEY> HTTP/1.1
Host: api.example:8443
Content-Type: application/json
Authorization: Bearer <PETS_API_KEY>

{
  "a": 1
}`);
  });

  it('prints a request that is not complete', () => {
    expect(printHttp({ method: 'GET', url: '/pets/{id}', headers: [], stream: false }, () => '')).toBe(
      'GET /pets/{id} HTTP/1.1',
    );
  });
});
