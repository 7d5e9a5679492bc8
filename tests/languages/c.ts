import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof } from '../samples/harness.ts';
import type { Runner } from '../samples/run.ts';

/** Compiles each file with a `main` of its own name, two at a time, and runs them all in one program. */
const ALL = `set -e
number=0
for path; do printf '%s\\n%s\\n' "$number" "$path"; number=$((number + 1)); done |
  xargs -n 2 -P 2 sh -c 'exec gcc -std=c11 -Wall -Wextra -Werror "-Dmain=sample_$0" -c "$1" -o "$1.o"'
gcc all.c *.o -lcurl -o all
exec ./all
`;

const C: Runner = {
  name: 'gcc',
  ending: 'c',
  packages: ['gcc', 'libc6-dev', 'libcurl4-openssl-dev'],
  isQuiet: true,
  command(folder, files) {
    const mains = files.map((_, index) => `int sample_${index}(void);\n`);
    const calls = files.map((_, index) => `  if (sample_${index}() != 0) return 1;\n`);
    writeFileSync(join(folder, 'all.c'), `${mains.join('')}int main(void) {\n${calls.join('')}  return 0;\n}\n`);
    writeFileSync(join(folder, 'all.sh'), ALL);
    return ['sh', ['all.sh', ...files]];
  },
};

export const proofs: readonly Proof[] = [{ language: 'c', library: 'libcurl', runner: C }];
