import { expect, it } from 'vitest';
import { checkLanguageFolders } from './language-folders.ts';

const table = [
  { path: 'docs/start.mdx', want: [] },
  { path: 'docs/zh-CN/start.mdx', want: [] },
  { path: 'docs/guides/start.mdx', want: [] },
  { path: 'docs/go/start.mdx', want: [] },
  { path: 'docs/sdk/start.mdx', want: [] },
  {
    path: 'docs/fr/start.mdx',
    want: ["docs/fr/ is called as a language is, but fr is none of the site's: its guides are pages of en."],
  },
  {
    path: 'docs/pt_BR/start.mdx',
    want: ["docs/pt_BR/ is called as a language is, but pt-BR is none of the site's: its guides are pages of en."],
  },
  {
    path: 'docs/zh-cn/start.mdx',
    want: ['docs/zh-cn/ is no folder of the language zh-CN, which is spelled so: its guides are pages of en.'],
  },
];

it.each(table)('$path', ({ path, want }) => {
  const guides = [{ source: { path, text: 'a' } }, { source: { path: path.replace('start', 'more'), text: 'a' } }];
  expect(checkLanguageFolders(guides, ['en', 'zh-CN']).map(({ message }) => message)).toEqual(want);
});
