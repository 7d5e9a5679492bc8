import { describe, expect, it } from 'vitest';
import { parseJson } from '../../model/json-text.ts';
import { type JsonOutline, keyOf, kindOf, nodeAt, valueEnd, valueStart, valueText } from './outline.ts';
import { type ScanResult, scanJson } from './scan.ts';

/** @param stride - how many characters are read at a time */
function scan(text: string, stride = 1_000_000): ScanResult {
  const reader = scanJson(text);
  while (!reader.advance(reader.at() + stride - 1));
  return reader.result();
}

function outlineOf(text: string, stride?: number): JsonOutline {
  const result = scan(text, stride);
  if (result.kind === 'problem') throw new Error(result.fault);
  return result.outline;
}

const TEXT =
  ' {"a":[1.10, 9007199254740993 ,1e400], "a": "x\\"}]\\\\", "":{"b\\u0020c":{}, "d":[ ] },"e":[[[-0]]],"f":null , "t":true} ';

describe('scanJson', () => {
  it('finds every value with its key, its kind and its own text', () => {
    const outline = outlineOf(TEXT);
    const found = Array.from({ length: outline.count }, (_, node) => [
      keyOf(outline, node),
      kindOf(outline, node),
      valueText(outline, node),
    ]);
    expect(found).toEqual([
      [undefined, 'object', TEXT.trim()],
      ['a', 'array', '[1.10, 9007199254740993 ,1e400]'],
      [undefined, 'number', '1.10'],
      [undefined, 'number', '9007199254740993'],
      [undefined, 'number', '1e400'],
      ['a', 'string', '"x\\"}]\\\\"'],
      ['', 'object', '{"b\\u0020c":{}, "d":[ ] }'],
      ['b c', 'object', '{}'],
      ['d', 'array', '[ ]'],
      ['e', 'array', '[[[-0]]]'],
      [undefined, 'array', '[[-0]]'],
      [undefined, 'array', '[-0]'],
      [undefined, 'number', '-0'],
      ['f', 'null', 'null'],
      ['t', 'boolean', 'true'],
    ]);
  });

  it('knows the node of every place', () => {
    const outline = outlineOf(TEXT);
    for (let node = 0; node < outline.count; node += 1) {
      expect(nodeAt(outline, outline.start(node))).toBe(node);
      expect(nodeAt(outline, valueStart(outline, node))).toBe(node);
    }
    expect(nodeAt(outline, valueEnd(outline, 5) - 1)).toBe(5);
  });

  it('is the same however it is paced', () => {
    const whole = outlineOf(TEXT);
    for (let stride = 1; stride < TEXT.length; stride += 1) {
      const paced = outlineOf(TEXT, stride);
      expect(paced.count).toBe(whole.count);
      for (let node = 0; node < whole.count; node += 1) {
        expect([paced.start(node), paced.after(node)]).toEqual([whole.start(node), whole.after(node)]);
      }
    }
  });

  const broken = [
    '',
    ' ',
    '{',
    '[',
    '"',
    '{"a',
    '{"a"',
    '{"a":',
    '{"a" 1}',
    '{"a":1',
    '{"a":1,}',
    '{"a":1 "b":2}',
    '{a:1}',
    '[1,]',
    '[1 2]',
    '[,]',
    '[1',
    '01',
    '1.',
    '1e',
    '-',
    '+1',
    '.5',
    'tru',
    'nul',
    'True',
    'NaN',
    '1 1',
    '{} {}',
    '"\\x"',
    '"\\u12g4"',
    '"a\nb"',
    '"a\tb"',
    '"a\u0000"',
    '[\n1,\n  x]',
    '{"a":1}\n}',
    `${'['.repeat(300)}`,
    '[truee]',
    '"\\',
    '{"a":"b\\"}',
    '{,}',
    '{"a":}',
    '[}',
    '{]',
    '{"a":1]',
  ]; // prettier-ignore
  for (const text of broken) {
    it(`names the fault of ${JSON.stringify(text.slice(0, 20))} as parseJson does`, () => {
      for (const stride of [1, 2, 1000]) expect(scan(text, stride)).toEqual(parseJson(text));
    });
  }

  it('reads what parseJson reads, from a random text', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % below;
    };
    const value = (depth: number): string => {
      const pick = random(depth > 4 ? 4 : 6);
      const many = Array.from({ length: random(4) }, () => value(depth + 1));
      if (pick === 0) return ['true', 'false', 'null'][random(3)] ?? '';
      if (pick === 1) return ['0', '-1.50', '1E+3'][random(3)] ?? '';
      if (pick < 4) return JSON.stringify(['', 'a"b', '\\', '你好\n'][random(4)]);
      if (pick === 4) return `[${many.join(random(2) ? ',' : ' , ')}]`;
      return `{${many.map((item) => `"k${random(9)}" :${item}`).join(',\n')}}`;
    };
    for (let round = 0; round < 300; round += 1) {
      const text = value(0);
      const mutated = random(2) ? text : text.slice(0, random(text.length + 1)) + text.slice(random(text.length + 1));
      const want = parseJson(mutated);
      const got = scan(mutated, 1 + random(9));
      if (want.kind === 'problem') expect(got).toEqual(want);
      else expect(got.kind === 'outline' && valueText(got.outline, 0)).toBe(mutated.slice(want.start, want.end));
    }
  });
});
