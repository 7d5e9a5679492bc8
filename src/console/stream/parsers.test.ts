import { describe, expect, it } from 'vitest';
import { createParser, type StreamFormat, streamFormat } from './stream-format.ts';
import type { StreamItem } from './stream-item.ts';

interface Read {
  readonly items: readonly StreamItem[];
  readonly open: boolean;
}

/** Pushes the pieces of a text and tells what came of it. */
function read(format: StreamFormat, pieces: readonly string[], limit = 10_000): Read {
  const items: StreamItem[] = [];
  const parser = createParser(format, limit, (item) => items.push(item));
  for (const piece of pieces) parser.push(piece);
  return { open: parser.end(), items };
}

/** A text whole, byte by byte, in pieces of every size, and split in two at every place. */
function* cuts(text: string): Generator<string[]> {
  for (let size = 1; size <= Math.max(1, text.length); size += 1) {
    yield Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
  }
  for (let at = 1; at < text.length; at += 1) yield [text.slice(0, at), text.slice(at)];
}

interface Row {
  readonly name: string;
  readonly given: string;
  readonly want: readonly StreamItem[];
  readonly open?: boolean;
}

function table(format: StreamFormat, rows: readonly Row[]): void {
  for (const { name, given, want, open = false } of rows) {
    it(`${name}, however it is cut`, () => {
      for (const pieces of cuts(given)) expect(read(format, pieces)).toEqual({ items: want, open });
    });
  }
}

const item = (data: string, fault?: StreamItem['fault']): StreamItem => ({ type: '', id: '', data, fault });
const part = (type: string, data: string, more: Partial<StreamItem> = {}): StreamItem => ({
  type,
  id: '',
  data,
  fault: undefined,
  ...more,
});

describe('JSON lines', () => {
  table({ kind: 'json-lines' }, [
    {
      name: 'jsonlines.org: better than CSV',
      given: '["Name", "Session", "Score", "Completed"]\n["Gilbert", "2013", 24, true]\n["Alexa", "2013", 29, true]\n',
      want: [
        item('["Name", "Session", "Score", "Completed"]'),
        item('["Gilbert", "2013", 24, true]'),
        item('["Alexa", "2013", 29, true]'),
      ],
    },
    {
      name: 'jsonlines.org: strings with line ends in them as escapes',
      given: '{"name": "Gilbert", "wins": [["straight", "7♣"]]}\n{"text": "one\\ntwo"}\n',
      want: [item('{"name": "Gilbert", "wins": [["straight", "7♣"]]}'), item('{"text": "one\\ntwo"}')],
    },
    {
      name: 'ndjson: CR before LF, and an empty line that is skipped',
      given: '{"a":1}\r\n\r\n{"b":2}\n \n{"c":3}\r\n',
      want: [item('{"a":1}'), item('{"b":2}'), item('{"c":3}')],
    },
    {
      name: 'CR alone, and ends that are mixed',
      given: '1\r2\r\n3\n\r4\n',
      want: ['1', '2', '3', '4'].map((one) => item(one)),
    },
    { name: 'no end after the last line', given: '{"a":1}\n{"b":2}', want: [item('{"a":1}'), item('{"b":2}')] },
    {
      name: 'a last line that broke off',
      given: '{"a":1}\n{"b":',
      want: [item('{"a":1}'), item('{"b":', 'unfinished')],
      open: true,
    },
    { name: 'a line that is no JSON stays an item', given: 'hello\n{}\n', want: [item('hello'), item('{}')] },
    { name: 'nothing', given: '', want: [] },
    { name: 'Chinese and emoji', given: '"你好 😀"\n', want: [item('"你好 😀"')] },
  ]);

  it('cuts a line at the limit', () => {
    for (const pieces of cuts(`"${'x'.repeat(40)}"\n1\n`)) {
      expect(read({ kind: 'json-lines' }, pieces, 10).items).toEqual([item('"xxxxxxxxx', 'cut'), item('1')]);
    }
    expect(read({ kind: 'json-lines' }, ['123456789'], 4)).toEqual({ items: [item('1234', 'cut')], open: false });
  });
});

