import { join, resolve, sep } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { AstroInlineConfig } from 'astro';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { countSeverity } from '../diagnostics/frame.ts';
import { judge } from '../diagnostics/judge.ts';
import { normalBase } from './base-path.ts';
import { projectFaults } from './build-fault.ts';
import { checkLinks } from './check-links.ts';
import { checkHidden } from './check-public.ts';
import { compressSite } from './compress-site.ts';
import { readConfigFile } from './config-file.ts';
import { writeHostSettings } from './delivery/write.ts';
import { filesBelow } from './files-below.ts';
import { isProjectErrors } from './integration.ts';
import { type FreshFolder, openFreshFolder, openPassingFolder } from './output-folder.ts';
import { loadOwnerConfig } from './owner-config.ts';
import { openProject, type Project, publicFolder } from './project.ts';
import { readProject } from './read-project.ts';
import { writeRelay } from './relay/write-relay.ts';
import { keptDescriptions } from './reuse/kept-descriptions.ts';
import { openLastBuild } from './reuse/last-build.ts';
import { type Run, withRun } from './run.ts';
import { noteNames } from './site-facts.ts';
import { openWorkspace, workspaceConfig } from './workspace.ts';

/** Beside this file, compiled or not. */
const LOGGER = new URL(import.meta.url.replace(/build(\.\w+)$/, 'astro-log$1'));

/**
 * Astro else starts a server of Vite to find content collections, of which our pages have none, and to write types
 * into a folder that is thrown away. The option is for those who build in memory, and not among the public ones.
 */
const WITHOUT_SYNC: object = { sync: false };

export interface BuildOptions {
  /** The project's folder, or its one description; absolute. */
  readonly root: string;
  /** Where the site goes, absolute. What was there is replaced once the new site is whole. */
  readonly outDir: string;
  /** The URL the site will have, for absolute links. */
  readonly site?: string;
  /** The path the site will lie under, such as `/docs/`. */
  readonly base?: string;
  /** Where the relay's file goes, absolute, where the site has one. Default: beside `outDir`. */
  readonly relay?: string;
  /** The kinds of hosts to write settings for, by their names in `delivery/hosts.ts`. */
  readonly hosts?: readonly string[];
  /** An HTTP sandbox to offer in the console. */
  readonly sandboxUrl?: string;
  /** Makes every page anew, also those whose input is as it was when what is in `outDir` was built. */
  readonly fresh?: boolean;
  /** Takes every warning for an error. */
  readonly strict?: boolean;
  /** Puts compressed forms beside the texts, for servers that send what is there. */
  readonly compress?: boolean;
  /** Makes the site to find what only written pages tell, elsewhere, and keeps nothing of it. */
  readonly isCheck?: boolean;
  /** Aborted when the site is no longer wanted; what was there then stays. */
  readonly signal?: AbortSignal;
  /** Prints what Astro has to say. */
  readonly log: (line: string) => void;
}

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  /** How many HTML pages were written; 0 when there were errors. */
  readonly pages: number;
  /** How many of them were taken over from the last build. */
  readonly unchanged?: number;
  /** The settings for hosts, absolute. */
  readonly settings?: readonly string[];
  /** The file of the relay, absolute. */
  readonly relay?: string;
}

/**
 * Builds the static site beside `outDir` and swaps it in when it is whole. With an error among the
 * diagnostics nothing is written and what was there stays.
 */
