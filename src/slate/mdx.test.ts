import { describe, expect, it } from 'vitest';
import { toMdx } from './mdx.ts';

describe('Markdown becomes MDX', () => {
  const table: { name: string; given: string; want: string; left?: string[] }[] = [
    { name: 'braces are text', given: 'a {b} c', want: 'a \\{b\\} c' },
    { name: 'code stays', given: 'a `{b} <c>` {d}', want: 'a `{b} <c>` \\{d\\}' },
    { name: 'code with ticks in it stays', given: '``a ` {b}`` {c}', want: '``a ` {b}`` \\{c\\}' },
    {
      name: 'what looks like an element is text',
      given: 'Replace <API_KEY> with it',
      want: 'Replace &lt;API_KEY> with it',
      left: ['<API_KEY>'],
    },
    { name: 'a comparison is text', given: '1 < 2 > 0', want: '1 < 2 > 0' },
    { name: 'so it is without a space', given: 'a <5, b <= c', want: 'a &lt;5, b &lt;= c' },
    { name: 'tags of templates are text', given: '<%= a %>', want: '&lt;%= a %>' },
    { name: 'what was escaped stays so', given: 'a \\<b', want: 'a \\<b' },
    { name: 'elements without attributes stay', given: 'a <b class="x">c</b><br>d', want: 'a <b>c</b><br />d' },
    { name: 'an element without an end is text', given: 'a <b>c', want: 'a &lt;b>c', left: ['<b>'] },
    {
      name: 'scripts are text',
      given: '<script>alert(1)</script>',
      want: '&lt;script>alert(1)&lt;/script>',
      left: ['<script>', '</script>'],
    },
    { name: 'comments go', given: 'a <!-- b --> c', want: 'a  c' },
    { name: 'links lead on', given: '[a](#old) <a href="#old">b</a>', want: '[a](/new/) <a href="/new/">b</a>' },
    { name: 'links that lead nowhere are text', given: '[a](#gone) <a href="">b</a>', want: 'a b' },
    {
      name: 'addresses in angle brackets are links',
      given: '<https://a.example/?b={c}>',
      want: '[https://a.example/?b=\\{c\\}](https://a.example/?b=\\{c\\})',
    },
    {
      name: 'images that are there',
      given: '![a](images/a.png) <img src="images/a.png" alt="b">',
      want: '![a](./images/a.png) ![b](./images/a.png)',
    },
    { name: 'images that aren’t', given: '![a](gone.png)', want: 'a' },
    { name: 'no paragraph begins a module', given: 'import it\nexport it', want: '&#105;mport it\n&#101;xport it' },
  ];
  for (const { name, given, want, left = [] } of table) {
    it(name, () => {
      const shown: string[] = [];
      const written = toMdx(given, {
        link: (href) => (href === '#old' ? '/new/' : /^https?:/.test(href) ? href : undefined),
        image: (src) => (src === 'images/a.png' ? './images/a.png' : undefined),
        left: (html) => shown.push(html),
      });
      expect(written).toBe(want);
      expect(shown).toEqual(left);
    });
  }
});
