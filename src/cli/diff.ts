import { dirname } from 'node:path';
import type { Api } from '../model/api.ts';
import { defineCommand, EXIT, type Surroundings } from './command.ts';
import { tellFindings } from './findings.ts';
import { findFile } from './project.ts';

export const diff = defineCommand({
  name: 'diff',
  summary: 'Tell what changed between two descriptions, and what of it breaks programs.',
  positionals: [
    { name: 'OLD', help: 'The older description', required: true },
    { name: 'NEW', help: 'The newer one', required: true },
  ],
  options: {
    format: {
      kind: 'choice',
      value: 'FORMAT',
      choices: ['text', 'json', 'markdown'],
      help: 'The form of the report',
      default: 'text',
    },
    'fail-on': {
      kind: 'choice',
      value: 'EFFECT',
      choices: ['breaking', 'risky', 'any'],
      help: 'Exit with 1 where there is such a change, or a graver one',
    },
  },
  examples: [
    'curlew diff old/pets.yaml openapi/pets.yaml',
    'curlew diff v1.yaml v2.yaml --format markdown --fail-on breaking',
  ],
  run: async ({ positionals: [before = '', after = ''], options }, surroundings) => {
    const was = await readOne(before, surroundings);
    const is = await readOne(after, surroundings);
    if (!was || !is) return EXIT.faultyFiles;
    const { compareApis } = await import('../changes/compare-apis.ts');
    const { reportChanges } = await import('./diff/report.ts');
    const compared = compareApis(was, is);
    surroundings.print(reportChanges(compared, options.format ?? 'text'));
    const grave = { breaking: ['breaking'], risky: ['breaking', 'risky'], any: ['breaking', 'risky', 'compatible'] };
    const counted = options['fail-on'] === undefined ? [] : grave[options['fail-on']];
    return compared.changes.some(({ effect }) => counted.includes(effect)) ? EXIT.faultyFiles : EXIT.fine;
  },
});

/** @returns nothing where the description has errors, which are told */
async function readOne(file: string, surroundings: Surroundings): Promise<Api | undefined> {
  const path = await findFile(file, surroundings.folder);
  const { loadApi } = await import('../openapi/load.ts');
  const { api, diagnostics } = await loadApi(path, { root: dirname(path) });
  // What only warns is for `check` to tell.
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) tellFindings(errors, surroundings);
  return errors.length > 0 ? undefined : api;
}
