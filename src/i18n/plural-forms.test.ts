import { describe, expect, it } from 'vitest';
import { writeNumber } from './numbers.ts';
import { bindForms, checkForms, formsOfCounts, unboundForms } from './plural-forms.ts';
import { fill } from './translate.ts';

describe('words beside a count', () => {
  const rows: { tag: string; text: string; want: { [count: number]: string } }[] = [
    {
      tag: 'pl',
      text: '{count} {count|one:plik|few:pliki|many:plików}',
      want: { 1: '1 plik', 2: '2 pliki', 5: '5 plików', 22: '22 pliki', 12345: '12 345 plików' },
    },
    {
      tag: 'ru',
      text: '{count} {count|one:файл|few:файла|many:файлов}',
      want: { 1: '1 файл', 3: '3 файла', 11: '11 файлов', 21: '21 файл', 1000001: '1 000 001 файл' },
    },
    {
      tag: 'ar-EG',
      text: '{count|zero:صفر|one:واحد|two:اثنان|few:قليل|many:كثير|other:غير}',
      want: { 0: 'صفر', 1: 'واحد', 2: 'اثنان', 7: 'قليل', 11: 'كثير', 100: 'غير', 1011: 'كثير' },
    },
    { tag: 'ja', text: '{count|other:件}', want: { 1: '件', 2: '件' } },
    { tag: 'de', text: '{count|Seite|Seiten}', want: { 1: 'Seite', 2: 'Seiten', 1000: 'Seiten' } },
    { tag: 'en', text: '{count|other:pages: all}', want: { 1: 'pages: all' } },
  ];
  for (const { tag, text, want } of rows) {
    it(tag, () => {
      expect(checkForms(text, tag)).toEqual([]);
      const bound = bindForms(text, tag);
      const filled = Object.keys(want).map((count) => fill(bound, { count: writeNumber(Number(count), tag) }));
      expect(filled.map((one) => one.replaceAll('\u00a0', ' '))).toEqual(Object.values(want));
      expect(unboundForms(bound)).toBe(text);
    });
  }
});

it('a language that nothing is known of counts as English does, on any machine', () => {
  expect(formsOfCounts('tlh')).toEqual(['one', 'other']);
  expect(formsOfCounts('fr')).toEqual(['one', 'other']);
});

describe('what is wrong with forms', () => {
  const rows: { text: string; want: unknown[] }[] = [
    { text: '{count|a|b} {name} {count|one:a|other:b}', want: [] },
    { text: '{count|a|b|c}', want: [{ kind: 'unnamed', forms: ['a', 'b', 'c'] }] },
    { text: '{count|one:a|b}', want: [{ kind: 'unnamed', forms: ['one:a', 'b'] }] },
    { text: '{count|one:a|two:b|other:c}', want: [{ kind: 'strange', forms: ['two'] }] },
    { text: '{count|one:a|many:b}', want: [{ kind: 'lacking', forms: ['few'] }] },
  ];
  for (const { text, want } of rows) it(text, () => expect(checkForms(text, 'pl')).toMatchObject(want));
});
