import { expect, it } from 'vitest';
import { directionOf } from './direction.ts';

for (const [locale, want] of [
  ['en', 'ltr'],
  ['zh-CN', 'ltr'],
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa', 'rtl'],
  ['ur', 'rtl'],
  ['az-Arab', 'rtl'],
  ['pa-PK', 'rtl'],
  ['ar-Latn', 'ltr'],
  ['en-v1', 'ltr'],
] as const) {
  it(locale, () => expect(directionOf(locale)).toBe(want));
}
