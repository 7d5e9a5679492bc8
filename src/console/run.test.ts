import { describe, expect, it, vi } from 'vitest';
import type { HttpRequest } from '../request/http-request.ts';
import { createRun, type Run } from './run.ts';
import type { Fetch } from './send.ts';

const request: HttpRequest = { method: 'GET', url: 'https://api.example/', headers: [], stream: false };

function track(run: Run): string[] {
  const seen: string[] = [];
  run.subscribe(() => {
    const state = run.state();
    const phase = state.kind === 'answered' ? `:${state.answer.phase}` : '';
    seen.push(`${state.kind}${phase}${run.isBusy() ? ' busy' : ''}`);
  });
  return seen;
}

const make = (): Run =>
  createRun(
    () => performance.now(),
    (tell) => tell(),
  );
const transport = (fetch: Fetch) => ({ fetch, secret: () => '', isSimulated: true });
const endless: Fetch = async () =>
  new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } });

describe('createRun', () => {
  it('goes from Send to the last byte', async () => {
    const run = make();
    const seen = track(run);
    await run.start(
      request,
      transport(async () => new Response('hi')),
    );
    expect(seen[0]).toBe('sending busy');
    expect(seen).toContain('answered:reading busy');
    expect(seen.at(-1)).toBe('answered:done');
  });

  it('tells a failure', async () => {
    const run = make();
    const refuse: Fetch = async () => {
      throw new TypeError();
    };
    const seen = track(run);
    await run.start(request, transport(refuse));
    expect(seen.at(-1)).toBe('failed');
  });

  it('ends what takes longer than the reader allows, before the head and in the body', async () => {
    const run = make();
    const limit = { seconds: 0.01, until: 'end' } as const;
    await run.start(request, { ...transport(() => new Promise(() => {})), limit });
    expect(run.state()).toMatchObject({ kind: 'failed', failure: { code: 'timeout', seconds: 0.01 } });
    await run.start(request, { ...transport(endless), limit });
    expect(run.state()).toMatchObject({ kind: 'answered', answer: { phase: 'late' } });
    expect(run.isBusy()).toBe(false);
  });

  it('a limit for the head leaves the body its time', async () => {
    const run = make();
    const slow: Fetch = async () =>
      new Response(
        new ReadableStream({
          async pull(controller) {
            await new Promise((resolve) => setTimeout(resolve, 40));
            controller.enqueue(new TextEncoder().encode('late'));
            controller.close();
          },
        }),
      );
    await run.start(request, { ...transport(slow), limit: { seconds: 0.02, until: 'head' } });
    expect(run.state()).toMatchObject({ answer: { phase: 'done', body: { text: 'late' } } });
  });

  it('stops before the head and in the body', async () => {
    const run = make();
    const waiting = run.start(
      request,
      transport(() => new Promise(() => {})),
    );
    run.stop();
    await waiting;
    expect(run.state()).toMatchObject({ kind: 'failed', failure: { code: 'stopped' } });
    const reading = run.start(request, transport(endless));
    await new Promise((resolve) => setTimeout(resolve, 20));
    run.stop();
    await reading;
    expect(run.state()).toMatchObject({ kind: 'answered', answer: { phase: 'stopped' } });
    expect(run.isBusy()).toBe(false);
  });

  it('tells that an answer came which can’t be read, ends it, and lets the next press try again', async () => {
    vi.doMock('./answer.ts', () => {
      throw new Error('gone with an older version of the site');
    });
    const run = make();
    let asked: RequestInit = {};
    const answering: Fetch = async (_url, init) => {
      asked = init;
      return new Response(new ReadableStream());
    };
    await run.start(request, transport(answering));
    expect(run.state()).toMatchObject({ kind: 'failed', failure: { code: 'unread' } });
    expect([run.isBusy(), asked.signal?.aborted]).toEqual([false, true]);
    vi.doUnmock('./answer.ts');
    await run.start(
      request,
      transport(async () => new Response('hi')),
    );
    expect(run.state()).toMatchObject({ answer: { body: { text: 'hi' } } });
  });

  it('lets the later press win', async () => {
    const run = make();
    const first = run.start(request, transport(endless));
    const second = run.start(
      request,
      transport(async () => new Response('second')),
    );
    await Promise.all([first, second]);
    const state = run.state();
    expect(state.kind === 'answered' && state.answer.body).toMatchObject({ kind: 'text', text: 'second', json: false });
    expect(run.isBusy()).toBe(false);
  });

  it('tells many changes once a frame', async () => {
    const frames: (() => void)[] = [];
    const run = createRun(
      () => performance.now(),
      (tell) => frames.push(tell),
    );
    let told = 0;
    run.subscribe(() => {
      told += 1;
    });
    const chunks = Array.from({ length: 500 }, () => new Uint8Array([100]));
    await run.start(
      request,
      transport(async () => new Response(new Blob(chunks).stream())),
    );
    expect(frames).toHaveLength(1);
    frames[0]?.();
    expect(told).toBe(1);
  });
});
