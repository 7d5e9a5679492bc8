import { afterEach, describe, expect, it, vi } from 'vitest';
import { SendFault } from '../send.ts';
import { relayFetch } from './relay-fetch.ts';

const RELAY = 'https://docs.example/relay/';
const URL_ASKED = 'https://api.example/pets?of=%2F';

afterEach(() => {
  vi.unstubAllGlobals();
});

function answering(answer: () => Response) {
  const fetched = vi.fn<typeof fetch>(async () => answer());
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

async function faultOf(init: RequestInit = {}): Promise<unknown> {
  const thrown = await relayFetch(RELAY)(URL_ASKED, init).catch((error: unknown) => error);
  return thrown instanceof SendFault ? thrown.failure : thrown;
}

describe('relayFetch', () => {
  it('puts the request into a POST to the relay and takes the answer out of its', async () => {
    const headers = {
      'Relay-Status': '429',
      'Relay-Header-Retry-After': '7',
      'Content-Type': 'application/octet-stream',
    };
    const fetched = answering(() => new Response('slow', { headers }));
    const init = {
      method: 'PUT',
      headers: [['X-Key', 'k']] as [string, string][],
      body: '{}',
      redirect: 'manual',
    } as const;
    const response = await relayFetch(RELAY)(`${URL_ASKED}#part`, init);
    expect([response.status, [...response.headers], await response.text()]).toEqual([
      429,
      [['retry-after', '7']],
      'slow',
    ]);
    const [[url, sent] = []] = fetched.mock.calls;
    expect(url).toBe(RELAY);
    expect(sent).toEqual({
      method: 'POST',
      headers: [
        ['relay-header-x-key', 'k'],
        ['Relay-Request', `PUT ${URL_ASKED}`],
        ['Content-Type', 'application/octet-stream'],
      ],
      body: '{}',
      redirect: 'manual',
    });
  });

  it('gives an answer that has no body none', async () => {
    answering(() => new Response('', { headers: { 'Relay-Status': '204' } }));
    expect((await relayFetch(RELAY)(URL_ASKED, { method: 'DELETE' })).body).toBeNull();
  });

  const rows: { name: string; answer: () => Response; want: object }[] = [
    {
      name: 'a redirect',
      answer: () =>
        new Response('', { headers: { 'Relay-Status': '307', 'Relay-Header-Location': 'https://thief.example' } }),
      want: { code: 'redirect', origin: 'https://api.example' },
    },
    {
      name: 'what the relay refuses',
      answer: () => new Response('', { status: 403, headers: { 'Relay-Fault': 'origin' } }),
      want: { code: 'relay', fault: 'origin', status: 403 },
    },
    {
      name: 'a host without a relay, whatever it answers',
      answer: () => new Response('<h1>Docs</h1>', { headers: { 'Content-Type': 'text/html' } }),
      want: { code: 'relay', fault: 'absent', status: 200 },
    },
    {
      name: 'no connection to it',
      answer: () => {
        throw new TypeError('Failed to fetch');
      },
      want: { code: 'relay', fault: 'unreached', status: 0 },
    },
  ];
  for (const { name, answer, want } of rows) {
    it(`tells of ${name}`, async () => {
      answering(answer);
      expect(await faultOf()).toEqual(want);
    });
  }

  it('leaves a stop what it is', async () => {
    const reason = new Error('stopped');
    answering(() => {
      throw reason;
    });
    expect(await faultOf({ signal: AbortSignal.abort() })).toBe(reason);
  });
});
