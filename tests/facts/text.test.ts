import { describe, expect, it } from 'vitest';
import { WrittenNumber } from './document.ts';
import type { Want } from './fact.ts';
import { SEAM, SeenText } from './text.ts';

const prose = (text: string): Want => ({ kind: 'prose', text });
const value = (one: string | number | boolean | WrittenNumber, times?: number): Want => ({
  kind: 'value',
  value: one,
  ...(times ? { times } : {}),
});

const rows: readonly { name: string; text: string; want: Want; found: boolean }[] = [
  { name: 'a word', text: 'an id of', want: value('id'), found: true },
  { name: 'part of a word', text: 'idle', want: value('id'), found: false },
  { name: 'part of a Chinese text', text: '这是苹果树', want: value('苹果'), found: true },
  { name: 'a string in JSON', text: '{ "a": "say \\"hi\\"" }', want: value('say "hi"'), found: true },
  { name: 'an empty string', text: 'Default ""', want: value(''), found: true },
  { name: 'a number', text: 'from 0 to 5', want: value(0), found: true },
  { name: 'the other end of a range', text: '1-5', want: value(5), found: true },
  { name: 'part of a number', text: '105', want: value(5), found: false },
  { name: 'another notation of a number', text: '1000.0', want: value(1000), found: true },
  { name: 'a number that two keywords say', text: 'from 0', want: value(0, 2), found: false },
  { name: 'a number as written', text: 'Default 1.10', want: value(new WrittenNumber('1.10')), found: true },
  { name: 'a number not as written', text: 'Default 1.1', want: value(new WrittenNumber('1.10')), found: false },
  {
    name: 'a rounded number',
    text: '9007199254740992',
    want: value(new WrittenNumber('9007199254740993')),
    found: false,
  },
  { name: 'a number of YAML alone', text: '31', want: value(new WrittenNumber('0x1F')), found: true },
  { name: 'false', text: 'Default false', want: value(false), found: true },
  { name: 'false in another word', text: 'falsehood', want: value(false), found: false },
  {
    name: 'markup',
    text: 'Reads a book, see here.',
    want: prose('Reads *a* `book`, see [here](https://a.example).'),
    found: true,
  },
  { name: 'a lost word', text: 'Reads a book.', want: prose('Reads a **good** book.'), found: false },
  { name: 'a lost paragraph', text: 'First.', want: prose('First.\n\nSecond one.'), found: false },
  { name: 'a lost cell', text: 'a b 1', want: prose('| a | b |\n|---|---|\n| 1 | 2222 |'), found: false },
  {
    name: 'HTML',
    text: 'Bold small',
    want: prose('<p>Bold &amp; <b>and</b> small<script>x()</script></p>'),
    found: false,
  },
  {
    name: 'HTML without its code',
    text: 'Bold & small',
    want: prose('<p>Bold &amp; small</p><script>x()</script>'),
    found: true,
  },
  { name: 'emphasis in Chinese', text: '中文粗体。后面', want: prose('中文**粗体。**后面'), found: true },
  { name: 'one word glued to its neighbour', text: `uuid${SEAM}required`, want: value('uuid'), found: false },
];
describe('what a text holds', () => {
  for (const { name, text, want, found } of rows) it(name, () => expect(new SeenText(text).holds(want)).toBe(found));
});

it('tells glued words apart when asked', () => {
  expect(new SeenText(`uuid${SEAM}required`).unglued().holds(value('uuid'))).toBe(true);
});
