import { expect, it } from 'vitest';
import { guidePath } from './guide-path.ts';

const table = [
  { given: 'index', want: { locale: 'en', name: 'index', path: '' } },
  { given: 'start', want: { locale: 'en', name: 'start', path: 'start' } },
  { given: 'zh-CN/index', want: { locale: 'zh-CN', name: 'index', path: 'zh-cn' } },
  { given: 'zh-CN/start', want: { locale: 'zh-CN', name: 'start', path: 'zh-cn/start' } },
  { given: 'guides/first', want: { locale: 'en', name: 'guides/first', path: 'guides/first' } },
  { given: 'guides/index', want: { locale: 'en', name: 'guides', path: 'guides' } },
  { given: 'zh-CN/guides/index', want: { locale: 'zh-CN', name: 'guides', path: 'zh-cn/guides' } },
  { given: 'a/my-index', want: { locale: 'en', name: 'a/my-index', path: 'a/my-index' } },
];

it.each(table)('docs/$given', ({ given, want }) => {
  expect(guidePath(given, { locales: ['en', 'zh-CN'], defaultLocale: 'en' })).toEqual(want);
});
