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
import { keptDescriptions } from '../site/reuse/kept-descriptions.ts';
import { type Run, withRun } from '../site/run.ts';
import type { SiteData } from '../site/site-data.ts';

/** Thrown where Astro would go on to make something. */
class Checked extends Error {}

export interface ConfiguredProject {
  /** Everything that is wrong with the files, as far as it shows before pages are made. */
  readonly diagnostics: readonly Diagnostic[];
  /** Left out where the config can't be used; to be used only where no diagnostic is an error. */
  readonly data?: SiteData;
  /** The URL that the config gives the site. */
  readonly site?: string;
}

/**
 * Reads the files of a project as its config says.
 *
 * @param path - a project, or one description
 */
export async function readConfigured(path: string): Promise<ConfiguredProject> {
  const project = openProject(path);
  const { config, diagnostics: misread } = readConfigFile(project);
  // A build that follows reads them from there.
  const load = keptDescriptions(false);
  const withDefaults = async (): Promise<ConfiguredProject> => {
    const place = { base: '/', publicDir: publicFolder(project), load };
    const { data, diagnostics } = await readProject(project, {}, place);
    return { diagnostics, ...(config ? {} : { data }) };
  };
  if (!config || misread.length > 0) return withDefaults();

  let read: Pick<ConfiguredProject, 'data' | 'site'> = {};
  const onRead: Run['onRead'] = (data, site) => {
    read = { data, ...(site === undefined ? {} : { site }) };
  };
  const run: Run = { project, diagnostics: [], troubles: [], loadDescription: load, onRead };
  const error = await withRun(run, () => readConfig(project, config)).catch((thrown: unknown) => thrown);
  const faults = isExpected(error) ? [] : projectFaults(error, run, config);
  if (faults.length === 0 && !isExpected(error)) throw error;
  if (!run.sources) return { diagnostics: [...faults, ...(await withDefaults()).diagnostics] };
  return { ...read, diagnostics: [...faults, ...run.diagnostics] };
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
