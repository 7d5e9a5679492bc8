import { describe, expect, it } from 'vitest';
import { browserProblems, isLoopback } from './browser-limits.ts';
import type { HttpRequest } from './http-request.ts';

const PAGE = 'https://docs.example/reference/';
const request: HttpRequest = { method: 'GET', url: 'https://api.example/', headers: [], stream: false };
const body = { kind: 'text', mediaType: 'text/plain', text: '' } as const;
const header = (name: string, value = ''): HttpRequest => ({ ...request, headers: [{ name, value }] });

describe('browserProblems', () => {
  it.each([
    { name: 'a plain request', given: request, want: [] },
    { name: 'POST with a body', given: { ...request, method: 'POST', body }, want: [] },
    { name: 'GET with a body', given: { ...request, body }, want: ['body-on-get'] },
    { name: 'head with a body', given: { ...request, method: 'head', body }, want: ['body-on-get'] },
    ...['CONNECT', 'TRACE', 'track'].map((method) => ({
      name: method,
      given: { ...request, method },
      want: ['method-forbidden'],
    })),
    ...['Host', 'cookie', 'Proxy-Foo', 'Sec-Foo', 'DNT', 'Origin', 'Access-Control-Request-Private-Network'].map(
      (name) => ({
        name,
        given: header(name),
        want: ['header-forbidden'],
      }),
    ),
    ...['Security', 'api-key', 'User-Agent', 'Prefer', 'X-HTTP-Method-Override'].map((name) => ({
      name,
      given: header(name, 'PATCH'),
      want: [],
    })),
    { name: 'a tunnelled method', given: header('X-HTTP-Method-Override', 'PATCH, trace'), want: ['header-forbidden'] },
    { name: 'http from https', given: { ...request, url: 'http://api.example/' }, want: ['insecure-server'] },
    { name: 'http on this machine', given: { ...request, url: 'http://127.0.0.1:8080/' }, want: [] },
    { name: 'http on localhost', given: { ...request, url: 'http://api.localhost/' }, want: [] },
    {
      name: 'a name that only starts like this machine',
      given: { ...request, url: 'http://127.0.0.1.evil.example/' },
      want: ['insecure-server'],
    },
  ])('$name', ({ given, want }) => {
    expect(browserProblems(given, PAGE).map(({ code }) => code)).toEqual(want);
  });

  it('http is fine on an http page', () => {
    expect(browserProblems({ ...request, url: 'http://api.example/' }, 'http://docs.example/')).toEqual([]);
  });

  it('names the cookies, the secret one too', () => {
    const credential = { scheme: 's', form: 'raw', variable: 'V' } as const;
    const problems = browserProblems(
      { ...request, headers: [{ name: 'Cookie', prefix: 'a=1; sid=', credential }] },
      PAGE,
    );
    expect(problems.map(({ field }) => field)).toEqual([
      { kind: 'parameter', in: 'cookie', name: 'a' },
      { kind: 'parameter', in: 'cookie', name: 'sid' },
    ]);
  });
});

describe('isLoopback', () => {
  it('knows the names of this machine and no others', () => {
    const yes = ['localhost', 'docs.localhost', '127.0.0.1', '127.1.2.3', '[::1]'];
    const no = ['localhost.example', '127.0.0.1.example', '128.0.0.1', 'mylocalhost', '[::2]'];
    expect([...yes, ...no].map(isLoopback)).toEqual([...yes.map(() => true), ...no.map(() => false)]);
  });
});
