import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildProject } from './builder/build.ts';
import { writeProject } from './project.ts';
import { type CliResult, runCli } from './run-cli.ts';

const REPOSITORY = resolve(import.meta.dirname, '..');
const BASE = join(import.meta.dirname, 'fixtures/small-project');

interface Files {
  readonly [path: string]: string;
}

/** What to change in a file: a text in it and what stands there instead, or the whole file. */
interface Edits {
  readonly [path: string]: readonly [from: string, to: string] | string;
}

const CONFIG = `import curlew from ${JSON.stringify(join(REPOSITORY, 'src/site/integration.ts'))};

export default {
  srcDir: '../../src',
  integrations: [
    curlew({
      title: 'Pets',
      defaultLocale: 'zh-CN',
      footer: [{ label: '首页', href: '/' }],
    }),
  ],
};
`;

/** The site that was there before. */
const BEFORE: Files = { 'dist/index.html': 'before', 'dist/_curlew/text/en.json': '{}' };

function readFolder(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(files.map((file) => [relative(folder, file), readFileSync(file, 'utf8')]));
}

function edited(edits: Edits): Files {
  const files = new Map(Object.entries({ ...readFolder(BASE), ...BEFORE, 'astro.config.mjs': CONFIG }));
  for (const [path, edit] of Object.entries(edits)) {
    if (typeof edit === 'string') files.set(path, edit);
    else {
      const text = files.get(path) ?? '';
      if (!text.includes(edit[0])) throw new Error(`${path} has no ${JSON.stringify(edit[0])}.`);
      files.set(
        path,
        text.replace(edit[0], () => edit[1]),
      );
    }
  }
  return Object.fromEntries(files);
}

