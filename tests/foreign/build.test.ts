import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildProject } from '../builder/build.ts';
import { writeProject } from '../project.ts';
import { runCli } from '../run-cli.ts';
import { guide, petsYaml } from './files.ts';

/** Root may write everywhere; nobody may not. */
const UNPRIVILEGED = process.getuid?.() === 0 ? 65534 : undefined;

/** Every file and folder below, hidden ones too, with the time of its last change. */
function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`);
}

function pages(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html'))
    .map((name) => `/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
    .sort();
}

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

const CONFIG = `import curlew from 'curlew';
import { defineConfig } from 'astro/config';
export default defineConfig({ integrations: [curlew({ title: 'Our pets' })] });
`;

const LIST = '/reference/list-pets/';
const ADD = '/reference/add-pet/';
/** All of it on one page. */
const ALL = '/reference/all/';

interface Row {
  readonly name: string;
  readonly files: { readonly [path: string]: string };
  /** The argument, below the project's folder. */
  readonly given?: string;
  readonly options?: readonly string[];
  readonly want: readonly string[];
  /** Texts of the home page. */
  readonly home?: readonly string[];
  /** Built by a process that has built nothing else. */
  readonly isAlone?: boolean;
}

const table: Row[] = [
  {
    name: 'only openapi/',
    files: { 'openapi/pets.yaml': petsYaml() },
    want: ['/', '/reference/', ADD, ALL, LIST],
  },
  {
    name: 'only docs/',
    files: { 'docs/start.mdx': guide('Start', 'See [the end](/end/).'), 'docs/end.md': guide('End', 'Here.') },
    want: ['/', '/end/', '/start/'],
  },
  {
    name: 'a single file, beside others that are none of its business',
    files: { 'pets.yaml': petsYaml(), 'broken.yaml': 'openapi: [', 'docs/x.mdx': '<Bad', 'astro.config.mjs': '{{' },
    given: 'pets.yaml',
    want: ['/', '/reference/', ADD, ALL, LIST],
  },
  {
    name: 'two descriptions and guides in two languages, under a base path',
    files: {
      'openapi/pets.yaml': petsYaml(),
      'openapi/zoo.yaml': petsYaml('Zoo', 'zoo.example.com'),
      'docs/en/start.mdx': guide('Start', 'See [pets](/reference/pets/list-pets/).'),
      'docs/zh-CN/start.mdx': guide('开始', '见[动物园](/zh-cn/reference/zoo/)。'),
    },
    options: ['--base', '/docs/'],
    want: ['', '/zh-cn'].flatMap((language) =>
      [
        '/',
        '/reference/',
        ...['pets', 'zoo'].flatMap((api) =>
          ['', 'add-pet/', 'all/', 'list-pets/'].map((page) => `/reference/${api}/${page}`),
        ),
        // Addresses of when there was one description lead on.
        ...['add-pet/', 'all/', 'list-pets/'].map((page) => `/reference/${page}`),
        '/start/',
      ].map((path) => language + path),
    ),
    home: ['href="/docs/start/"'],
  },
  {
    name: 'a config that imports what is installed nowhere near',
    files: { 'openapi/pets.yaml': petsYaml(), 'astro.config.mjs': CONFIG },
    want: ['/', '/reference/', ADD, ALL, LIST],
    home: ['Our pets'],
    isAlone: true,
  },
];

describe('a project that knows nothing of this repository', () => {
  for (const { name, files, given = '', options = [], want, home = [], isAlone = false } of table) {
    it(name, async () => {
      const project = writeProject(files);
      const elsewhere = writeProject({});
      const before = listing(project);
      const args = [join(project, given), '--out', 'made/site', ...options];
      const { code, err } = await (isAlone ? runCli(['build', ...args], elsewhere) : buildProject(elsewhere, args));
      expect(err).not.toMatch(/error|warn/i);
      expect(code).toBe(0);
      expect(pages(join(elsewhere, 'made/site'))).toEqual([...want].sort());
      for (const text of home) expect(read(elsewhere, 'made/site/index.html')).toContain(text);
      const [, base = '/'] = options;
      const names = readdirSync(join(elsewhere, 'made/site')).sort();
      expect(JSON.parse(read(elsewhere, 'made/site/_curlew/site.json'))).toEqual({ base, names });
      // Nothing is written into the project, and nothing is left beside the site.
      expect(listing(project)).toEqual(before);
      expect(readdirSync(join(elsewhere, 'made'))).toEqual(['site']);
      expect(readdirSync(elsewhere)).toEqual(['made']);
    });
  }
});

describe('a project that nothing can be written into', () => {
  it('is built elsewhere', async () => {
    const project = writeProject({
      'openapi/pets.yaml': petsYaml(),
      'docs/start.mdx': guide('Start', 'Hello.'),
      'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'astro.config.mjs': CONFIG,
    });
    const all = [
      project,
      ...readdirSync(project, { recursive: true, encoding: 'utf8' }).map((name) => join(project, name)),
    ];
    for (const path of all) chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444);
    onTestFinished(() => {
      for (const path of all) chmodSync(path, 0o755);
    });
    const out = writeProject({});
    chmodSync(out, 0o777);
    const before = listing(project);
    const { code, err } = await runCli(['build', '--out', join(out, 'site')], project, undefined, {
      uid: UNPRIVILEGED,
    });
    expect(err).not.toMatch(/error|warn|EACCES/i);
    expect(code, err).toBe(0);
    expect(pages(join(out, 'site'))).toEqual(['/', '/reference/', ADD, ALL, LIST, '/start/']);
    expect(listing(project)).toEqual(before);
    expect(readdirSync(out)).toEqual(['site']);
  });
});

describe('builds at once', () => {
  it('of one project into the same folder leave one whole site and nothing beside it, that of another its own', async () => {
    const project = writeProject({ 'openapi/pets.yaml': petsYaml(), 'astro.config.mjs': CONFIG });
    const other = writeProject({ 'openapi/zoo.yaml': petsYaml('Zoo', 'zoo.example.com') });
    const out = writeProject({});
    const builds = [
      [project, 'site'],
      [project, 'site'],
      [other, 'zoo'],
    ].map(([from = '', to = '']) => runCli(['build', from, '--out', to], out));
    expect((await Promise.all(builds)).map(({ code, err }) => (code === 0 ? '' : err))).toEqual(['', '', '']);
    expect(readdirSync(out).sort()).toEqual(['site', 'zoo']);
    const alone = await buildProject(out, [project, '--out', 'alone']);
    expect(alone.code, alone.err).toBe(0);
    const files = readdirSync(join(out, 'alone'), { recursive: true, encoding: 'utf8' }).sort();
    expect(readdirSync(join(out, 'site'), { recursive: true, encoding: 'utf8' }).sort()).toEqual(files);
    for (const file of files.filter((path) => statSync(join(out, 'alone', path)).isFile())) {
      expect(read(out, 'site', file), file).toBe(read(out, 'alone', file));
    }
    expect(read(out, 'site/index.html')).toContain('Our pets');
    expect(read(out, 'zoo/index.html')).toContain('Zoo');
  });
});