describe('JSON text sequences', () => {
  table({ kind: 'json-sequence' }, [
    {
      name: 'RFC 7464: a mark before and a line end after each text',
      given: '\u001e{"a":1}\n\u001e"two"\n\u001e[3,\n4]\n',
      want: [item('{"a":1}'), item('"two"'), item('[3,\n4]')],
    },
    {
      name: 'RFC 7464, 2.1: marks in a row are one',
      given: '\u001e\u001e1\n\u001e\u001e\u001e2\n',
      want: [item('1'), item('2')],
    },
    {
      name: 'RFC 7464, 2.3: a text that broke off is told, the next one is read',
      given: '\u001e{"a":\n\u001e{"b":2}\n\u001e"half\u001e3\n',
      want: [item('{"a":', 'unfinished'), item('{"b":2}'), item('"half', 'unfinished'), item('3')],
    },
    {
      name: 'RFC 7464, 2.4: numbers and words without white space after them may be cut',
      given: '\u001e12\u001etrue \u001enull\n\u001e12',
      want: [item('12', 'unfinished'), item('true'), item('null'), item('12', 'unfinished')],
      open: true,
    },
    {
      name: 'objects, lists and strings end by themselves',
      given: '\u001e{}\u001e[]\u001e"a"',
      want: ['{}', '[]', '"a"'].map((one) => item(one)),
    },
    {
      name: 'line ends, brackets and quotes in strings decide nothing',
      given: '\u001e{"a":"}\\"]\\\\"}\n\u001e{"b":"\\n{"\n}\n',
      want: [item('{"a":"}\\"]\\\\"}'), item('{"b":"\\n{"\n}')],
    },
    {
      name: 'texts without marks, as some services send',
      given: '{"a":1}\r\n{"b":2}\n',
      want: [item('{"a":1}'), item('{"b":2}')],
    },
    {
      name: 'broken off at the end',
      given: '\u001e{"a":1}\n\u001e{"b"',
      want: [item('{"a":1}'), item('{"b"', 'unfinished')],
      open: true,
    },
    { name: 'a backslash broken off', given: '\u001e"a\\\u001e1\n', want: [item('"a\\', 'unfinished'), item('1')] },
    { name: 'nothing but marks', given: '\u001e\n\u001e', want: [] },
  ]);

  it('gives a text with its line end, before the next one comes', () => {
    const seen: string[] = [];
    const parser = createParser({ kind: 'json-sequence' }, 1000, ({ data }) => seen.push(data));
    parser.push('\u001e{"a":1}\n');
    expect(seen).toEqual(['{"a":1}']);
  });

  it('cuts a text at the limit', () => {
    for (const pieces of cuts(`\u001e"${'x'.repeat(40)}"\n\u001e1\n`)) {
      expect(read({ kind: 'json-sequence' }, pieces, 10).items).toEqual([item('"xxxxxxxxx', 'cut'), item('1')]);
    }
  });
});

