import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { countSeverity, diagnosticsToJson, formatDiagnostics } from '../diagnostics/frame.ts';
import { judge } from '../diagnostics/judge.ts';
import { docsFolder, openProject, publicFolder } from '../site/project.ts';
import type { SiteData } from '../site/site-data.ts';
import { defineCommand, EXIT, PROJECT, type Surroundings, stopped } from './command.ts';
import { startBuildProgress } from './progress.ts';
import { type FoundProject, findProject, isPlainPath, kindOf, ownersConfig } from './project.ts';

/** Whether files of an author can hold links that only written pages tell to lead somewhere. */
function canLink(data: SiteData): boolean {
  const { guides, options, publicDir } = data;
  const lists = [guides, options.header, options.footer, options.head, Object.keys(options.components)];
  return lists.some(({ length }) => length > 0) || kindOf(publicDir) !== 'nothing';
}

/**
 * Everything that is wrong, as a build tells it. The pages of a description alone link to what is there; links that an
 * author wrote are only known to lead somewhere once all pages are made.
 *
 * @returns nothing after Ctrl-C
 */
async function findFaults(found: FoundProject, surroundings: Surroundings): Promise<readonly Diagnostic[] | undefined> {
  const { path, folder } = found;
  const project = openProject(path);
  const canBuild = ownersConfig(found) === undefined && isPlainPath(folder);
  const { readConfigFile } = await import('../site/config-file.ts');
  const isConfigured = readConfigFile(project).config !== undefined;
  // Without options its folders tell what it holds, and the build reads it anyway.
  const isWritten = [docsFolder(project), publicFolder(project)].some((part) => kindOf(part) === 'folder');
  if (isConfigured || !isWritten || !canBuild) {
    const { readConfigured } = await import('./configured-project.ts');
    const { data, diagnostics } = await readConfigured(path);
    const isSound = data !== undefined && countSeverity(diagnostics, 'error') === 0;
    if (!isSound || !canBuild || !canLink(data)) return diagnostics;
  }
  const { buildSite } = await import('../site/build.ts');
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
