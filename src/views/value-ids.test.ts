import { expect, it } from 'vitest';
import { valueIds } from './value-ids.ts';

const rows: { name: string; words: string[]; want: (string | undefined)[] }[] = [
  { name: 'as they are written', words: ['gpt-4', '中文', '-1'], want: ['a=gpt-4', 'a=中文', 'a=-1'] },
  {
    name: 'without what ends or means something in an address',
    words: ['a b', '100%', ''],
    want: ['a=a-b', 'a=100-', 'a=-'],
  },
  {
    name: 'those that an id can’t tell apart, in any order',
    words: ['a=b', 'a-b', 'a b'],
    want: ['a=a-b=0ab0bc73', 'a=a-b', 'a=a-b=10a3f9f2'],
  },
  { name: 'a value that is listed twice has one', words: ['x', 'x'], want: ['a=x', undefined] },
];
it.each(rows)('$name', ({ words, want }) => {
  expect(valueIds('a', words)).toEqual(want);
});

it('another value and another order change no id', () => {
  const ids = (words: string[]) => new Map(words.map((word, at) => [word, valueIds('a', words)[at]]));
  const before = ids(['a b', 'a-b', 'a%b', 'c']);
  const after = ids(['c', 'a%b', 'z', 'a\tb', 'a-b', 'a b']);
  for (const [word, id] of before) expect(after.get(word), word).toBe(id);
});
