import { describe, expect, it } from 'vitest';
import { recognizeStream } from './recognize-stream.ts';

/** What is recognized, and after how many bytes, when they come one at a time. */
function recognize(text: string, type: string | null): readonly [kind?: string, after?: string] {
  const recognizer = recognizeStream(type);
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 1) {
    const found = recognizer?.push(bytes.slice(at, at + 1));
    if (!found) continue;
    expect(recognizer?.pushed()).toHaveLength(at + 1);
    return [found.kind, new TextDecoder().decode(bytes.slice(0, at + 1))];
  }
  return [];
}

const EVENT = 'data: {"a": "你好"}\n\n';

describe('a stream that calls itself something else', () => {
  it.each(['text/plain', 'text/plain; charset=utf-8', 'application/json', 'application/octet-stream', '', null])(
    'is one of events after the first: %s',
    (type) => {
      expect(recognize(EVENT.repeat(2), type)).toEqual(['event-stream', EVENT]);
      expect(recognize(`\ufeff: hi\r\n\r\nevent: a\r\nid: 1\r\n${EVENT}`, type)[0]).toBe('event-stream');
      expect(recognize('data:[DONE]\n\n', type)[0]).toBe('event-stream');
      expect(recognize('data: {\ndata: "a": 1}\n\n', type)[0]).toBe('event-stream');
    },
  );

  it.each(['text/plain', 'application/json', null])('is one of lines after the second: %s', (type) => {
    expect(recognize('{"a":1}\n{"b":2}\n{"c":3}', type)).toEqual(['json-lines', '{"a":1}\n{"b":2}\n']);
  });

  it('is one of events after the second where they hold any text, or after the first where it should be JSON', () => {
    expect(recognize('data: one\n\ndata: two\n\n', 'text/plain')[1]).toBe('data: one\n\ndata: two\n\n');
    expect(recognize('data: one\n\n', 'application/json')[0]).toBe('event-stream');
  });

  it.each([
    ['a poem', 'data: a word, and no more\n\nThe rest is prose.\n\ndata: again\n\n'],
    ['a poem that ends', 'data: a word\n\n'],
    ['YAML', 'id: 7\nname: a\ndata: {"a": 1}\n\n'],
    ['JSON', '{"a":1}\n'],
    ['JSON that is laid out', '{\n  "a": 1\n}\n{"a": 1}\n{"a": 1}\n'],
    ['a list', '[1]\n[2]\n'],
    ['numbers', '1\n2\n3\n'],
    ['a log', '{"a":1}\nfailed\n{"a":1}\n{"a":1}\n'],
    ['an event that is open', 'data: {"a":1}\n'],
    ['nothing', '\n\n\n'],
  ])('isn’t %s', (_, text) => {
    expect(recognize(text, 'text/plain')).toEqual([]);
  });

  it('lets go of what it has once it is one thing, or tells nothing for long', () => {
    for (const text of ['prose\n', 'x'.repeat(1_000_001)]) {
      const recognizer = recognizeStream('text/plain');
      expect(recognizer?.push(new TextEncoder().encode(text))).toBeUndefined();
      expect(recognizer?.pushed()).toEqual([]);
      expect(recognizer?.push(new TextEncoder().encode(`\n${EVENT}`))).toBeUndefined();
    }
  });

  it.each(['text/event-stream', 'text/html', 'application/problem+json', 'image/png', 'text/plain; charset=gbk'])(
    'isn’t looked for in %s',
    (type) => {
      expect(recognizeStream(type)).toBeUndefined();
    },
  );
});
