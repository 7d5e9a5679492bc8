import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Answer, readAnswer } from './answer.ts';

async function read(response: Response, over: { signal?: AbortSignal; limit?: number } = {}): Promise<Answer[]> {
  const seen: Answer[] = [];
  let clock = 1000;
  await readAnswer(response, {
    signal: over.signal ?? new AbortController().signal,
    startedAt: 1000,
    now: () => ++clock,
    limit: over.limit ?? 1_000_000,
    onChange: (answer) => seen.push(answer),
  });
  return seen;
}

async function last(response: Response, over?: Parameters<typeof read>[1]): Promise<Answer> {
  const answer = (await read(response, over)).at(-1);
  if (!answer) throw new Error('nothing was told');
  return answer;
}

const typed = (type: string): { headers: HeadersInit } => ({ headers: { 'content-type': type } });
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function streamOf(...chunks: Uint8Array[]): ReadableStream {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

describe('readAnswer', () => {
  const text = (text: string, type: string, json = false): object => ({ kind: 'text', text, type, json });
  const rows: readonly { name: string; given: Response; want: object }[] = [
    {
      name: 'JSON',
      given: new Response('{"a":1.10}', typed('application/json; charset=utf-8')),
      want: text('{"a":1.10}', 'application/json', true),
    },
    {
      name: 'a problem document',
      given: new Response('{}', typed('application/problem+json')),
      want: text('{}', 'application/problem+json', true),
    },
    {
      name: 'bytes that are called text',
      given: new Response(new Uint8Array([0x50, 0, 1, 255]), typed('text/plain')),
      want: { kind: 'binary', type: 'text/plain', blob: expect.any(Blob) },
    },
    {
      name: 'markup as its source',
      given: new Response('<b>', typed('text/html')),
      want: text('<b>', 'text/html'),
    },
    {
      name: 'SVG as its source',
      given: new Response('<svg/>', typed('image/svg+xml')),
      want: text('<svg/>', 'image/svg+xml'),
    },
    {
      name: 'another charset',
      given: new Response(new Uint8Array([0xc4, 0xe3]), typed('text/plain; charset="GBK"')),
      want: text('你', 'text/plain'),
    },
    {
      name: 'an unknown charset',
      given: new Response('ä', typed('text/plain; charset=klingon')),
      want: text('ä', 'text/plain'),
    },
    {
      name: 'the charset of a byte order mark, whatever the header says',
      given: new Response(
        new Uint8Array([0xff, 0xfe, 0x61, 0, 0x2c, 0, 0xe9, 0]),
        typed('text/csv; charset=iso-8859-1'),
      ),
      want: text('a,é', 'text/csv'),
    },
    {
      name: 'JSON in UTF-16',
      given: new Response(new Uint8Array([0xfe, 0xff, 0, 0x5b, 0, 0x5d]), typed('application/json')),
      want: text('[]', 'application/json', true),
    },
    {
      name: 'UTF-16 without a type',
      given: new Response(new Uint8Array([0xff, 0xfe, 0x61, 0])),
      want: text('a', ''),
    },
    {
      name: 'XML in the charset that it declares',
      given: new Response(
        new Uint8Array([...bytes('<?xml version="1.0" encoding="GBK"?><a>'), 0xc4, 0xe3]),
        typed('application/atom+xml'),
      ),
      want: text('<?xml version="1.0" encoding="GBK"?><a>你', 'application/atom+xml'),
    },
    {
      name: 'XML in the charset of the header, before its own',
      given: new Response('<?xml version="1.0" encoding="GBK"?>你', typed('text/xml; charset=utf-8')),
      want: text('<?xml version="1.0" encoding="GBK"?>你', 'text/xml'),
    },
    {
      name: 'HTML in the charset that it declares',
      given: new Response(
        new Uint8Array([...bytes('<!doctype html><meta charset=gb2312>'), 0xc4, 0xe3]),
        typed('text/html'),
      ),
      want: text('<!doctype html><meta charset=gb2312>你', 'text/html'),
    },
    { name: 'no type, but text', given: new Response(bytes('hi')), want: text('hi', '') },
    { name: 'no type, but JSON', given: new Response(bytes('\n {"a":1}')), want: text('\n {"a":1}', '', true) },
    { name: 'no body', given: new Response(null, { status: 204 }), want: { kind: 'empty' } },
    { name: 'an empty body', given: new Response('', typed('text/plain')), want: { kind: 'empty' } },
  ];
  for (const { name, given, want } of rows) {
    it(`reads ${name}`, async () => {
      const answer = await last(given);
      expect(answer.body).toMatchObject(want);
      expect(answer.phase).toBe('done');
    });
  }

  it('decodes characters that are split between the pieces of a long text', async () => {
    const long = 'x你😀'.repeat(200_000);
    const { body } = await last(new Response(bytes(long), typed('text/plain')), { limit: 10_000_000 });
    expect(body.kind === 'text' && body.text === long).toBe(true);
  });

  const blobs = [
    { type: 'image/png;x=y', want: ['image', 'image/png'] },
    { type: 'IMAGE/JPEG', want: ['image', 'image/jpeg'] },
    { type: 'audio/mpeg', want: ['audio', 'audio/mpeg'] },
    { type: 'video/mp4', want: ['video', 'video/mp4'] },
    { type: 'application/pdf', want: ['pdf', 'application/octet-stream'] },
    { type: 'application/x-evil', want: ['binary', 'application/octet-stream'] },
    { type: 'video/x-evil', want: ['binary', 'application/octet-stream'] },
  ];
  for (const { type, want } of blobs) {
    it(`takes ${type} as a blob of a type that we know`, async () => {
      const { body } = await last(new Response(new Uint8Array([1, 255]), typed(type)));
      expect('blob' in body && [body.kind, body.blob.type]).toEqual(want);
    });
  }

  it('takes bytes without a type that are no text as bytes', async () => {
    for (const given of [[0xff], [0x61, 0]]) {
      const { body } = await last(new Response(new Uint8Array(given)));
      expect('blob' in body && [body.kind, body.blob.type, body.blob.size]).toEqual([
        'binary',
        'application/octet-stream',
        given.length,
      ]);
    }
  });

  it('tells the head first, then how it grows', async () => {
    const response = new Response(streamOf(bytes('ab'), bytes('cde')), { status: 429, ...typed('text/plain') });
    const seen = await read(response);
    expect(seen[0]).toMatchObject({ status: 429, phase: 'reading', size: 0, body: { kind: 'pending' } });
    expect(seen.map(({ size }) => size)).toEqual([0, 2, 5, 5]);
    const end = seen.at(-1);
    expect(end?.phase).toBe('done');
    expect(end?.headAfter).toBeGreaterThan(0);
    expect(end?.endAfter).toBeGreaterThan(end?.headAfter ?? 0);
  });

  it('stops at the size limit and keeps what came', async () => {
    const answer = await last(new Response(streamOf(bytes('12345'), bytes('67890')), typed('text/plain')), {
      limit: 7,
    });
    expect(answer).toMatchObject({ phase: 'cut', size: 7, body: { kind: 'text', text: '1234567' } });
  });

  it('keeps what came before a connection broke', async () => {
    let step = 0;
    const broken = new ReadableStream({
      pull(controller) {
        step += 1;
        if (step === 1) controller.enqueue(bytes('half'));
        else controller.error(new TypeError('network error'));
      },
    });
    const answer = await last(new Response(broken, typed('text/plain')));
    expect(answer).toMatchObject({ phase: 'interrupted', body: { text: 'half' } });
  });

  it('reads an event stream whose characters are split between chunks of every size', async () => {
    const all = bytes(
      '\ufeffdata: {"choices":[{"index":0,"delta":{"content":"你好 😀"}}]}\r\n\r\ndata: [DONE]\n\ndata: x',
    );
    for (let size = 1; size <= all.length; size += 1) {
      const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
        all.slice(at * size, (at + 1) * size),
      );
      const { body, phase } = await last(new Response(streamOf(...chunks), typed('text/event-stream; charset=utf-8')));
      if (body.kind !== 'stream') throw new Error(body.kind);
      expect([body.log.events.get(1)?.data, body.log.events.get(2)?.data, body.log.events.count()]).toEqual([
        '{"choices":[{"index":0,"delta":{"content":"你好 😀"}}]}',
        '[DONE]',
        2,
      ]);
      expect(body.log.conversation.choices()[0]?.parts[0]?.text.from(0)).toBe('你好 😀');
      expect([phase, body.log.isUnfinished()]).toEqual(['done', true]);
    }
  });

  it('shows plain text as it grows, and as any other body once it is whole', async () => {
    const seen = await read(new Response(streamOf(bytes('你').slice(0, 2), bytes('你').slice(2)), typed('text/plain')));
    const grown = seen.flatMap(({ body }) => (body.kind === 'growing' ? body.text.total() : []));
    expect(grown).toEqual([1, 1]);
    expect(seen.at(-1)?.body).toMatchObject({ kind: 'text', text: '你', json: false });
  });

  it('shows JSON that takes long as it grows, and as JSON once it is whole', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const seen: Answer[] = [];
    const over = readAnswer(new Response(readable, typed('application/json')), {
      signal: new AbortController().signal,
      startedAt: 0,
      now: () => 1,
      limit: 1000,
      onChange: (answer) => seen.push(answer),
    });
    const shown = (): unknown => {
      const { body } = seen.at(-1) ?? {};
      return body?.kind === 'growing' ? body.text.from(0) : body?.kind;
    };
    const arrive = (): Promise<void> => new Promise((done) => setImmediate(done));
    await writer.write(bytes('{"a":1}\n'));
    await arrive();
    vi.advanceTimersByTime(999);
    expect(shown()).toBe('pending');
    vi.advanceTimersByTime(1);
    expect(shown()).toBe('{"a":1}\n');
    await writer.write(bytes(' '));
    await arrive();
    expect(shown()).toBe('{"a":1}\n ');
    await writer.close();
    await over;
    expect(seen.at(-1)).toMatchObject({ phase: 'done', body: { kind: 'text', json: true, text: '{"a":1}\n ' } });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('reads JSON lines, sequences and parts as streams', async () => {
    const rows = [
      ['application/x-ndjson', '1\n2'],
      ['application/json-seq', '\u001e1\n\u001e2\n'],
      ['multipart/mixed; boundary=b', '--b\n\n1\n--b\n\n2\n--b--'],
    ] as const;
    for (const [type, text] of rows) {
      const { body } = await last(new Response(streamOf(bytes(text)), typed(type)));
      if (body.kind !== 'stream') throw new Error(body.kind);
      expect([1, 2, 3].map((number) => body.log.events.get(number)?.data)).toEqual(['1', '2', undefined]);
      expect(body.log.isUnfinished()).toBe(false);
    }
  });

  it.each(['text/plain', 'application/json', null])(
    'reads events that call themselves %s, to the last byte',
    async (type) => {
      const all = bytes(`data: {"choices":[{"index":0,"delta":{"content":"你好"}}]}\n\n`.repeat(3));
      for (const size of [1, 7, 10_000]) {
        const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
          all.slice(at * size, (at + 1) * size),
        );
        const seen = await read(new Response(streamOf(...chunks), type === null ? {} : typed(type)));
        const { body, phase, size: whole } = seen.at(-1) ?? {};
        if (body?.kind !== 'stream') throw new Error(body?.kind);
        expect([phase, whole, body.log.events.count(), body.log.isUnfinished()]).toEqual([
          'done',
          all.length,
          3,
          false,
        ]);
        expect(body.log.raw.from(0)).toBe(new TextDecoder().decode(all));
        expect(body.log.conversation.choices()[0]?.parts[0]?.text.from(0)).toBe('你好你好你好');
      }
    },
  );

  it('stops a stream that goes on for ever, and cancels it', async () => {
    let cancelled = false;
    const stop = new AbortController();
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(bytes('data: 1\n\n')),
      cancel: () => {
        cancelled = true;
        return new Promise(() => {});
      },
    });
    setTimeout(() => stop.abort(), 20);
    const started = performance.now();
    const answer = await last(new Response(endless, typed('text/event-stream')), { signal: stop.signal });
    expect(performance.now() - started).toBeLessThan(900);
    expect([answer.phase, cancelled]).toEqual(['stopped', true]);
    expect(answer.body.kind === 'stream' && answer.body.log.events.count()).toBe(1);
  });

  it('gives the page its turn while megabytes arrive in one chunk', async () => {
    const event = `data: {"choices":[{"index":0,"delta":{"content":"token "}}]}\n\n`;
    let longest = 0;
    let before = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - before);
      before = performance.now();
    });
    const answer = await last(new Response(streamOf(bytes(event.repeat(40_000))), typed('text/event-stream')));
    clearInterval(watch);
    expect(answer.body.kind === 'stream' && answer.body.log.events.count()).toBe(40_000);
    expect(longest).toBeGreaterThan(0);
    expect(longest).toBeLessThan(200);
  });
});
