import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../request/http-request.ts';
import { type Fetch, type PageFacts, type SendOptions, send } from './send.ts';

const request: HttpRequest = {
  method: 'POST',
  url: 'https://api.example/v1/chat?api-version=1',
  headers: [
    { name: 'Content-Type', value: 'application/json' },
    { name: 'api-key', prefix: '', credential: { scheme: 'apiKey', form: 'raw', variable: 'API_KEY' } },
  ],
  body: { kind: 'text', mediaType: 'application/json', text: '{"a": 1.10}' },
  stream: false,
};

const page = (over: Partial<PageFacts> = {}): PageFacts => ({
  online: () => true,
  watchPolicy: () => ({ refused: async () => false, stop: () => {} }),
  ...over,
});

const options = (over: Partial<SendOptions> = {}): SendOptions => ({
  fetch: async () => new Response('ok'),
  secret: () => 'k-123',
  signal: new AbortController().signal,
  timeout: 10,
  page: page(),
  ...over,
});

/** Never answers, and rejects when its signal aborts, as browsers do. */
const silent: Fetch = (_, init) =>
  new Promise((_resolve, reject) =>
    init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
  );
const refusing: Fetch = async () => {
  throw new TypeError('Failed to fetch');
};

describe('send', () => {
  it('sends what it is given with exactly the options of rule C3', async () => {
    const calls: [string, RequestInit][] = [];
    const fetch: Fetch = async (...call) => {
      calls.push(call);
      return new Response('ok');
    };
    const result = await send(request, options({ fetch }));
    expect(result.kind).toBe('response');
    expect(calls).toHaveLength(1);
    const [url, { signal, ...init }] = calls[0] ?? ['', {}];
    expect(url).toBe(request.url);
    expect(signal).toBeInstanceOf(AbortSignal);
    expect(init).toEqual({
      method: 'POST',
      headers: [
        ['Content-Type', 'application/json'],
        ['api-key', 'k-123'],
      ],
      body: '{"a": 1.10}',
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  it('puts each secret behind its prefix, user and password as base64 of UTF-8', async () => {
    let sent: HeadersInit | undefined;
    const headers = [
      { name: 'Authorization', prefix: 'Bearer ', credential: { scheme: 'b', form: 'raw', variable: 'B' } },
      { name: 'Proxy', prefix: 'Basic ', credential: { scheme: 'c', form: 'basic', variable: 'C' } },
    ] as const;
    await send(
      { method: 'GET', url: request.url, headers, stream: false },
      options({
        secret: ({ scheme }) => (scheme === 'b' ? 't-1' : 'test:123£'),
        fetch: async (_, init) => {
          sent = init.headers;
          expect('body' in init).toBe(false);
          return new Response();
        },
      }),
    );
    // The second is the example of RFC 7617, section 2.1.
    expect(sent).toEqual([
      ['Authorization', 'Bearer t-1'],
      ['Proxy', 'Basic dGVzdDoxMjPCow=='],
    ]);
  });

  it('appends a secret of the query only on the wire, encoded', async () => {
    const urls: string[] = [];
    const credential = { scheme: 'q', form: 'raw', variable: 'Q' } as const;
    const secretQuery = { ...request, queryCredentials: [{ name: 'a key', credential }] };
    const fetch: Fetch = async (url) => {
      urls.push(url);
      return new Response();
    };
    await send(secretQuery, options({ fetch, secret: () => 'a&b=c/d' }));
    await send({ ...secretQuery, url: 'https://api.example/' }, options({ fetch }));
    expect(urls).toEqual([`${request.url}&a%20key=a%26b%3Dc%2Fd`, 'https://api.example/?a%20key=k-123']);
  });

  const never: Fetch = async () => {
    throw new Error('fetch was called');
  };
  const local = { ...request, url: 'http://127.0.0.1:8080/v1' };
  const redirect = Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' });
  const rows: readonly { name: string; given: HttpRequest; with: Partial<SendOptions>; want: object }[] = [
    {
      name: 'no network',
      given: request,
      with: { fetch: never, page: page({ online: () => false }) },
      want: { code: 'offline' },
    },
    {
      name: 'a redirect',
      given: request,
      with: { fetch: async () => redirect },
      want: { code: 'redirect', origin: 'https://api.example' },
    },
    { name: 'anything else', given: request, with: { fetch: refusing }, want: { code: 'network' } },
    {
      name: 'no network at all',
      given: request,
      with: { fetch: refusing, page: undefined },
      want: { code: 'sandbox' },
    },
    {
      name: 'the network gone meanwhile',
      given: { ...request, url: 'http://127.0.0.1:8080/v1' },
      with: { fetch: refusing, page: page({ online: () => false }) },
      want: { code: 'offline' },
    },
    {
      name: 'the own policy',
      given: request,
      with: { fetch: refusing, page: page({ watchPolicy: () => ({ refused: async () => true, stop: () => {} }) }) },
      want: { code: 'policy', origin: 'https://api.example' },
    },
    {
      name: 'no head in time',
      given: request,
      with: { fetch: silent, timeout: 0.01 },
      want: { code: 'timeout', seconds: 0.01 },
    },
    {
      name: 'stopped before',
      given: request,
      with: { fetch: never, signal: AbortSignal.abort() },
      want: { code: 'stopped' },
    },
    {
      name: 'stopped meanwhile',
      given: request,
      with: { fetch: silent, signal: AbortSignal.timeout(10) },
      want: { code: 'stopped' },
    },
    {
      name: 'stopped, with a transport that does not listen',
      given: request,
      with: { fetch: () => new Promise(() => {}), signal: AbortSignal.timeout(10) },
      want: { code: 'stopped' },
    },
  ];
  for (const row of rows) {
    it(`tells apart: ${row.name}`, async () => {
      expect(await send(row.given, options(row.with))).toEqual({ kind: 'failure', failure: row.want });
    });
  }

  it('checks nothing of the network where it is not used or is this machine', async () => {
    const offline = page({ online: () => false });
    expect((await send(request, options({ page: undefined }))).kind).toBe('response');
    expect((await send(local, options({ page: offline }))).kind).toBe('response');
  });

  it('hands a refused status on as a response', async () => {
    const result = await send(request, options({ fetch: async () => new Response('{}', { status: 401 }) }));
    expect(result.kind === 'response' && result.response.status).toBe(401);
  });
});
