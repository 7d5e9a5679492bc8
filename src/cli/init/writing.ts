/** One thing that a guide can have: told, written and shown. */
interface Piece {
  readonly title: string;
  readonly text: string;
  /** Stands on the page twice, as source and as what becomes of it. */
  readonly source: string;
}

/**
 * The guide of a new project that shows everything a guide can have.
 *
 * @param shown - an operation as for `newGuides`, and the name of a schema
 */
export function writingGuide({
  operation,
  schema,
}: {
  operation: string | undefined;
  schema: string | undefined;
}): string {
  const described = [
    ...(operation === undefined ? [] : ofOperation(operation)),
    ...(schema === undefined ? [] : ofSchema(schema)),
  ];
  const pieces = [...TEXT, ...CODE, ...BLOCKS, ...described];
  return `---
title: Writing guides
description: Every component and all Markdown that a guide can have, each with its source.
order: 99
---

This page shows what a guide can have: first how it is written, then what becomes of it. Copy what you need, and delete the page (\`docs/writing.mdx\` and \`docs/tide.svg\`) when you no longer do.

${pieces.map(print).join('\n')}`;
}

function print({ title, text, source }: Piece): string {
  // A fence that holds others needs more marks than they have.
  const marks = source.includes('```') ? '````' : '```';
  return `## ${title}\n\n${text}\n\n${marks}mdx\n${source}\n${marks}\n\n${source}\n`;
}

const TEXT: readonly Piece[] = [
  {
    title: 'Text',
    text: 'Markdown as GitHub has it. A path of the site starts with `/`, wherever the site will lie.',
    source: `Tides follow the moon: **two high waters** in *about* 24 hours and 50 minutes. See the [quick start](/start/),
call \`listHarbours\`, or press <kbd>Ctrl</kbd> <kbd>F</kbd>. A spring tide comes on the 1<sup>st</sup> day after new moon.

> Time and tide wait for no man.`,
  },
  {
    title: 'Lists',
    text: 'With bullets, with numbers, with boxes, and of terms.',
    source: `- Harbours
- Tides
  1. High water
  2. Low water

- [x] Get a key
- [ ] Send the first request

Chart datum
: The level that depths and heights are measured from.

Range
: The difference between high and low water.`,
  },
  {
    title: 'Tables',
    text: 'A wide table scrolls by itself. Colons in the second line align a column.',
    source: `| Harbour | Country | High water | Low water | Range |
|---|---|--:|--:|--:|
| Nazaré | Portugal | 3.42 m | 0.58 m | 2.84 m |
| Saint-Malo | France | 12.10 m | 1.05 m | 11.05 m |`,
  },
  {
    title: 'Footnotes',
    text: 'They stand at the end of the page, with a way back.',
    source: `Heights are above chart datum.[^datum]

[^datum]: Which is about the lowest tide that the moon alone can make.`,
  },
];

const CODE: readonly Piece[] = [
  {
    title: 'Code',
    text: 'After its language, a block may have a title, marked lines, lines that come and go, and numbers.',
    source: `\`\`\`python title="tides.py" {4} del={5} ins={6} showLineNumbers
import os
import requests

key = os.environ["HARBOUR_KEY"]
print(requests.get("https://api.harbour.example/harbours").json())
print(requests.get("https://api.harbour.example/harbours", headers={"X-API-Key": key}, timeout=10).json())
\`\`\`

\`\`\`diff
-timeout: 5
+timeout: 10
\`\`\``,
  },
  {
    title: 'Code in tabs',
    text: 'Blocks of code, one at a time. Readers choose a language once for all pages; a title names a tab.',
    source: `<CodeTabs>

\`\`\`shell
pip install requests
\`\`\`

\`\`\`javascript title="harbour.mjs"
const answer = await fetch('https://api.harbour.example/harbours');
\`\`\`

</CodeTabs>`,
  },
];

