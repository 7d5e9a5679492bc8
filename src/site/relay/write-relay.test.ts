import { describe, expect, it } from 'vitest';
import type { Api } from '../../model/api.ts';
import { relayOrigins } from './relay-origins.ts';
import { relayFacts, relayFile, relaysWithoutServer } from './write-relay.ts';

function apiOf(...urls: string[]): Api {
  const servers = urls.map((url) => ({ url, variables: [] }));
  const parameters = [
    { in: 'header', name: 'X-Trace' },
    { in: 'header', name: 'not a token' },
    { in: 'query', name: 'q' },
  ];
  const schemes = [{ kind: 'apiKey', in: 'header', name: 'api-key', id: 'key' }];
  const operations = [
    { method: 'POST', servers: [], parameters },
    { method: 'GET', servers: [], parameters: [] },
  ];
  return { id: 'pets', servers, operations, securitySchemes: schemes } as unknown as Api;
}

describe('the origins of a relay', () => {
  const rows: { name: string; urls: string[]; connect?: string[]; isLocal?: boolean; want: string[] }[] = [
    {
      name: 'of servers, over https',
      urls: ['https://B.example:443/v1', 'http://a.example', '/v1'],
      want: ['https://b.example'],
    },
    { name: 'none with user information', urls: ['https://user:secret@a.example/'], want: [] },
    { name: 'on this machine only where a site is tried', urls: ['http://127.0.0.1:4010'], want: [] },
    {
      name: 'on this machine',
      urls: ['http://127.0.0.1:4010/v1', 'http://a.example'],
      isLocal: true,
      want: ['http://127.0.0.1:4010'],
    },
    { name: 'none of a host that is a variable', urls: ['https://{region}.a.example/'], want: [] },
    {
      name: 'of such a host, what the owner confirmed and it can be',
      urls: ['https://{region}.a.example/'],
      connect: ['https://eu.a.example', 'https://a.example', 'https://eu.a.example.evil', 'http://eu.a.example'],
      want: ['https://eu.a.example'],
    },
    {
      name: 'no other than confirmed',
      urls: ['https://a.example', 'https://b.example'],
      connect: ['https://b.example', 'https://login.example'],
      want: ['https://b.example'],
    },
  ];
  for (const { name, urls, connect, isLocal = false, want } of rows) {
    it(name, () => expect(relayOrigins(apiOf(...urls), connect, isLocal)).toEqual(want));
  }
});

it('knows the methods and headers that the description’s operations have', () => {
  const settings = { pets: { relay: '/relay/' } };
  expect(relayFacts([apiOf('https://a.example')], settings, false)).toEqual({
    paths: ['/relay/'],
    allowed: {
      'https://a.example': { methods: ['GET', 'POST'], headers: ['accept', 'api-key', 'content-type', 'x-trace'] },
    },
  });
  expect(relayFacts([apiOf('https://a.example')], {}, false)).toBeUndefined();
  expect(relaysWithoutServer([apiOf('http://a.example')], settings, false)).toMatchObject([
    { code: 'option-wrong', path: ['apis', 'pets', 'relay'] },
  ]);
});

it('writes the list as data, whatever is in it', async () => {
  const odd = { methods: ["$&'`"], headers: ['</script>&\u2028'] };
  const allowed = { 'https://a.example': odd };
  const text = relayFile({ paths: ['/relay/'], allowed });
  expect(text).not.toMatch(/<\/script>|\u2028/);
  expect(text).toContain('\nexport default { fetch:');
  const list = /const ALLOWED = (\{[^;]*\});/.exec(text)?.[1] ?? '';
  expect(JSON.parse(list)).toEqual(allowed);
});
