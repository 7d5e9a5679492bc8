import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { zhCN } from '../i18n/zh-CN.ts';
import { MAIN_TEXT } from '../views/html/prose.ts';
import { mainHeadings, renderMarkdown, safeUrl } from './render-markdown.ts';

describe('honest Markdown', () => {
  const rows = [
    { name: 'emphasis next to Chinese', given: '中文**粗体。**后面', want: '<p>中文<strong>粗体。</strong>后面</p>' },
    {
      name: 'lines of Chinese, also into markup, without a space between them',
      given: '第一行，\n第二行\n**第三行**\nAPI\n`四`\n五',
      want: '<p>第一行，第二行<strong>第三行</strong>\nAPI\n<code>四</code>\n五</p>',
    },
    {
      name: 'a table',
      given: '| a | b |\n|---|--:|\n| 1 | 2 |',
      want: /<div class="table" tabindex="0"><table>[\s\S]*<th>a<\/th>[\s\S]*<td[^>]*>2<\/td>/,
    },
    {
      name: 'details',
      given: '<details><summary>more</summary>\n\ntext\n\n</details>',
      want: /<details><summary>more<\/summary>[\s\S]*<p>text<\/p>[\s\S]*<\/details>/,
    },
    {
      name: 'inline tags',
      given: 'H<sub>2</sub>O<br><kbd>Ctrl</kbd>',
      want: '<p>H<sub>2</sub>O<br /><kbd>Ctrl</kbd></p>',
    },
    { name: 'code keeps its text', given: '`<script>`', want: '<p><code>&lt;script&gt;</code></p>' },
    {
      name: 'a short name in code stays whole, a long one and a block can be broken',
      given: '`X-Request-Id` `--a <b-c>` `<a-b>` `a-name-that-is-longer-than-most`\n\n    a-b\n',
      want: '<p><code class="whole">X-Request-Id</code> <code>--a &lt;b-c&gt;</code> <code class="whole">&lt;a-b&gt;</code> <code>a-name-that-is-longer-than-most</code></p>\n<pre><code>a-b\n</code></pre>',
    },
    { name: 'headings go below those of the section', given: '# Title', want: '<h3>Title</h3>' },
    { name: 'whatever level they begin at', given: '#### Title', want: '<h3>Title</h3>' },
    { name: 'and leave none out', given: '## A\n#### B\n## C', want: '<h3>A</h3>\n<h4>B</h4>\n<h3>C</h3>' },
    { name: 'also before the first', given: '### A\n# B\n### C', want: '<h3>A</h3>\n<h3>B</h3>\n<h4>C</h4>' },
    { name: 'one in another', given: '<h1>A<i><h2>B</h2></i></h1>', want: '<h3>A<i><h4>B</h4></i></h3>' },
    {
      name: 'an outbound link',
      given: '[a](https://a.example/b)',
      want: '<p><a href="https://a.example/b" rel="noopener noreferrer nofollow" data-host="a.example">a</a></p>',
    },
    {
      name: 'a bare address of the web, whose text shows where it leads',
      given: 'See https://a.example:8443/b?c=d. Or not',
      want: '<p>See <a href="https://a.example:8443/b?c=d" rel="noopener noreferrer nofollow">https://a.example:8443/b?c=d</a>. Or not</p>',
    },
    {
      name: 'another host than the one in the text is shown',
      given: '[https://a.example](https://b.example/) [https://a.example.b.example/](https://a.example/)',
      want: /data-host="b.example">https:\/\/a.example<\/a>.* data-host="a.example">https:\/\/a.example.b.example/,
    },
    {
      name: 'a bare address whose host only looks like another',
      given: 'https://аpple.example/',
      want: /data-host="xn--[^"]*">https:\/\/аpple.example/,
    },
    {
      name: 'no address of the web',
      given: 'mailto:a@b.example ftp://a.example //a.example a.md a@b.example `https://a.example`',
      want: /^(?!.*<a )/s,
    },
    {
      name: 'a host beyond ASCII is shown as it resolves',
      given: '[a](https://аpple.example/)',
      want: /href="https:\/\/xn--/,
    },
    {
      name: 'an image becomes a link',
      given: '![logo](https://a.example/x.png)',
      want: '<p><a href="https://a.example/x.png" rel="noopener noreferrer nofollow" data-host="a.example">logo</a></p>',
    },
    { name: 'a bidi override is shown', given: 'a\u202eb', want: '<p>a⟨U+202E⟩b</p>' },
  ];
  for (const { name, given, want } of rows) {
    it(name, () => {
      const html = renderMarkdown(given);
      if (typeof want === 'string') expect(html).toBe(want);
      else expect(html).toMatch(want);
    });
  }
});

