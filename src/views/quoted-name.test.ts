import { expect, it } from 'vitest';
import { quotedName } from './quoted-name.ts';

it.each([
  ['id', 'id'],
  ['two words', 'two words'],
  ['', '""'],
  [' ', '" "'],
  ['\u00a0', '"\u00a0"'],
  [' id', '" id"'],
  ['a  b', '"a  b"'],
  ['a\nb', '"a\\nb"'],
  ['a\u200bb', 'a⟨U+200B⟩b'],
])('%j is printed as %s', (name, want) => expect(quotedName(name)).toBe(want));
