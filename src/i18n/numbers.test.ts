import { expect, it } from 'vitest';
import { en } from './en.ts';
import { writeNumber } from './numbers.ts';
import { fill } from './translate.ts';

for (const [locale, want] of [
  ['en', '1,223'],
  ['zh-CN', '1,223'],
  ['de', '1.223'],
  ['hi', '1,223'],
  ['en-v1', '1,223'],
] as const) {
  it(locale, () => expect(writeNumber(1223, locale)).toBe(want));
}

it('among words', () => {
  const count = (value: number): string => fill(en.site.operationCount, { count: writeNumber(value, 'en') });
  expect([count(1), count(1223)]).toEqual(['1 operation', '1,223 operations']);
});
