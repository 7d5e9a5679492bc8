import { expect, it } from 'vitest';
import { naturalOrder } from './natural-order.ts';

it.each([
  { name: 'numbers by their size', want: ['guide', 'guide2', 'guide10', 'guide10a', 'guides'] },
  { name: 'numbers at the start, with and without zeros', want: ['02-b', '2-a', '03-c', '10-d', 'a'] },
  { name: 'numbers in several places', want: ['v1.9', 'v1.10', 'v2.1'] },
  { name: 'letters by code units, in any language', want: ['Z', 'a', 'z', 'é', '中'] },
])('$name', ({ want }) => {
  expect(want.toReversed().sort(naturalOrder)).toEqual(want);
});
