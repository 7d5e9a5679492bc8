import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRelay, serveNode } from '../src/site/relay/relay.mjs';
import { relayFile } from '../src/site/relay/write-relay.ts';
import { type Recorder, startRecorder } from './recorder.ts';

const KEY = 'key-4f1c-very-secret';
const sendable = { methods: ['GET', 'POST'], headers: ['accept', 'api-key', 'content-type', 'x-trace'] };

/** Asks as a page of the relay's own site does. */
function ask(relay: string, wanted: string, init: RequestInit = {}): Promise<Response> {
  const headers = { 'Sec-Fetch-Site': 'same-origin', 'Relay-Request': wanted, 'Relay-Header-Api-Key': KEY };
  return fetch(relay, { redirect: 'manual', ...init, method: 'POST', headers: { ...headers, ...init.headers } });
}

describe('the written file under plain Node', () => {
  const folder = mkdtempSync(join(tmpdir(), 'curlew-relay-'));
  let api: Recorder;
  let thief: Recorder;
  let child: ChildProcess;
  let relay = '';
  let started = '';
  let output = '';
  let errors = '';

  beforeAll(async () => {
    api = await startRecorder();
    thief = await startRecorder();
    const file = join(folder, 'relay.mjs');
    writeFileSync(file, relayFile({ paths: ['/relay/'], allowed: { [api.url]: sendable } }));
    child = spawn(process.execPath, [file], { env: { PORT: '0' } });
    child.stderr?.on('data', (piece) => {
      errors += piece;
    });
    child.stdout?.on('data', (piece) => {
      output += piece;
    });
    await once(child.stdout ?? child, 'data');
    started = output;
    relay = `${/ on (\S+)/.exec(started)?.[1]}/relay/`;
  });
  beforeEach(() => {
    api.requests.length = 0;
    api.play = 'json';
  });
  afterEach(() => {
    expect([...thief.requests, ...thief.preflights]).toEqual([]);
  });
  afterAll(async () => {
    child.kill();
    await once(child, 'close');
    await Promise.all([api.close(), thief.close()]);
    rmSync(folder, { recursive: true });
    expect({ output, errors }).toEqual({ output: started, errors: '' });
    expect(started).toBe(`Relay to ${api.url} on ${new URL(relay).origin}\n`);
  });

  it('asks the API as the page would, and gives back its answer', async () => {
    const body = JSON.stringify({ text: '你好' });
    const response = await ask(relay, `POST ${api.url}/v1/pets?of=%2F#part`, {
      body,
      headers: {
        'Content-Type': 'application/octet-stream',
        'Relay-Header-Content-Type': 'application/json',
        Cookie: 'a=1',
      },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('relay-status')).toBe('200');
    expect(response.headers.get('relay-header-content-type')).toBe('application/json');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(await response.json()).toEqual({ ok: true });
    const [sent] = api.requests;
    expect([sent?.method, sent?.target, sent?.body.toString()]).toEqual(['POST', '/v1/pets?of=%2F', body]);
    const headers = Object.fromEntries((sent?.headers ?? []).map(([name, value]) => [name.toLowerCase(), value]));
    expect(headers).toMatchObject({
      'api-key': KEY,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'curlew-relay',
    });
    for (const name of ['cookie', 'origin', 'referer', 'x-forwarded-for', 'relay-request', 'sec-fetch-site']) {
      expect(headers).not.toHaveProperty(name);
    }
  });

  for (const to of ['same', 'other'] as const) {
    it(`tells a redirect to the ${to} origin and follows none`, async () => {
      api.play = 'redirect';
      api.redirectTo = to === 'same' ? api.url : thief.url;
      const response = await ask(relay, `GET ${api.url}/pets`);
      expect([response.status, response.headers.get('relay-status')]).toEqual([200, '307']);
      expect(response.headers.get('location')).toBeNull();
      expect(api.requests).toHaveLength(1);
    });
  }

  it('asks no other origin', async () => {
    const response = await ask(relay, `GET ${thief.url}/pets`);
    expect([response.status, response.headers.get('relay-fault')]).toEqual([403, 'origin']);
    expect(api.requests).toEqual([]);
  });

  it('refuses a body above the limit with a reason that is heard', async () => {
    const response = await ask(relay, `POST ${api.url}/pets`, { body: Buffer.alloc(10_000_001) });
    expect([response.status, response.headers.get('relay-fault')]).toEqual([413, 'size']);
    expect(api.requests).toEqual([]);
  });

  it('passes on 20,000 events as they come', async () => {
    const events = Array.from({ length: 20_000 }, (_, index) => `data: {"n":${index},"text":"你好"}\n\n`);
    const seen = Promise.withResolvers<void>();
    // Unless the first is given on before there is a second, this never ends.
    api.script = { type: 'text/event-stream', pieces: [events[0] ?? '', seen.promise, ...events.slice(1)] };
    api.play = 'script';
    const response = await ask(relay, `POST ${api.url}/events`);
    expect(response.headers.get('relay-header-content-type')).toBe('text/event-stream');
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of response.body ?? []) {
      text += decoder.decode(piece, { stream: true });
      if (text === events[0]) seen.resolve();
    }
    expect(text === events.join('')).toBe(true);
  });

  it('ends the request to the API when the reader leaves', async () => {
    api.script = { type: 'text/event-stream', pieces: ['data: 1\n\n'], end: 'open' };
    api.play = 'script';
    const leave = new AbortController();
    const response = await ask(relay, `GET ${api.url}/events`, { signal: leave.signal });
    await response.body?.getReader().read();
    expect(api.requests[0]?.aborted).toBe(false);
    leave.abort();
    await expect.poll(() => api.requests[0]?.aborted).toBe(true);
  });

  it('ends it also before there is an answer', async () => {
    const held = Promise.withResolvers<void>();
    const silent = createServer(() => held.resolve());
    const gone = once(silent, 'connection').then(([socket]) => once(socket, 'close'));
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const origin = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const own = createServer((incoming, outgoing) => {
      void serveNode(createRelay({ [origin]: sendable }), incoming, outgoing);
    });
    await new Promise<void>((done) => own.listen(0, '127.0.0.1', done));
    const leave = new AbortController();
    const answer = ask(`http://127.0.0.1:${(own.address() as AddressInfo).port}/`, `GET ${origin}/`, {
      signal: leave.signal,
    });
    await held.promise;
    leave.abort();
    await expect(answer).rejects.toThrow();
    await gone;
    silent.close();
    own.close();
  });
});

