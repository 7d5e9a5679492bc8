import { describe, expect, it } from 'vitest';
import { eachRow, FRONT, guide, type Row, told } from '../../../tests/guide.ts';
import { checkGuide } from '../check-guides.ts';

describe('MDX that can not be read', () => {
  const rows: Row[] = [
    {
      name: 'an open brace',
      given: '# 中 {a',
      want: ['mdx-syntax 4:5+1 Close it with `}`; or write `\\{` for a brace that is text.'],
    },
    {
      name: 'an open brace after an emoji',
      given: 'a\n\n😀 {a',
      want: ['mdx-syntax 6:4+1 Close it with `}`; or write `\\{` for a brace that is text.'],
    },
    {
      name: 'an open tag',
      given: '<Note>\n\na\n',
      want: ['mdx-syntax 4:1+6 Add `</Note>` where it ends, or write `<Note />` when it holds nothing.'],
    },
    {
      name: 'a tag that ends in another paragraph',
      given: 'a <Note>b\n\nc</Note>',
      want: [
        'mdx-syntax 4:3+6 Put `<Note>` and `</Note>` each on a line of its own, or close it before the paragraph ends.',
      ],
    },
    { name: 'an element of HTML that holds nothing', given: 'a<br>b', want: ['mdx-syntax 4:2+4 Write `<br />`.'] },
    {
      name: 'an end without a start',
      given: 'a </Note>',
      want: ['mdx-syntax 4:3+7 Remove it, or open what it closes.'],
    },
    {
      name: 'the wrong end',
      given: '<Note>a</Nite>',
      want: ['mdx-syntax 4:8+7 Close it first with `</Note>`, or correct the name.'],
    },
    { name: 'less than', given: 'a <3 b', want: ['mdx-syntax 4:3+1 Write `\\<` for a character that is text.'] },
    {
      name: 'a link in brackets',
      given: 'a <https://a.example> b',
      want: ['mdx-syntax 4:3+19 Write `[text](https://a.example)`.'],
    },
    {
      name: 'an address in brackets',
      given: 'a <a@b.example> b',
      want: ['mdx-syntax 4:3+13 Write `[text](a@b.example)`.'],
    },
    {
      name: 'a comment of HTML',
      given: 'a\n\n<!-- b -->',
      want: ['mdx-syntax 6:1+2 Write a comment as `{/* … */}`, or `\\<` for a character that is text.'],
    },
    {
      name: 'a value without quotes',
      given: '<Sample operation=createChat />',
      want: ['mdx-syntax 4:1+7 Write each attribute as `name="text"` or `name={expression}`.'],
    },
    {
      name: 'an expression that is none',
      given: 'a {b c} d',
      want: ['mdx-syntax 4:6+1 Correct it; or write `\\{` for a brace that is text.'],
    },
    {
      name: 'an import that is none',
      given: 'a\n\nimport tax is due',
      want: ['mdx-syntax 6:12+1 Correct it, and leave an empty line after it; or start the text with another word.'],
    },
    {
      name: 'a fault that the compiler tells no place of',
      given: '<Note title={}>a</Note>',
      want: ['mdx-syntax 4:14+1 Correct it; or write `\\{` for a brace that is text.'],
    },
    {
      name: 'another of them',
      given: '{/* c */}\n\n<Note {...{}, title} />',
      want: ['mdx-syntax 6:8+1 Write `{...a} {...b}` for two.'],
    },
    {
      name: 'lines that end as on Windows',
      given: 'a\r\n\r\nb {',
      want: ['mdx-syntax 6:3+1 Close it with `}`; or write `\\{` for a brace that is text.'],
    },
  ];
  eachRow(rows);

  it('is told with the frontmatter, and nothing else of the file', () => {
    expect(told(guide('---\ntitel: T\n---\n<Nope/> {'))).toEqual([
      'field-missing 1:1+3 Add `title: …` between the lines of `---`.',
      'key-unknown 2:1+5 Did you mean "title"?',
      'mdx-syntax 4:9+1 Close it with `}`; or write `\\{` for a brace that is text.',
    ]);
  });

  it('names what was found, without the words of the compiler', () => {
    for (const { given } of rows) {
      for (const { message } of checkGuide(guide(FRONT + given), []).diagnostics) {
        expect(message).not.toMatch(/mdx-jsx|oxc|JSX/);
        expect(message).toMatch(/[.]$/);
      }
    }
  });
});
