import { describe, expect, it } from 'vitest';
import { findPatternFault } from './pattern-syntax.ts';

const FINE = [
  '',
  '^a+$',
  '^[a-z0-9_-]{1,63}$',
  '[^\\]]*?',
  '(?:a|b){2,}?',
  '(?<year>\\d{4})-(?<month>\\d\\d)',
  '(?<!a)b(?=c)',
  '[-a]',
  '[a-]',
  '[\\w-]+',
  '[\\d-z]',
  '{',
  'a{,3}',
  '\\p{L}+',
  '(?i:a)',
  '[😀-😎]',
  '^$|^a$',
  ']',
  '}',
  '()',
];

const BROKEN: { given: string; want: RegExp }[] = [
  { given: '(', want: /never closed/ },
  { given: 'a)', want: /closes nothing/ },
  { given: '[a', want: /"\[" is never closed/ },
  { given: '[\\]', want: /"\[" is never closed/ },
  { given: '*a', want: /before "\*"/ },
  { given: '^+', want: /before "\+"/ },
  { given: 'a++', want: /before "\+"/ },
  { given: '(?P<a>b)', want: /"\(\?P<"/ },
  { given: '(?i)a', want: /"\(\?i\)"/ },
  { given: 'a\\', want: /backslash/ },
  { given: 'a{3,1}', want: /wrong order/ },
  { given: '{3}', want: /before "\{3\}"/ },
  { given: '[z-a]', want: /"z-a"/ },
];

describe('the syntax of a pattern', () => {
  for (const given of FINE) {
    it(`${JSON.stringify(given)} can be read, by the engine too`, () => {
      expect(findPatternFault(given)).toBeUndefined();
      expect(() => new RegExp(given, given.includes('😀') ? 'u' : '')).not.toThrow();
    });
  }
  for (const { given, want } of BROKEN) {
    it(`${JSON.stringify(given)} can't`, () => {
      expect(findPatternFault(given)).toMatch(want);
      expect(() => new RegExp(given)).toThrow();
    });
  }
});
