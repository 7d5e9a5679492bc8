import type { AstroIntegration } from 'astro';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { projectFaults } from '../site/build-fault.ts';
import { readConfigFile } from '../site/config-file.ts';
import { loadOwnerConfig } from '../site/owner-config.ts';
import { openProject, publicFolder } from '../site/project.ts';
import { readProject } from '../site/read-project.ts';
import { type Run, withRun } from '../site/run.ts';

/** Thrown where Astro would go on to make something. */
class Checked extends Error {}

/**
 * Everything that is wrong with the files of a project, as far as it shows before pages are made.
 *
 * @param path - a project, or one description
 */
export async function checkProject(path: string): Promise<readonly Diagnostic[]> {
  const project = openProject(path);
  const { config, diagnostics: misread } = readConfigFile(project);
  const withDefaults = async (): Promise<readonly Diagnostic[]> =>
    (await readProject(project, {}, { base: '/', publicDir: publicFolder(project) })).diagnostics;
  if (!config || misread.length > 0) return withDefaults();

  const run: Run = { project, diagnostics: [], troubles: [], log: () => {} };
  const error = await withRun(run, () => readConfig(path, config.source.path)).catch((thrown: unknown) => thrown);
  const expected = isExpected(error) || (run.sources !== undefined && isRefusedWrite(error));
  const faults = expected ? [] : projectFaults(error, run, config);
  if (faults.length === 0 && !expected) throw error;
  // Where the config doesn't have our integration, the rest of the project is checked all the same.
  return [...faults, ...(run.sources ? run.diagnostics : await withDefaults())];
}

/** Ours, or the one with which the integration ends. The class of that may have been loaded twice. */
function isExpected(error: unknown): boolean {
  return error instanceof Checked || (error instanceof Error && error.constructor.name === 'ProjectErrors');
}

/** Having read the project, the integration writes for pages to come; a check needs none of that. */
function isRefusedWrite(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:EROFS|EACCES|EPERM)$/.test(String(error.code));
}

/** Has Astro read the project's config, and the integration in it the project, and nothing more. */
async function readConfig(root: string, file: string): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { sync } = await import('astro');
  const end: AstroIntegration = {
    name: 'curlew-check',
    hooks: {
      'astro:config:setup': () => {
        throw new Checked();
      },
    },
  };
  const owner = await loadOwnerConfig(root, file);
  await sync({ ...owner, root, configFile: false, logLevel: 'silent', integrations: [...owner.integrations, end] });
}
