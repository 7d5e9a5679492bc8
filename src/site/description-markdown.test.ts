import { expect, it } from 'vitest';
import { join } from '../views/markdown/encode.ts';
import { descriptionBlocks } from './description-markdown.ts';

it.each([
  { name: 'words', given: 'Plain **bold** *em* `code`.', want: 'Plain **bold** *em* `code`.' },
  { name: 'headings', given: '# One\n\ntext', want: '### One\n\ntext' },
  { name: 'lists', given: '* a\n* b\n    1. c\n    2. d', want: '- a\n- b\n  1. c\n  2. d' },
  {
    name: 'links',
    given: '[x](https://a.example/y) [no](javascript:alert(1))',
    want: '[x](https://a.example/y) [no\\](javascript:alert(1))',
  },
  {
    name: 'addresses',
    given: 'At https://a.example, <https://b.example/c>',
    want: 'At https://a.example, https://b.example/c',
  },
  { name: 'pictures of others', given: '![pic](https://a.example/p.png)', want: '[pic](https://a.example/p.png)' },
  { name: 'links to its own ids', given: '[x](#y)', want: 'x' },
  { name: 'scripts', given: 'a <script>alert(1)</script> b', want: 'a b' },
  { name: 'HTML', given: '<details><summary>More</summary>\n\nin *it*\n\n</details>', want: '**More**\n\nin *it*' },
  { name: 'powers', given: '10<sup>6</sup>', want: '10<sup>6</sup>' },
  { name: 'tables', given: '| a | b |\n|---|---|\n| `x\\|y` | 2 |', want: '| a | b |\n| --- | --- |\n| `x\\|y` | 2 |' },
  { name: 'code', given: '~~~js\nlet a = "```";\n~~~', want: '````\nlet a = "```";\n````' },
  { name: 'quotes', given: '> a\n>\n> b', want: '> a\n>\n> b' },
  { name: 'alerts', given: '> [!note]\n> a *b*\n>\n> c', want: '> [!NOTE]\n> a *b*\n>\n> c' },
  { name: 'alerts of a list', given: '> [!TIP]\n> - a\n> - b', want: '> [!TIP]\n> - a\n> - b' },
  { name: 'breaks', given: 'a<br># b<br>- c', want: 'a  \n\\# b  \n\\- c' },
  { name: 'entities', given: '&lt;b&gt; &amp;amp;', want: '\\<b> \\&amp;' },
  {
    name: 'a mark before a link',
    given: 'Now!<a href="https://a.example/">x</a>',
    want: 'Now\\![x](https://a.example/)',
  },
  {
    name: 'links out of two pieces',
    given: '[a]<span>(https://evil.example)</span>',
    want: '[a\\](https://evil.example)',
  },
  { name: 'hidden characters', given: 'a\u202eb', want: 'a⟨U+202E⟩b' },
])('$name', ({ given, want }) => expect(join(descriptionBlocks(given))).toBe(want));

it('has bold lines for headings inside a list', () => {
  expect(join(descriptionBlocks('# One\n\ntext', true))).toBe('**One**\n\ntext');
});
