import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Recorder, startRecorder } from './recorder.ts';

let recorder: Recorder;
beforeEach(async () => {
  recorder = await startRecorder();
});
afterEach(() => recorder.close());

/** Bytes in, bytes out: what no client would send or show as it is. */
function talk(bytes: string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(Number(new URL(recorder.url).port), '127.0.0.1', () => socket.end(bytes, 'latin1'));
    let answer = '';
    socket.setEncoding('latin1').on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', fail).on('close', () => done(answer));
  });
}

describe('startRecorder', () => {
  it('notes a request to the byte', async () => {
    const body = Buffer.from('é\0\r\n');
    await talk(
      `PROPFIND /a%20b?c=d'e HTTP/1.1\r\nHost: x\r\nX-Two:  caf\xe9 \r\nx-two: b\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body.toString('latin1')}`,
    );
    const [request] = recorder.requests;
    expect([request?.method, request?.target, request?.body]).toEqual(['PROPFIND', "/a%20b?c=d'e", body]);
    expect(request?.headers.slice(1, 3)).toEqual([
      ['X-Two', 'caf\xe9'],
      ['x-two', 'b'],
    ]);
  });

  it('answers a preflight apart from requests', async () => {
    const headers = { 'Access-Control-Request-Method': 'PUT', 'Access-Control-Request-Headers': 'api-key' };
    const answer = await fetch(recorder.url, { method: 'OPTIONS', headers });
    expect([answer.status, answer.headers.get('access-control-allow-headers')]).toEqual([204, 'api-key']);
    expect([recorder.preflights.length, recorder.requests.length]).toEqual([1, 0]);
    await fetch(recorder.url, { method: 'OPTIONS' });
    expect((await recorder.request(0)).method).toBe('OPTIONS');
  });

  it('streams slowly, and notes who leaves early', async () => {
    recorder.play = 'stream';
    recorder.pace = 20;
    const whole = await (await fetch(`${recorder.url}/chat`)).text();
    expect(whole.match(/^data: \{/gm)).toHaveLength(recorder.events);
    expect(whole.endsWith('data: [DONE]\n\n')).toBe(true);

    const stop = new AbortController();
    const answer = await fetch(`${recorder.url}/chat`, { signal: stop.signal });
    await answer.body?.getReader().read();
    stop.abort();
    await expect.poll(() => recorder.requests.map(({ aborted }) => aborted)).toEqual([false, true]);
  });

  it('redirects to another origin', async () => {
    const thief = await startRecorder();
    recorder.redirectTo = thief.url;
    const answer = await fetch(`${recorder.url}/redirect/pets?a=1`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([307, `${thief.url}/pets?a=1`]);
    await thief.close();
  });

  it('refuses and answers in pieces', async () => {
    const refused = await fetch(`${recorder.url}/unauthorized/x`);
    const many = await fetch(`${recorder.url}/too-many/x`);
    const pieces = await fetch(`${recorder.url}/chunks/x`);
    expect([refused.status, many.status, many.headers.get('retry-after')]).toEqual([401, 429, '7']);
    expect(many.headers.get('access-control-expose-headers')).toContain('Retry-After');
    expect(await pieces.json()).toEqual({ ok: true, text: '你好' });
  });
});
