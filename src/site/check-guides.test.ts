import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { checkGuides } from './check-guides.ts';

const TEXT = '---\ntitle: T\n---\n';
const LANGUAGES = { locales: ['zh-CN', 'en'], defaultLocale: 'zh-CN' };

describe('checkGuides', () => {
  const table: { name: string; given: { [file: string]: string | Uint8Array }; want: string[] }[] = [
    {
      name: 'guides of two languages',
      given: {
        'docs/zh-CN/index.mdx': TEXT,
        'docs/zh-CN/a/b.md': TEXT,
        'docs/en/index.mdx': TEXT,
        'docs/en/开始.mdx': TEXT,
      },
      want: [],
    },
    { name: 'no guides', given: { 'openapi/a.yaml': '' }, want: [] },
    { name: 'other files', given: { 'docs/en/a.png': '', 'docs/en/b.mdx.txt': '' }, want: [] },
    {
      name: 'another encoding',
      given: { 'docs/a.mdx': new Uint8Array([0xb1, 0xea, 0xcc, 0xe2]) },
      want: ['file-encoding docs/a.mdx'],
    },
    {
      name: 'one address twice, by ending, by language folder, by case',
      given: {
        'docs/en/a.md': TEXT,
        'docs/en/a.mdx': TEXT,
        'docs/b.mdx': TEXT,
        'docs/zh-CN/b.mdx': TEXT,
        'docs/C.mdx': TEXT,
        'docs/c.md': TEXT,
      },
      want: [
        'guide-address-twice docs/c.md',
        'guide-address-twice docs/en/a.mdx',
        'guide-address-twice docs/zh-CN/b.mdx',
      ],
    },
    {
      name: "addresses of the site's own pages",
      given: {
        'docs/reference.mdx': TEXT,
        'docs/en/reference/a.mdx': TEXT,
        'docs/en/404.mdx': TEXT,
        'docs/references.mdx': TEXT,
      },
      want: [
        'guide-address-taken docs/en/404.mdx',
        'guide-address-taken docs/en/reference/a.mdx',
        'guide-address-taken docs/reference.mdx',
      ],
    },
    {
      name: 'names that are no addresses',
      given: { 'docs/100%.mdx': TEXT, 'docs/c#.mdx': TEXT, 'docs/why?.mdx': TEXT },
      want: ['guide-name docs/100%.mdx', 'guide-name docs/c#.mdx', 'guide-name docs/why?.mdx'],
    },
  ];
  for (const { name, given, want } of table) {
    it(name, () => {
      const { diagnostics } = checkGuides({ root: writeProject(given) }, LANGUAGES, undefined);
      expect(diagnostics.map(({ code, place }) => `${code} ${place?.file}`).sort()).toEqual(want);
    });
  }

  it('gives the path of each page', () => {
    const root = writeProject({ 'docs/zh-CN/index.mdx': TEXT, 'docs/zh-CN/a/b.md': TEXT, 'docs/en/index.mdx': TEXT });
    const { guides } = checkGuides({ root }, LANGUAGES, []);
    expect(guides.map(({ source, at }) => [source.path, at.path])).toEqual([
      ['docs/en/index.mdx', 'en'],
      ['docs/zh-CN/a/b.md', 'a/b'],
      ['docs/zh-CN/index.mdx', ''],
    ]);
  });

  it('leaves out the guides of a language that the site does not have', () => {
    const root = writeProject({ 'docs/en/index.mdx': TEXT, 'docs/zh-CN/index.mdx': TEXT });
    const { guides } = checkGuides({ root }, { locales: ['en'], defaultLocale: 'en' }, []);
    expect(guides.map(({ source }) => source.path)).toEqual(['docs/en/index.mdx']);
  });
});
