import { describe } from 'vitest';
import { eachRow } from '../../../tests/guide.ts';

describe('blocks of code', () => {
  eachRow([
    {
      name: 'all they may say',
      given: '```js title="a" {1,2-3} ins={2} del={3} showLineNumbers\na\nb\nc\n```',
      want: [],
    },
    {
      name: 'a slip',
      given: '```js titel="a"\nb\n```',
      want: ['code-meta-unknown 4:7+5 Did you mean "title"?'],
    },
    {
      name: 'a word of another tool',
      given: '```js copy\nb\n```',
      want: ['code-meta-unknown 4:7+4 Use `title="…"`, `{1,3-5}`, `ins={2}`, `del={1}` or `showLineNumbers`.'],
    },
    {
      name: 'lines that are not there, in a list',
      given: '- a\n\n  ```js {1} ins={2-9}\n  b\n  c\n  ```',
      want: ['code-lines 6:18+3 Write numbers from 1 on and ranges of them: `{1,3-5}`.'],
    },
  ]);
  eachRow(
    [
      {
        name: 'in plain Markdown too',
        given: '```js {2}\nb\n```',
        want: ['code-lines 4:8+1 Write numbers from 1 on and ranges of them: `{1,3-5}`.'],
      },
    ],
    'docs/start.md',
  );
});

describe('alerts', () => {
  eachRow([
    { name: 'as GitHub has them', given: '> [!NOTE]\n> a\n\n> [!caution]\n> b', want: [] },
    { name: 'a slip', given: '> [!WARNIGN]\n> a', want: ['alert-unknown 4:5+7 Did you mean "[!WARNING]"?'] },
    {
      name: 'another word',
      given: '> [!abstract]\n> a',
      want: ['alert-unknown 4:5+8 Use one of NOTE, TIP, IMPORTANT, WARNING, CAUTION.'],
    },
    { name: 'a quote that begins with brackets', given: '> [!NOTE] and more\n\n> [a]\n> b', want: [] },
  ]);
});

describe('images', () => {
  eachRow([
    { name: 'with a text', given: '![A harbour](/a.png)', want: [] },
    {
      name: 'without one',
      given: 'see ![](/a.png)',
      want: ['image-alt-missing 4:9+6 Say what it shows between the brackets: `![…]`.'],
    },
    {
      name: 'of a figure, not there',
      given: '<Figure src="./nope.png" alt="a" />',
      want: ['image-missing 4:14+10 Add it, or write the path of a file in public/, which starts with "/".'],
    },
  ]);
});
