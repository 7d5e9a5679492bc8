import { expect, it } from 'vitest';
import { en } from './en.ts';
import { languages } from './languages.ts';
import { textsOf, valuesIn } from './texts.ts';
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
  for (const [tag, messages] of languages) {
    const texts = textsOf(messages);
    for (const [way, sentence] of textsOf(en)) {
      const { shown, all } = valuesIn(texts.get(way) ?? '');
      const english = valuesIn(sentence);
      expect([tag, way, shown, all.filter((name) => !english.all.includes(name))]).toEqual([
        tag,
        way,
        english.shown,
        [],
      ]);
    }
  }
});
