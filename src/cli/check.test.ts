import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { runCli } from '../../tests/run-cli.ts';
import { runMain } from '../../tests/run-main.ts';

const API = `openapi: 3.2.0
info: { title: Pets, version: "1" }
servers: [{ url: https://pets.example }]
paths:
  /pets: { get: { operationId: listPets, responses: { "200": { description: Fine } } } }
`;
/** Something that only warns. */
const WARNS = API.replace('/pets: {', '/pets: { parameters: [{ name: limit, in: query }],');
const BROKEN = `${API}tags: pets\n`;
const GUIDE = '---\ntitle: Start\n---\n\n<TryIt operation="listPet" />\n';
const OVERLAY = 'overlay: 1.1.0\ninfo: { title: English, version: "1" }\nactions: []\n';

function check(files: { readonly [path: string]: string }, ...args: string[]) {
  return runMain(['check', ...args], writeProject(files));
}

describe('text', () => {
  it('of nothing is the counts', async () => {
    expect(await check({ 'openapi/pets.yaml': API })).toEqual({ code: 0, out: '0 errors, 0 warnings', err: '' });
  });

  it('of an error has its frame, on standard output, with exit code 1', async () => {
    const { code, out, err } = await check({ 'openapi/pets.yaml': BROKEN });
    expect(out).toContain(`openapi/pets.yaml:6:7  error  wrong-type
  "tags" has to be a list, but it is the text "pets".
    6 | tags: pets
      |       ^^^^`);
    expect(out).toMatch(/\n\n1 error, 0 warnings$/);
    expect([code, err]).toEqual([1, '']);
  });

  it('has descriptions, overlays and guides together', async () => {
    const files = { 'openapi/pets.yaml': API, 'openapi/cats.en.overlay.yaml': OVERLAY, 'docs/start.mdx': GUIDE };
    const { code, out } = await runCli(['check'], writeProject(files));
    const headings = out.split('\n').filter((line) => / {2}(?:error|warning) {2}/.test(line));
    expect(headings).toEqual([
      'docs/start.mdx:5:19  error  operation-unknown',
      'openapi/cats.en.overlay.yaml:1:1  warning  overlay-stray',
    ]);
    expect(code).toBe(1);
  });
});

describe('a warning', () => {
  it('is let pass', async () => {
    const { code, out } = await check({ 'openapi/pets.yaml': WARNS });
    expect(out).toMatch(/ {2}warning {2}parameter-schema-missing\n[\s\S]*\n0 errors, 1 warning$/);
    expect(code).toBe(0);
  });

  it('is an error with --strict', async () => {
    const { code, out } = await check({ 'openapi/pets.yaml': WARNS }, '--strict');
    expect(out).toMatch(/ {2}error {2}parameter-schema-missing\n[\s\S]*\n1 error, 0 warnings$/);
    expect(code).toBe(1);
  });

  it('stops a build with --strict before anything is written', async () => {
    const root = writeProject({
      'openapi/pets.yaml': WARNS,
      'docs/start.mdx': GUIDE,
      'dist/index.html': 'before',
      'dist/_curlew/a': '',
    });
    const { code, err, out } = await runCli(['build', '--strict', '--json', '--quiet'], root);
    expect(JSON.parse(out)).toMatchObject({
      pages: 0,
      diagnostics: [{ code: 'operation-unknown' }, { code: 'parameter-schema-missing', severity: 'error' }],
      errors: 2,
      warnings: 0,
      elapsedSeconds: expect.any(Number),
    });
    expect([code, err]).toEqual([1, '']);
    expect(readdirSync(join(root, 'dist'))).toEqual(['_curlew', 'index.html']);
  });

  it('of a guide stops such a build too', async () => {
    const guide = '---\ntitle: Start\n---\n\n';
    const root = writeProject({
      'docs/en/start.mdx': guide,
      'docs/en/index.mdx': guide,
      'docs/zh-CN/index.mdx': guide,
    });
    const { code, err } = await runCli(['build', '--strict'], root);
    expect(err).toContain('docs/en/start.mdx:1:1  error  guide-untranslated');
    expect(err).toContain('Nothing was written; what was there before is untouched.');
    expect(code).toBe(1);
    expect(readdirSync(root)).toEqual(['docs']);
  });
});

