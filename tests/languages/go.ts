import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Proof } from '../samples/harness.ts';
import type { Runner } from '../samples/run.ts';

/** One program that calls the samples: linking each by itself would take a second a sample. */
const GO: Runner = {
  name: 'go',
  ending: 'go',
  packages: ['golang-go'],
  isQuiet: true,
  command(folder, files) {
    const module = join(folder, 'module');
    const names = files.map((_, index) => `sample${index}`);
    for (const [index, name] of names.entries()) {
      mkdirSync(join(module, name), { recursive: true });
      const sample = readFileSync(files[index] ?? '', 'utf8');
      const called = sample
        .replace(/^package main\n/, `package ${name}\n`)
        .replace('\nfunc main() {', '\nfunc Main() {');
      writeFileSync(join(module, name, 'main.go'), `${called}\n`);
    }
    const imports = names.map((name) => `\t"samples/${name}"\n`).join('');
    const calls = names.map((name) => `\t${name}.Main()\n`).join('');
    writeFileSync(join(module, 'go.mod'), 'module samples\n\ngo 1.19\n');
    writeFileSync(join(module, 'main.go'), `package main\n\nimport (\n${imports})\n\nfunc main() {\n${calls}}\n`);
    const build = 'cd module && gofmt -d sample* >&2 && go build -o ../all . && cd .. && exec ./all';
    return ['sh', ['-c', build]];
  },
};

export const proofs: readonly Proof[] = [{ language: 'go', library: 'net/http', runner: GO }];
