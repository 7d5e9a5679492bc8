import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof } from '../samples/harness.ts';
import { NODE, type Runner } from '../samples/run.ts';

/** Where packages of npm are installed that only samples need: ignored by git. */
const CACHE = join(import.meta.dirname, '.cache/axios');
const VERSION = '1.21.1';

/** Samples find what they import beside them. */
const NODE_WITH_AXIOS: Runner = {
  ...NODE,
  command(folder, files) {
    const modules = join(CACHE, VERSION, 'node_modules');
    if (!existsSync(modules)) {
      mkdirSync(join(CACHE, VERSION), { recursive: true });
      execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', join(CACHE, VERSION), `axios@${VERSION}`]);
    }
    symlinkSync(modules, join(folder, 'node_modules'));
    return NODE.command(folder, files);
  },
};

export const proofs: readonly Proof[] = [{ language: 'javascript', library: 'axios', runner: NODE_WITH_AXIOS }];
