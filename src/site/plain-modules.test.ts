import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { plainModules } from './plain-modules.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'curlew-plain-')));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(files: { readonly [path: string]: string }): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

write({
  'alone.ts': 'export const one = 1;',
  'types.ts': "import type { Site } from 'virtual:curlew/site';\nexport type { Site };",
  'named.ts': "// What 'virtual:curlew/site' gives.\nexport const name = 'virtual:curlew/site';",
  'made.ts': "import { site } from 'virtual:curlew/site';\nexport const base = site.base;",
  'page.ts': "export { default } from './Page.astro';",
  'later.ts': "export const load = () => import('virtual:curlew/guides');",
  'above.ts': "import { one } from './alone.ts';\nexport * from './below/made.ts';\nexport const two = one + 1;",
  'below/made.ts': "export { base } from '../made.ts';",
  'circle.ts': "import './round.ts';",
  'round.ts': "import './circle.ts';\nimport './alone.ts';",
  'lost.ts': "import './nowhere.ts';",
  'package.ts': "import { used } from 'used/part';\nexport const thing = used;",
  'node_modules/used/package.json': '{ "name": "used", "version": "1.0.0", "dependencies": { "deep": "1" } }',
  'node_modules/deep/package.json': '{ "name": "deep", "version": "1.0.0" }',
});

it.each([
  ['alone.ts', true],
  ['types.ts', true],
  ['named.ts', true],
  ['made.ts', false],
  ['page.ts', false],
  ['later.ts', false],
  ['above.ts', false],
  ['circle.ts', true],
  ['lost.ts', false],
  ['package.ts', true],
])('of %s it says whether Node can run that: %s', (file, want) => {
  expect(plainModules().take(join(root, file))).toBe(want);
});

function key(...files: readonly string[]): string {
  const modules = plainModules();
  for (const file of files) modules.take(join(root, file));
  return modules.key();
}

it.each([
  ['circle.ts', 'alone.ts', 'export const one = 2;'],
  ['package.ts', 'node_modules/used/package.json', '{ "name": "used", "version": "1.0.1" }'],
  ['package.ts', 'node_modules/deep/package.json', '{ "name": "deep", "version": "1.0.1" }'],
])('the key of %s changes with %s', (file, changed, text) => {
  const before = key(file);
  expect(key(file)).toBe(before);
  write({
    'node_modules/used/package.json': '{ "name": "used", "version": "1.0.0", "dependencies": { "deep": "1" } }',
  });
  write({ [changed]: text });
  expect(key(file)).not.toBe(before);
});

it('the key tells neither the order nor what was left to the bundler', () => {
  expect(key('alone.ts', 'circle.ts')).toBe(key('circle.ts', 'alone.ts'));
  expect(key('alone.ts', 'above.ts')).toBe(key('alone.ts'));
});
