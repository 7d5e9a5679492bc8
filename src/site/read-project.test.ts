import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../tests/fixtures/second-build.ts';
import { writeProject } from '../../tests/project.ts';
import type { CurlewOptions } from './options.ts';
import { readProject } from './read-project.ts';
import { apisOf } from './site-data.ts';

const FIXTURES = resolve(import.meta.dirname, '../../tests/fixtures');

const FILES = {
  'openapi/pets.json': JSON.stringify({ openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths: {} }),
  'openapi/shop.json': JSON.stringify({ openapi: '3.1.0', info: { title: 'Shop', version: '1' }, paths: {} }),
  'docs/index.mdx': '---\ntitle: Home\n---\n',
  'brand.css': '',
};

describe('readProject holds the options against the files', () => {
  const rows: { name: string; given: unknown; want: string[] }[] = [
    { name: 'all there', given: { css: ['brand.css', './brand.css'] }, want: [] },
    {
      name: 'a style sheet that is not there, and one that a link leads to outside',
      given: { css: ['brand.css', 'gone.css', 'link.css'] },
      want: [
        'The option "css[1]" of curlew names gone.css, but the project has no such file.',
        'The option "css[2]" of curlew names link.css, but the project has no such file.',
      ],
    },
    {
      name: 'a component that is not there',
      given: { components: { header: 'Header.astro' } },
      want: ['The option "components.header" of curlew names Header.astro, but the project has no such file.'],
    },
    {
      name: 'one fault at a place',
      given: { css: ['../gone.css'] },
      want: [
        'The option "css[0]" of curlew has to be the path of a style sheet in the project, such as "styles/brand.css", but it is "../gone.css".',
      ],
    },
    {
      name: 'a logo that is not there',
      given: { logo: '/gone.svg' },
      want: ['The option "logo" of curlew names /gone.svg, but public/ has no such file.'],
    },
    {
      name: 'settings of an API that is not there',
      given: { apis: { pet: {} } },
      want: ['The option "apis" of curlew has settings for "pet", but no description has that name.'],
    },
    {
      name: 'two APIs at one place',
      given: { apis: { pets: { path: 'shop' } } },
      want: ['The option "apis" of curlew puts "pets" at /reference/shop/, where "shop" is.'],
    },
  ];
  for (const { name, given, want } of rows) {
    it(name, async () => {
      const root = writeProject(FILES);
      symlinkSync(join(writeProject({ 'out.css': '' }), 'out.css'), join(root, 'link.css'));
      const place = { base: '/', publicDir: join(root, 'public') };
      const { diagnostics } = await readProject({ root }, given as CurlewOptions, place);
      expect(diagnostics.filter(({ code }) => code.startsWith('option-')).map(({ message }) => message)).toEqual(want);
    });
  }
});

it('readProject shows APIs under the titles of the options, in each language', async () => {
  const root = writeProject({ ...FILES, 'docs/zh-CN/index.mdx': '---\ntitle: 首页\n---\n' });
  const options: CurlewOptions = { apis: { pets: { title: { en: 'Animals', 'zh-CN': '动物' } } } };
  const { data } = await readProject({ root }, options, { base: '/', publicDir: join(root, 'public') });
  // Two APIs have no name in common.
  expect(data.options.title).toBe('API reference');
  expect(data.locales.map((locale) => apisOf(data, locale).map(({ title }) => title))).toEqual([
    ['Animals', 'Shop'],
    ['动物', 'Shop'],
  ]);
});

it('readProject has what is not released behind what is', async () => {
  const edition = (version: string): string =>
    JSON.stringify({ openapi: '3.1.0', info: { title: 'Pets', version }, paths: {} });
  const root = writeProject({
    'openapi/pets/v1.json': edition('1.0'),
    'openapi/pets/v2.json': edition('2.0'),
    'openapi/pets/v3.json': edition('3.0-rc.1'),
    'openapi/pets/v4-beta.json': edition('4.0'),
  });
  const { data } = await readProject({ root }, {}, { base: '/', publicDir: join(root, 'public') });
  expect(data.apis.map(({ id }) => id)).toEqual(['pets/v2', 'pets/v1', 'pets/v4-beta', 'pets/v3']);
});

it('leaves out what is internal when asked', async () => {
  const operation = { responses: { 200: { description: 'Fine' } } };
  const paths = { '/open': { get: operation }, '/secret': { 'x-internal': true, get: operation } };
  const text = JSON.stringify({ openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths });
  const root = writeProject({ 'openapi/pets.json': text });
  const read = async (options: CurlewOptions): Promise<(string | undefined)[]> => {
    const { data } = await readProject({ root }, options, { base: '/', publicDir: join(root, 'public') });
    return data.apis.flatMap(({ operations }) => operations.map(({ path }) => path));
  };
  expect(await read({})).toEqual(['/open', '/secret']);
  expect(await read({ hideInternal: true })).toEqual(['/open']);
});

it.each([
  { name: 'guides and languages', project: PROJECT, full: [] },
  { name: 'all that descriptions can say', project: {}, full: ['openapi/full/api.yaml', 'versions/rich-3.2.yaml'] },
])('what pages are made from is plain data, as a build hands it to them and `dev` writes it: $name', async (row) => {
  const files = row.full.map((file) => [`openapi/${file.replaceAll('/', '-')}`, readFileSync(join(FIXTURES, file))]);
  const root = writeProject({ ...row.project, ...Object.fromEntries(files) });
  const { data } = await readProject({ root }, {}, { base: '/', publicDir: join(root, 'public') });
  expect(data.apis.length).toBeGreaterThan(0);
  expect(JSON.parse(JSON.stringify(data))).toStrictEqual(data);
});
