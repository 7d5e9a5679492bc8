import { realpathSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { countSeverity } from '../diagnostics/frame.ts';
import type { Api } from '../model/api.ts';
import { normalBase } from './base-path.ts';
import { projectFaults } from './build-fault.ts';
import { readConfigFile } from './config-file.ts';
import { givenOptions, isProjectErrors } from './integration.ts';
import { latest } from './latest.ts';
import { loadOwnerConfig, type OwnerConfig } from './owner-config.ts';
import { openProject, type Project, publicFolder } from './project.ts';
import { type ReadProject, readProject } from './read-project.ts';
import type { DevLink } from './reload.ts';
import { type Run, withRun } from './run.ts';
import { openWorkspace, workspaceConfig } from './workspace.ts';

const HOST = '127.0.0.1';
/** Beside this file, compiled or not. */
const LOGGER = new URL(import.meta.url.replace(/dev(\.\w+)$/, 'dev-log$1'));

export interface DevOptions {
  /** The project's folder, or its one description; absolute. */
  readonly root: string;
  /** 0 for any free one; Astro's own, or the next free one, when left out. */
  readonly port?: number;
  readonly sandboxUrl: string;
  /** Told at the start and after every save what is wrong now, and the APIs as they are now where no error is. */
  readonly onRead: (diagnostics: readonly Diagnostic[], apis: readonly Api[] | undefined) => void;
}

export interface DevServer {
  /** The site's home. */
  readonly url: string;
  close(): Promise<void>;
}

interface Failed {
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Starts the dev server; it runs until it is closed or the process ends. A saved config starts another one
 * in its place, on the same port, as soon as the project can be read with it.
 *
 * @returns the server, or what is wrong with the project when it couldn't start
 */
export async function devSite(options: DevOptions): Promise<DevServer | Failed> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
  process.env.NODE_ENV = 'development';
  const { onRead, sandboxUrl } = options;
  const project = openProject(options.root);
  const first = await readOwner(project);
  if ('diagnostics' in first) return first;
  const folder = await mkdtemp(join(realpathSync(tmpdir()), 'curlew-dev-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  await openWorkspace(folder);

  let config = first;
  let isPending = false;
  const link = { onRead, onConfig: () => adopt(), isConfigPending: () => isPending };
  const start = (port: number | undefined): Promise<Serving | Failed> =>
    serve({ project, folder, config, port, sandboxUrl, link });
  const refuse = (diagnostics: readonly Diagnostic[]): void => {
    isPending = true;
    onRead(diagnostics, undefined);
    serving.show(diagnostics);
  };
  const adopt = latest(async () => {
    const next = await readOwner(project);
    if ('diagnostics' in next) return refuse(next.diagnostics);
    const { data, diagnostics } = await readWith(next, project, options.sandboxUrl);
    if (countSeverity(diagnostics, 'error') > 0) return refuse(diagnostics);
    const before = config;
    config = next;
    isPending = false;
    await serving.stop();
    const restarted = await start(serving.port);
    if (!('diagnostics' in restarted)) {
      serving = restarted;
      return onRead(diagnostics, data.apis);
    }
    // Only Astro could tell, or another integration: the site goes on as it was.
    config = before;
    const again = await start(serving.port);
    if ('diagnostics' in again) throw new Error('The config that worked before no longer does.');
    serving = again;
    refuse(restarted.diagnostics);
  });

  const started = await start(options.port);
  if ('diagnostics' in started) {
    remove();
    return started;
  }
  let serving = started;
  onRead(started.warnings, started.apis);
  return {
    url: serving.url,
    close: async () => {
      await serving.stop();
      remove();
    },
  };
}

/** The owner's config, or what is wrong with the project where it can't be used. */
async function readOwner(project: Project): Promise<OwnerConfig | Failed> {
  const { config, diagnostics: misread } = readConfigFile(project);
  try {
    if (misread.length === 0) return await loadOwnerConfig(project.root, config?.source.path);
  } catch (error) {
    const faults = projectFaults(error, { project, diagnostics: [], troubles: [] }, config);
    if (faults.length === 0) throw error;
    return { diagnostics: [...faults, ...(await readWith({ integrations: [] }, project)).diagnostics] };
  }
  return readWith({ integrations: [] }, project);
}

function readWith(config: OwnerConfig, project: Project, sandboxUrl?: string): Promise<ReadProject> {
  const place = { base: config.base ?? '/', publicDir: publicFolder(project), sandboxUrl };
  return readProject(project, givenOptions(config.integrations), place);
}

interface Serving {
  readonly url: string;
  readonly port: number;
  /** What was read to start with, and what is wrong with it. */
  readonly apis: readonly Api[];
  readonly warnings: readonly Diagnostic[];
  /** Shows errors on the open pages until something is saved. */
  show(diagnostics: readonly Diagnostic[]): void;
  stop(): Promise<void>;
}

interface ServeOptions {
  readonly project: Project;
  /** The work folder. */
  readonly folder: string;
  readonly config: OwnerConfig;
  readonly port: number | undefined;
  readonly sandboxUrl: string;
  readonly link: DevLink;
}

async function serve({ project, folder, config, port, sandboxUrl, link }: ServeOptions): Promise<Serving | Failed> {
  const { dev } = await import('astro');
  const { root } = project;
  const screen: { show?: (diagnostics: readonly Diagnostic[]) => void } = {};
  let apis: readonly Api[] = [];
  const onRead: Run['onRead'] = (data) => {
    apis = data.apis;
  };
  const run: Run = { project, diagnostics: [], troubles: [], sandboxUrl, onRead, dev: { link, screen } };
  const started = Promise.withResolvers<Serving | Failed>();
  const stopped = Promise.withResolvers<void>();
  const running = withRun(run, async () => {
    const astro = workspaceConfig({ folder, root, publicDir: publicFolder(project), command: 'dev', config });
    const server = await dev({
      ...astro,
      logger: config.logger ?? { entrypoint: LOGGER },
      server: { host: HOST, ...(port === undefined ? {} : { port }) },
    });
    started.resolve({
      url: `http://${HOST}:${server.address.port}${normalBase(run.base ?? '/')}`,
      port: server.address.port,
      apis,
      warnings: [...run.diagnostics],
      show: (diagnostics) => screen.show?.(diagnostics),
      stop: async () => {
        stopped.resolve();
        await running;
      },
    });
    await stopped.promise;
    await server.stop();
  }).catch((error: unknown) => {
    const faults = isProjectErrors(error) ? run.diagnostics : projectFaults(error, run, readConfigFile(project).config);
    if (faults.length > 0) started.resolve({ diagnostics: faults });
    else started.reject(error);
  });
  return started.promise;
}
