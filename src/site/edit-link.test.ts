import { describe, expect, it } from 'vitest';
import { editLink, isEditPattern } from './edit-link.ts';

describe('isEditPattern', () => {
  const table: { given: string; want: boolean }[] = [
    { given: 'https://git.example/docs/edit/main/{path}', want: true },
    { given: 'https://git.example/?file={path}&edit', want: true },
    { given: 'https://git.example/docs/edit/main/', want: false },
    { given: 'http://git.example/{path}', want: false },
    { given: 'https://{path}', want: false },
    { given: 'https://{path}.example/', want: false },
    { given: 'javascript:{path}', want: false },
    { given: '/edit/{path}', want: false },
  ];
  for (const { given, want } of table) it(given, () => expect(isEditPattern(given)).toBe(want));
});

it('editLink encodes the names of the path', () => {
  expect(editLink('https://git.example/{path}?ref={path}', 'docs/zh-CN/快速 $&#1.mdx')).toBe(
    'https://git.example/docs/zh-CN/%E5%BF%AB%E9%80%9F%20%24%26%231.mdx?ref=docs/zh-CN/%E5%BF%AB%E9%80%9F%20%24%26%231.mdx',
  );
});
