import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
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
      'docs/c.yaml': ROOT,
      'c.yaml': ROOT,
    });
    expect(findDescriptions(root)).toMatchObject({
      root,
      files: ['openapi/a.yml', 'openapi/b.yaml', 'openapi/broken.json', 'openapi/old.json', 'openapi/shop/v1.json'],
    });
  });

  it('may lie in the folder itself where there is no openapi/', () => {
    const root = writeProject({ 'pets.yaml': ROOT, 'sub/other.yaml': ROOT, 'package.json': '{}' });
    expect(findDescriptions(root)?.files).toEqual(['pets.yaml']);
  });

  it('may be one file, whatever it says', () => {
    const root = writeProject({ 'specs/pets.yaml': 'a: 1' });
    expect(findDescriptions(join(root, 'specs/pets.yaml'))).toMatchObject({
      root: join(root, 'specs'),
      files: ['pets.yaml'],
    });
  });

  it('are none, or the path is wrong', () => {
    const root = writeProject({ 'docs/a.mdx': '' });
    expect(findDescriptions(root)?.files).toEqual([]);
    expect(findDescriptions(join(root, 'gone'))).toBeUndefined();
  });

  it('do not lie behind a link out of the project', () => {
    const outside = writeProject({ 'a.yaml': ROOT });
    const root = writeProject({ 'openapi/b.yaml': ROOT });
    symlinkSync(join(outside, 'a.yaml'), join(root, 'openapi/a.yaml'));
    expect(findDescriptions(root)?.files).toEqual(['openapi/b.yaml']);
  });
});

it('our own description is read whole, without a finding', async () => {
  const found = findDescriptions(resolve(import.meta.dirname, '../..'));
  expect(found?.files).toContain('openapi/apigpt.yaml');
  const { api, diagnostics } = await loadApi('openapi/apigpt.yaml', { root: found?.root ?? '' });
  expect(diagnostics).toEqual([]);
  expect(api?.operations.length).toBeGreaterThanOrEqual(3);
});
