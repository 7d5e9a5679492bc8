import { describe, expect, it } from 'vitest';
import { eachRow, FRONT, guide } from '../../../tests/guide.ts';
import { checkGuide } from '../check-guides.ts';

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
    { name: 'a schema', given: '<Schema name="Message" />', want: [] },
    {
      name: 'a wrong schema',
      given: '<Schema name="Massage" />',
      want: ['schema-unknown 4:15+7 Did you mean "Message"?'],
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
        'component-unknown 4:4+5 Import it, or use one of AppPage, Badge, Card, Cards, CodeTabs, Danger, Figure, Note, ResponseExample, Sample, Schema, Step, Steps, Tab, Tabs, Tip, TryIt, Warning.',
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
        'component-unknown 4:2+7 Import it, or use one of AppPage, Badge, Card, Cards, CodeTabs, Danger, Figure, Note, ResponseExample, Sample, Schema, Step, Steps, Tab, Tabs, Tip, TryIt, Warning.',
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
      name: 'a value that is none of a list',
      given: '<Badge kind="beat" /> <Badge kind="other" /> <Badge kind="new" /> <Badge>x</Badge>',
      want: [
        'attribute-value 4:14+4 Did you mean "beta"?',
        'attribute-value 4:36+5 Use one of plain, new, beta, deprecated.',
      ],
    },
    {
      name: 'a figure without a word for those who can’t see it',
      given: '<Figure src="/a.png" alt="" />',
      want: ['attribute-missing 4:22+3 Write `alt="…"`.'],
    },
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
    { name: 'names of properties are none', given: '{({ a: 1 }).b?.c} {import.meta.env} {typeof d}', want: [] },
  ]);
});

describe('components that hold only others of a kind', () => {
  eachRow([
    {
      name: 'with what they hold',
      given:
        '<Tabs>\n<Tab title="a">\nb\n</Tab>\n\n<Tab title="c">d</Tab>\n</Tabs>\n\n<Steps><Step title="a">b</Step></Steps>\n\n<CodeTabs>\n\n```js\na\n```\n\n</CodeTabs>',
      want: [],
    },
    {
      name: 'made by an expression, or by a component of the guide',
      given:
        'export const Own = () => <Tab title="a">b</Tab>;\n\n<Tabs>\n{["a"].map((title) => <Tab key={title} title={title}>b</Tab>)}\n<Own />\n</Tabs>',
      want: [],
    },
    {
      name: 'text among steps',
      given: '<Steps>\n<Step title="a">b</Step>\n\nc\n\n</Steps>',
      want: ['component-content 7:1+1 Put it into a <Step>, or outside of <Steps>.'],
    },
    {
      name: 'text among code',
      given: '<CodeTabs>\n\nc\n\n</CodeTabs>',
      want: ['component-content 6:1+1 Write only fences in it, each with its language or a title.'],
    },
    {
      name: 'outside of them',
      given: '<Tab title="a">b</Tab>\n\n<Note><Step title="a">b</Step></Note>',
      want: ['component-misplaced 4:2+3 Put it into <Tabs>.', 'component-misplaced 6:8+4 Put it into <Steps>.'],
    },
    {
      name: 'a guide’s own of that name',
      given: 'export const Tabs = (props) => props.children;\n\n<Tabs>a</Tabs>',
      want: [],
    },
  ]);
});
