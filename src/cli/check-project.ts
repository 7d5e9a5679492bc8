import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { projectFaults } from '../site/build-fault.ts';
import { type ConfigFile, readConfigFile } from '../site/config-file.ts';
import { loadOwnerConfig } from '../site/owner-config.ts';
import { openProject, type Project, publicFolder } from '../site/project.ts';
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

  const run: Run = { project, diagnostics: [], troubles: [] };
  const error = await withRun(run, () => readConfig(project, config)).catch((thrown: unknown) => thrown);
  const faults = isExpected(error) ? [] : projectFaults(error, run, config);
  if (faults.length === 0 && !isExpected(error)) throw error;
  return [...faults, ...(run.sources ? run.diagnostics : await withDefaults())];
}

/** Ours, or the one with which the integration ends. The class of that may have been loaded twice. */
function isExpected(error: unknown): boolean {
  return error instanceof Checked || (error instanceof Error && error.constructor.name === 'ProjectErrors');
}

/** Has Astro read the project's config, and the integration in it the project, and nothing more. */
async function readConfig(project: Project, { source }: ConfigFile): Promise<void> {
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
  const owner = await loadOwnerConfig(project.root, source.path);
  // What the integration writes for pages to come goes there, and away.
  const folder = await mkdtemp(join(tmpdir(), 'curlew-check-'));
  const place = { root: folder, publicDir: publicFolder(project), configFile: false } as const;
  try {
    await sync({ ...owner, ...place, logLevel: 'silent', integrations: [...owner.integrations, end] });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
