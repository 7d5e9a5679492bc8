import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { runCli } from '../../tests/run-cli.ts';
import { runMain } from '../../tests/run-main.ts';
import { loadApi } from '../openapi/load.ts';
import { checkOptions } from '../site/options.ts';
import { NEW_CONFIG } from './init/config.ts';
import { EXAMPLE_API } from './init/example-api.ts';
import { isPlainKey, newGuides } from './init/guides.ts';
import { nextCalls } from './init.ts';

const NEW = ['.gitignore', 'astro.config.mjs', 'docs/index.mdx', 'docs/start.mdx', 'docs/tide.svg', 'docs/writing.mdx'];

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}

describe('a new project', () => {
  it('has all its files and says what to do next', async () => {
    const folder = writeProject({});
    const { code, out, err } = await runMain(['init'], folder);
    expect([code, err]).toEqual([0, '']);
    expect(filesIn(folder)).toEqual([...NEW, 'openapi/harbour.yaml']);
    for (const file of filesIn(folder)) expect(out).toContain(`\n  ${file}`);
    expect(out).toContain('\n  npm run -s curlew -- dev ');
    expect(out).not.toContain('npx');
  });

  it('is worked on from its folder where the package is installed', () => {
    expect(nextCalls('my docs', false).slice(0, 2)).toEqual([
      "cd 'my docs'",
      'npx curlew dev      the site while you write it',
    ]);
    expect(nextCalls('', false)[0]).toMatch(/^npx curlew dev /);
  });

  it('has nothing to be told of', async () => {
    const folder = writeProject({});
    await runMain(['init'], folder);
    expect(await runCli(['check'], folder)).toEqual({ code: 0, out: '0 errors, 0 warnings\n', err: '' });
  });

  it('may lie in a folder that is not there yet, or holds other files', async () => {
    const folder = writeProject({ 'my docs/README.md': 'mine' });
    mkdirSync(join(folder, 'my docs/docs'));
    expect((await runMain(['init', 'a/b'], folder)).out).toContain('\n  npm run -s curlew -- dev   a/b    the site');
    expect((await runMain(['init', 'my docs'], folder)).out).toContain(" -- check 'my docs'    what");
    expect(readFileSync(join(folder, 'my docs/README.md'), 'utf8')).toBe('mine');
  });

  it('of a description has that with its parts, and guides that show it', async () => {
    const api = `openapi: 3.2.0
info: { title: Pets, version: "1" }
servers: [{ url: https://pets.example }]
paths:
  /old: { get: { operationId: old, deprecated: true, responses: { "200": { $ref: "parts/ok.yaml" } } } }
  /odd: { get: { operationId: 'a"b', responses: { "200": { $ref: "parts/ok.yaml" } } } }
  /pets: { get: { responses: { "200": { $ref: "parts/ok.yaml" } } } }
`;
    const ok = 'description: Fine\ncontent: { application/json: { schema: { type: object } } }\n';
    const folder = writeProject({ 'in/pets.yaml': api, 'in/parts/ok.yaml': ok, 'in/other.yaml': api });
    const { code, err } = await runMain(['init', 'new', '--from', 'in/pets.yaml'], folder);
    expect([code, err]).toEqual([0, '']);
    const root = join(folder, 'new');
    expect(filesIn(root)).toEqual([...NEW, 'openapi/parts/ok.yaml', 'openapi/pets.yaml']);
    expect(readFileSync(join(root, 'openapi/pets.yaml'), 'utf8')).toBe(api);
    expect(readFileSync(join(root, 'docs/index.mdx'), 'utf8')).toContain('<Sample operation="GET /pets" />');
    expect((await runCli(['check'], root)).out).toBe('0 errors, 0 warnings\n');
  });
});

