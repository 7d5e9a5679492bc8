import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { codeOf, plainModules } from './plain-modules.ts';

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
  'node_modules/@of/used/package.json':
    '{ "name": "@of/used", "version": "2.0.0", "dependencies": { "deep": "3", "not-there": "1" } }',
  'node_modules/@of/used/node_modules/deep/package.json': '{ "name": "deep", "version": "3.0.0" }',
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
])('of %s it says whether Node could run that: %s', (file, want) => {
  expect(plainModules().isPlain(join(root, file))).toBe(want);
});

it('says it again of a file that was looked at with another', () => {
  const modules = plainModules();
  expect(
    ['circle.ts', 'made.ts', 'above.ts', 'round.ts', 'alone.ts'].map((file) => modules.isPlain(join(root, file))),
  ).toEqual([true, false, false, true, true]);
});

it('tells the versions of packages with those of all that they need', () => {
  const modules = plainModules();
  expect(modules.packages()).toEqual([]);
  modules.notePackage(join(root, 'node_modules/used/lib/part.js'));
  modules.notePackage(pathToFileURL(join(root, 'node_modules/@of/used/index.js')).href);
  const before = modules.packages();
  expect(before.map((one) => one.replace(/ [0-9a-f]{64}$/, ''))).toEqual([
    '@of/used 2.0.0',
    'deep 1.0.0',
    'deep 3.0.0',
    'used 1.0.0',
  ]);
  expect(modules.packages()).toEqual(before);
  // Somebody patches one where it lies.
  write({ 'node_modules/used/lib/part.js': 'export const used = 2;' });
  const after = modules.packages();
  expect(after.filter((one) => !before.includes(one)).map((one) => one.slice(0, 10))).toEqual(['used 1.0.0']);
});

it('tells the code of a module with all that it imports, and what packages that needs', () => {
  const known = codeOf(join(root, 'package.ts'));
  expect(known).toMatch(/^[0-9a-f]{64}$/);
  expect(codeOf(join(root, 'package.ts'))).toBe(known);
  const circle = codeOf(join(root, 'circle.ts'));
  write({ 'alone.ts': 'export const one = 2;' });
  expect(codeOf(join(root, 'circle.ts')), 'two imports away').not.toBe(circle);
  expect(codeOf(join(root, 'package.ts'))).toBe(known);
  write({ 'node_modules/deep/index.js': 'export const deep = 1;' });
  expect(codeOf(join(root, 'package.ts')), 'in a package of a package').not.toBe(known);
});
