import MarkdownIt from 'markdown-it';
import { expect, it } from 'vitest';
import { code, fenced, heading, item, join, link, list, plain, table } from './encode.ts';

const markdown = new MarkdownIt({ html: true });

/** What a page that shows the Markdown has as text. */
function shown(text: string): string {
  return markdown
    .render(text)
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim();
}

const HOSTILE = [
  '# heading',
  '- item',
  '+ item',
  '* item',
  '1. item',
  '12) item',
  '> quote',
  '---',
  '===',
  '| a | b |',
  '[x]: http://evil.example',
  '[click](http://evil.example)',
  '![pixel](http://evil.example/p.png)',
  '[a][b] and [c]',
  '<script>alert(1)</script>',
  '</td></table><img src=x onerror=alert(1)>',
  '<!-- comment -->',
  '-->',
  ']]>',
  '**bold** *em* __under__ _em_ ~~gone~~',
  'snake_case_name and __init__',
  '`code` ``` fence',
  '&lt;b&gt; &#35; &amp;',
  'ends in a backslash \\',
  'a \\* b \\\\ c',
  '{% raw %} {{ x }}',
];

it.each(HOSTILE)('shows %j letter for letter', (text) => {
  const html = markdown.render(plain(text));
  expect(shown(plain(text))).toBe(text);
  expect(html).toMatch(/^<p>[^<]*<\/p>\n$/);
});

it('keeps a text on its line, and its hidden characters in sight', () => {
  expect(plain('a\n\n# b\r\n- c\u0000d\u202ee')).toBe('a # b - c d⟨U+202E⟩e');
});

it.each(['a`b', '``', '`', ' padded ', 'a\nb', '</code>', 'x ``` y', '|'])('code holds %j', (text) => {
  const html = markdown.render(code(text));
  expect(html).toMatch(/^<p><code>[^<]*<\/code><\/p>\n$/);
  expect(shown(code(text)).trim()).toBe(text.replace('\n', ' ').trim());
});

it.each(['```\n# out\n```', '````', 'x\r\ny', '~~~', '</code></pre>'])('a block of code holds %j', (text) => {
  expect(markdown.render(fenced(text, 'json'))).toMatch(/^<pre><code class="language-json">[^<]*<\/code><\/pre>\n$/);
});

it('a block of code has no language of its own making', () => {
  expect(fenced('x', 'js\n# out')).toBe('```\nx\n```');
  expect(fenced('x', 'c++')).toBe('```c++\nx\n```');
});

it.each(['https://a.example/x) [y](z', 'https://a.example/<b> c', 'https://a.example/a_b*c`d', '/p?a=1&copy;=2'])(
  'a link ends where it should: %j',
  (url) => {
    const html = markdown.render(link(plain('a](b'), url));
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).toMatch(/^<p><a href="[^"]*">a\]\(b<\/a><\/p>\n$/);
  },
);

it('a cell keeps its pipes and lines', () => {
  const html = markdown.render(table(['a|b', 'c'], [[code('x|y'), 'one\ntwo']]).text);
  expect(html.match(/<t[hd]>/g)).toHaveLength(4);
  expect(html).toContain('<code>x|y</code>');
  expect(html).toContain('one two');
});

it('lines stay lines, lists stand right below, all else has room', () => {
  const line = (text: string) => ({ text, isLine: true }) as const;
  const inner = list([item([line('c')])]);
  expect(join([heading(1, 'T'), line('a'), line('b'), ...inner, { text: fenced('x') }])).toBe(
    '# T\n\na  \nb\n- c\n\n```\nx\n```',
  );
  expect(item([line('a'), { text: fenced('x\n\ny') }])).toBe('- a\n\n  ```\n  x\n\n  y\n  ```');
});
