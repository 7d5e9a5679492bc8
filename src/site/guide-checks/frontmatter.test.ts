import { describe, expect, it } from 'vitest';
import { guide, type Row, told } from '../../../tests/guide.ts';

describe('frontmatter', () => {
  const rows: Row[] = [
    {
      name: 'every field',
      given: '---\ntitle: 中文\ndescription: >\n  a\n  b\norder: 1.5\nnavTitle: "1"\nmoved: { a: /b/ }\n---\n',
      want: [],
    },
    { name: 'after an empty line, with comments', given: '\n---\n# a\ntitle: T # b\n---\n', want: [] },
    { name: 'with lines that end as on Windows', given: '---\r\ntitle: T\r\n---\r\n', want: [] },
    {
      name: 'none',
      given: '# Title\n',
      want: ['frontmatter-missing 1:1+1 Start the file with a line `---`, a line `title: …` and a line `---`.'],
    },
    {
      name: 'an empty file',
      given: '',
      want: ['frontmatter-missing 1:1+1 Start the file with a line `---`, a line `title: …` and a line `---`.'],
    },
    {
      name: 'never closed',
      given: '---\ntitle: T\n',
      want: ['frontmatter-unclosed 1:1+3 Add a line `---` after its last field.'],
    },
    {
      name: 'empty',
      given: '---\n# a\n---\n',
      want: ['field-missing 1:1+3 Add `title: …` between the lines of `---`.'],
    },
    {
      name: 'TOML',
      given: '+++\ntitle = "T"\n+++\n',
      want: ['frontmatter-toml 1:1+3 Write the fields as `name: value`, between lines of `---`.'],
    },
    {
      name: 'no title',
      given: '---\norder: 1\n---\n',
      want: ['field-missing 1:1+3 Add `title: …` between the lines of `---`.'],
    },
    { name: 'a title of nothing', given: '---\ntitle:\n---\n', want: ['value-empty 2:1+5 Give it a value.'] },
    { name: 'a title of blanks', given: '---\ntitle: " "\n---\n', want: ['value-empty 2:8+3 Give it a value.'] },
    { name: 'a title that is a number', given: '---\ntitle: 404\n---\n', want: ['wrong-type 2:8+3 Put it in quotes.'] },
    {
      name: 'a title that is a date',
      given: '---\ntitle: 2024-01-31\n---\n',
      want: ['wrong-type 2:8+10 Put it in quotes.'],
    },
    {
      name: 'a title that is a list',
      given: '---\ntitle: [a]\n---\n',
      want: ['wrong-type 2:1+5 Write one text in place of the list.'],
    },
    {
      name: 'a day that no calendar has',
      given: '---\ntitle: T\ndate: 2026-02-30\n---\n',
      want: ['wrong-type 3:7+10 Write year, month and day.'],
    },
    {
      name: 'a date in another form',
      given: '---\ntitle: T\nupdated: "31/01/2026"\n---\n',
      want: ['wrong-type 3:10+12 Write year, month and day.'],
    },
    { name: 'dates', given: '---\ntitle: T\ndate: 2024-02-29\nupdated: "2026-01-31"\n---\n', want: [] },
    {
      name: 'an order that is a text',
      given: '---\ntitle: T\norder: first\n---\n',
      want: ['wrong-type 3:8+5 Write a number, without quotes.'],
    },
    {
      name: 'an order that is not finite',
      given: '---\ntitle: T\norder: .inf\n---\n',
      want: ['number-not-finite 3:8+4 Write a finite number, or put it in quotes.'],
    },
    {
      name: 'a slip',
      given: '---\ntitle: T\ndescripton: a\n---\n',
      want: ['key-unknown 3:1+10 Did you mean "description"?'],
    },
    {
      name: 'a field from elsewhere',
      given: '---\ntitle: T\nlayout: a\n---\n',
      want: ['key-unknown 3:1+6 The fields are title, description, date, updated, order, navTitle, original, moved.'],
    },
    {
      name: 'a field twice',
      given: '---\ntitle: T\ntitle: U\n---\n',
      want: ['duplicate-key 3:1+5 Remove one of them, or join their values.'],
    },
    {
      name: 'a colon in a text',
      given: '---\ntitle: a: b\n---\n',
      want: [
        'yaml-syntax 2:8+1 Put the value in quotes if it holds `: `; else check the indentation of the next lines.',
      ],
    },
    {
      name: 'an open quote',
      given: '---\ntitle: "a\n---\n',
      want: ['yaml-syntax 2:8+1 Close the quotes where the text ends.'],
    },
    { name: 'a text instead of fields', given: '---\ntitle\n---\n', want: ['wrong-type 2:1+5 Write `title: …`.'] },
    {
      name: 'moved paths that are none',
      given: '---\ntitle: T\nmoved:\n  a: b/\n  c: //d/\n  e: 1\n---\n',
      want: ['path-slash 4:6+2', 'path-slash 5:6+4', 'path-slash 6:6+1'].map(
        (one) => `${one} Write a path that starts with "/".`,
      ),
    },
  ];
  for (const { name, given, want } of rows) {
    it(name, () => expect(told(guide(given))).toEqual(want));
    it(`${name}, in plain Markdown`, () => expect(told(guide(given, 'docs/start.md'))).toEqual(want));
  }
});
