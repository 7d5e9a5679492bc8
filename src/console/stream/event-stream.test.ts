import { describe, expect, it } from 'vitest';
import { createEventStream } from './event-stream.ts';
import type { StreamItem } from './stream-item.ts';

function read(text: string, size = text.length || 1, limit = 1000): { events: StreamItem[]; open: boolean } {
  const events: StreamItem[] = [];
  const parser = createEventStream(limit, (event) => events.push(event));
  for (let at = 0; at < text.length; at += size) parser.push(text.slice(at, at + size));
  return { events, open: parser.end() };
}

const message = (data: string, rest: Partial<StreamItem> = {}): StreamItem => ({
  type: 'message',
  data,
  id: '',
  fault: undefined,
  ...rest,
});

const rows: readonly { name: string; given: string; want: readonly StreamItem[]; open?: boolean }[] = [
  {
    name: 'standard: a comment alone, then data lines joined by a line feed',
    given: 'data: YHOO\ndata: +2\ndata: 10\n\n',
    want: [message('YHOO\n+2\n10')],
  },
  {
    name: 'standard: four blocks, of which the comment and the last dispatch nothing',
    given: ': test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n',
    want: [message('first event', { id: '1' }), message('second event')],
    open: true,
  },
  {
    name: 'standard: two empty events, the unfinished one dropped',
    given: 'data\n\ndata\ndata\n\ndata:',
    want: [message(''), message('\n')],
    open: true,
  },
  {
    name: 'standard: one space after the colon is dropped',
    given: 'data:test\n\ndata: test\n\n',
    want: [message('test'), message('test')],
  },
  {
    name: 'standard: named events',
    given: 'event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\n',
    want: [message('73857293', { type: 'add' }), message('2153', { type: 'remove' })],
  },
  {
    name: 'an event name without data is forgotten',
    given: 'event: add\n\ndata: 1\n\n',
    want: [message('1')],
  },
  {
    name: 'carriage returns and pairs end lines as line feeds do',
    given: 'data: a\r\rdata: b\r\n\r\ndata: c\n\r\ndata: d\r\n\n',
    want: [message('a'), message('b'), message('c'), message('d')],
  },
  { name: 'a byte order mark that decoding left is part of a name', given: '\ufeffdata: a\n\n', want: [] },
  {
    name: 'unknown fields, retry and case are skipped',
    given: 'retry: 5\nfoo: 1\nData: 2\ndata: 3\n\n',
    want: [message('3')],
  },
  {
    name: 'an id stays for later events, one with NUL is refused',
    given: 'id: a\ndata: 1\n\nid: b\0\ndata: 2\n\n',
    want: [message('1', { id: 'a' }), message('2', { id: 'a' })],
  },
  { name: 'a colon in the value', given: 'data: {"a": 1}\n\n', want: [message('{"a": 1}')] },
  { name: 'a field left open that begins like data', given: 'data: 1\n\ndatabase: 2', want: [message('1')] },
  { name: 'a comment left open is no lost event', given: 'data: 1\n\n: ping', want: [message('1')] },
  { name: 'Chinese and emoji', given: 'data: 你好 😀\n\n', want: [message('你好 😀')] },
];

describe('createEventStream', () => {
  for (const { name, given, want, open = false } of rows) {
    it(`${name}, in pieces of every size`, () => {
      for (let size = 1; size <= given.length; size += 1) expect(read(given, size)).toEqual({ events: want, open });
      for (let at = 1; at < given.length; at += 1) {
        const items: StreamItem[] = [];
        const parser = createEventStream(1000, (one) => items.push(one));
        parser.push(given.slice(0, at));
        parser.push(given.slice(at));
        expect(items).toEqual(want);
      }
    });
  }

  it('cuts an event at the limit and goes on with the next', () => {
    for (let size = 1; size < 40; size += 1) {
      expect(read('data: 0123456789\ndata: 0123456789\n\ndata: b\n\n', size, 18).events).toEqual([
        message('0123456789\n0123456', { fault: 'cut' }),
        message('b'),
      ]);
    }
  });

  it('cuts a line that never ends', () => {
    const { events } = read(`data: ${'x'.repeat(100)}\n\ndata: b\n\n`, 7, 20);
    expect(events).toEqual([message('x'.repeat(14), { fault: 'cut' }), message('b')]);
  });

  it('does not count comments as part of an event', () => {
    expect(read(`${': keep-alive\n'.repeat(1000)}data: a\n\n`, 64, 20).events).toEqual([message('a')]);
  });

  it('needs time that grows with the text, not with its square', () => {
    const time = (length: number): number => {
      const parser = createEventStream(1e9, () => {});
      const start = performance.now();
      for (let at = 0; at < length; at += 1) parser.push('x');
      parser.push('\n\n');
      return performance.now() - start;
    };
    time(20_000);
    expect(time(400_000)).toBeLessThan(1000);
  });
});
