import { expect, it } from 'vitest';
import { en } from './en.ts';
import { languages } from './languages.ts';
import { fill } from './translate.ts';

const rows: { name: string; given: string; values: { [name: string]: string | number }; want: string }[] = [
  { name: 'values', given: '{a} to {b}', values: { a: 1, b: 'x' }, want: '1 to x' },
  { name: 'one', given: '{n} {n|item|items}', values: { n: 1 }, want: '1 item' },
  { name: 'several', given: '{n} {n|item|items}', values: { n: '2' }, want: '2 items' },
  { name: 'a name without a value', given: '{a} {constructor}', values: {}, want: '{a} {constructor}' },
  { name: 'a value that looks like a name', given: '{a}', values: { a: '{b}', b: 1 }, want: '{b}' },
];
for (const { name, given, values, want } of rows) it(name, () => expect(fill(given, values)).toBe(want));

it('every language has the same names in the same sentences', () => {
  const names = (sentence: string) => [...new Set([...sentence.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();
  for (const [tag, messages] of languages) {
    for (const section of ['site', 'console'] as const) {
      for (const [key, sentence] of Object.entries(en[section])) {
        const other = messages[section][key as keyof (typeof messages)[typeof section]];
        if (typeof sentence === 'string') expect([tag, key, names(String(other))]).toEqual([tag, key, names(sentence)]);
      }
    }
  }
});
