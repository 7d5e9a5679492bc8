import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { checkGuidesBeside, readOwnerPages } from './owner-pages.ts';

describe('readOwnerPages', () => {
  const root = (files: readonly string[]): string =>
    writeProject(Object.fromEntries(files.map((file) => [`pages/${file}`, ''])));

  const cases: readonly { name: string; files: string[]; path: string; file?: string; may: boolean }[] = [
    { name: 'no page', files: [], path: '', may: false },
    { name: 'the home', files: ['index.astro'], path: '', file: 'index.astro', may: true },
    { name: 'the home in Markdown', files: ['index.md'], path: '', file: 'index.md', may: true },
    { name: 'another page', files: ['about.astro'], path: '', may: false },
    { name: 'a page in a folder', files: ['en/index.astro'], path: 'en', file: 'en/index.astro', may: true },
    { name: 'a page beside a folder', files: ['en.astro'], path: 'en', file: 'en.astro', may: true },
    { name: 'any page', files: ['[...slug].astro'], path: '', may: true },
    { name: 'any page of a folder, not the home', files: ['news/[...slug].astro'], path: '', may: false },
    { name: 'any page of a folder', files: ['news/[...slug].astro'], path: 'news/a/b', may: true },
    { name: 'a parameter is no home', files: ['[slug].astro'], path: '', may: false },
    { name: 'a parameter', files: ['[slug].astro'], path: 'en', may: true },
    { name: 'a parameter within a name', files: ['v[n].astro'], path: 'v2', may: true },
    { name: 'the rest of a name', files: ['v[n].astro'], path: 'x2', may: false },
    { name: 'a dot is a dot', files: ['robots.txt.ts'], path: 'robots-txt', may: false },
    { name: 'a file that is no page', files: ['_index.astro', '.index.astro', '_parts/a.astro'], path: '', may: false },
    { name: 'the page of errors', files: ['404.astro'], path: '404', file: '404.astro', may: true },
    { name: 'any page answers errors, but is none for them', files: ['[...slug].astro'], path: '404', may: true },
  ];
  it.each(cases)('$name', ({ files, path, file, may }) => {
    const pages = readOwnerPages(root(files), []);
    expect(pages.fileOf(path)).toBe(file);
    expect(pages.mayAnswer(path)).toBe(may);
  });

  it('a redirect answers too', () => {
    const pages = readOwnerPages(root([]), ['/', '/old/[...rest]']);
    expect(pages.fileOf('')).toBe('redirects');
    expect(['', 'old', 'old/a/b', 'new'].map(pages.mayAnswer)).toEqual([true, true, true, false]);
  });
});

it('a guide with the address of a page is told', () => {
  const owner = { fileOf: (path: string) => (path === 'start' ? 'start.astro' : undefined), mayAnswer: () => true };
  const entry = (path: string) => ({
    path,
    file: `docs/${path}.mdx`,
    name: path,
    locale: 'en',
    data: { title: '' },
    parts: [],
  });
  const found = checkGuidesBeside([entry('start'), entry('more')], owner);
  expect(found).toMatchObject([
    {
      code: 'guide-address-twice',
      severity: 'error',
      message: "This guide has the same address as a page of the site's own, start.astro: /start/.",
      place: { file: 'docs/start.mdx', line: 1 },
    },
  ]);
});