describe('json', () => {
  it('has every diagnostic with its place, and the counts', async () => {
    const { code, out } = await check({ 'openapi/pets.yaml': BROKEN }, '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      diagnostics: [
        {
          code: 'wrong-type',
          severity: 'error',
          place: { file: 'openapi/pets.yaml', line: 6, column: 7, length: 4 },
          fix: expect.any(String),
        },
      ],
      errors: 1,
      warnings: 0,
      notes: 0,
    });
    expect(code).toBe(1);
  });

  it('of nothing is JSON too', async () => {
    const { code, out } = await check({ 'openapi/pets.yaml': API }, '--format=json');
    expect(JSON.parse(out)).toEqual({ diagnostics: [], errors: 0, warnings: 0, notes: 0 });
    expect(code).toBe(0);
  });
});

describe('what is checked', () => {
  it('can be one file', async () => {
    const { code, out } = await check({ 'a/pets.yaml': BROKEN, 'a/other.yaml': BROKEN }, 'a/pets.yaml');
    expect(out).toContain('pets.yaml:6:7  error');
    expect(out).not.toContain('other.yaml');
    expect(code).toBe(1);
  });

  it('can be a folder that only holds a description', async () => {
    expect((await check({ 'pets.yaml': BROKEN })).out).toContain('pets.yaml:6:7  error');
  });

  it('can be guides alone', async () => {
    const { out } = await runCli(['check'], writeProject({ 'docs/start.mdx': '---\ntitel: Start\n---\n' }));
    expect(out).toContain('docs/start.mdx:2:1  error');
  });
});

describe('what only written pages tell', () => {
  const links = '[a](/nowhere/) [b](/start/#nope) [c](start.mdx) [d](/reference/listPets) [e](#fine)\n\n## Fine\n';
  const config = "export default { base: '/docs/' };\n";

  it('is checked where guides hold links, and nothing is left behind', async () => {
    const root = writeProject({
      'openapi/pets.yaml': API,
      'docs/index.mdx': `---\ntitle: Home\n---\n\n${links}`,
      'docs/start.mdx': '---\ntitle: Start\n---\n\nHi.\n',
      'astro.config.mjs': config,
    });
    const { code, out, err } = await runCli(['check'], root);
    const told = out.split('\n').filter((line) => / {2}error {2}|Fix: /.test(line));
    expect(told).toEqual([
      'docs/index.mdx:5:5  error  link-dead',
      '  Fix: Correct the link, or add what it leads to.',
      'docs/index.mdx:5:20  error  fragment-dead',
      '  Fix: Correct the link, or add what it leads to.',
      'docs/index.mdx:5:38  error  link-dead',
      '  Fix: Did you mean "/start/"?',
      'docs/index.mdx:5:53  error  link-dead',
      '  Fix: Did you mean "/reference/list-pets/"?',
    ]);
    expect([code, err]).toEqual([1, '']);
    expect(readdirSync(root).sort()).toEqual(['astro.config.mjs', 'docs', 'openapi']);
  });

  it('is stopped by Ctrl-C', async () => {
    const root = writeProject({ 'docs/index.mdx': '---\ntitle: Home\n---\n' });
    expect(await runMain(['check'], root)).toEqual({ code: 130, out: '', err: '' });
  });
});

describe('a project with a config', () => {
  const config = (options: string) =>
    `import curlew from ${JSON.stringify(resolve(import.meta.dirname, '../site/integration.ts'))};\nexport default { integrations: [curlew(${options})] };\n`;

  it('is checked with its options', async () => {
    const files = { 'openapi/pets.yaml': API, 'docs/en/start.mdx': '---\ntitle: Start\n---\n' };
    const root = writeProject({ ...files, 'astro.config.mjs': config("{ defaultLocale: 'zh-CN', titel: 'a' }") });
    const { code, out, err } = await runCli(['check'], root);
    expect(out).toContain('astro.config.mjs:2:66  error  option-unknown\n  curlew has no option "titel".');
    expect(out).toContain('Did you mean "title"?');
    expect(out).toContain('1 error, 0 warnings');
    expect([code, err]).toEqual([1, '']);
  });

  it('without our integration has its descriptions checked', async () => {
    const files = { 'openapi/pets.yaml': BROKEN, 'astro.config.mjs': 'export default {};\n' };
    const { code, out } = await runCli(['check'], writeProject(files));
    expect(out).toContain('openapi/pets.yaml:6:7  error  wrong-type');
    expect(code).toBe(1);
  });

  it('that fails shows that, and the rest', async () => {
    const files = { 'openapi/pets.yaml': BROKEN, 'astro.config.mjs': "throw new Error('no luck');\n" };
    const { code, out } = await runCli(['check'], writeProject(files));
    expect(out).toContain('error  config-failed\n  The config fails when it is read: no luck.');
    expect(out).toContain('openapi/pets.yaml:6:7  error  wrong-type');
    expect(code).toBe(1);
  });
});
