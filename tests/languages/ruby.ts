import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof } from '../samples/harness.ts';
import type { Runner } from '../samples/run.ts';

const RUBY: Runner = {
  name: 'ruby',
  ending: 'rb',
  packages: ['ruby'],
  isQuiet: true,
  command(folder, files) {
    const all = join(folder, 'all.rb');
    writeFileSync(all, 'ARGV.each { |path| load path }\n');
    return ['ruby', ['-w', all, ...files]];
  },
};

export const proofs: readonly Proof[] = [{ language: 'ruby', library: 'net/http', runner: RUBY }];
