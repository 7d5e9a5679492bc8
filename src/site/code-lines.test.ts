import { expect, it } from 'vitest';
import { splitLines } from './code-lines.ts';

it('lines end with their line break, and joined they are the code', () => {
  const tokens = [
    { kind: 'string', text: 'a\n\nb' },
    { kind: 'plain', text: '\n' },
    { kind: 'number', text: '1' },
  ] as const;
  const lines = splitLines(tokens);
  expect(lines.map((line) => line.map(({ kind, text }) => `${kind} ${JSON.stringify(text)}`))).toEqual([
    ['string "a\\n"'],
    ['string "\\n"'],
    ['string "b"', 'plain "\\n"'],
    ['number "1"'],
  ]);
  expect(
    lines
      .flat()
      .map(({ text }) => text)
      .join(''),
  ).toBe('a\n\nb\n1');
});

it('no code is one empty line', () => {
  expect(splitLines([])).toEqual([[]]);
});