/** A project whose pages can be made: it lies where Astro and our components are found. */
function writeInside(files: Files): string {
  mkdirSync(join(REPOSITORY, '.curlew'), { recursive: true });
  const root = mkdtempSync(join(REPOSITORY, '.curlew/broken-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The first line of each diagnostic. */
function headings({ err }: CliResult): string[] {
  return err.split('\n').filter((line) => /^\S.* {2}(?:error|warning) {2}[\w-]+$/.test(line));
}

function expectUntouched(root: string): void {
  const dist = readFolder(join(root, 'dist'));
  expect(Object.fromEntries(Object.entries(dist).map(([path, text]) => [`dist/${path}`, text]))).toEqual(BEFORE);
  expect(readdirSync(root).filter((name) => name.startsWith('.dist'))).toEqual([]);
}

interface Row {
  readonly name: string;
  readonly given: Edits;
  /** Every diagnostic, by its first line. */
  readonly want: readonly string[];
  /** Lines of the text, in their order. */
  readonly says: readonly string[];
}

async function expectRefused(root: string, { want, says }: Row): Promise<void> {
  const result = await buildProject(root);
  expect(headings(result)).toEqual(want);
  let rest = result.err;
  for (const line of says) {
    expect(rest).toContain(`\n${line}\n`);
    rest = rest.slice(rest.indexOf(`\n${line}\n`) + line.length + 1);
  }
  expect(result.err).not.toMatch(/^ +at /m);
  expect(result.err).toContain('Nothing was written');
  expect(result.code).toBe(1);
  expectUntouched(root);
}

const START = 'docs/zh-CN/start.mdx';
const PETS = 'openapi/pets.yaml';
const OVERLAY = 'openapi/pets.en.overlay.yaml';

describe('a mistake is told at its place before anything is built', () => {
  const rows: Row[] = [
    {
      name: 'broken YAML',
      given: { [PETS]: ['  title: 宠物', '  title: "宠物'] },
      want: ['openapi/pets.yaml:3:10  error  yaml-syntax'],
      says: ['    3 |   title: "宠物', '  Fix: Close the quotes where the text ends.'],
    },
    {
      name: 'wrong structure',
      given: { [PETS]: ['description: 已登记', 'headers: [已登记]'] },
      want: ['openapi/pets.yaml:22:11  error  wrong-type'],
      says: ['  "headers" has to be an object, but it is a list.', '    22 |           headers: [已登记]'],
    },
    {
      name: 'an overlay whose target is gone',
      given: { [OVERLAY]: ["['/pets'].post\n", "['/pet'].post\n"] },
      want: [
        'openapi/pets.en.overlay.yaml:9:20  error  overlay-target-unmatched',
        'openapi/pets.yaml:11:16  warning  translation-missing',
      ],
      says: [
        '  This target finds nothing in openapi/pets.yaml: $.paths has no "/pet".',
        "    9 |   - target: $.paths['/pet'].post",
        '      |                    ^^^^^^^^',
        '  Fix: Did you mean "/pets"?',
      ],
    },
    {
      name: 'an operation that no description has',
      given: { [START]: ['<TryIt operation="addPet"', '<TryIt operation="addPte"'] },
      want: ['docs/zh-CN/start.mdx:11:19  error  operation-unknown'],
      says: [
        '  <TryIt> names the operation "addPte", but no description has one of that name.',
        '    11 | <TryIt operation="addPte" example="cat" />',
        '       |                   ^^^^^^',
        '  Fix: Did you mean "addPet"?',
      ],
    },
    {
      name: 'an example that the operation lacks',
      given: { [START]: ['example="cat"', 'example="dog"'] },
      want: ['docs/zh-CN/start.mdx:11:36  error  example-unknown'],
      says: ['  <TryIt> names the example "dog", but "addPet" has none of that name.', '  Fix: Use one of cat.'],
    },
    {
      name: 'broken MDX',
      given: { [START]: ['用沙盒试一试', '用{沙盒试一试'] },
      want: ['docs/zh-CN/start.mdx:9:2  error  mdx-syntax'],
      says: [
        '  The `{` here is never closed. In MDX, braces hold a JavaScript expression.',
        '    9 | 用{沙盒试一试：',
        '      |   ^',
        '  Fix: Close it with `}`; or write `\\{` for a brace that is text.',
      ],
    },
    {
      name: 'broken frontmatter',
      given: { [START]: ['title: 开始', 'title: 开始: 登记'] },
      want: ['docs/zh-CN/start.mdx:2:8  error  yaml-syntax'],
      says: ['    2 | title: 开始: 登记'],
    },
    {
      name: 'fields of the frontmatter',
      given: {
        [START]: ['title: 开始\ndescription: 登记第一只宠物。\norder: 1', 'descripton: 登记第一只宠物。\norder: first'],
      },
      want: [
        'docs/zh-CN/start.mdx:1:1  error  field-missing',
        'docs/zh-CN/start.mdx:2:1  error  key-unknown',
        'docs/zh-CN/start.mdx:3:8  error  wrong-type',
      ],
      says: [
        '  A guide needs the field "title".',
        '  Fix: Did you mean "description"?',
        '  "order" has to be a number, but it is the text "first".',
      ],
    },
    {
      name: 'an unknown component',
      given: { [START]: ['<Note>\n成功', '<Nope />\n\n<Note>\n成功'] },
      want: ['docs/zh-CN/start.mdx:13:2  error  component-unknown'],
      says: [
        '  There is no component <Nope>, and this guide imports none of that name.',
        '  Fix: Did you mean <Note>?',
      ],
    },
    {
      name: 'an expression with a name that is nowhere',
      given: { [START]: ['用沙盒试一试', '用{sandbox}试一试'] },
      want: ['docs/zh-CN/start.mdx:9:3  error  name-unknown'],
      says: ['  Fix: Write `\\{` for a brace that is text.'],
    },
    {
      name: 'an image that is not there',
      given: { [START]: ['用沙盒试一试', '![沙盒](./sandbox.png)'] },
      want: ['docs/zh-CN/start.mdx:9:7  error  image-missing'],
      says: ['  There is no file ./sandbox.png beside this guide.'],
    },
    {
      name: 'an unknown option',
      given: { 'astro.config.mjs': ["title: 'Pets'", "titel: 'Pets'"] },
      want: ['astro.config.mjs:7:7  error  option-unknown'],
      says: ['  curlew has no option "titel".', "    7 |       titel: 'Pets',", '  Fix: Did you mean "title"?'],
    },
    {
      name: 'wrong options, one of them inside another',
      given: {
        'astro.config.mjs': [
          "title: 'Pets',\n      defaultLocale: 'zh-CN',\n      footer: [{ label: '首页', href: '/' }]",
          "defaultLocale: 'zh-CN',\n      logo: '/gone.svg',\n      footer: [{ label: '首页', href: 'start' }]",
        ],
      },
      want: ['astro.config.mjs:8:13  error  option-wrong', 'astro.config.mjs:9:37  error  option-wrong'],
      says: [
        '  The option "logo" of curlew names /gone.svg, but public/ has no such file.',
        '  The option "footer[0].href" of curlew has to be a path that starts with "/" or an address that starts with "https://", but it is "start".',
      ],
    },
    {
      name: 'a config that is no JavaScript, with what else is wrong',
      given: { 'astro.config.mjs': ["title: 'Pets'", "title: 'Pets"], [START]: ['<Note>', '<Note'] },
      want: ['astro.config.mjs:7:14  error  config-syntax', 'docs/zh-CN/start.mdx:13:1  error  mdx-syntax'],
      says: ["    7 |       title: 'Pets,"],
    },
    {
      name: "an option of Astro's own",
      given: { 'astro.config.mjs': ["  srcDir: '../../src',", "  srcDir: '../../src',\n  output: 'statik',"] },
      want: ['astro.config.mjs:5:11  error  option-wrong'],
      says: ["    5 |   output: 'statik',"],
    },
    {
      name: 'a file where one of ours lies, and one that leads nowhere',
      given: { 'public/_curlew/a.json': '{}' },
      want: ['public/_curlew/a.json:1:1  error  public-path-taken'],
      says: ['  Fix: Move it to another folder.'],
    },
    {
      name: 'two guides for one address',
      given: { 'docs/en/start.md': '---\ntitle: Start\n---\n' },
      want: ['docs/en/start.mdx:1:1  error  guide-address-twice'],
      says: ['  This guide has the same address as docs/en/start.md: /en/start/.'],
    },
    {
      name: 'everything at once',
      given: {
        'astro.config.mjs': ["title: 'Pets'", 'title: 1'],
        [PETS]: ['version: "1"', 'versoin: "1"'],
        [OVERLAY]: ['$.info', '$.infos'],
        [START]: ['operation="addPet"', 'operation="removePet"'],
        'docs/en/start.mdx': '# Start\n\n<',
        'docs/en/index.mdx': ['Begin', '<Begin />'],
      },
      want: [
        'astro.config.mjs:7:14  error  option-wrong',
        'docs/en/index.mdx:5:2  error  component-unknown',
        'docs/en/start.mdx:1:1  error  frontmatter-missing',
        'docs/en/start.mdx:3:1  error  mdx-syntax',
        'openapi/pets.en.overlay.yaml:6:15  error  overlay-target-unmatched',
        'openapi/pets.yaml:2:1  warning  field-missing',
        'openapi/pets.yaml:3:10  warning  translation-missing',
        'openapi/pets.yaml:4:3  error  key-unknown',
      ],
      says: [],
    },
  ];
  for (const row of rows) {
    it(row.name, async () => {
      const root = writeProject(edited(row.given));
      await expectRefused(root, row);
    });
  }
});

describe('a mistake that only the build can find', () => {
  const rows: Row[] = [
    {
      name: 'links and fragments that lead nowhere',
      given: {
        'astro.config.mjs': ["href: '/'", "href: '/gone/'"],
        [START]: [
          '[接口文档](/reference/add-pet/)和[首页](/)',
          '[接口文档](/reference/add-pte/)和[示例](/en/start/#register-pet)',
        ],
        'docs/en/index.mdx': ['[the start]', '<a href="/en/strat/">there</a> ![logo](/logo.png) [the start]'],
        'public/old.html': '<p>\n<a href="/olds/">',
      },
      want: [
        'astro.config.mjs:9:37  error  link-dead',
        'docs/en/index.mdx:5:21  error  link-dead',
        'docs/en/index.mdx:5:51  error  link-dead',
        'docs/zh-CN/start.mdx:14:18  error  link-dead',
        'docs/zh-CN/start.mdx:14:44  error  fragment-dead',
        'public/old.html:2:10  error  link-dead',
      ],
      says: [
        '  This links to /en/strat/, but the site has no such page or file.',
        '    5 | Begin with <a href="/en/strat/">there</a> ![logo](/logo.png) [the start](/en/start/), or read about [registering](/en/start/#register-a-pet).',
        '      |                     ^^^^^^^^^^',
        '  Fix: Did you mean "/en/start/"?',
        '  This links to /logo.png, but the site has no such page or file.',
        '  This links to /reference/add-pte/, but the site has no such page or file.',
        '  Fix: Did you mean "/reference/add-pet/"?',
        '  This links to "#register-pet" on /en/start/, but nothing there has that id.',
        '  Fix: Did you mean "/en/start/#register-a-pet"?',
      ],
    },
    {
      name: 'an expression that fails',
      given: { [START]: ['用沙盒试一试', '用{undefined.name}试一试'] },
      want: ['docs/zh-CN/start.mdx:9:3  error  guide-failed'],
      says: ["  This guide fails when its page is made: Cannot read properties of undefined (reading 'name')."],
    },
    {
      name: 'a package that is not there',
      given: { [START]: ['## 登记宠物', "import Chart from 'no-such-package';\n\n<Chart />"] },
      want: ['docs/zh-CN/start.mdx:7:20  error  build-failed'],
      says: ["    7 | import Chart from 'no-such-package';"],
    },
  ];
  for (const row of rows) {
    it(row.name, async () => expectRefused(writeInside(edited(row.given)), row));
  }
});

describe('a project without a mistake', () => {
  it('is built, under a base path too, and a text without a translation only warns', async () => {
    const root = writeInside(edited({ [OVERLAY]: ['      summary: Register a pet', '      x-note: Register a pet'] }));
    const result = await buildProject(root, ['--base', '/pets']);
    expect(headings(result)).toEqual(['openapi/pets.yaml:11:16  warning  translation-missing']);
    expect(result.code).toBe(0);
    expect(readFileSync(join(root, 'dist/start/index.html'), 'utf8')).toContain('href="/pets/reference/add-pet/"');
    expect(readdirSync(root).filter((name) => name.startsWith('.dist'))).toEqual([]);
  });

  it('leaves what was there, and nothing else, when it is stopped', async () => {
    const root = writeInside(edited({}));
    const result = await runCli(['build'], root, (text, stop) => {
      if (text.includes('Making the pages')) stop();
    });
    expect(result.code).toBe(130);
    expectUntouched(root);
  });
});
