import {
  linkSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordFile } from '../src/site/reuse/record-file.ts';
import { buildProject } from './builder/build.ts';
import { CHANGES, type Change, PROJECT } from './fixtures/second-build.ts';
import { writeFiles } from './project.ts';

const root = mkdtempSync(join(tmpdir(), 'curlew-second-'));
const out = join(root, 'dist');
const clean = join(root, 'clean');
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Builds the site again. @returns how many pages were taken over */
async function buildAgain(...args: readonly string[]): Promise<number> {
  const { code, out: said, err } = await buildProject(root, ['--json', ...args]);
  expect(code, said + err).toBe(0);
  return JSON.parse(said).unchanged;
}

/** The same site, made as if it were the first. */
async function buildClean(): Promise<void> {
  rmSync(clean, { recursive: true, force: true });
  expect(await buildAgain('--fresh', '--out', clean)).toBe(0);
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}

function expectSame(): void {
  const files = filesIn(clean);
  expect(files.length).toBeGreaterThan(80);
  expect(filesIn(out)).toEqual(files);
  expect(files.filter((file) => !readFileSync(join(out, file)).equals(readFileSync(join(clean, file))))).toEqual([]);
}

/** The files of all pages of the reference, those that list others too. */
function referencePages(): string[] {
  return filesIn(out).filter((file) => /(?:^|\/)reference\/.*index\.html$/.test(file));
}

/** The files of pages about an operation, a webhook or a schema. */
function ownPages(): string[] {
  return filesIn(out).filter((file) =>
    /reference\/(?:pets|shop)\/(?!all\/|changelog\/)[^/]+\/.*index\.html$/.test(file),
  );
}

/** Which file it is, however it is called; a number alone may be given again. */
function identity(file: string): string {
  const { ino, birthtimeMs } = statSync(join(out, file));
  return `${ino} ${birthtimeMs}`;
}

function apply({ edit = {}, write = {}, remove = [] }: Change): void {
  for (const [path, [before, after]] of Object.entries(edit)) {
    const text = readFileSync(join(root, path), 'utf8');
    expect(text, path).toContain(before);
    writeFileSync(join(root, path), text.replaceAll(before, after));
  }
  writeFiles(root, write);
  for (const path of remove) rmSync(join(root, path));
}

beforeAll(async () => {
  writeFiles(root, PROJECT);
  expect(await buildAgain()).toBe(0);
  await buildClean();
});

it('what has not changed is taken over, and nothing else', async () => {
  expectSame();
  const pages = referencePages();
  expect(pages.length).toBeGreaterThan(ownPages().length);
  expect(await buildAgain()).toBe(pages.length);
  expectSame();
});

/** `npm run test:second-build` builds them all, which takes minutes. */
const isWhole = Boolean(process.env.WHOLE_TABLE);
const steps = CHANGES.filter((changes) => isWhole || !changes.some(({ isSeldom }) => isSeldom));

it.each(steps.map((changes) => ({ name: changes.map(({ name }) => name).join(', '), changes })))(
  'after a change the site is as if it were the first: $name',
  async ({ changes }) => {
    const before = new Map(referencePages().map((file) => [file, identity(file)]));
    for (const change of changes) apply(change);
    const unchanged = await buildAgain();
    const pages = ownPages();
    const isRemade = (file: string): boolean => before.get(file) !== identity(file);
    const remade = pages.filter(isRemade);
    const isAll = changes.some((change) => change.remade === undefined);
    expect(remade).toEqual(isAll ? pages : changes.flatMap((change) => change.remade ?? []).sort());
    const kept = referencePages().filter((file) => !isRemade(file));
    expect(unchanged).toBe(kept.length);
    if (changes.every(({ keepsLists }) => keepsLists)) expect(kept).toEqual(referencePages());
    await buildClean();
    expectSame();
  },
);

it('what somebody did to the site in between is found', async () => {
  const page = (name: string): string => join(out, 'reference/pets', name);
  const count = referencePages().length;
  writeFileSync(join(page('get-pet'), 'index.html'), 'Hello');
  writeFileSync(join(page('get-pet'), 'more.html'), 'More');
  rmSync(page('list-pets'), { recursive: true });
  // A link to a copy, one to a folder elsewhere, and one page in the place of another.
  const copy = join(root, 'copy.html');
  writeFileSync(copy, readFileSync(join(page('create-pet'), 'index.html')));
  rmSync(join(page('create-pet'), 'index.html'));
  symlinkSync(copy, join(page('create-pet'), 'index.html'));
  rmSync(page('list-toys'), { recursive: true });
  symlinkSync(join(clean, 'reference/pets/list-toys'), page('list-toys'), 'junction');
  const [schema = ''] = readdirSync(page('schemas')).filter((name) => !name.includes('.'));
  rmSync(join(page('schemas'), schema, 'index.html'));
  linkSync(join(page('get-pet'), 'index.html'), join(page('schemas'), schema, 'index.html'));
  writeFileSync(join(out, '_curlew/op/en/pets/get-pet.json'), '{}');
  const [example = ''] = filesIn(join(out, '_curlew/examples'));
  writeFileSync(join(out, '_curlew/examples', example), 'Hello');
  expect(await buildAgain()).toBe(count - 5);
  expectSame();
});

it('of a record that was edited nothing is taken over', async () => {
  const file = recordFile(out);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('reference/pets/get-pet/index.html', '../../outside/index.html'));
  expect(await buildAgain()).toBe(0);
  expectSame();
});

it.runIf(isWhole)('with --fresh all pages are made, and the next build takes them over', async () => {
  expect(await buildAgain('--fresh')).toBe(0);
  expectSame();
  expect(await buildAgain()).toBe(referencePages().length);
});

it.runIf(isWhole)('another base makes all pages anew', async () => {
  expect(await buildAgain('--base', '/docs/')).toBe(0);
});

it('a build that fails leaves the site and what is known of it', async () => {
  await buildAgain();
  const before = filesIn(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]);
  const guide = join(root, 'docs/en/start.mdx');
  const text = readFileSync(guide, 'utf8');
  writeFileSync(guide, `${text}\n[nowhere](/nowhere/)\n`);
  expect((await buildProject(root)).code).toBe(1);
  expect(filesIn(out).map((name) => [name, readFileSync(join(out, name), 'utf8')])).toEqual(before);
  writeFileSync(guide, text);
  expect(await buildAgain()).toBe(referencePages().length);
});

it.runIf(isWhole)('where another integration works on the finished pages, all of them are made each time', async () => {
  const config = join(root, 'astro.config.mjs');
  const text = readFileSync(config, 'utf8');
  const other = "{ name: 'other', hooks: { 'astro:build:done': ({ pages }) => { globalThis.told = pages.length } } },";
  writeFileSync(config, text.replace('integrations: [', `integrations: [\n    ${other}`));
  for (const _ of ['first', 'second']) expect(await buildAgain()).toBe(0);
});
