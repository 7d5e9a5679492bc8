// Writes THIRD-PARTY-LICENSES: whose code the sites hold that curlew makes. A test compares the list with what
// a site's scripts are bundled from.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Each package with what of it is in a site. */
const BUNDLED = [
  { name: 'preact', part: 'draws the console' },
  { name: 'rolldown', part: 'a few helpers between bundled scripts' },
  { name: 'vite', part: 'loads scripts on demand' },
];

/** Vite's file goes on with the licences of what Vite itself runs with. */
const END_OF_VITE = '\n# Licenses of bundled dependencies';

const ROOT = join(import.meta.dirname, '..');
const ofPackage = createRequire(join(ROOT, 'package.json'));
const ofVite = createRequire(ofPackage.resolve('vite/package.json'));

function section({ name, part }: (typeof BUNDLED)[number]): string {
  const manifest = (name === 'rolldown' ? ofVite : ofPackage).resolve(`${name}/package.json`);
  const { version, license } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string; license: string };
  const file = readdirSync(dirname(manifest)).find((one) => /^licen[cs]e(\.\w+)?$/i.test(one));
  if (file === undefined) throw new Error(`${name} has no licence file.`);
  const [text = ''] = readFileSync(join(dirname(manifest), file), 'utf8').split(END_OF_VITE);
  return [`${name} ${version} (${license}): ${part}`, '', text.trim()].join('\n');
}

const LINE = '-'.repeat(80);
const INTRODUCTION = 'The scripts of a site made by curlew hold code of these packages besides its own.';
writeFileSync(
  join(ROOT, 'THIRD-PARTY-LICENSES'),
  `${[INTRODUCTION, ...BUNDLED.map(section)].join(`\n\n${LINE}\n\n`)}\n`,
);
