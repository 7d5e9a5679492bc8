import { describe, expect, it } from 'vitest';
import { escapeInvisibles, showInvisibles } from './invisibles.ts';

describe('showInvisibles', () => {
  const rows = [
    { name: 'a bidi override', given: 'a\u202eb', want: 'a⟨U+202E⟩b' },
    { name: 'a zero-width space', given: '\u200b', want: '⟨U+200B⟩' },
    { name: 'a tag character', given: '\u{e0041}', want: '⟨U+E0041⟩' },
    { name: 'joiners of emoji and scripts stay', given: '👨\u200d👩 می\u200cخواهم', want: '👨\u200d👩 می\u200cخواهم' },
    { name: 'plain text', given: '中文 abc', want: '中文 abc' },
  ];
  for (const { name, given, want } of rows) it(name, () => expect(showInvisibles(given)).toBe(want));
});

describe('escapeInvisibles', () => {
  it('keeps the value', () => {
    const value = { 'a\u202e': ['\u{e0041}', 'plain'] };
    const text = escapeInvisibles(JSON.stringify(value));
    expect(text).not.toMatch(/\u202e|\u{e0041}/u);
    expect(JSON.parse(text)).toEqual(value);
  });
});
