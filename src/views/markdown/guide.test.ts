import { expect, it } from 'vitest';
import { en } from '../../i18n/en.ts';
import type { Api } from '../../model/api.ts';
import { readGuideParts } from '../../site/guide-parts.ts';
import { type GuideContext, guideMarkdown } from './guide.ts';

const pets: Api = {
  id: 'pets',
  title: 'Pets',
  version: '1',
  servers: [],
  tags: [],
  operations: [],
  securitySchemes: [],
  schemas: {
    'pets.yaml#/components/schemas/Pet': {
      types: ['object'],
      description: 'What lives with us.',
      required: ['name'],
      properties: [
        { name: 'name', schema: { types: ['string'], description: 'How it is called.' } },
        { name: 'mother', schema: { ref: 'pets.yaml#/components/schemas/Pet' } },
      ],
    },
  },
};
const space = { base: '/', defaultLocale: 'en', apis: [pets] };

const context: GuideContext = {
  space,
  locale: 'en',
  text: en.site,
  address: (url) => url,
  resolve: (href) =>
    href.startsWith('/') ? `/docs${href.replace(/\/$/, '.md')}` : href.startsWith('./') ? undefined : href,
  twin: (api) => ({
    ...{ api, space, locale: 'en', text: en.site },
    address: (url) => url,
    prose: (text) => [{ text }],
    safeUrl: (url) => url,
  }),
  appUrl: () => 'https://app.example/keys',
  languages: [],
};

async function written(source: string, declared: readonly string[] = []): Promise<string> {
  const text = await guideMarkdown(context, 'T', readGuideParts(source, true, new Set(declared)));
  return text.slice('# T\n\n'.length);
}

it.each([
  {
    name: 'Markdown as it is',
    given: '## A\n\n* a_b\n* `c`\n\n| x |\n|---|\n| 1 |',
    want: '## A\n\n* a_b\n* `c`\n\n| x |\n|---|\n| 1 |',
  },
  {
    name: 'imports and code left out',
    given: "import X from './x.astro';\n\nA {/* note */}b {'c'} {d()}.\n\nexport const e = 1;\n\nEnd",
    want: 'A b c .\n\nEnd',
  },
  {
    name: 'links',
    given: '[a](/start/) [b](https://x.example/) ![c](/c.png) [d]\n\n[d]: /d/',
    want: '[a](/docs/start.md) [b](https://x.example/) ![c](/docs/c.png) [d]\n\n[d]: /docs/d.md',
  },
  {
    name: 'a note',
    given: '<Note>\n  One\n\n  ```js\n  a\n    b\n  ```\n</Note>',
    want: '> **Note**\n>\n> One\n>\n> ```js\n> a\n>   b\n> ```',
  },
  {
    name: 'a titled warning in a list',
    given: '1. Step\n\n   <Warning title="Hot">\n   Mind\n   </Warning>\n\n2. Next',
    want: '1. Step\n\n   > **Hot**\n   >\n   > Mind\n\n2. Next',
  },
  {
    name: 'cards',
    given:
      '<Cards>\n  <Card title="A" href="/a/">One</Card>\n  <Card title="B" href="/b/">\n    Two [c](/c/)\n  </Card>\n</Cards>',
    want: '- [A](/docs/a.md): One\n- [B](/docs/b.md): Two [c](/docs/c.md)',
  },
  {
    name: 'the page of keys',
    given: 'Go to <AppPage>the page</AppPage>.',
    want: 'Go to [the page](https://app.example/keys).',
  },
  {
    name: 'a schema',
    given: 'Before\n\n<Schema name="Pet" />\n\nAfter',
    want: `Before

**[Pet](/reference/schemas/pet/)** object

What lives with us.

- **\`name\`** string · required

  How it is called.
- **\`mother\`** Pet

  What lives with us.

  The same as above: [Pet](/reference/schemas/pet/)

After`,
  },
  {
    name: 'steps and badges',
    given: '<Steps>\n  <Step title="First *one*">\n    Do it\n  </Step>\n</Steps>\n\nA <Badge>new</Badge> b',
    want: '1. **First \\*one\\***\n\n   Do it\n\nA new b',
  },
  { name: 'a component that the guide declares', given: '<Note>\n  mine\n</Note>', declared: ['Note'], want: 'mine' },
  { name: 'HTML', given: 'x <a href="/a/">b</a> <kbd>K</kbd><br />y', want: 'x [b](/docs/a.md) K\\\ny' },
  {
    name: 'code that looks like a component',
    given: '```mdx\n<Note>\n\n\n\n{x}\n</Note>\n```',
    want: '```mdx\n<Note>\n\n\n\n{x}\n</Note>\n```',
  },
])('$name', async ({ given, want, declared }) => expect(await written(given, declared)).toBe(want));

it('leaves braces and tags of plain Markdown alone', async () => {
  const text = await guideMarkdown(context, 'T', readGuideParts('a {b} [c](/c/)', false, new Set()));
  expect(text).toBe('# T\n\na {b} [c](/docs/c.md)');
});
