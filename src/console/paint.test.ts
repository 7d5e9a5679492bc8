import { describe, expect, it } from 'vitest';
import { commonEnds } from './paint.ts';

describe('commonEnds', () => {
  const rows = [
    { name: 'nothing in common', given: ['a', 'b'], want: { start: 0, end: 0 } },
    { name: 'the same', given: ['abc', 'abc'], want: { start: 3, end: 0 } },
    { name: 'a change in the middle', given: ['abcde', 'abXde'], want: { start: 2, end: 2 } },
    { name: 'something put in', given: ['abde', 'abcde'], want: { start: 2, end: 2 } },
    { name: 'something taken out', given: ['abcde', 'abde'], want: { start: 2, end: 2 } },
    { name: 'a repeat, counted once', given: ['aa', 'aaa'], want: { start: 2, end: 0 } },
    { name: 'from nothing', given: ['', 'ab'], want: { start: 0, end: 0 } },
  ];
  for (const { name, given, want } of rows) {
    it(name, () => {
      const [before = '', after = ''] = given;
      expect(commonEnds([...before], [...after], Object.is)).toEqual(want);
    });
  }
});
