import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { expect, it } from 'vitest';
import { writeProject } from '../../../tests/project.ts';
import { buildKey, isOursAlone } from './build-key.ts';

const hook = (): void => {};

it.each<{ name: string; given: readonly AstroIntegration[]; want: boolean }>([
  { name: 'ours alone', given: [{ name: 'curlew', hooks: { 'astro:build:done': hook } }], want: true },
  {
    name: 'one that is done before pages are made',
    given: [{ name: 'react', hooks: { 'astro:config:setup': hook, 'astro:build:setup': hook } }],
    want: true,
  },
  {
    name: 'one that works on the finished site',
    given: [{ name: 'minify', hooks: { 'astro:build:done': hook } }],
    want: false,
  },
  {
    name: 'one that works on finished pages',
    given: [{ name: 'minify', hooks: { 'astro:build:generated': hook } }],
    want: false,
  },
])('what a site is made by: $name', ({ given, want }) => {
  expect(isOursAlone({ integrations: [...given] })).toBe(want);
});

/** @param work - the name of the folder in which a site is made */
function configIn(work: string, more: object = {}): AstroConfig {
  const root = writeProject({ [`${work}/site/_astro/a.js`]: '', [`${work}/site/_astro/a.png`]: '' });
  const url = (path: string): URL => pathToFileURL(join(root, work, path));
  const config = {
    root: url('/'),
    outDir: url('site/'),
    cacheDir: url('cache/'),
    build: { assets: '_astro', client: url('client/') },
    integrations: [],
    vite: {},
    compressHTML: true,
    ...more,
  };
  return config as unknown as AstroConfig;
}

it('what all pages have in common is told alike, wherever they are made', () => {
  const key = buildKey(configIn('.dist-1'), 'code');
  expect(buildKey(configIn(`.dist-${'1'.repeat(60)}`), 'code')).toBe(key);
  expect(buildKey(configIn('.dist-1'), 'other code')).not.toBe(key);
  expect(buildKey(configIn('.dist-1', { compressHTML: false }), 'code')).not.toBe(key);
  expect(buildKey(configIn('.dist-1', { vite: { define: { NAME: '1' } } }), 'code')).not.toBe(key);
});

it('a config may hold anything', () => {
  const circle: { again?: object } = {};
  circle.again = circle;
  expect(buildKey(configIn('.dist-1', { circle, size: 1n, made: () => 1 }), 'code')).toMatch(/^[0-9a-f]{64}$/);
});
