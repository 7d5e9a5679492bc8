import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRelay } from './relay.mjs';

const ALLOWED = {
  'https://api.example': { methods: ['GET', 'POST'], headers: ['accept', 'authorization', 'content-type', 'cookie'] },
};
const ASKED = { 'Relay-Request': 'GET https://api.example/pets?of=1', 'Sec-Fetch-Site': 'same-origin' };

/** What the relay asked the API for. */
let asked: { url: string; init: RequestInit & { headers: Headers } }[] = [];
let answer: () => Response;

beforeEach(() => {
  asked = [];
  answer = () => new Response('{}', { headers: { 'Content-Type': 'application/json' } });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit & { headers: Headers }) => {
    asked.push({ url, init });
    return answer();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function ask(headers: Record<string, string>, init: RequestInit = {}): Promise<Response> {
  return createRelay(ALLOWED)(new Request('https://docs.example/relay/', { method: 'POST', headers, ...init }));
}

describe('who and what is refused, without asking the API', () => {
  const rows: { name: string; headers?: Record<string, string>; init?: RequestInit; want: [number, string] }[] = [
    { name: 'a link to the relay', init: { method: 'GET' }, want: [405, 'method'] },
    { name: 'a preflight', init: { method: 'OPTIONS' }, want: [405, 'method'] },
    { name: 'a page of another site', headers: { 'Sec-Fetch-Site': 'cross-site' }, want: [403, 'page'] },
    { name: 'a page of a neighbouring host', headers: { 'Sec-Fetch-Site': 'same-site' }, want: [403, 'page'] },
    { name: 'an address that was typed', headers: { 'Sec-Fetch-Site': 'none' }, want: [403, 'page'] },
    { name: 'a form, which sets no header', headers: { 'Relay-Request': '' }, want: [400, 'request'] },
    { name: 'no address', headers: { 'Relay-Request': 'GET /pets' }, want: [400, 'request'] },
    { name: 'another scheme', headers: { 'Relay-Request': 'GET file:///etc/passwd' }, want: [400, 'request'] },
    {
      name: 'user information',
      headers: { 'Relay-Request': 'GET https://api.example@evil.example/' },
      want: [400, 'request'],
    },
    { name: 'another host', headers: { 'Relay-Request': 'GET https://evil.example/' }, want: [403, 'origin'] },
    {
      name: 'a longer host',
      headers: { 'Relay-Request': 'GET https://api.example.evil.example/' },
      want: [403, 'origin'],
    },
    { name: 'another port', headers: { 'Relay-Request': 'GET https://api.example:8443/' }, want: [403, 'origin'] },
    { name: 'plain http', headers: { 'Relay-Request': 'GET http://api.example/' }, want: [403, 'origin'] },
    {
      name: 'a name that objects inherit',
      headers: { 'Relay-Request': 'GET https://constructor/' },
      want: [403, 'origin'],
    },
    {
      name: 'the metadata of a cloud',
      headers: { 'Relay-Request': 'GET http://169.254.169.254/' },
      want: [403, 'origin'],
    },
    { name: 'another method', headers: { 'Relay-Request': 'DELETE https://api.example/' }, want: [403, 'method'] },
    { name: 'another header', headers: { 'Relay-Header-X-Other': '1' }, want: [403, 'header'] },
    {
      name: 'a cookie, also where a description has it',
      headers: { 'Relay-Header-Cookie': 'a=1' },
      want: [403, 'header'],
    },
    { name: 'a body that is told to be too large', headers: { 'Content-Length': '10000001' }, want: [413, 'size'] },
  ];
  for (const { name, headers = {}, init, want } of rows) {
    it(name, async () => {
      const response = await ask({ ...ASKED, ...headers }, init);
      expect([response.status, response.headers.get('relay-fault')]).toEqual(want);
      expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect([...response.headers.keys()].filter((header) => header.startsWith('access-control'))).toEqual([]);
      expect(asked).toEqual([]);
    });
  }
});

describe('browsers that don’t tell which site a page is of', () => {
  const plain = { 'Relay-Request': ASKED['Relay-Request'] };
  const rows: { name: string; headers: Record<string, string>; want: number }[] = [
    { name: 'the site’s own origin', headers: { Origin: 'https://docs.example' }, want: 200 },
    { name: 'another origin', headers: { Origin: 'https://evil.example' }, want: 403 },
    { name: 'a hidden origin', headers: { Origin: 'null' }, want: 403 },
    { name: 'no origin', headers: {}, want: 403 },
    { name: 'the origin behind another server', headers: { Origin: 'http://a.test', Host: 'a.test' }, want: 200 },
  ];
  for (const { name, headers, want } of rows) {
    it(name, async () => expect((await ask({ ...plain, ...headers })).status).toBe(want));
  }
});

it('sends what was asked for, and nothing that the host or the browser added', async () => {
  await ask({
    ...ASKED,
    'Relay-Header-Authorization': 'Bearer key',
    Authorization: 'Basic of-the-host',
    Cookie: 'session=1',
    Origin: 'https://docs.example',
    Referer: 'https://docs.example/page/',
    'X-Forwarded-For': '192.0.2.1',
    'Cf-Access-Jwt-Assertion': 'who',
    'Accept-Language': 'de',
  });
  const [{ url, init } = { url: '', init: { headers: new Headers() } }] = asked;
  expect(url).toBe('https://api.example/pets?of=1');
  expect([...init.headers]).toEqual([
    ['accept-encoding', 'identity'],
    ['authorization', 'Bearer key'],
    ['user-agent', 'curlew-relay'],
  ]);
  expect(init).toMatchObject({ method: 'GET', redirect: 'manual', cache: 'no-store' });
  expect(init.body).toBeUndefined();
});

it('gives back the answer in a form that no browser, cache or host acts on', async () => {
  answer = () =>
    new Response('<script>alert(1)</script>', {
      status: 401,
      headers: {
        'Content-Type': 'text/html',
        'Access-Control-Allow-Origin': '*',
        'Clear-Site-Data': '"*"',
        'Relay-Status': '200',
        'Set-Cookie': 'a=1',
        'WWW-Authenticate': 'Basic',
        'X-Accel-Redirect': '/secret',
      },
    });
  const response = await ask(ASKED);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toEqual({
    'cache-control': 'no-store, no-transform',
    'content-disposition': 'attachment',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'content-type': 'application/octet-stream',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'relay-header-clear-site-data': '"*"',
    'relay-header-content-type': 'text/html',
    'relay-header-www-authenticate': 'Basic',
    'relay-header-x-accel-redirect': '/secret',
    'relay-status': '401',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
});

it('tells a redirect and asks nothing more', async () => {
  answer = () => new Response(null, { status: 307, headers: { Location: 'https://thief.example/' } });
  const response = await ask({ ...ASKED, 'Relay-Header-Authorization': 'Bearer key' });
  expect(response.status).toBe(200);
  expect(response.headers.get('relay-status')).toBe('307');
  expect(response.headers.get('relay-header-location')).toBe('https://thief.example/');
  expect(response.headers.get('location')).toBeNull();
  expect(asked).toHaveLength(1);
});
