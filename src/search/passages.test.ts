import { expect, it } from 'vitest';
import type { GuidePart } from '../views/markdown/guide-part.ts';
import { passagesOf } from './passages.ts';

it('cuts prose under its headings and leaves code out', () => {
  const parts: GuidePart[] = [
    'Intro with **bold** words.\n\n## First\n\nOne. Two v1.5 here.\n\n```sh\n# no heading\ncurl x\n```\n\n',
    { name: 'Note', attributes: [['title', 'Mind']], children: ['Inside a [link](', { href: '/start/' }, ').'] },
    '\n\n### 第二\n\n流式输出。限流时等待。\n\n| 码 | 含义 |\n|---|---|\n| `429` | 过于频繁 |\n',
  ];
  expect(passagesOf(parts)).toEqual({
    headings: 2,
    passages: [
      { heading: -1, text: 'Intro with bold words.' },
      { heading: 0, text: 'One. Two v1.5 here.' },
      { heading: 0, text: 'Mind Inside a link.' },
      { heading: 1, text: '流式输出。限流时等待。' },
      { heading: 1, text: '码 含义 429 过于频繁' },
    ],
  });
});

it('keeps every word of a long text, in pieces of a line', () => {
  const text = Array.from({ length: 80 }, (_, index) => `Sentence ${index} says so.`).join(' ');
  const { passages } = passagesOf([text]);
  expect(passages.map((one) => one.text).join(' ')).toBe(text);
  expect(Math.max(...passages.map((one) => one.text.length))).toBeLessThanOrEqual(120);
  expect(passagesOf(['x'.repeat(500)]).passages).toHaveLength(5);
});