describe('limits', () => {
  /** An API that takes what comes and answers as told, and a relay to it. */
  async function between(limits: Partial<Parameters<typeof createRelay>[1]>, pieces: readonly string[]) {
    const server = createServer((incoming, outgoing) => {
      incoming.on('error', () => {}).resume();
      for (const piece of pieces) outgoing.write(piece);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const relay = createRelay({ [origin]: sendable }, { size: 10, firstByte: 60_000, idle: 60_000, ...limits });
    const own = createServer((incoming, outgoing) => void serveNode(relay, incoming, outgoing));
    await new Promise<void>((done) => own.listen(0, '127.0.0.1', done));
    return {
      ask: (init?: RequestInit) =>
        ask(`http://127.0.0.1:${(own.address() as AddressInfo).port}/`, `POST ${origin}/`, init),
      async close() {
        for (const one of [server, own]) {
          one.closeAllConnections();
          await new Promise((done) => one.close(done));
        }
      },
    };
  }

  it('of the time until an answer begins', async () => {
    const { ask: post, close } = await between({ firstByte: 50 }, []);
    const response = await post();
    expect([response.status, response.headers.get('relay-fault')]).toEqual([504, 'timeout']);
    await close();
  });

  it('of the time between two pieces: what had come stays', async () => {
    const { ask: post, close } = await between({ idle: 50 }, ['data: 1\n\n']);
    const response = await post();
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: 1\n\n');
    await expect(reader?.read()).rejects.toThrow();
    await close();
  });

  it('of a body whose length nobody told', async () => {
    const { ask: post, close } = await between({}, []);
    const body = new ReadableStream({
      start(controller) {
        for (let piece = 0; piece < 4; piece += 1) controller.enqueue(new TextEncoder().encode('1234'));
        controller.close();
      },
    });
    const response = await post({ body, duplex: 'half' } as RequestInit);
    expect([response.status, response.headers.get('relay-fault')]).toEqual([413, 'size']);
    await close();
  });

  it('an API that can’t be reached', async () => {
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const origin = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`;
    await new Promise((done) => closed.close(done));
    const headers = { 'Sec-Fetch-Site': 'same-origin', 'Relay-Request': `GET ${origin}/` };
    const response = await createRelay({ [origin]: sendable })(
      new Request('http://docs.test/relay/', { method: 'POST', headers }),
    );
    expect([response.status, response.headers.get('relay-fault')]).toEqual([502, 'unreachable']);
  });
});
