import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { writeFiles, writeProject } from '../../../tests/project.ts';
import { type LoadOptions, type LoadResult, loadApi } from '../../openapi/load.ts';
import { type KeptResult, keptDescriptions } from './kept-descriptions.ts';

const usual = process.env.XDG_CACHE_HOME;
afterAll(() => {
  if (usual === undefined) delete process.env.XDG_CACHE_HOME;
  else process.env.XDG_CACHE_HOME = usual;
});

const FILE = 'openapi/pets.yaml';
const PETS = `openapi: 3.1.0
info: { title: Pets, version: '1.0', description: 宠物 }
paths:
  /pets:
    get:
      operationId: listPets
      summary: List pets
      responses:
        '200': { description: All., content: { application/json: { schema: { $ref: parts/pet.yaml } } } }
        '404': { $ref: parts/none.yaml }
        '410': { $ref: parts/linked.yaml }
`;
const OVERLAY = `overlay: 1.0.0
info: { title: 中文, version: '1' }
actions: [{ target: "$.paths['/pets'].get", update: { summary: 列出宠物 } }]
`;

let root = '';
let options: LoadOptions;

beforeEach(() => {
  root = writeProject({
    [FILE]: PETS,
    'openapi/pets.zh-CN.overlay.yaml': OVERLAY,
    'openapi/parts/pet.yaml': '{ type: object, properties: { __proto__: { type: string }, name: { type: string } } }',
    'openapi/parts/gone.yaml': 'description: Gone.\n',
    'openapi/parts/lost.yaml': 'description: Lost.\n',
    'outside.yaml': 'description: Elsewhere.\n',
  });
  symlinkSync('gone.yaml', join(root, 'openapi/parts/linked.yaml'));
  process.env.XDG_CACHE_HOME = join(root, 'cache');
  options = { root: join(root), name: { id: 'pets' }, overlays: ['openapi/pets.zh-CN.overlay.yaml'], download: {} };
});

const read = (isFresh = false): Promise<KeptResult> => keptDescriptions(isFresh)(FILE, options);

/** What is kept gives its downloads as bytes. */
function isKept({ download }: KeptResult): boolean {
  return download?.yaml instanceof Uint8Array;
}

function plain({ download, modelKey: _, ...result }: KeptResult): LoadResult {
  const texts = download && { yaml: download.yaml.toString(), json: download.json.toString() };
  return { ...result, ...(texts ? { download: texts } : {}) };
}

const folder = (): string => join(root, 'cache/curlew/descriptions');
const entry = (): string => join(folder(), readdirSync(folder())[0] ?? '');

function replaceLink(target: string): void {
  rmSync(join(root, 'openapi/parts/linked.yaml'));
  symlinkSync(target, join(root, 'openapi/parts/linked.yaml'));
}

it('a line with many faults is kept once', async () => {
  const fault = '{ type: integer, example: no }';
  const long = Array.from({ length: 100 }, (_, index) => `a${index}: ${fault}`).join(', ');
  writeFiles(root, { [FILE]: `${PETS}components: { schemas: { Pet: { type: object, properties: { ${long} } } } }\n` });
  const first = await read();
  const lines = first.diagnostics.map(({ source }) => source).filter((source) => source?.includes(long));
  expect(lines.length).toBeGreaterThan(50);
  expect(statSync(entry()).size).toBeLessThan(50 * long.length);
  expect(plain(await read())).toEqual(plain(first));
});

it('a description is as it was read, in the folder of nobody else', async () => {
  const first = await read();
  expect(isKept(first)).toBe(false);
  expect(statSync(folder()).mode & 0o077).toBe(0);
  expect(statSync(entry()).mode & 0o077).toBe(0);
  const second = await read();
  expect(isKept(second)).toBe(true);
  expect(plain(second)).toEqual(await loadApi(FILE, options));
  expect(JSON.stringify(second.api)).toBe(JSON.stringify(first.api));
  expect(second.modelKey).toBe(first.modelKey);
});

