import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { guideMarkdown, guideMarkdownBeside } from './guide-markdown.ts';

const TEXT = '"Quoted" [home](/)\n\n```js\nlet a;\n```\n';
const shared = { syntaxHighlight: 'shiki' } as const;

const siteAt = (folder: string) => ({
  base: '/base/',
  docs: join(folder, 'docs'),
  publicDir: join(folder, 'public'),
  locales: ['en', 'zh-CN'],
  messages: {},
  untranslated: {},
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

/** The page of a guide in plain Markdown; white space between elements is left out. */
async function printed(text: string, file = 'docs/guide.md'): Promise<string> {
  const folder = writeProject({ 'docs/guide.md': '', 'public/a.svg': '<svg width="12" height="7"/>' });
  const markdown = await guideMarkdown(siteAt(folder)).createRenderer({ syntaxHighlight: false });
  const { code } = await markdown.render(text, { fileURL: pathToFileURL(join(folder, file)) });
  return code.replace(/>\s*\n\s*</g, '><');
}

describe('a guide has', () => {
  const rows: { name: string; given: string; want: string[] }[] = [
    {
      name: 'short names in code that stay whole',
      given: '`X-Request-Id` and `a b-c`',
      want: ['<code class="whole">X-Request-Id</code> and <code>a b-c</code>'],
    },
    {
      name: 'lines of Chinese, also into markup, without a space between them, and code with its lines',
      given: '第一行，\n第二行\n**第三行**\n末\nAPI\n\n```\n一\n二\n```',
      want: ['<p>第一行，第二行<strong>第三行</strong>末\nAPI</p>', '<code>一\n二</code>'],
    },
    {
      name: 'code with its title, marks and numbers',
      given: '```js title="a.js" {1} ins={2} del={3} showLineNumbers\n1\n2\n3\n4\n```',
      want: [
        '<figure class="code" data-language="js" data-title="a.js"><figcaption class="code-title">a.js</figcaption>',
        '<pre tabindex="0" role="group" aria-label="Code: a.js"><code class="numbered"><mark class="line"><i class="tok-number">1\n</i></mark><ins class="line">',
        '3\n</i></del><span class="line"><i class="tok-number">4</i></span></code></pre>',
      ],
    },
    {
      name: 'patches by their signs, whose heads are none',
      given: '```diff\n--- a\n+++ b\n-c\n+d\n e\n```',
      want: ['<del class="line">', '-c', '<ins class="line">', '+d'],
    },
    {
      name: 'code without any of it as it is',
      given: '```\n<b>\n```',
      want: ['aria-label="Code: text"><code>&lt;b&gt;</code>'],
    },
    {
      name: 'alerts, whose other lines stay',
      given: '> [!caution]\n> a **b**\n>\n> - c',
      want: [
        '<div role="note" class="aside aside-danger"><p class="aside-title">Caution</p><p>a <strong>b</strong></p><ul><li>c</li></ul></div>',
      ],
    },
    { name: 'quotes', given: '> [!nope]\n> a', want: ['<blockquote><p>[!nope]\na</p></blockquote>'] },
    {
      name: 'tables with a name, and classes for the sides of columns',
      given: '|a|b|c|\n|-|:-:|-:|\n|1|2|3|',
      want: [
        '<div class="table" tabindex="0" role="group" aria-label="Table: a, b, c"><table>',
        '<th>a</th><th class="align-center">b</th><th class="align-end">c</th>',
      ],
    },
    {
      name: 'boxes that say what they are',
      given: '- [x] a\n- [ ] b',
      want: ['<input type="checkbox" checked disabled aria-label="Done"> a', 'disabled aria-label="To do"> b'],
    },
    {
      name: 'footnotes under a label that is no heading',
      given: 'a[^n]\n\n[^n]: b',
      want: [
        '<a href="#Note-fn-n" id="Note-fnref-n" data-footnote-ref aria-describedby="Note-label">1</a>',
        '<p class="visually-hidden" id="Note-label">Footnotes</p><ol><li id="Note-fn-n"><p>b <a href="#Note-fnref-n"',
        'aria-label="Back to footnote 1 in the text"',
      ],
    },
    { name: 'terms', given: 'a\n: b', want: ['<dl><dt>a</dt><dd>b</dd></dl>'] },
    {
      name: 'images with their size, the first at once',
      given: '![a](/a.svg)\n\n![b](/a.svg)\n\n![c](/none.svg)',
      want: [
        '<img src="/base/a.svg" alt="a" loading="eager" decoding="async" width="12" height="7">',
        '<img src="/base/a.svg" alt="b" loading="lazy" decoding="async" width="12" height="7">',
        '<img src="/base/none.svg" alt="c" loading="lazy" decoding="async">',
      ],
    },
  ];
  for (const { name, given, want } of rows) {
    it(name, async () => {
      const html = await printed(given);
      for (const piece of want) expect(html).toContain(piece);
      expect(html).not.toContain('style=');
    });
  }

  it('the words of its language', async () => {
    const html = await printed('> [!TIP]\n> a[^1]\n\n|a|b|\n|-|-|\n\n[^1]: b', 'docs/zh-CN/guide.md');
    for (const word of ['提示', '表格：a、b', '脚注', '回到正文中的脚注1']) expect(html).toContain(word);
  });
});
