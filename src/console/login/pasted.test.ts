import { expect, it } from 'vitest';
import { findPasted } from './pasted.ts';

it.each([
  { value: 'abc', prefix: 'Bearer ', want: undefined },
  { value: ' abc', prefix: '', want: ['space', 'abc'] },
  { value: 'abc\u00a0', prefix: '', want: ['space', 'abc'] },
  { value: 'a b', prefix: '', want: undefined },
  { value: ' ', prefix: '', want: undefined },
  { value: 'Bearer abc', prefix: 'Bearer ', want: ['prefix', 'abc'] },
  { value: ' bearer  abc ', prefix: 'Bearer ', want: ['prefix', 'abc'] },
  { value: 'Authorization: Bearer abc', prefix: 'Bearer ', want: ['prefix', 'abc'] },
  { value: 'Bearer abc', prefix: '', want: undefined },
  { value: 'Bearerabc', prefix: 'Bearer ', want: undefined },
  { value: 'Bearer', prefix: 'Bearer ', want: undefined },
])('"$value" after "$prefix"', ({ value, prefix, want }) => {
  const found = findPasted(value, prefix);
  expect(found && [found.kind, found.mended]).toEqual(want);
});