it('with no downloads has none', async () => {
  const { download: _, ...without } = options;
  options = without;
  await read();
  expect(await read()).not.toHaveProperty('download');
});

const changes: readonly {
  readonly name: string;
  readonly apply?: () => void;
  readonly given?: Partial<LoadOptions>;
  readonly isSame?: true;
}[] = [
  { name: 'its own file', apply: () => writeFiles(root, { [FILE]: PETS.replace('List pets', 'All pets') }) },
  { name: 'a file that it refers to', apply: () => writeFiles(root, { 'openapi/parts/pet.yaml': 'type: string\n' }) },
  {
    name: 'a file that was not there',
    apply: () => writeFiles(root, { 'openapi/parts/none.yaml': 'description: None.\n' }),
  },
  { name: 'a file that is there no more', apply: () => rmSync(join(root, 'openapi/parts/pet.yaml')) },
  {
    name: 'a folder in the place of a file',
    apply: () => mkdirSync(join(root, 'openapi/parts/none.yaml')),
    isSame: true,
  },
  { name: 'where a link leads', apply: () => replaceLink('lost.yaml') },
  { name: 'a link that leads out of the project', apply: () => replaceLink('/etc/hosts') },
  {
    name: 'an overlay',
    apply: () => writeFiles(root, { 'openapi/pets.zh-CN.overlay.yaml': OVERLAY.replace('列出', '所有') }),
  },
  { name: 'which overlays', given: { overlays: [] } },
  { name: 'an option', given: { internal: 'hide' } },
  { name: 'what it is called', given: { name: { id: 'cats' } } },
  { name: 'the time of a file', apply: () => utimesSync(join(root, FILE), 1, 1), isSame: true },
  {
    name: 'a file that it does not refer to',
    apply: () => writeFiles(root, { 'openapi/more.yaml': 'a: 1\n' }),
    isSame: true,
  },
];

it.each(changes)(
  'after a change it is read again where it depends on that: $name',
  async ({ apply, given = {}, isSame = false }) => {
    await read();
    apply?.();
    options = { ...options, ...given };
    const again = await read();
    expect(isKept(again)).toBe(isSame);
    expect(plain(again)).toEqual(await loadApi(FILE, options));
  },
);

describe('what is kept', () => {
  const text = (): string => readFileSync(entry(), 'latin1');
  it.each([
    { name: 'empty', given: () => '' },
    { name: 'cut off', given: () => text().slice(0, -5) },
    { name: 'edited', given: () => text().replace('listPets', 'killPets') },
    { name: 'of another form', given: () => text().replace('description 1', 'description 0') },
    { name: 'of nobody', given: () => 'curlew' },
  ])('is nothing when it is $name', async ({ given }) => {
    await read();
    writeFileSync(entry(), given(), 'latin1');
    const again = await read();
    expect(isKept(again)).toBe(false);
    expect(plain(again)).toEqual(await loadApi(FILE, options));
    expect(isKept(await read())).toBe(true);
  });

  it('is left alone by who wants all fresh, and is fresh then', async () => {
    await read();
    expect(isKept(await read(true))).toBe(false);
    expect(isKept(await read())).toBe(true);
  });

  it('is nothing of what has an error', async () => {
    writeFiles(root, { [FILE]: PETS.replace('get:', 'get: 3\n    put:') });
    expect((await read()).api).toBeUndefined();
    expect(() => readdirSync(folder())).toThrow();
  });

  it('is nothing where that can not be written', async () => {
    process.env.XDG_CACHE_HOME = join(root, 'outside.yaml');
    await read();
    expect(plain(await read())).toEqual(await loadApi(FILE, options));
  });

  it('goes when it has been of no use for longest and there is too much', async () => {
    await read();
    const large = join(folder(), 'large');
    writeFileSync(large, '');
    truncateSync(large, 400_000_000);
    utimesSync(large, 1, 1);
    options = { ...options, name: { id: 'cats' } };
    await read();
    expect(readdirSync(folder())).not.toContain('large');
    expect(readdirSync(folder())).toHaveLength(2);
  });
});
