import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import { expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { guideMarkdownBeside } from './guide-markdown.ts';

const TEXT = '"Quoted" [home](/)\n\n```js\nlet a;\n```\n';
const shared = { syntaxHighlight: 'shiki' } as const;

const siteAt = (folder: string) => ({
  base: '/base/',
  docs: join(folder, 'docs'),
  publicDir: join(folder, 'public'),
  locales: ['en'],
  messages: {},
  defaultLocale: 'en',
});

const owner = satteri({ features: { headingAttributes: true } });

it.each([
  { name: 'a guide is read in our way', file: 'docs/guide', isOurs: true },
  { name: "another file in its owner's", file: 'src/pages/news', isOurs: false },
  { name: 'a folder with the start of that name is another', file: 'docs-more/page', isOurs: false },
])('$name', async ({ file, isOurs }) => {
  const folder = writeProject({ 'docs/guide.md': '', 'docs-more/page.md': '' });
  const processor = guideMarkdownBeside(owner, siteAt(folder));
  const markdown = await processor.createRenderer(shared);
  const { code: md } = await markdown.render(TEXT, { fileURL: pathToFileURL(join(folder, `${file}.md`)) });
  const mdx = await processor.createMdxRenderer?.(shared, { optimize: false });
  const { code = '' } = (await mdx?.process(TEXT, join(folder, `${file}.mdx`), {})) ?? {};
  for (const text of [md, code]) {
    expect(text.includes('tok-keyword')).toBe(isOurs);
    expect(text.includes('/base/')).toBe(isOurs);
    expect(text.includes('“')).toBe(!isOurs);
  }
});

it('headings are the links to themselves, but for those that hold another link or a component', async () => {
  const folder = writeProject({ 'docs/guide.mdx': '' });
  const processor = guideMarkdownBeside(owner, siteAt(folder));
  const text = '## 速率限制 `429`\n\n### By [a](/b/)\n\n### <Part /> of it\n\n## 速率限制 429';
  const { code } = await (await processor.createRenderer(shared)).render(text, {
    fileURL: pathToFileURL(join(folder, 'docs/guide.mdx')),
  });
  expect(code.match(/<h2.*<\/h2>/g)).toEqual([
    '<h2 id="速率限制-429"><a class="anchor" href="#速率限制-429">速率限制 <code>429</code></a></h2>',
    '<h2 id="速率限制-429-1"><a class="anchor" href="#速率限制-429-1">速率限制 429</a></h2>',
  ]);
  expect(code).toContain('<h3 id="by-a">By <a href="/base/b/">a</a></h3>');
  const mdx = await processor.createMdxRenderer?.(shared, { optimize: false });
  const made = await mdx?.process(text, join(folder, 'docs/guide.mdx'), {});
  expect(made?.code.match(/className: "anchor"|"anchor"/g)).toHaveLength(2);
});

it("what other integrations add to the owner's processor still reaches it", () => {
  expect(guideMarkdownBeside(owner, siteAt('/')).options).toBe(owner.options);
});
