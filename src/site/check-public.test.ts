import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { checkHidden, checkPublic } from './check-public.ts';
import { listFiles } from './list-files.ts';

describe('checkPublic', () => {
  it('plain files are fine, and links to them', () => {
    const root = writeProject({ 'public/a.txt': '', 'public/.well-known/b': '', 'beside/c.txt': '' });
    symlinkSync('../beside/c.txt', join(root, 'public/c.txt'));
    symlinkSync('../beside', join(root, 'public/d'));
    expect(listFiles(root, join(root, 'public')).files).toEqual(['.well-known/b', 'a.txt', 'c.txt', 'd/c.txt']);
    expect(checkPublic(root, join(root, 'public'))).toEqual([]);
  });

  it('tells what can not be served', () => {
    const root = writeProject({ 'public/_curlew/a.json': '', 'public/a.txt': '' });
    const outside = writeProject({ 'secret.txt': '' });
    symlinkSync(join(outside, 'secret.txt'), join(root, 'public/b.txt'));
    symlinkSync(outside, join(root, 'public/c'));
    symlinkSync('gone.txt', join(root, 'public/d.txt'));
    symlinkSync('..', join(root, 'public/e'));
    const found = checkPublic(root, join(root, 'public'));
    expect(found.map(({ code, place }) => `${code} ${place?.file}`)).toEqual([
      'file-outside-root public/b.txt',
      'file-outside-root public/c',
      'file-missing public/d.txt',
      'link-circular public/e',
      'public-path-taken public/_curlew/a.json',
    ]);
  });

  it('a project needs no such folder', () => {
    const root = writeProject({});
    expect(checkPublic(root, join(root, 'public'))).toEqual([]);
  });
});

it('checkHidden tells files that have the address of a page', () => {
  const files = [
    'start/index.html',
    'start/a.txt',
    'index.html',
    'en/404.html',
    '404.html',
    'other/index.html',
    'en.md',
    'x.md',
  ];
  const root = writeProject(Object.fromEntries(files.map((file) => [`public/${file}`, ''])));
  const found = checkHidden(root, join(root, 'public'), ['', 'start/', '404/', 'en/404/', 'en/']);
  expect(found.map(({ place }) => place?.file)).toEqual([
    'public/404.html',
    'public/en.md',
    'public/en/404.html',
    'public/index.html',
    'public/start/index.html',
  ]);
});