describe('multipart parts', () => {
  table({ kind: 'multipart', boundary: 'simple boundary' }, [
    {
      name: 'RFC 2046, 5.1.1: the simple example',
      given: [
        'This is the preamble.  It is to be ignored, though it',
        'is a handy place for composition agents to include an',
        'explanatory note to non-MIME conformant readers.',
        '',
        '--simple boundary',
        '',
        'This is implicitly typed plain US-ASCII text.',
        'It does NOT end with a linebreak.',
        '--simple boundary',
        'Content-type: text/plain; charset=us-ascii',
        '',
        'This is explicitly typed plain US-ASCII text.',
        'It DOES end with a linebreak.',
        '',
        '--simple boundary--',
        '',
        'This is the epilogue.  It is also to be ignored.',
      ].join('\r\n'),
      want: [
        part('text/plain', 'This is implicitly typed plain US-ASCII text.\r\nIt does NOT end with a linebreak.'),
        part('text/plain', 'This is explicitly typed plain US-ASCII text.\r\nIt DOES end with a linebreak.\r\n'),
      ],
    },
  ]);
  table({ kind: 'multipart', boundary: '-' }, [
    {
      name: 'incremental delivery of GraphQL over HTTP',
      given:
        '\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n{"data":{},"hasNext":true}' +
        '\r\n---\r\nContent-Type: application/json\r\n\r\n{"hasNext":false}\r\n-----\r\n',
      want: [part('application/json', '{"data":{},"hasNext":true}'), part('application/json', '{"hasNext":false}')],
    },
  ]);
  table({ kind: 'multipart', boundary: 'b' }, [
    {
      name: 'line feeds alone, padding after the boundary, a folded header and names',
      given:
        '--b \t\nContent-Disposition: form-data;\n name="field"\n\none\n\n--b\r\nContent-ID: <2>\r\n\r\ntwo\r\n--b--',
      want: [part('text/plain', 'one\n', { id: 'field' }), part('text/plain', 'two', { id: '<2>' })],
    },
    {
      name: 'an empty part, and one of headers alone',
      given: '--b\r\n\r\n\r\n--b\r\nContent-Type: a/b\r\n\r\n--b--\r\n',
      want: [part('text/plain', ''), part('a/b', '')],
    },
    {
      name: 'a boundary in the middle of a line is none',
      given: '--b\n\nx --b\n -- b\n-b\n--b--',
      want: [part('text/plain', 'x --b\n -- b\n-b')],
    },
    {
      name: 'broken off in a part',
      given: '--b\r\n\r\none\r\n--b\r\nContent-Type: a/b\r\n\r\ntw',
      want: [part('text/plain', 'one'), part('a/b', 'tw', { fault: 'unfinished' })],
      open: true,
    },
    {
      name: 'broken off after a boundary',
      given: '--b\r\n\r\none\r\n--b\r\n',
      want: [part('text/plain', 'one')],
      open: true,
    },
    { name: 'no boundary at all', given: 'hello', want: [], open: true },
  ]);

  it('gives a part with its boundary, before that line has ended', () => {
    const seen: string[] = [];
    const parser = createParser({ kind: 'multipart', boundary: 'b' }, 1000, ({ data }) => seen.push(data));
    parser.push('--b\r\n\r\none\r\n--b');
    expect(seen).toEqual(['one']);
    parser.push('\r\n\r\ntwo\r\n--');
    parser.push('b--');
    expect(seen).toEqual(['one', 'two']);
    expect(parser.end()).toBe(false);
  });

  it('cuts a part at the limit', () => {
    for (const pieces of cuts(`--b\n\n${'xxxx\n'.repeat(9)}--b\n\nshort\n--b--`)) {
      expect(read({ kind: 'multipart', boundary: 'b' }, pieces, 12).items).toEqual([
        part('text/plain', 'xxxx\nxxxx\nxx', { fault: 'cut' }),
        part('text/plain', 'short'),
      ]);
    }
  });
});

describe('every format', () => {
  const endless: readonly [name: string, format: StreamFormat, start: string][] = [
    ['server-sent events', { kind: 'event-stream' }, 'data: '],
    ['JSON lines', { kind: 'json-lines' }, '"'],
    ['JSON text sequences', { kind: 'json-sequence' }, '\u001e"'],
    ['multipart parts', { kind: 'multipart', boundary: 'b' }, '--b\n\n'],
  ];
  for (const [name, format, start] of endless) {
    it(`${name} take time that grows with the text, not with its square, and keep no more than the limit`, () => {
      const time = (length: number): number => {
        const items: StreamItem[] = [];
        const parser = createParser(format, 1_000_000, (one) => items.push(one));
        const began = performance.now();
        parser.push(start);
        for (let at = 0; at < length; at += 1) parser.push(at % 2 ? 'x' : '\\');
        parser.end();
        return performance.now() - began;
      };
      time(20_000);
      expect(time(400_000)).toBeLessThan(2000);
    });
  }

  const types: readonly [type: string | null, want: string | undefined][] = [
    ['text/event-stream; charset=utf-8', 'event-stream'],
    ['text/event-stream, text/event-stream', 'event-stream'],
    ['Application/JSONL', 'json-lines'],
    ['application/x-ndjson', 'json-lines'],
    ['application/ndjson;charset=utf-8', 'json-lines'],
    ['application/x-jsonlines', 'json-lines'],
    ['application/json-lines', 'json-lines'],
    ['application/stream+json', 'json-lines'],
    ['application/json-seq', 'json-sequence'],
    ['application/geo+json-seq', 'json-sequence'],
    ['multipart/mixed; boundary=abc', 'multipart abc'],
    ['multipart/mixed; boundary="a,b"', 'multipart a,b'],
    ['multipart/mixed; deferSpec=20220824; boundary="-"', 'multipart -'],
    ['multipart/x-mixed-replace;boundary="a \\"b\\""', 'multipart a "b"'],
    ['multipart/mixed', undefined],
    ['application/json', undefined],
    ['text/plain', undefined],
    ['', undefined],
    [null, undefined],
  ];
  for (const [type, want] of types) {
    it(`is told by its media type: ${type}`, () => {
      const format = streamFormat(type);
      expect(format && (format.kind === 'multipart' ? `multipart ${format.boundary}` : format.kind)).toBe(want);
    });
  }
});