export async function buildSite(options: BuildOptions): Promise<BuildResult> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // Whoever works in another environment still builds the site that readers get, with its policy.
  process.env.NODE_ENV = 'production';
  // By itself V8 lets a heap of 160 MB grow to 650 before it looks what is still needed; a quarter less memory
  // for the whole build is worth the few per cent of time that looking sooner takes.
  setFlagsFromString('--heap-growing-percent=40');
  const { log, sandboxUrl } = options;
  const project = openProject(options.root);
  const { root } = project;
  const outDir = resolve(options.outDir);
  const isFresh = options.fresh === true;
  const lastBuild = openLastBuild(outDir, isFresh);
  const loadDescription = keptDescriptions(isFresh);
  const run: Run = {
    project,
    diagnostics: [],
    troubles: [],
    log,
    lastBuild,
    loadDescription,
    ...(options.strict ? { strict: true } : {}),
    ...(sandboxUrl ? { sandboxUrl } : {}),
  };
  const tell = (found: readonly Diagnostic[]): void => {
    run.diagnostics.push(...judge(found, run.strict));
  };
  const failed = (): BuildResult => ({ diagnostics: run.diagnostics, pages: 0 });
  const { config, diagnostics: misread } = readConfigFile(project);
  if (misread.length > 0) {
    tell(await checkWithoutConfig(project));
    return failed();
  }
  const { build } = await import('astro');
  const fresh: FreshFolder = options.isCheck ? openPassingFolder() : openFreshFolder(outDir);
  try {
    await openWorkspace(fresh.work);
    const owner = await loadOwnerConfig(root, config?.source.path);
    const { work: folder } = fresh;
    // There a shell notes the command that it runs, be it `npm` or `npx`, and Astro compiles it into pages.
    delete process.env._;
    const astro = workspaceConfig({ folder, root, publicDir: publicFolder(project), command: 'build', config: owner });
    await withRun(run, () =>
      workingAbove(fresh.path, folder, () =>
        build({ ...astro, ...addressOf(options), outDir: fresh.path, logger: { entrypoint: LOGGER } }, WITHOUT_SYNC),
      ),
    );
    for (const line of run.troubles) log(line);
    tell(await checkWritten(fresh.path, run));
    if (!fresh.swapIn || options.signal?.aborted || countSeverity(run.diagnostics, 'error') > 0) return failed();
    const pages = filesBelow(fresh.path).filter(isPage).length;
    if (options.compress) await compressSite(fresh.path);
    await noteNames(fresh.path);
    await fresh.swapIn();
    lastBuild.close();
    const { delivery } = run;
    const settings: string[] = [];
    for (const host of options.hosts ?? []) {
      if (delivery) settings.push(await writeHostSettings(outDir, host, delivery));
    }
    const relay = run.relay && (await writeRelay(outDir, run.relay, options.relay));
    const unchanged = [...lastBuild.taken].filter(isPage).length;
    return { diagnostics: run.diagnostics, pages, unchanged, settings, ...(relay === undefined ? {} : { relay }) };
  } catch (error) {
    if (isProjectErrors(error)) return failed();
    const faults = projectFaults(error, run, config);
    if (faults.length === 0) {
      for (const line of run.troubles) log(line);
      throw error;
    }
    tell([...faults, ...(run.sources ? [] : await checkWithoutConfig(project))]);
    return failed();
  } finally {
    await fresh.close();
  }
}

/**
 * Where a site is made anywhere but below the current folder, Astro writes its bundle into a `.astro` there,
 * which may be read-only, or be written by another build: the current folder is the work folder meanwhile.
 */
async function workingAbove(outDir: string, folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.cwd();
  if (outDir.startsWith(join(before, sep))) return work();
  process.chdir(folder);
  try {
    await work();
  } finally {
    process.chdir(before);
  }
}

/** What else is wrong with a project whose config can't be used. */
async function checkWithoutConfig(project: Project): Promise<readonly Diagnostic[]> {
  return (await readProject(project, {}, { base: '/', publicDir: publicFolder(project) })).diagnostics;
}

async function checkWritten(outDir: string, { base, pages, sources, lastBuild }: Run): Promise<Diagnostic[]> {
  const hidden = sources && pages ? checkHidden(sources.root, sources.publicDir, pages) : [];
  return [...hidden, ...(await checkLinks(outDir, normalBase(base ?? '/'), sources, lastBuild))];
}

function isPage(file: string): boolean {
  return file.endsWith('.html');
}

function addressOf(options: { site?: string; base?: string }): AstroInlineConfig {
  return { ...(options.site ? { site: options.site } : {}), ...(options.base ? { base: options.base } : {}) };
}
