import { expect, it } from 'vitest';
import { retryTime } from './retry-after.ts';

const now = Date.UTC(1999, 11, 31, 23, 59, 0);
const rows = [
  // The two examples of RFC 9110, section 10.2.3.
  { name: 'a date', given: 'Fri, 31 Dec 1999 23:59:59 GMT', want: now + 59_000 },
  { name: 'seconds', given: '120', want: now + 120_000 },
  { name: 'seconds with spaces', given: ' 0 ', want: now },
  { name: 'parts of seconds', given: '1.5', want: now + 1500 },
  { name: 'an older form of a date', given: 'Friday, 31-Dec-99 23:59:59 GMT', want: now + 59_000 },
  { name: 'less than nothing', given: '-1', want: undefined },
  { name: 'no end of seconds', given: '99999999999', want: undefined },
  { name: 'neither', given: 'soon', want: undefined },
  { name: 'empty', given: '', want: undefined },
];

for (const { name, given, want } of rows) {
  it(`reads Retry-After: ${name}`, () => expect(retryTime(given, now)).toBe(want));
}
