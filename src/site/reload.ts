import { watch } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { HotPayload, Plugin, ViteDevServer } from 'vite';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatDiagnostic } from '../diagnostics/frame.ts';
import type { Api } from '../model/api.ts';
import { isConfigName } from './config-file.ts';
import { latest } from './latest.ts';
import { SRC } from './package-folder.ts';
import { docsFolder, languageFolder, type Project } from './project.ts';
import type { ReadProject } from './read-project.ts';
import { currentRun } from './run.ts';

/** What a server of `curlew dev` is told of its project. */
export interface DevLink {
  /** The project was read: what is wrong with it, and its APIs where no error is. */
  onRead(diagnostics: readonly Diagnostic[], apis: readonly Api[] | undefined): void;
  /** The config was saved, or something else while a saved config waits to be used. */
  onConfig(): void;
  /** Whether the config was saved in a form that can't be used yet. */
  isConfigPending(): boolean;
}

interface ReloadOptions {
  readonly project: Project;
  /** What the pages read the site from. */
  readonly dataFile: string;
  /** Absolute paths of the descriptions' files. */
  readonly files: readonly string[];
  /** Reads the project as it is now. */
  readonly read: () => Promise<Pick<ReadProject, 'data' | 'diagnostics' | 'files'>>;
}

/** What each page runs to tell how new it is. */
const READING = join(SRC, 'components/shell/reading.ts');

/** What may be a description, or a folder of the project, beside the config. */
const ROOT_NAME = /^(?:openapi|docs|languages|.*\.(?:ya?ml|json))$/i;

/**
 * In `dev`: reads the project again when one of its files is saved, and reloads the open pages, or shows on
 * them what is wrong. The config itself is reloaded by whoever has started the server.
 */
export function reload({ project, dataFile, files, read }: ReloadOptions): Plugin {
  const folders =
    project.only === undefined ? [join(project.root, 'openapi'), docsFolder(project), languageFolder(project)] : [];
  const watched = new Set(files);
  const isOurs = (file: string): boolean =>
    watched.has(file) || folders.some((folder) => file.startsWith(folder + sep));
  return {
    name: 'curlew:reload',
    apply: 'serve',
    enforce: 'pre',
    // Vite's own script is on every page, also on those that tell of a fault.
    transform: {
      filter: { id: /\/vite\/dist\/client\/client\.mjs$/ },
      handler: (code) => `${code}\nimport(${JSON.stringify(READING)});`,
    },
    // Vite would load the pages again before the file is known to be sound, and show its own words for its faults.
    hotUpdate: { order: 'pre', handler: ({ file }) => (isOurs(file) ? [] : undefined) },
    configureServer(server) {
      const { dev } = currentRun() ?? {};
      const { show, clear } = errorScreen(server);
      const reading = countReadings(server);
      const readAgain = latest(async () => {
        const { data, diagnostics, files: now } = await read();
        // A description may refer to more files than before.
        for (const file of now.filter((one) => !watched.has(one))) server.watcher.add(file);
        for (const file of now) watched.add(file);
        const isSound = show(diagnostics);
        dev?.link.onRead(diagnostics, isSound ? data.apis : undefined);
        if (!isSound) return;
        // In one go: a page may be reading it.
        await writeFile(`${dataFile}.new`, JSON.stringify(data));
        await rename(`${dataFile}.new`, dataFile);
        clear();
        reading.next();
        showAgain(server, isOurs);
      });
      const refresh = (): void => (dev?.link.isConfigPending() ? dev.link.onConfig() : readAgain());
      server.watcher.add([...folders, ...files]);
      const onChange = (file: string): void => {
        if (isOurs(file)) refresh();
      };
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, onChange);
      // What else lies in the project's folder is none of our business, and may be much.
      const root = watch(project.root, (_event, name) => {
        if (name === null) return;
        if (isConfigName(name) && project.only === undefined) dev?.link.onConfig();
        else if (ROOT_NAME.test(name) && !watched.has(join(project.root, name))) refresh();
      });
      server.httpServer?.once('close', () => root.close());
      if (dev) dev.screen.show = show;
    },
  };
}

/** Lets every page be made anew from what the files say now, and the open ones load again. */
function showAgain(server: ViteDevServer, isOurs: (file: string) => boolean): void {
  for (const environment of Object.values(server.environments)) {
    for (const [id, module] of environment.moduleGraph.idToModuleMap) {
      const isStale = id.startsWith('\0virtual:curlew/') || (module.file !== null && isOurs(module.file));
      if (isStale) environment.moduleGraph.invalidateModule(module);
    }
    environment.hot.send({ type: 'full-reload' });
  }
}

/** Has a page loaded again that was made from an earlier reading than the last, as it tells once it listens. */
function countReadings({ environments, middlewares }: ViteDevServer): { next(): void } {
  let count = 1;
  middlewares.use((_request, response, next) => {
    response.setHeader('Server-Timing', `curlew-reading;desc="${count}"`);
    next();
  });
  environments.client?.hot.on('curlew:reading', (reading: unknown, client) => {
    if (Number(reading) < count) client.send({ type: 'full-reload' });
  });
  return {
    next: () => {
      count += 1;
    },
  };
}

/** Shows errors over the open pages, and over each that is opened while there are some. */
function errorScreen({ environments }: ViteDevServer): {
  /** @returns whether there is no error among the diagnostics */
  show(diagnostics: readonly Diagnostic[]): boolean;
  clear(): void;
} {
  let payload: HotPayload | undefined;
  // Only to the browsers: Astro's other environments would print it a second time.
  const hot = environments.client?.hot;
  hot?.on('vite:client:connect', (_data, client) => {
    if (payload) client.send(payload);
  });
  return {
    show(diagnostics) {
      const errors = diagnostics.filter(({ severity }) => severity === 'error').map((one) => formatDiagnostic(one));
      if (errors.length === 0) return true;
      payload = { type: 'error', err: { message: errors.join('\n\n'), stack: '' } };
      hot?.send(payload);
      return false;
    },
    clear() {
      payload = undefined;
    },
  };
}
