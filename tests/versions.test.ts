import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProject } from './builder/build.ts';
import { guide, petsYaml } from './foreign/files.ts';
import { writeFiles } from './project.ts';

const project = realpathSync(mkdtempSync(join(tmpdir(), 'curlew-versions-')));
afterAll(() => rmSync(project, { recursive: true, force: true }));

const site = join(project, 'site');

/** Two versions of one API, of which only the newer can add a pet, beside another API. */
const FILES = {
  'openapi/pets/v1.yaml': petsYaml('Pets', 'v1.example.com').replace(/ {4}post:[\s\S]*$/, ''),
  'openapi/pets/v2.yaml': petsYaml('Pets', 'v2.example.com'),
  'openapi/zoo.yaml': petsYaml('Zoo', 'zoo.example.com'),
  'docs/start.mdx': guide(
    'Start',
    '<Sample operation="addPet" />\n\n<Sample operation="listPets" api="pets/v1" />\n\n<TryIt operation="listPets" api="zoo" />',
  ),
  'astro.config.mjs': `import curlew from 'curlew';
export default { integrations: [curlew({ apis: { pets: { path: 'animals' } } })] };
`,
};

beforeAll(async () => {
  writeFiles(project, FILES);
  const { code, err } = await buildProject(project, ['--out', 'site']);
  expect(err).not.toMatch(/error|warn/i);
  expect(code).toBe(0);
});

const read = (path: string): string => readFileSync(join(site, path, 'index.html'), 'utf8');

/** The links of the lists that change the API and the version, by their texts. */
function switches(page: string): Record<string, string> {
  const lists = [...read(page).matchAll(/<details class="switch">([\s\S]*?)<\/details>/g)].map(([, list = '']) => list);
  return Object.fromEntries(
    lists.flatMap((list) =>
      [...list.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, href = '', text = '']) => [text, href]),
    ),
  );
}

describe('versions of an API', () => {
  it('have pages of their own below it, where its owner put it', () => {
    const pages = readdirSync(join(site, 'reference'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('index.html'))
      .map((name) => name.replace(/\/?index\.html$/, ''))
      .sort();
    expect(pages.filter((path) => !read(`reference/${path}`).includes('id="movedTo"'))).toEqual([
      '',
      'animals',
      'animals/v1',
      'animals/v1/list-pets',
      'animals/v2',
      'animals/v2/add-pet',
      'animals/v2/all',
      'animals/v2/list-pets',
      'zoo',
      'zoo/add-pet',
      'zoo/all',
      'zoo/list-pets',
    ]);
  });

  it('are reached by the addresses they had before there were others', () => {
    expect(read('reference/animals/add-pet')).toContain(`content="0; url=/reference/animals/v2/add-pet/"`);
    expect(read('reference/animals/all')).toContain('href="/reference/animals/v2/all/"');
    expect(read('reference/list-pets')).toContain('href="/reference/"');
  });

  it('lead to the same operation in each other, or to the overview of one that lacks it', () => {
    expect(switches('reference/animals/v1/list-pets')).toEqual({
      Pets: '/reference/animals/v1/',
      Zoo: '/reference/zoo/',
      v2: '/reference/animals/v2/list-pets/',
      v1: '/reference/animals/v1/list-pets/',
    });
    expect(switches('reference/animals/v2/add-pet')).toMatchObject({ v1: '/reference/animals/v1/' });
  });

  it('are listed once, the newest standing for all until one is read', () => {
    expect(switches('start')).toEqual({ Pets: '/reference/animals/v2/', Zoo: '/reference/zoo/' });
    expect(read('reference')).toContain('href="/reference/animals/"');
    const list = read('reference/animals');
    expect(list.indexOf('href="/reference/animals/v2/"')).toBeGreaterThan(0);
    expect(list).toContain('href="/reference/animals/v1/"');
  });

  it('are meant by guides by name, the newest where none is named', () => {
    const text = read('start').replace(/<[^>]*>/g, '');
    expect(text).toContain('https://v2.example.com/pets');
    expect(text).toContain('https://v1.example.com/pets');
    expect(read('start')).toContain('href="/reference/zoo/list-pets/#try"');
  });

  it('each have what their consoles load', () => {
    const folder = join(site, '_curlew/op');
    const slices = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    // One to make requests from and one of answers for each operation.
    expect(slices).toHaveLength(10);
  });
});