describe('nothing is written', () => {
  const taken: { name: string; given: string; want: string }[] = [
    { name: 'over a config', given: 'astro.config.ts', want: 'astro.config.ts' },
    { name: 'over a .gitignore', given: '.gitignore', want: '.gitignore' },
    { name: 'into descriptions', given: 'openapi/pets.yaml', want: 'openapi' },
    { name: 'into guides', given: 'docs/a.mdx', want: 'docs' },
    { name: 'over a file for a folder', given: 'docs', want: 'docs' },
  ];
  for (const { name, given, want } of taken) {
    it(name, async () => {
      const folder = writeProject({ [given]: 'mine' });
      const { code, err } = await runMain(['init'], folder);
      expect(err).toContain(`This folder already has ${want}. Nothing was written.`);
      expect(code).toBe(2);
      expect(filesIn(folder)).toEqual([given]);
    });
  }

  it('for a description with errors, which are told', async () => {
    const folder = writeProject({ 'pets.yaml': 'openapi: 3.2.0\npaths: {}\n' });
    const { code, err } = await runMain(['init', 'new', '--from', 'pets.yaml'], folder);
    expect(err).toContain('pets.yaml:1:1  error');
    expect(code).toBe(1);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });

  it('for what is no description', async () => {
    const folder = writeProject({ 'pets.txt': '' });
    expect((await runMain(['init', 'new', '--from', 'pets.txt'], folder)).err).toContain('--from takes a file of YAML');
    expect((await runMain(['init', 'new', '--from', '.'], folder)).err).toContain('. is a folder.\n');
    expect(filesIn(folder)).toEqual(['pets.txt']);
  });
});

it('the example shows parameters, a body, a stream and errors', async () => {
  const { api, diagnostics } = await loadApi('api.yaml', { root: writeProject({ 'api.yaml': EXAMPLE_API }) });
  expect(diagnostics).toEqual([]);
  const operations = api?.operations ?? [];
  expect(operations.map(({ key }) => key)).toEqual(['listHarbours', 'watchLevels', 'createAlert']);
  expect(operations.flatMap((one) => one.parameters.map((parameter) => parameter.in))).toContain('query');
  expect(operations.some((one) => one.requestBody)).toBe(true);
  const responses = operations.flatMap((one) => one.responses);
  expect(responses.flatMap((one) => one.content.map((type) => type.name))).toContain('text/event-stream');
  expect(new Set(responses.map((one) => one.status))).toEqual(new Set(['200', '201', '401', '404', '422']));
  expect(responses.flatMap((one) => one.content).every((type) => type.examples.length > 0)).toBe(true);
});

it('the commented options are right when they are taken out of their comments', async () => {
  expect(NEW_CONFIG).toContain("import curlew from 'curlew';");
  const options = NEW_CONFIG.replace(/^ *\/\/ (?=\w+: .*,$)/gm, '')
    .replace("import curlew from 'curlew';", 'const given = [];\nexport { given };')
    .replace('curlew({', 'given.push({');
  const folder = writeProject({ 'config.mjs': options });
  const { given, default: config } = await import(pathToFileURL(join(folder, 'config.mjs')).href);
  expect(checkOptions(given[0])).toEqual([]);
  expect(Object.keys(given[0])).toContain('title');
  expect(config).toMatchObject({ site: 'https://docs.example.com', base: '/docs/' });
});

describe('what a description holds gets into guides only', () => {
  for (const [key, want] of [
    ['listPets', true],
    ['pets.list-all', true],
    ['GET /pets/{petId}', true],
    ['a"b', false],
    ['"/>{process.exit()}', false],
    ['a\nb', false],
    ['GET /a b', false],
    ['', false],
  ] as const) {
    it(`${want ? 'where it can stand in quotes' : 'not where it can’t'}: ${JSON.stringify(key)}`, () => {
      expect(isPlainKey(key)).toBe(want);
    });
  }

  it('and guides do without', () => {
    const { index, start } = newGuides('Title', undefined);
    expect(index + start).not.toContain('operation=');
    expect(start).toContain('[reference](/reference/)');
  });
});
