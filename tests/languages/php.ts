import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof } from '../samples/harness.ts';
import type { Runner } from '../samples/run.ts';

/** Each file in a scope of its own; an uncaught exception ends PHP with 255. */
const EACH = `<?php
foreach (array_slice($argv, 1) as $path) {
    (static function () use ($path) { require $path; })();
}
`;

const PHP: Runner = {
  name: 'php',
  ending: 'php',
  packages: ['php-cli', 'php-curl'],
  isQuiet: true,
  command(folder, files) {
    const all = join(folder, 'all.php');
    writeFileSync(all, EACH);
    return ['php', ['-d', 'error_reporting=-1', '-d', 'display_errors=stderr', all, ...files]];
  },
};

export const proofs: readonly Proof[] = [{ language: 'php', library: 'curl', runner: PHP }];