const BLOCKS: readonly Piece[] = [
  {
    title: 'Notes',
    text: 'Four components, with a `title` of their own if you like. GitHub’s alerts look the same: NOTE, TIP, IMPORTANT, WARNING, CAUTION.',
    source: `<Note>Levels are in metres.</Note>

<Tip title="Save a request">Ask for a whole week at once.</Tip>

<Warning>Levels are predicted, not measured.</Warning>

<Danger>Don’t navigate by this API.</Danger>

> [!IMPORTANT]
> A key belongs to one person.`,
  },
  {
    title: 'Steps',
    text: 'What to do, in order. A step holds anything.',
    source: `<Steps>
<Step title="Get a key">
Ask the harbour master.
</Step>
<Step title="Keep it in the environment">

\`\`\`shell
export HARBOUR_KEY='…'
\`\`\`

</Step>
</Steps>`,
  },
  {
    title: 'Tabs',
    text: 'One of several texts shows at a time. Tabs of the same `group` follow each other on all pages; on paper and without script, all of them show.',
    source: `<Tabs group="system">
<Tab title="macOS and Linux">
Open a terminal and run \`export HARBOUR_KEY='…'\`.
</Tab>
<Tab title="Windows">
Open PowerShell and run \`$env:HARBOUR_KEY = '…'\`.
</Tab>
</Tabs>`,
  },
  {
    title: 'Folded text',
    text: 'An element of HTML: what is behind it opens by a press, and by an address that leads into it.',
    source: `<details>
<summary>Why is the moon late?</summary>

It moves on by some 50 minutes a day.

</details>`,
  },
  {
    title: 'Cards',
    text: 'Links with a sentence each.',
    source: `<Cards>
<Card title="Quick start" href="/start/">From nothing to the first answer.</Card>
<Card title="Reference" href="/reference/">Every operation.</Card>
</Cards>`,
  },
  {
    title: 'Badges',
    text: 'A word about what stands beside it. Its `kind` is `new`, `beta`, `deprecated` or left out, and gives it its word where it has none.',
    source: `Alerts <Badge kind="new" /> tell you of spring tides <Badge kind="beta">Preview</Badge>. Faxes <Badge kind="deprecated" /> will
go <Badge>v3</Badge>.`,
  },
  {
    title: 'Images',
    text: 'An image lies beside the guide, or in `public/` with a path that starts with `/`. The build reads its size, so nothing moves when it arrives.',
    source: `![A curve with two high and two low waters in a day](./tide.svg)

<Figure
  src="./tide.svg"
  alt="A curve with two high and two low waters in a day"
  caption="A day in Nazaré, in metres above chart datum."
/>`,
  },
  {
    title: 'A link to where keys are made',
    text: 'Its text becomes a link once the option `appUrl` of the API says where.',
    source: 'Get a key on the <AppPage>page of your account</AppPage>.',
  },
];

function ofOperation(operation: string): readonly Piece[] {
  return [
    {
      title: 'A sample of a request',
      text: 'Printed from the description, in the languages of the site. `example` names one of its examples.',
      source: `<Sample operation="${operation}" />`,
    },
    {
      title: 'A way to the console',
      text: 'Nothing is sent by it.',
      source: `<TryIt operation="${operation}" />`,
    },
    {
      title: 'An answer',
      text: 'From the description too.',
      source: `<ResponseExample operation="${operation}" />`,
    },
  ];
}

function ofSchema(schema: string): readonly Piece[] {
  return [
    {
      title: 'The fields of a schema',
      text: 'By the name that the reference has for it, so that no table is written twice.',
      source: `<Schema name="${schema}" />`,
    },
  ];
}

/** `docs/tide.svg`, which the guide shows; it brings its ground along, to be seen in light and dark. */
export const TIDE_IMAGE = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="200" viewBox="0 0 640 200">
  <rect width="640" height="200" fill="#eef3fb"/>
  <path d="M0 100h640" stroke="#b9c5d8" stroke-dasharray="4 6"/>
  <path d="M0 160C55 160 65 40 120 40s105 125 160 125 105-115 160-115 105 105 160 105q25 0 40-15" fill="none" stroke="#1763b8" stroke-width="4"/>
  <g fill="#1b1f27" font-family="sans-serif" font-size="15" text-anchor="middle">
    <text x="120" y="28">3.4 m</text>
    <text x="280" y="190">0.6 m</text>
    <text x="440" y="38">3.3 m</text>
    <text x="600" y="180">0.7 m</text>
  </g>
</svg>
`;
