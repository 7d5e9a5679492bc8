import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { countSeverity, diagnosticsToJson, formatDiagnostics } from '../diagnostics/frame.ts';
import { defineCommand, EXIT, PROJECT, type Surroundings, stopped } from './command.ts';
import { judge } from './findings.ts';
import { startBuildProgress } from './progress.ts';
import { type FoundProject, findProject, isPlainPath, kindOf, ownersConfig } from './project.ts';

/**
 * Everything that is wrong, as a build tells it. The pages of a description alone link to what is there; links that an
 * author wrote are only known to lead somewhere once all pages are made.
 *
 * @returns nothing after Ctrl-C
 */
async function findFaults(found: FoundProject, surroundings: Surroundings): Promise<readonly Diagnostic[] | undefined> {
  const { readConfigured } = await import('./configured-project.ts');
  const { data, diagnostics } = await readConfigured(found.path);
  const isSound = data !== undefined && countSeverity(diagnostics, 'error') === 0;
  if (!isSound || ownersConfig(found) !== undefined || !isPlainPath(found.folder)) return diagnostics;
  const { guides, options } = data;
  const lists = [guides, options.header, options.footer, options.head, Object.keys(options.components)];
  if (lists.every(({ length }) => length === 0) && kindOf(data.publicDir) === 'nothing') return diagnostics;
  const { buildSite } = await import('../site/build.ts');
  const { path, folder } = found;
  const building = buildSite({
    root: path,
    // What is there saves pages from being made.
    outDir: join(folder, 'dist'),
    isCheck: true,
    signal: surroundings.stop,
    log: surroundings.note,
  });
  return (await Promise.race([building, stopped(surroundings)]))?.diagnostics;
}

export const check = defineCommand({
  name: 'check',
  summary: 'Tell everything that is wrong with descriptions, overlays, guides and their links.',
  positionals: [PROJECT],
  options: {
    format: {
      kind: 'choice',
      value: 'FORMAT',
      choices: ['text', 'json'],
      help: 'The form of the report',
      default: 'text',
    },
    strict: { kind: 'flag', help: 'Take every warning for an error' },
  },
  examples: ['curlew check', 'curlew check pets.yaml', 'curlew check my-docs --strict', 'curlew check --format json'],
  run: async ({ positionals: [subject], options }, surroundings) => {
    const { folder, print } = surroundings;
    const found = await findProject(subject, folder);
    // Where nobody sees the line that comes and goes, a check is quiet.
    const progress = startBuildProgress(surroundings, surroundings.status === undefined);
    const faults = await findFaults(found, surroundings).finally(progress.end);
    if (!faults) return EXIT.stopped;
    const diagnostics = judge(faults, options.strict);
    print(options.format === 'json' ? diagnosticsToJson(diagnostics) : formatDiagnostics(diagnostics));
    return countSeverity(diagnostics, 'error') > 0 ? EXIT.faultyFiles : EXIT.fine;
  },
});
