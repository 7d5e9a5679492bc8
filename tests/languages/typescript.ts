import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof } from '../samples/harness.ts';
import { NODE, type Runner } from '../samples/run.ts';

const ROOT = join(import.meta.dirname, '../..');
const CHECK = `
import { spawnSync } from 'node:child_process';
const files = process.argv.slice(2);
const tsc = ${JSON.stringify(join(ROOT, 'node_modules/typescript/bin/tsc'))};
const options = ['--strict', '--noEmit', '--module', 'nodenext', '--types', 'node'];
const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, ...files], { encoding: 'utf8' });
if (status !== 0) throw new Error(stdout);
for (const file of files) await import(file);
`;

/** Checks all files at once, strictly, then runs them as they are: Node takes the types off. */
const TYPED: Runner = {
  ...NODE,
  name: 'node and tsc',
  ending: 'mts',
  command(folder, files) {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const all = join(folder, 'all.mjs');
    writeFileSync(all, CHECK);
    return [process.execPath, [all, ...files]];
  },
};

export const proofs: readonly Proof[] = [{ language: 'typescript', library: 'fetch', runner: TYPED }];