describe('text without a mark', () => {
  const texts = [
    ...['The name.', 'A pet', 'A  pet', 'A pet ', "The pet's name: 'Rex'", 'Up to 100%, or so (maybe) - really?!'],
    ...[
      'www.a.example/b',
      'See https://a.example/b',
      'https://a.example/b',
      'a.b@c',
      '名字，可选（默认）。',
      'A\u202epet',
      'A\u200bpet',
      'Étage',
      '1. Not first',
      '-',
    ],
  ];
  for (const text of texts) {
    // A blank line after it changes nothing, but is no plain text.
    it(JSON.stringify(text), () => expect(renderMarkdown(text)).toBe(renderMarkdown(`${text}\n\n`)));
  }
});

it('headings of the main text go below the title', () => {
  expect(renderMarkdown('## A\n### B', undefined, MAIN_TEXT).match(/<h\d/g)).toEqual(['<h2', '<h3']);
});

describe('anchors', () => {
  const text = '<a id="x"></a><b id="x">b</b> [to](#x) [nowhere](#y)';
  it('of the main text keep a prefixed id each, and links that lead to one', () => {
    expect(renderMarkdown(text, undefined, MAIN_TEXT)).toBe(
      '<p><span id="text-x"></span><b>b</b> <a href="#text-x">to</a> nowhere</p>',
    );
  });
  it('of a text elsewhere begin with its place', () => {
    expect(renderMarkdown(text, undefined, 'body==')).toBe(
      '<p><span id="body==x"></span><b>b</b> <a href="#body==x">to</a> nowhere</p>',
    );
  });
  it.each([
    { given: '# Rate limits & `quotas`', want: ['rate-limits-quotas'] },
    { given: '## 速率限制\n\n## 速率限制（每分钟）', want: ['速率限制', '速率限制-每分钟'] },
    { given: '# Same\n\n# Same\n\n# ！', want: ['same', 'same-2', 'section'] },
    { given: '<h2 id="own">Own</h2>\n\n# own', want: ['own', 'own-2'] },
  ])('headings of $given are the links to themselves', ({ given, want }) => {
    const html = renderMarkdown(given, undefined, MAIN_TEXT);
    expect(
      [...html.matchAll(/<h\d id="text-([^"]*)"><a class="anchor" href="#text-\1">/g)].map((match) => match[1]),
    ).toEqual(want);
    expect(renderMarkdown(given)).not.toMatch(/ id=|<a /);
  });
  it('a link to a heading leads there, and a heading with a link stays its own', () => {
    expect(
      renderMarkdown('[go](#rate-limits)\n\n# Rate limits\n\n# By [a](https://a.example/)', undefined, MAIN_TEXT),
    ).toMatch(/<a href="#text-rate-limits">go<\/a>[\s\S]*<h2 id="text-by-a">By <a href="https:/);
  });
  it('of any other text are gone, since it may stand on a page twice', () => {
    expect(renderMarkdown(text)).toBe('<p><span></span><b>b</b> to nowhere</p>');
  });
});

describe('hostile Markdown', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<svg onload=alert(1)>',
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="//evil.example">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:x">x</a>',
    '[x](javascript:alert(1))',
    '[x](<java&#x0A;script:alert(1)>)',
    '![x](javascript:alert(1))',
    '<form action="https://evil.example"><input name=a><button>go</button></form>',
    '<div style="position:fixed;inset:0" class="x" onclick="alert(1)">x</div>',
    '<style>*{display:none}</style>',
    '<link rel=stylesheet href=https://evil.example>',
    '<meta http-equiv=refresh content="0;url=https://evil.example">',
    '<base href="https://evil.example">',
    '<x-custom is="y">x</x-custom>',
    '<template><img src=x onerror=alert(1)></template>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<details ontoggle=alert(1) open>x</details>',
    '<video src="https://evil.example/x"></video>',
    '<img srcset="https://evil.example/x 1x">',
    '<p tabindex=1 contenteditable autofocus popover>x</p>',
    '<!--><img src=x onerror=alert(1)>-->',
    '<textarea></textarea><script>alert(1)</script>',
  ];
  for (const attack of attacks) {
    it(attack.slice(0, 60).replace(/\n/g, ' '), () => {
      const html = renderMarkdown(attack);
      expect(html).not.toMatch(
        /<(script|style|svg|math|iframe|form|input|button|link|meta|base|img|video|template|object|embed|x-)/i,
      );
      const tags = html.match(/<[a-z][^>]*>/gi)?.join('') ?? '';
      expect(tags).not.toMatch(
        /\son\w+=|style=|class=|srcset|tabindex|contenteditable|autofocus|popover|javascript:|vbscript:|data:|"\/\//i,
      );
    });
  }
});

