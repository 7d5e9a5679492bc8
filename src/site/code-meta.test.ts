import { describe, expect, it } from 'vitest';
import { readCodeMeta } from './code-meta.ts';

describe('the meta of a fence', () => {
  const rows: { name: string; given: string; want: object }[] = [
    { name: 'nothing', given: '', want: { marks: {}, isNumbered: false } },
    { name: 'a title', given: 'title="a b.js"', want: { title: 'a b.js', marks: {}, isNumbered: false } },
    { name: 'an empty title', given: 'title=""', want: { marks: {}, isNumbered: false } },
    {
      name: 'lines',
      given: '{2,4-6}',
      want: { marks: { 2: 'mark', 4: 'mark', 5: 'mark', 6: 'mark' }, isNumbered: false },
    },
    {
      name: 'spaces among lines',
      given: '{ 1, 3 - 4 }',
      want: { marks: { 1: 'mark', 3: 'mark', 4: 'mark' }, isNumbered: false },
    },
    {
      name: 'all of it; the later mark of a line holds',
      given: '{1-2} title="t" ins={2} del={3} showLineNumbers',
      want: { title: 't', marks: { 1: 'mark', 2: 'ins', 3: 'del' }, isNumbered: true },
    },
  ];
  for (const { name, given, want } of rows) {
    it(name, () => {
      const { marks, problems, ...rest } = readCodeMeta(given, 6);
      expect({ ...rest, marks: Object.fromEntries(marks) }).toEqual(want);
      expect(problems).toEqual([]);
    });
  }
});

describe('what is wrong in it', () => {
  const rows: { name: string; given: string; want: string[] }[] = [
    { name: 'a word', given: 'titel="a"', want: ['unknown titel 0'] },
    { name: 'a word alone', given: 'wrap', want: ['unknown wrap 0'] },
    { name: 'a title without quotes', given: 'title=a.js', want: ['unknown title=a.js 0'] },
    { name: 'a line after the last', given: 'ins={2,7}', want: ['lines 2,7 5'] },
    { name: 'a line before the first', given: '{0}', want: ['lines 0 1'] },
    { name: 'a range that runs back', given: '{5-2}', want: ['lines 5-2 1'] },
    { name: 'no lines', given: '{}', want: ['lines  1'] },
    { name: 'lines of another word', given: 'mark={1}', want: ['unknown mark 0'] },
    { name: 'an open brace', given: '{1', want: ['unknown { 0', 'unknown 1 1'] },
  ];
  for (const { name, given, want } of rows) {
    it(name, () => {
      const { marks, problems } = readCodeMeta(given, 6);
      expect(problems.map(({ kind, text, start }) => `${kind} ${text} ${start}`)).toEqual(want);
      expect(marks.size).toBe(0);
    });
  }
});
