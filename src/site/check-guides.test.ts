import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import { checkGuide } from './check-guides.ts';
import type { GuideFile } from './guide-checks/guide-file.ts';

const server = { url: 'https://a.example', variables: [] };
const json = (name: string) => ({ name: 'application/json', examples: [{ name, value: '{}' }] });
const api: Api = {
  id: 'chat',
  title: 'Chat',
  version: '1',
  servers: [server],
  tags: [],
  operations: [
    {
      key: 'createChat',
      operationId: 'createChat',
      method: 'POST',
      path: '/chat',
      deprecated: false,
      tags: [],
      servers: [server],
      security: [],
      parameters: [],
      requestBody: { required: true, content: [json('first')] },
      responses: [{ status: '200', headers: [], content: [json('answer')] }],
    },
  ],
  securitySchemes: [],
  schemas: {},
};

const FRONT = '---\ntitle: T\n---\n';

function guide(text: string, path = 'docs/start.mdx'): GuideFile {
  return {
    source: { path, text },
    file: join(import.meta.dirname, '../../tests/fixtures', path),
    isMdx: path.endsWith('.mdx'),
    at: { locale: 'en', name: 'start', path: 'start' },
  };
}

/** `code line:column+length fix` */
function told(file: GuideFile, apis: readonly Api[] | undefined = [api]): string[] {
  return checkGuide(file, apis).diagnostics.map(
    ({ code, place, fix }) => `${code} ${place?.line}:${place?.column}+${place?.length} ${fix}`,
  );
}

interface Row {
  name: string;
  given: string;
  want: string[];
}

/** Rows give what follows the frontmatter, so their first line is the fourth. */
function eachRow(rows: readonly Row[], path?: string): void {
  for (const { name, given, want } of rows) it(name, () => expect(told(guide(FRONT + given, path))).toEqual(want));
}

describe('names in components', () => {
  eachRow([
    { name: 'right names', given: '<Sample operation="createChat" example="first" />', want: [] },
    {
      name: 'a wrong operation',
      given: 'text\n\n  <TryIt operation="createChta" />',
      want: ['operation-unknown 6:21+10 Did you mean "createChat"?'],
    },
    {
      name: 'a wrong example',
      given: '<Sample operation="createChat" example="frist"/>',
      want: ['example-unknown 4:41+5 Did you mean "first"?'],
    },
    {
      name: 'an answer is not a request',
      given: '<ResponseExample operation="createChat" example="first"/>',
      want: ['example-unknown 4:50+5 Use one of answer.'],
    },
    {
      name: 'over several lines',
      given: "<Sample\n  operation='nope'\n/>",
      want: ['operation-unknown 5:14+4 Use one of createChat.'],
    },
    {
      name: 'a text in braces',
      given: '<Sample operation={ "nope" } />',
      want: ['operation-unknown 4:22+4 Use one of createChat.'],
    },
    {
      name: 'in an expression',
      given: '{[1].map((n) => <Sample key={n} operation="nope" />)}',
      want: ['operation-unknown 4:44+4 Use one of createChat.'],
    },
    { name: 'fenced code is not use', given: '```mdx\n<Sample operation="nope" />\n```', want: [] },
    { name: 'nor is inline code', given: 'write `<Sample operation="nope" />` there', want: [] },
    { name: 'nor a comment', given: '{/* <Sample operation="nope" /> */}', want: [] },
    {
      name: 'a library that no description offers',
      given: '<Sample operation="createChat" client="openai" />',
      want: ['client-unknown 4:40+6 Remove it.'],
    },
    {
      name: 'another API',
      given: '<AppPage api="chta">x</AppPage>',
      want: ['api-unknown 4:15+4 Did you mean "chat"?'],
    },
  ]);

  it('are not checked while a description has errors', () => {
    const { diagnostics } = checkGuide(guide(`${FRONT}<Sample operation="nope" />`), undefined);
    expect(diagnostics).toEqual([]);
  });
});