describe('safeUrl', () => {
  const rows = [
    { given: 'https://a.example', want: 'https://a.example/' },
    { given: 'mailto:a@a.example', want: 'mailto:a@a.example' },
    { given: 'javascript:alert(1)', want: undefined },
    { given: '//a.example', want: undefined },
    { given: '/relative', want: undefined },
    { given: 'https://user:pass@a.example', want: undefined },
    { given: 'blob:https://a.example/x', want: undefined },
    { given: undefined, want: undefined },
  ];
  for (const { given, want } of rows) it(String(given), () => expect(safeUrl(given)).toBe(want));
});

describe('alerts as GitHub writes them', () => {
  const render = (text: string): string => renderMarkdown(text, en.site);
  const title = (look: string, words: string): string =>
    `<div class="aside aside-${look}" role="note"><p class="aside-title">${words}</p>`;
  const rows = [
    { given: '> [!NOTE]\n> By *default*.', want: `${title('note', 'Note')}\n<p>By <em>default</em>.</p>\n</div>` },
    { given: '> [!caution]\n>\n> - One', want: `${title('danger', 'Caution')}\n<ul>\n<li>One</li>\n</ul>\n</div>` },
    {
      given: '> [!TIP]\n> A\n>\n> > B\n\nC',
      want: `${title('tip', 'Tip')}\n<p>A</p>\n<blockquote>\n<p>B</p>\n</blockquote>\n</div>\n<p>C</p>`,
    },
    { given: '> > [!NOTE]\n> > A', want: `<blockquote>\n${title('note', 'Note')}\n<p>A</p>\n</div>\n</blockquote>` },
    { given: '> [!OTHER]\n> A', want: '<blockquote>\n<p>[!OTHER]\nA</p>\n</blockquote>' },
    { given: '> [!NOTE] A', want: '<blockquote>\n<p>[!NOTE] A</p>\n</blockquote>' },
    { given: '[!NOTE]\nA', want: '<p>[!NOTE]\nA</p>' },
  ];
  it.each(rows)('$given', ({ given, want }) => expect(render(given)).toBe(want));

  it('have titles in the language of the page, whoever asked first', () => {
    const text = '> [!WARNING]\n> A';
    expect(renderMarkdown(text, en.site)).toContain(`>${en.site.warning}<`);
    expect(renderMarkdown(text, zhCN.site)).toContain(`>${zhCN.site.warning}<`);
    expect(renderMarkdown(text, { ...en.site, warning: '<b>' })).toContain('>&lt;b&gt;<');
  });
});

it('tells the headings of the main text, for the contents of its page', () => {
  const text = '# A & `b`\n\nText\n\n### <i>C</i> [d](https://d.example)\n\n# A & `b`';
  expect(mainHeadings(text)).toEqual([
    { slug: 'text-a-b', text: 'A & b', depth: 2 },
    { slug: 'text-c-d', text: 'C d', depth: 3 },
    { slug: 'text-a-b-2', text: 'A & b', depth: 2 },
  ]);
});
