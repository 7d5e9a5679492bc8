import { describe, expect, it } from 'vitest';
import type { Reply } from './ask.ts';
import { judgeAnswer, judgePreflight, needsPreflight } from './judge.ts';
import type { Probe } from './probe.ts';

const ORIGIN = 'https://docs.example';
const PROBE: Probe = {
  api: 'Pets',
  server: 'https://api.example',
  method: 'PUT',
  url: 'https://api.example/pets',
  operation: 'PUT /pets',
  operations: 1,
  headers: ['authorization', 'content-type', 'x-trace'],
  optional: ['x-trace'],
  exposed: ['retry-after'],
};

function reply(status: number, headers: { [name: string]: string | string[] }): Reply {
  const pairs = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  return { kind: 'reply', status, headers: pairs };
}

const GOOD = {
  'access-control-allow-origin': ORIGIN,
  'access-control-allow-methods': 'GET, PUT',
  'access-control-allow-headers': 'Authorization, Content-Type, X-Trace',
  vary: 'Origin',
};

function without(name: keyof typeof GOOD) {
  return Object.fromEntries(Object.entries(GOOD).filter(([key]) => key !== name));
}

describe('a preflight', () => {
  const table: {
    name: string;
    status?: number;
    headers: { [name: string]: string | string[] };
    want: string[];
    says?: string;
  }[] = [
    { name: 'that allows all', headers: GOOD, want: [] },
    { name: 'with a status of its own', status: 299, headers: GOOD, want: [] },
    { name: 'for every origin', headers: { ...without('vary'), 'access-control-allow-origin': '*' }, want: [] },
    { name: 'without an origin', headers: without('access-control-allow-origin'), want: ['error origin-missing'] },
    {
      name: 'for another origin',
      headers: { ...GOOD, 'access-control-allow-origin': 'https://www.example' },
      want: ['error origin-other'],
    },
    {
      name: 'with a slash too many',
      headers: { ...GOOD, 'access-control-allow-origin': `${ORIGIN}/` },
      want: ['error origin-other'],
      says: 'without a slash',
    },
    { name: 'for null', headers: { ...GOOD, 'access-control-allow-origin': 'null' }, want: ['error origin-other'] },
    {
      name: 'with two origins in a header',
      headers: { ...GOOD, 'access-control-allow-origin': `${ORIGIN}, *` },
      want: ['error origin-several'],
    },
    {
      name: 'with an origin twice',
      headers: { ...GOOD, 'access-control-allow-origin': [ORIGIN, ORIGIN] },
      want: ['error origin-several'],
    },
    {
      name: 'without the method',
      headers: { ...GOOD, 'access-control-allow-methods': 'GET' },
      want: ['error method-missing'],
    },
    {
      name: 'with the method in small letters',
      headers: { ...GOOD, 'access-control-allow-methods': 'put' },
      want: ['error method-missing'],
      says: 'to the letter',
    },
    { name: 'for every method', headers: { ...GOOD, 'access-control-allow-methods': '*' }, want: [] },
    {
      name: 'without headers',
      headers: without('access-control-allow-headers'),
      want: ['error header-missing', 'warning header-missing'],
    },
    {
      name: 'without a header that only some requests have',
      headers: { ...GOOD, 'access-control-allow-headers': 'content-type, authorization' },
      want: ['warning header-missing'],
    },
    {
      name: 'for every header but the one that must be named',
      headers: { ...GOOD, 'access-control-allow-headers': '*' },
      want: ['error header-missing'],
      says: `doesn't stand for authorization`,
    },
    {
      name: 'with its headers in two',
      headers: { ...GOOD, 'access-control-allow-headers': ['authorization', 'content-type,x-trace'] },
      want: [],
    },
    { name: 'that a cache could mix up', headers: without('vary'), want: ['warning vary-missing'] },
    {
      name: 'that asks for a key',
      status: 401,
      headers: GOOD,
      want: ['error preflight-status'],
      says: 'before keys are checked',
    },
    {
      name: 'that nobody answers',
      status: 405,
      headers: GOOD,
      want: ['error preflight-status'],
      says: 'no answer for OPTIONS',
    },
    { name: 'that breaks the server', status: 500, headers: GOOD, want: ['error preflight-status'] },
    {
      name: 'that is led to the slash',
      status: 308,
      headers: { location: '/pets/' },
      want: ['error redirect'],
      says: 'with it in the description',
    },
    {
      name: 'that is led elsewhere',
      status: 302,
      headers: { location: 'https://login.example/' },
      want: ['error redirect'],
      says: 'https://login.example/',
    },
    {
      name: 'that is led nowhere',
      status: 302,
      headers: { location: 'http://[' },
      want: ['error redirect'],
      says: 'nowhere',
    },
  ];
  for (const { name, status = 204, headers, want, says = '' } of table) {
    it(name, () => {
      const faults = judgePreflight(PROBE, reply(status, headers), ORIGIN);
      expect(faults.map(({ severity, code }) => `${severity} ${code}`)).toEqual(want);
      expect(faults.map(({ message, fix }) => `${message} ${fix}`).join('\n')).toContain(says);
    });
  }

  it('from http is led to https', () => {
    const probe = { ...PROBE, url: 'http://api.example/pets' };
    const [fault] = judgePreflight(probe, reply(301, { location: 'https://api.example/pets' }), ORIGIN);
    expect(fault?.fix).toContain('https://');
  });

  it('isn’t sent where a form could send the same', () => {
    expect(needsPreflight({ method: 'POST', headers: [] })).toBe(false);
    expect(needsPreflight({ method: 'POST', headers: ['content-type'] })).toBe(true);
    expect(needsPreflight({ method: 'PATCH', headers: [] })).toBe(true);
  });
});

describe('an answer to a request without a key', () => {
  const origin = { 'access-control-allow-origin': '*' };
  const table: { name: string; status: number; headers: { [name: string]: string }; want: string[] }[] = [
    {
      name: 'can be read, with what it exposes',
      status: 200,
      headers: { ...origin, 'access-control-expose-headers': 'Retry-After' },
      want: [],
    },
    { name: 'can be read, but for a header', status: 200, headers: origin, want: ['warning expose-missing'] },
    { name: 'can’t be read', status: 200, headers: {}, want: ['error answer-origin'] },
    { name: 'is an error that can be read', status: 401, headers: origin, want: [] },
    { name: 'is an error that hides', status: 401, headers: {}, want: ['warning answer-origin'] },
  ];
  for (const { name, status, headers, want } of table) {
    it(name, () => {
      const faults = judgeAnswer(PROBE, reply(status, headers), ORIGIN);
      expect(faults.map(({ severity, code }) => `${severity} ${code}`)).toEqual(want);
    });
  }
});

describe('a connection that fails is told apart', () => {
  const table: [code: string, want: string][] = [
    ['ENOTFOUND', 'dns'],
    ['ECONNREFUSED', 'refused'],
    ['TIMEOUT', 'timeout'],
    ['CERT_HAS_EXPIRED', 'tls-expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-name'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls-untrusted'],
    ['EPROTO', 'tls'],
    ['ECONNRESET', 'connection'],
  ];
  for (const [code, want] of table) {
    it(code, () => {
      const faults = judgePreflight(PROBE, { kind: 'no-reply', code, message: 'why' }, ORIGIN);
      expect(faults.map((fault) => fault.code)).toEqual([want]);
    });
  }
});
