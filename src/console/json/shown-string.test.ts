import { describe, expect, it } from 'vitest';
import { shownString } from './shown-string.ts';

describe('shownString', () => {
  const rows = [
    { name: 'what fits', given: '"abc"', most: 3, want: { text: 'abc', left: 0 } },
    { name: 'a cut', given: '"abcd"', most: 3, want: { text: 'abc', left: 1 } },
    { name: 'an escape that would be parted', given: '"ab\\u4f60c"', most: 5, want: { text: 'ab', left: 7 } },
    { name: 'an escaped backslash', given: '"a\\\\b"', most: 2, want: { text: 'a', left: 3 } },
    { name: 'a pair that would be parted', given: '"a😀b"', most: 2, want: { text: 'a', left: 3 } },
    { name: 'line ends and tabs', given: '"a\\nb\\tc"', most: 99, want: { text: 'a\nb\tc', left: 0 } },
    { name: 'a control character', given: '"\\u0000"', most: 99, want: { text: '\\u0000', left: 0 } },
    { name: 'a lone surrogate', given: '"\\ud800"', most: 99, want: { text: '\\ud800', left: 0 } },
    { name: 'an override of the direction', given: '"\\u202e"', most: 99, want: { text: '⟨U+202E⟩', left: 0 } },
  ];
  for (const { name, given, most, want } of rows) {
    it(`shows ${name}`, () => expect(shownString(given, most)).toEqual(want));
  }
});
