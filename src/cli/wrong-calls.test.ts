import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../tests/run-cli.ts';

/** A project; none of these calls writes anything. */
const FOLDER = resolve(import.meta.dirname, '../../tests/fixtures/small-project');
const LANGUAGES =
  'shell, python, javascript, typescript, go, java, csharp, php, ruby, kotlin, swift, rust, c, powershell or http';
const GALLERY = '../sample/gallery.yaml';

interface Row {
  readonly given: readonly string[];
  /** The whole message, but for the line that names help. */
  readonly want: string;
}

const sample = (...rest: string[]): string[] => ['sample', GALLERY, ...rest];
const COMMANDS = 'init, import, dev, build, preview, check, sandbox, sample, doctor, diff, texts, help';

const TABLE: readonly Row[] = [
  { given: ['biuld'], want: 'There is no command "biuld". Did you mean "build"?' },
  { given: ['frobnicate'], want: `There is no command "frobnicate". The commands are ${COMMANDS}.` },
  { given: ['--out', 'x'], want: `There is no command "--out". The commands are ${COMMANDS}.` },
  { given: ['\u001b[2J'], want: `There is no command "␛[2J". The commands are ${COMMANDS}.` },
  { given: ['help', 'chek'], want: 'There is no command "chek". Did you mean "check"?' },
  { given: ['help', 'check', 'more'], want: '"more" has no place here.' },
  { given: ['build', '--ot', 'x'], want: 'There is no option --ot. Did you mean --out?' },
  { given: ['build', '--strcit=x'], want: 'There is no option --strcit. Did you mean --strict?' },
  {
    given: ['build', '-o', 'x'],
    want: 'There is no option -o. The options are --out, --site, --base, --headers, --compress, --relay, --fresh, --strict, --quiet, --json, --help.',
  },
  { given: ['build', '--out'], want: '--out needs a value: --out DIR' },
  { given: ['build', '--out', '--json'], want: '--out needs a value: --out DIR' },
  { given: ['build', '--quiet=yes'], want: '--quiet takes no value, found "yes".' },
  { given: ['build', '--base', '/a/', '--base=/b/'], want: '--base is given twice.' },
  { given: ['build', '.', 'other'], want: '"other" has no place here: curlew build [project or file] [options]' },
  { given: ['build', ''], want: 'An empty text stands where project or file is expected.' },
  { given: ['diff', 'openapi/pets.yaml', ''], want: 'An empty text stands where NEW is expected.' },
  ...['build', 'check', 'dev', 'sandbox', 'doctor'].map((command) => ({
    given: [command, 'https://example.com/openapi.yaml'],
    want: "Nothing is fetched, so https://example.com/openapi.yaml can't be read. Save it to a file, and name that.",
  })),
  {
    given: ['init', 'new', '--from', 'https://example.com/a.yaml'],
    want: "Nothing is fetched, so https://example.com/a.yaml can't be read. Save it to a file, and name that.",
  },
  { given: ['check', '-'], want: "Standard input isn't read. Name a file." },
  {
    given: ['check', 'openapi/pest.yaml'],
    want: 'There is no file or folder openapi/pest.yaml. Did you mean "pets.yaml"?',
  },
  { given: ['diff', 'openapi/pets.yaml', 'openapi/gone.yaml'], want: 'There is no file openapi/gone.yaml.' },
  {
    given: ['diff', '.', 'openapi/pets.yaml'],
    want: '. is a folder. Name a description in it, such as openapi/pets.yaml.',
  },
  {
    given: ['check', 'docs'],
    want: 'docs is no project: it has none of openapi, docs, public, astro.config.mjs, and holds no description. It is a part of one: name the folder that holds it, ".".',
  },
  { given: ['import', 'slate', 'docs', 'new'], want: 'docs is a folder. Name its index.html.md.' },
  {
    given: ['build', '--out', 'openapi/pets.yaml/site'],
    want: `No folder can be made in ${FOLDER}/openapi/pets.yaml: that is a file.`,
  },
  { given: ['build', 'gone'], want: 'There is no file or folder gone.' },
  {
    given: ['build', '--out', 'docs'],
    want: 'docs holds files that curlew did not write. Empty it, or choose another folder with --out.',
  },
  {
    given: ['build', '--site', 'example.com'],
    want: '--site takes the address of the site, such as https://docs.example.com, found "example.com".',
  },
  {
    given: ['build', '--site', 'https://example.com/docs/'],
    want: '--site takes an address without a path, found "https://example.com/docs/". The path goes into --base: --site https://example.com --base /docs/',
  },
  {
    given: ['build', '--site', 'https://example.com?a'],
    want: '--site takes an address without a path, found "https://example.com?a". The path goes into --base.',
  },
  ...['/a b/', '//a//', '/文档/', '../', 'https://docs.example.com/'].map((base) => ({
    given: ['build', '--base', base],
    want: `--base takes a path such as /docs/, of letters from a to z, digits, ".", "_", "~" and "-", found "${base}".`,
  })),
  {
    given: ['build', '--out', 'a#b'],
    want: `No site can be made in ${FOLDER}/a#b: Vite, which bundles it, can't read "#" in a path. Rename the folder, or use another one.`,
  },
  {
    given: ['build', '../astro-site'],
    want: 'This folder is an Astro site with pages of its own in src/pages. Add curlew() to the integrations of astro.config.mjs and use: npx astro build',
  },
  {
    given: ['dev', '../astro-site'],
    want: 'This folder is an Astro site with pages of its own in src/pages. Add curlew() to the integrations of astro.config.mjs and use: npx astro dev',
  },
  { given: ['dev', '--prot', '1'], want: 'There is no option --prot. Did you mean --port?' },
  { given: ['preview', '--port', '80a'], want: '--port takes a port from 0 to 65535, found "80a".' },
  { given: ['sandbox', 'gone.yaml'], want: 'There is no file or folder gone.yaml.' },
  { given: ['check', 'gone.yaml'], want: 'There is no file or folder gone.yaml.' },
  {
    given: ['check', '../tls'],
    want: '../tls is no project: it has none of openapi, docs, public, astro.config.mjs, and holds no description.',
  },
  { given: ['check', '--format', 'jsno'], want: '--format takes text or json, found "jsno". Did you mean "json"?' },
  { given: ['check', '--format', 'xml'], want: '--format takes text or json, found "xml".' },
  { given: ['check', '--format'], want: '--format needs a value: --format FORMAT' },
  { given: ['sample'], want: 'FILE is missing: curlew sample FILE OPERATION --lang LANGUAGE [options]' },
  {
    given: ['sample', GALLERY, '--lang', 'shell'],
    want: 'OPERATION is missing: curlew sample FILE OPERATION --lang LANGUAGE [options]',
  },
  { given: sample('getWork'), want: `--lang is missing; it takes ${LANGUAGES}.` },
  {
    given: sample('getWork', '--lang', 'pyhton'),
    want: `--lang takes ${LANGUAGES}, found "pyhton". Did you mean "python"?`,
  },
  ...[
    ['curl', '--lang shell --client curl'],
    ['fetch', '--lang javascript --client fetch'],
    ['JS', '--lang javascript'],
  ].map(([found = '', meant]) => ({
    given: sample('getWork', '--lang', found),
    want: `--lang takes ${LANGUAGES}, found "${found}". Did you mean ${meant}?`,
  })),
  {
    given: sample('getWrok', '--lang', 'shell'),
    want: 'There is no operation "getWrok". Did you mean "getWork"?',
  },
  {
    given: sample('getWork', '--lang', 'shell', '--param', 'yaer=1'),
    want: 'The operation has no parameter "yaer". Did you mean "year"?',
  },
  {
    given: sample('getWork', '--lang', 'shell', '--param', 'year=old'),
    want: '--param year takes JSON of type integer, such as 1, found "old".',
  },
  {
    given: sample('getWork', '--lang', 'shell', '--param', 'room=', '--param', 'X-Tour=密'),
    want: `The header "X-Tour" can't hold "密": line breaks and characters outside Latin-1 have no place there.
The parameter "room" stands in the path, so it can't be empty.`,
  },
  {
    given: sample('askGuide', '--lang', 'shell', '--body', '{'),
    want: 'The body is no valid JSON (line 1, column 2).',
  },
  { given: sample('free', '--lang', 'shell', '--key', 'k', '--key', 'l'), want: '--key is given twice.' },
  { given: ['init'], want: 'This folder already has docs, openapi. Nothing was written.' },
  { given: ['init', 'openapi/pets.yaml'], want: 'openapi/pets.yaml is a file, not a folder.' },
  { given: ['init', 'new', '--from', 'gone.yaml'], want: 'There is no file gone.yaml.' },
];

describe.concurrent('a wrong call exits with 2 and says', () => {
  for (const { given, want } of TABLE) {
    it(`curlew ${given.join(' ')}`, async ({ expect }) => {
      const { code, out, err } = await runCli(given, FOLDER);
      expect(err.replace(/\ncurlew (?:\w+ )?--help shows how it is used\.\n$/, '')).toBe(want);
      expect({ code, out }).toEqual({ code: 2, out: '' });
    });
  }
});

it('no command at all shows the commands', async () => {
  const { code, out, err } = await runCli([], FOLDER);
  expect(err).toContain('Usage: curlew COMMAND');
  expect({ code, out }).toEqual({ code: 2, out: '' });
});
