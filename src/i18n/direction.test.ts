import { expect, it } from 'vitest';
import { directionOf, textDirection } from './direction.ts';

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

for (const [text, want] of [
  ['A pet', 'ltr'],
  ['معرف الطلب', 'rtl'],
  ['`POST` <b>1.</b> معرف', 'rtl'],
  ['The word معرف', 'ltr'],
  ['123', 'ltr'],
] as const) {
  it(text, () => expect(textDirection(text)).toBe(want));
}
