import { expect, it } from 'vitest';
import { inOrder } from './guide-order.ts';
import type { GuideEntry } from './site-data.ts';

const guide = (name: string, order?: number, locale = 'en'): GuideEntry => ({
  name,
  locale,
  path: name,
  file: `docs/${name}.mdx`,
  data: { title: name, ...(order === undefined ? {} : { order }) },
  parts: [],
});

const names = (...guides: readonly GuideEntry[]): string[] => inOrder(guides).map(({ name }) => name);

it('puts guides by order, then by name, each language for itself', () => {
  expect(names(guide('b'), guide('a'), guide('z', 1), guide('y', 2))).toEqual(['z', 'y', 'a', 'b']);
  const mixed = inOrder([guide('b'), guide('b', 1, 'fr'), guide('a'), guide('a', 2, 'fr')]);
  expect(mixed.map(({ locale, name }) => `${locale} ${name}`)).toEqual(['en a', 'en b', 'fr b', 'fr a']);
});

it('takes numbers in names of guides and folders for numbers', () => {
  expect(names(guide('guide10'), guide('guide2'), guide('part10/a'), guide('part9/b'))).toEqual([
    'guide2',
    'guide10',
    'part9/b',
    'part10/a',
  ]);
});

it('keeps a folder together, where its page says or its first guide would stand', () => {
  expect(names(guide('pay/a', 9), guide('pay/b', 2), guide('x', 3), guide('y', 1))).toEqual([
    'y',
    'pay/b',
    'pay/a',
    'x',
  ]);
  expect(names(guide('pay/a', 1), guide('pay', 5), guide('x', 3))).toEqual(['x', 'pay', 'pay/a']);
  expect(names(guide('pay/in/deep', 1), guide('pay/b'), guide('x', 2))).toEqual(['pay/in/deep', 'pay/b', 'x']);
});