describe('components and their attributes', () => {
  eachRow([
    { name: 'all of ours', given: '<Cards>\n<Card title="a" href="/">b</Card>\n</Cards>\n\n<Note>c</Note>', want: [] },
    { name: 'a slip', given: '<Nite>a</Nite>', want: ['component-unknown 4:2+4 Did you mean <Note>?'] },
    {
      name: 'from nowhere',
      given: 'a <Graph /> b',
      want: [
        'component-unknown 4:4+5 Import it, or use one of AppPage, Card, Cards, Note, ResponseExample, Sample, TryIt, Warning.',
      ],
    },
    {
      name: 'in an expression',
      given: '{true && <Carf title="a" href="/">b</Carf>}',
      want: ['component-unknown 4:11+4 Did you mean <Card>?'],
    },
    {
      name: 'imported, exported or of MDX',
      given:
        "import Chart from 'chart';\nexport const Own = (props) => props.a;\n\n<Chart />\n\n<Own>a</Own>\n\n<Fragment>b</Fragment>",
      want: [],
    },
    { name: 'part of an import', given: "import * as x from 'y';\n\n<x.Chart />", want: [] },
    {
      name: 'part of nothing',
      given: '<x.Chart />',
      want: [
        'component-unknown 4:2+7 Import it, or use one of AppPage, Card, Cards, Note, ResponseExample, Sample, TryIt, Warning.',
      ],
    },
    {
      name: 'an attribute with a slip',
      given: '<Card title="a" hrfe="/">b</Card>',
      want: ['attribute-unknown 4:17+4 Did you mean "href"?', 'attribute-missing 4:2+4 Write `href="…"`.'],
    },
    {
      name: 'an attribute with no value',
      given: '<Note title>b</Note>',
      want: ['attribute-missing 4:7+5 Write `title="…"`.'],
    },
    {
      name: 'an attribute with an empty value',
      given: '<TryIt operation="" />',
      want: ['attribute-missing 4:8+9 Write `operation="…"`.'],
    },
    { name: 'attributes from elsewhere', given: 'export const a = {};\n\n<Card {...a}>b</Card>', want: [] },
    {
      name: 'in a quote of several lines',
      given: '> <Note\n> titel="a">\n> b\n> </Note>',
      want: ['attribute-unknown 5:3+5 Did you mean "title"?'],
    },
    {
      name: 'after values with braces and brackets',
      given: `<Note title={ "}" } a='{>' b={\`}\`} c>d</Note>`,
      want: [
        'attribute-unknown 4:21+1 It has title.',
        'attribute-unknown 4:28+1 It has title.',
        'attribute-unknown 4:36+1 It has title.',
      ],
    },
  ]);

  eachRow(
    [
      {
        name: 'in plain Markdown they do nothing',
        given: 'a\n\n<Note>b</Note>',
        want: ['component-in-markdown 6:2+4 Let its name end with .mdx.'],
      },
      { name: 'other HTML is passed on', given: '<div>{a}</div> <b>c</b>', want: [] },
    ],
    'docs/start.md',
  );
});

describe('names in expressions', () => {
  eachRow([
    {
      name: 'what MDX and JavaScript have',
      given: '{props.a} {frontmatter.title} {Math.max(1, 2)} {undefined}',
      want: [],
    },
    {
      name: 'own names, in every kind of scope',
      given:
        'export const a = [1];\nexport function b({ c, ...d }, [e = 1]) { return c + d + e; }\n\n{a.map((f) => b(f, [f]))} {(() => { try { let g = 1; return { g, h: g }; } catch (i) { return i; } })()}',
      want: [],
    },
    {
      name: 'a slip',
      given: 'export const total = 1;\n\na {totla} b',
      want: ['name-unknown 6:4+5 Did you mean "total"?'],
    },
    {
      name: 'text in braces',
      given: 'a {name} 中 {"文"}',
      want: ['name-unknown 4:4+4 Write `\\{` for a brace that is text.'],
    },
    {
      name: 'in an attribute',
      given: '<Note title={titel}>b</Note>',
      want: ['name-unknown 4:14+5 Write `\\{` for a brace that is text.'],
    },
    {
      name: 'in an export',
      given: 'export const a = () => bb;',
      want: ['name-unknown 4:24+2 Write `\\{` for a brace that is text.'],
    },
    { name: 'names of properties are none', given: '{({ a: 1 }).b?.c} {import.meta.env}', want: [] },
  ]);
});

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
    { name: 'a title that is a list', given: '---\ntitle: [a]\n---\n', want: ['wrong-type 2:1+5 undefined'] },
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
      want: ['key-unknown 3:1+6 The fields are title, description, order, navTitle, moved.'],
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

describe('links that can be told before there are pages', () => {
  eachRow([
    {
      name: 'good ones',
      given: '[a](/b/) [c](d/#e) [f](https://g.example/%20) ![h](/i.png) <a href="?j">k</a>',
      want: [],
    },
    {
      name: 'a percent sign',
      given: 'a [b](/100%) ![c](/d%zz.png)',
      want: ['link-malformed 4:7+5', 'link-malformed 4:19+9'].map((one) => `${one} Write \`%25\` for a percent sign.`),
    },
    { name: 'an address that is none', given: '[a](https://[b)', want: ['link-malformed 4:5+10 Correct it.'] },
    {
      name: 'in a tag',
      given: '<a\n  href="/%">a</a>',
      want: ['link-malformed 5:9+2 Write `%25` for a percent sign.'],
    },
    {
      name: 'in a definition',
      given: '[a]\n\n[a]: </% b> "c"',
      want: ['link-malformed 6:7+4 Write `%25` for a percent sign.'],
    },
    {
      name: 'in a table',
      given: '| a | b |\n|---|---|\n| c | [d](/%) |',
      want: ['link-malformed 6:11+2 Write `%25` for a percent sign.'],
    },
    {
      name: 'an image beside the guide',
      given: '![a](./no-image.png)',
      want: ['image-missing 4:6+14 Add it, or write the path of a file in public/, which starts with "/".'],
    },
    {
      name: 'a module beside the guide',
      given: "import a from './a.ts';",
      want: ['module-missing 4:16+6 Add it, or correct the path.'],
    },
  ]);
});
