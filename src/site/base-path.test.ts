import { expect, it } from 'vitest';
import { isBase } from './base-path.ts';

const table = [
  { given: '/', want: true },
  { given: 'docs', want: true },
  { given: '/docs/v1.2/A_b~c-d/', want: true },
  { given: '/a b/', want: false },
  { given: '/文档/', want: false },
  { given: '/%E6%96%87/', want: false },
  { given: '/a?b/', want: false },
  { given: '/a#b/', want: false },
  { given: '//a//', want: false },
  { given: '/a//b/', want: false },
  { given: '/../', want: false },
  { given: '/./a/', want: false },
  { given: 'https://docs.example.com/a/', want: false },
];

it.each(table)('$given can be a base path: $want', ({ given, want }) => {
  expect(isBase(given)).toBe(want);
});
