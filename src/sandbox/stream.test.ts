import { describe, expect, it } from 'vitest';
import { pets } from '../../tests/fixtures/sandbox-apis.ts';
import type { Example, MediaType } from '../model/media-type.ts';
import { paced, pacedStream, streamPieces } from './stream.ts';

const [operation] = pets.operations;

async function pieces(
  name: string,
  example: Partial<Example>,
  itemSchema?: MediaType['itemSchema'],
): Promise<string[]> {
  if (!operation) throw new Error('no operation');
  const settings = { seed: 1, now: () => 0 };
  const url = new URL('https://api.example.com/');
  const call = { api: pets, operation, pathValues: new Map(), url, headers: new Headers(), body: '', settings };
  const media = { name, examples: [], ...(itemSchema === undefined ? {} : { itemSchema }) };
  const given = example.text === undefined && example.value === undefined ? undefined : { name: 'x', ...example };
  return (await streamPieces(call, media, given)).map(({ text }) => text);
}

describe('streamPieces', () => {
  it.each([
    {
      name: 'events as written, whatever ends their lines',
      media: 'text/event-stream; charset=utf-8',
      example: { text: 'data: 1\n\n: note\r\ndata: 2\r\n\r\ndata: 3\r\rdata: unfinished' },
      want: ['data: 1\n\n', ': note\r\ndata: 2\r\n\r\n', 'data: 3\r\r', 'data: unfinished'],
    },
    {
      name: 'JSON lines',
      media: 'application/x-ndjson',
      example: { text: '{"a":1}\n{"a":2}' },
      want: ['{"a":1}\n', '{"a":2}'],
    },
    {
      name: 'a JSON sequence',
      media: 'application/json-seq',
      example: { text: '\u001e{\n}\n\u001e2\n' },
      want: ['\u001e{\n}\n', '\u001e2\n'],
    },
    {
      name: 'lines made of a list',
      media: 'application/jsonl',
      example: { value: '[{"a": 1.10}, 2]' },
      want: ['{"a":1.10}\n', '2\n'],
    },
    {
      name: 'a sequence made of a list',
      media: 'application/json-seq',
      example: { value: '[1]' },
      want: ['\u001e1\n'],
    },
    {
      name: 'events made of a list, fields and plain values',
      media: 'text/event-stream',
      example: { value: '[{"event":"tick","data":"a\\nb"}, {"x":1}, {"data":{"y":2}}]' },
      want: ['event: tick\ndata: a\ndata: b\n\n', 'data: {"x":1}\n\n', 'data: {"y":2}\n\n'],
    },
  ])('$name', async ({ media, example, want }) => expect(await pieces(media, example)).toEqual(want));

  it('builds a few items from their schema', async () => {
    expect(await pieces('application/jsonl', {}, { const: '7' })).toEqual(['7\n', '7\n', '7\n']);
  });
});

describe('pacedStream', () => {
  const texts = ['a', 'b', 'c'];

  it('makes a piece only when the reader asks for it', async () => {
    let made = 0;
    const counted = texts.map((text) => ({
      pause: 0,
      get text() {
        made += 1;
        return text;
      },
    }));
    const reader = pacedStream(counted, 1, new AbortController().signal).getReader();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(made).toBe(0);
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(made).toBe(1);
  });

  it('ends in the middle of a pause when it is canceled or aborted', async () => {
    const slow = texts.map((text) => ({ text, pause: 60_000 }));
    const canceled = pacedStream(slow, 1, new AbortController().signal).getReader();
    const reading = canceled.read();
    await canceled.cancel();
    expect(await reading).toEqual({ done: true, value: undefined });

    const control = new AbortController();
    const aborted = pacedStream(slow, 1, control.signal).getReader().read();
    control.abort();
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('pauses unevenly, longest before the first, the same for the same seed', () => {
    const pauses = paced(['a', 'b', 'c', 'd'], 1).map(({ pause }) => pause);
    expect(pauses[0]).toBeGreaterThan(Math.max(...pauses.slice(1)));
    expect(new Set(pauses).size).toBeGreaterThan(2);
    expect(paced(['a', 'b', 'c', 'd'], 1).map(({ pause }) => pause)).toEqual(pauses);
  });
});
