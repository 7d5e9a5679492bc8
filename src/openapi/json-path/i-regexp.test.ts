import { describe, expect, it } from 'vitest';
import { matchesPattern, parsePattern } from './i-regexp.ts';

function matches(pattern: string, text: string, part = false): boolean | undefined {
  const parsed = parsePattern(pattern);
  return parsed && matchesPattern(parsed, text, { part, spend: () => {} });
}

describe('a whole text', () => {
  const table: { pattern: string; fits: string[]; fails: string[] }[] = [
    { pattern: '', fits: [''], fails: ['a'] },
    { pattern: 'ab', fits: ['ab'], fails: ['a', 'abc', 'xab'] },
    { pattern: 'a|bc|', fits: ['a', 'bc', ''], fails: ['abc', 'b'] },
    { pattern: 'a*', fits: ['', 'aaa'], fails: ['b', 'aab'] },
    { pattern: 'a+b?', fits: ['a', 'aab'], fails: ['', 'b', 'abb'] },
    { pattern: 'a{2}', fits: ['aa'], fails: ['a', 'aaa'] },
    { pattern: 'a{2,}', fits: ['aa', 'aaaaa'], fails: ['a'] },
    { pattern: 'a{0,2}b', fits: ['b', 'ab', 'aab'], fails: ['aaab'] },
    { pattern: '(ab|c)+', fits: ['abc', 'cab'], fails: ['', 'a'] },
    { pattern: '(a*)*', fits: ['', 'aa'], fails: ['b'] },
    { pattern: '(a?){3}', fits: ['', 'aaa'], fails: ['aaaa'] },
    { pattern: 'a.c', fits: ['abc', 'a😀c', 'a\u2028c'], fails: ['a\nc', 'a\rc', 'ac'] },
    { pattern: '[a-c1]', fits: ['a', 'c', '1'], fails: ['d', '-'] },
    { pattern: '[^a-c]', fits: ['d', '\n', '中'], fails: ['a', ''] },
    { pattern: '[-a]', fits: ['-', 'a'], fails: ['b'] },
    { pattern: '[a-]', fits: ['-', 'a'], fails: ['b'] },
    { pattern: '[^-]', fits: ['a'], fails: ['-'] },
    { pattern: '[\\]\\-\\\\]+', fits: [']-\\'], fails: ['['] },
    { pattern: '[\\p{Lu}_]+', fits: ['É_A'], fails: ['é'] },
    { pattern: '\\P{L}', fits: ['1'], fails: ['a'] },
    { pattern: '\\(\\.\\)\\n\\t', fits: ['(.)\n\t'], fails: ['(x)\n\t'] },
    { pattern: '^a$', fits: ['a'], fails: ['^a$', 'ba'] },
    { pattern: 'a^|b$c', fits: [], fails: ['a', 'a^', 'bc'] },
    { pattern: '[$^]\\^', fits: ['$^', '^^'], fails: ['$'] },
    { pattern: '一{2}', fits: ['一一'], fails: ['一'] },
  ];
  it.each(table)('$pattern', ({ pattern, fits, fails }) => {
    for (const text of fits) expect(matches(pattern, text), text).toBe(true);
    for (const text of fails) expect(matches(pattern, text), text).toBe(false);
  });
});

it('finds a part of a text', () => {
  expect(matches('b+c', 'aabbcc', true)).toBe(true);
  expect(matches('', 'a', true)).toBe(true);
  expect(matches('c$', 'abc', true)).toBe(true);
  expect(matches('^b', 'abc', true)).toBe(false);
  expect(matches('b$', 'abc', true)).toBe(false);
});

it.each([
  ...['(', ')', 'a**', '*', 'a{', 'a{}', 'a{,2}', 'a{2,1}', '[]', '[', '[a', '[b-a]', '[a-b-c]', '[[]'],
  ...['\\', '\\d', '\\w', '\\b', '\\p{Letter}', '\\p{Cs}', '\\pL', '\\u0041', 'a]', 'a}', '(?=a)', '(?:a)', 'a+?'],
  ...['(a{1000}){1000}', '((){9999}){9999}', '(){999999999999}', '('.repeat(1001)],
])('%s is no pattern', (pattern) => {
  expect(parsePattern(pattern)).toBeUndefined();
});

it('takes time in step with the text', () => {
  let steps = 0;
  const pattern = parsePattern('(a|a)*(a+)+b');
  expect(
    pattern && matchesPattern(pattern, 'a'.repeat(20_000), { part: false, spend: (more) => (steps += more) }),
  ).toBe(false);
  expect(steps).toBeLessThan(20_000 * 20);
});
