import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { findDeepDescriptions } from './find.ts';
import { findDescriptions, loadApi } from './load.ts';

const ROOT = 'openapi: 3.2.0\n';

describe('the descriptions of a project', () => {
  it('are the files in openapi/ that say so', () => {
    const root = writeProject({
      'openapi/b.yaml': `# first a comment\n${ROOT}`,
      'openapi/a.yml': '"openapi": 3.2.0\n',
      'openapi/old.json': '{\n "swagger": "2.0" }',
      'openapi/shop/v1.json': `\ufeff{"components":{"openapi":1},"openapi":"3.2.0"}`,
      'openapi/broken.json': '{"openapi":"3.2.0",}',
      'openapi/shop/part.json': '{"components":{"openapi":"3.2.0"}}',
      'openapi/shop/part.yaml': 'schemas:\n  openapi: 3.2.0\n',
      'openapi/b.en.overlay.yaml': 'overlay: 1.0.0\nopenapi: no\n',
      'openapi/history/b/1.yaml': ROOT,
      'openapi/notes.txt': ROOT,
      'openapi/dist/openapi/a.yaml': ROOT,
      'openapi/dist/_curlew/site.json': '{}',
      'openapi/.kept/a.yaml': ROOT,
      'docs/c.yaml': ROOT,
      'c.yaml': ROOT,
    });
    const found = findDescriptions(root);
    expect(found?.root).toBe(root);
    expect([...(found?.files.keys() ?? [])]).toEqual([
      'openapi/a.yml',
      'openapi/b.yaml',
      'openapi/broken.json',
      'openapi/old.json',
      'openapi/shop/v1.json',
    ]);
    expect(found?.files.get('openapi/shop/v1.json')).toEqual({ id: 'shop/v1', edition: { api: 'shop', name: 'v1' } });
  });

  it('may lie in the folder itself where there is no openapi/', () => {
    const root = writeProject({ 'pets.yaml': ROOT, 'sub/other.yaml': ROOT, 'package.json': '{}' });
    expect([...(findDescriptions(root)?.files.keys() ?? [])]).toEqual(['pets.yaml']);
  });

  it('may be one file, whatever it says', () => {
    const root = writeProject({ 'specs/pets.yaml': 'a: 1' });
    const found = findDescriptions(join(root, 'specs/pets.yaml'));
    expect(found?.root).toBe(join(root, 'specs'));
    expect([...(found?.files ?? [])]).toEqual([['pets.yaml', { id: 'pets' }]]);
  });

  it('are none, or the path is wrong', () => {
    const root = writeProject({ 'docs/a.mdx': '' });
    expect(findDescriptions(root)?.files.size).toBe(0);
    expect(findDescriptions(join(root, 'gone'))).toBeUndefined();
  });

  it('do not lie behind a link out of the project', () => {
    const outside = writeProject({ 'a.yaml': ROOT });
    const root = writeProject({ 'openapi/b.yaml': ROOT });
    symlinkSync(join(outside, 'a.yaml'), join(root, 'openapi/a.yaml'));
    expect([...(findDescriptions(root)?.files.keys() ?? [])]).toEqual(['openapi/b.yaml']);
  });
});

describe('overlays', () => {
  const OVERLAY = 'overlay: 1.1.0\n';

  it('belong to the description of their name in their folder', () => {
    const root = writeProject({
      'openapi/pets.yaml': ROOT,
      'openapi/pets.en.overlay.yaml': OVERLAY,
      'openapi/pets.zh-Hant-TW.overlay.json': '{}',
      'openapi/shop/v1.2.yaml': ROOT,
      'openapi/shop/v1.2.en.overlay.yml': OVERLAY,
      'openapi/shop/pets.yaml': ROOT,
    });
    const found = findDescriptions(root);
    expect(found?.overlays).toEqual(
      new Map([
        [
          'openapi/pets.yaml',
          new Map([
            ['en', 'openapi/pets.en.overlay.yaml'],
            ['zh-Hant-TW', 'openapi/pets.zh-Hant-TW.overlay.json'],
          ]),
        ],
        ['openapi/shop/v1.2.yaml', new Map([['en', 'openapi/shop/v1.2.en.overlay.yml']])],
      ]),
    );
    expect(found?.diagnostics).toEqual([]);
  });

  it('of no description are told', () => {
    const root = writeProject({
      'openapi/pets.yaml': ROOT,
      'openapi/pet.en.overlay.yaml': OVERLAY,
      'openapi/pets.overlay.yaml': OVERLAY,
      'openapi/pets.en.overlay.json': '{}',
      'openapi/pets.en.overlay.yaml': OVERLAY,
      'openapi/other/pets.en.overlay.yaml': OVERLAY,
    });
    const found = findDescriptions(root);
    expect(found?.overlays.get('openapi/pets.yaml')).toEqual(new Map([['en', 'openapi/pets.en.overlay.json']]));
    expect(found?.diagnostics.map(({ code, place }) => `${code} ${place?.file}`)).toEqual([
      'overlay-stray openapi/other/pets.en.overlay.yaml',
      'overlay-stray openapi/pet.en.overlay.yaml',
      'overlay-stray openapi/pets.en.overlay.yaml',
      'overlay-stray openapi/pets.overlay.yaml',
    ]);
    expect(found?.diagnostics[1]?.fix).toContain('pets.en.overlay.yaml');
  });

  it('of others are left alone beside a single file', () => {
    const root = writeProject({ 'a.yaml': ROOT, 'a.en.overlay.yaml': OVERLAY, 'b.en.overlay.yaml': OVERLAY });
    const found = findDescriptions(join(root, 'a.yaml'));
    expect(found?.overlays).toEqual(new Map([['a.yaml', new Map([['en', 'a.en.overlay.yaml']])]]));
    expect(found?.diagnostics).toEqual([]);
  });
});

it('our own description is read whole, without a finding', async () => {
  const found = findDescriptions(resolve(import.meta.dirname, '../..'));
  expect([...(found?.files.keys() ?? [])]).toContain('openapi/apigpt.yaml');
  const { api, diagnostics } = await loadApi('openapi/apigpt.yaml', { root: found?.root ?? '' });
  expect(diagnostics).toEqual([]);
  expect(api?.operations.length).toBeGreaterThanOrEqual(3);
});

it('our own overlay puts all of it into English, without a finding', async () => {
  const found = findDescriptions(resolve(import.meta.dirname, '../..'));
  const overlay = found?.overlays.get('openapi/apigpt.yaml')?.get('en') ?? '';
  const { api, diagnostics } = await loadApi('openapi/apigpt.yaml', { root: found?.root ?? '', overlays: [overlay] });
  expect(diagnostics).toEqual([]);
  expect(JSON.stringify(api)).not.toMatch(/[\u2e80-\u9fff\uff00-\uffef]/);
});

it('descriptions in folders below are named, the nearest first, and not all', () => {
  const root = writeProject({
    'b/deep/deeper/one.yaml': ROOT,
    'a/part.yaml': 'schemas: {}\n',
    'c/two.yaml': ROOT,
    'node_modules/x/three.yaml': ROOT,
    '.kept/four.yaml': ROOT,
    'site/_curlew/site.json': '{}',
    'site/openapi/five.yaml': ROOT,
  });
  expect(findDeepDescriptions(root)).toEqual(['c/two.yaml', 'b/deep/deeper/one.yaml']);
  const many = writeProject(Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}/api.yaml`, ROOT])));
  expect(findDeepDescriptions(many)).toEqual(['0/api.yaml', '1/api.yaml', '2/api.yaml']);
});
