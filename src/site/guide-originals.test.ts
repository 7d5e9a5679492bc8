import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { checkGuides } from './check-guides.ts';
import { compareGuides, type GuidesCompared } from './guide-originals.ts';

const LANGUAGES = { locales: ['zh-CN', 'en', 'fr'], defaultLocale: 'zh-CN' };

function guide(text: string, ...fields: string[]): string {
  return `---\n${['title: T', ...fields].join('\n')}\n---\n\n${text}\n`;
}

function compare(files: { readonly [path: string]: string }): GuidesCompared {
  return compareGuides(checkGuides({ root: writeProject(files) }, LANGUAGES, undefined).guides, LANGUAGES);
}

const told = ({ diagnostics }: GuidesCompared): string[] =>
  diagnostics.map(({ code, place, fix }) => `${code} ${place?.file}:${place?.line}:${place?.column} ${fix}`);

function revision(text: string, ...fields: string[]): string {
  const [original] = checkGuides(
    { root: writeProject({ 'docs/a.mdx': guide(text, ...fields) }) },
    LANGUAGES,
    undefined,
  ).guides;
  return original?.revision ?? '';
}

describe('a guide without a translation', () => {
  const compared = (): GuidesCompared =>
    compare({
      'docs/zh-CN/index.mdx': guide('一'),
      'docs/zh-CN/a/b.md': guide('二'),
      'docs/en/a/b.md': guide('2'),
      'docs/en/own.mdx': guide('only here'),
    });

  it('has a page all the same, but a home page', () => {
    expect(compared().entries.map(({ path, file, original }) => [path, file, original])).toEqual([
      ['en/a/b', 'docs/en/a/b.md', undefined],
      ['en/own', 'docs/en/own.mdx', undefined],
      ['a/b', 'docs/zh-CN/a/b.md', undefined],
      ['', 'docs/zh-CN/index.mdx', undefined],
      ['fr/a/b', 'docs/zh-CN/a/b.md', { locale: 'zh-CN', kind: 'missing' }],
    ]);
  });

  it('is told and counted', () => {
    expect(told(compared())).toEqual([
      'guide-untranslated docs/zh-CN/index.mdx:1:1 Write docs/en/index.mdx.',
      'guide-untranslated docs/zh-CN/a/b.md:1:1 Write docs/fr/a/b.md.',
      'guide-untranslated docs/zh-CN/index.mdx:1:1 Write docs/fr/index.mdx.',
    ]);
    expect([...compared().counts]).toEqual([
      ['en', { all: 2, translated: 1, older: 0 }],
      ['fr', { all: 2, translated: 0, older: 0 }],
    ]);
  });
});

describe('a translation', () => {
  const rows: { name: string; field: () => string[]; want: () => string[] }[] = [
    { name: 'says nothing of its original', field: () => [], want: () => [] },
    { name: 'was made from what is there', field: () => [`original: ${revision('二')}`], want: () => [] },
    {
      name: 'was made from something else',
      field: () => ['original: new'],
      want: () => [
        `translation-older docs/en/a.mdx:3:11 Bring it up to date, then write \`original: ${revision('二')}\`.`,
      ],
    },
  ];
  for (const { name, field, want } of rows) {
    it(name, () => {
      const compared = compare({
        'docs/zh-CN/a.mdx': guide('二'),
        'docs/en/a.mdx': guide('2', ...field()),
        'docs/fr/a.mdx': guide('2'),
      });
      expect(told(compared)).toEqual(want());
      const older = compared.entries.filter(({ original }) => original?.kind === 'older').map(({ path }) => path);
      expect(older).toEqual(want().length > 0 ? ['en/a'] : []);
      expect(compared.counts.get('en')).toEqual({ all: 1, translated: 1, older: want().length });
    });
  }
});

describe('the state of an original', () => {
  const same: [string, () => string][] = [
    ['line ends and empty lines around', () => revision('二\r\n三\r\n\n')],
    ['its place in the navigation', () => revision('二\n三', 'order: 3')],
  ];
  for (const [name, other] of same) it(`is the same whatever ${name}`, () => expect(other()).toBe(revision('二\n三')));

  const different: [string, () => string][] = [
    ['text', () => revision('二\n四')],
    ['description', () => revision('二\n三', 'description: 一句话')],
    ['title in the navigation', () => revision('二\n三', 'navTitle: 短')],
  ];
  for (const [name, other] of different)
    it(`changes with its ${name}`, () => expect(other()).not.toBe(revision('二\n三')));

  it('is no number to YAML', () => expect(revision('二')).toMatch(/^r[\da-f]{8}$/));
});
