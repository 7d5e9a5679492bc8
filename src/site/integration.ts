import { existsSync, readFileSync } from 'node:fs';
import { rename, rmdir, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { minify, type Plugin, transformWithOxc, type ViteDevServer } from 'vite';
import { formatDiagnostic } from '../diagnostics/frame.ts';
import { accentSheet } from './accent.ts';
import { highlightGuideCode, scrollGuideTables } from './guide-code.ts';
import { guideFeatures } from './guide-features.ts';
import { linksUnder } from './guide-links.ts';
import type { CurlewOptions } from './options.ts';
import { componentsOutsideRoot } from './outside-root.ts';
import { type OwnerFiles, stylesModule } from './owner-modules.ts';
import { SRC } from './package-folder.ts';
import { docsFolder, type Project } from './project.ts';
import { type ReadProject, readProject } from './read-project.ts';
import { currentRun } from './run.ts';
import type { SiteData } from './site-data.ts';

/** The build stopped because files of the project have errors; they are in the run's diagnostics. */
export class ProjectErrors extends Error {}

/**
 * Curlew as an Astro integration: reads the descriptions in `openapi/` and adds their pages to the site.
 *
 * @throws ProjectErrors when an option, a description or a guide has a mistake
 */
export default function curlew(options: CurlewOptions = {}): AstroIntegration {
  let locales: readonly string[] = [];
  return {
    name: 'curlew',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig, injectRoute, createCodegenDir }) => {
        const project = currentRun()?.project ?? { root: fileURLToPath(config.root) };
        const place: Place = { project, publicDir: fileURLToPath(config.publicDir), base: config.base };
        const { data, errors, files } = await readSite(place, options);
        if (errors.length > 0) throw new ProjectErrors(errors.join('\n\n'));

        const work = fileURLToPath(createCodegenDir());
        const dataFile = join(work, 'site.json');
        await writeFile(dataFile, JSON.stringify(data));
        const bootFile = join(work, 'boot.js');
        await writeFile(bootFile, await bootScript(join(SRC, 'components/shell/boot.ts')));

        const accentFile = join(work, 'accent.css');
        await writeFile(accentFile, accentSheet(data.options.accent));

        injectRoute({ pattern: '/_curlew/op/[...path].json', entrypoint: join(SRC, 'pages/_curlew/op.json.ts') });
        injectRoute({ pattern: '/_curlew/text/[locale].json', entrypoint: join(SRC, 'pages/_curlew/text.json.ts') });
        updateConfig({
          integrations: [mdx()],
          trailingSlash: 'always',
          build: { format: 'directory', inlineStylesheets: 'never' },
          image: { service: { entrypoint: 'astro/assets/services/noop' } },
          devToolbar: { enabled: false },
          markdown: {
            syntaxHighlight: false,
            processor: satteri({
              hastPlugins: [highlightGuideCode, scrollGuideTables, linksUnder(data.base)],
              features: guideFeatures,
            }),
          },
          vite: {
            build: { assetsInlineLimit: 0, rolldownOptions: { onLog: dropHeadInject } },
            plugins: [
              componentsOutsideRoot(),
              virtualModules({ dataFile, bootFile, accentFile, root: project.root }),
              reload({ place, options, dataFile, files }),
            ],
          },
        });
        locales = data.locales;
      },
      'astro:config:done': ({ config }) => {
        const run = currentRun();
        if (run) run.base = config.base;
      },
      'astro:build:done': async ({ dir, pages }) => {
        await moveErrorPages(fileURLToPath(dir), locales);
        const run = currentRun();
        if (run) run.pages = pages.map(({ pathname }) => pathname);
      },
    },
  };
}

/** `/en/404/` → `/en/404.html`, where hosts look for the page of a folder's unknown addresses. */
async function moveErrorPages(outDir: string, locales: readonly string[]): Promise<void> {
  for (const locale of locales.slice(1)) {
    const folder = join(outDir, locale.toLowerCase());
    if (!existsSync(join(folder, '404', 'index.html'))) continue;
    await rename(join(folder, '404', 'index.html'), join(folder, '404.html'));
    await rmdir(join(folder, '404'));
  }
}

/** The script that runs before the first paint is a classic one, so no bundler takes it; it imports nothing. */
async function bootScript(file: string): Promise<string> {
  const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file);
  return (await minify('boot.js', code, { module: false })).code;
}

/** Where a project lies, and its site. */
interface Place {
  readonly project: Project;
  readonly publicDir: string;
  readonly base: string;
}

interface ReadSite extends Pick<ReadProject, 'data' | 'files'> {
  /** Printed frames of the errors among the diagnostics. */
  readonly errors: readonly string[];
}

async function readSite({ project, ...place }: Place, options: CurlewOptions): Promise<ReadSite> {
  const run = currentRun();
  const { diagnostics, sources, ...read } = await readProject(project, options, {
    ...place,
    sandboxUrl: run?.sandboxUrl,
  });
  if (run) {
    run.diagnostics.push(...diagnostics);
    run.sources = sources;
  }
  const errors = diagnostics.filter((one) => one.severity === 'error').map((one) => formatDiagnostic(one));
  return { ...read, errors };
}

/** Astro marks guides for itself with a directive that the bundler has a needless warning for. */
function dropHeadInject(
  level: string,
  log: { code?: string; message: string },
  handler: (level: never, log: never) => void,
): void {
  if (log.code === 'MODULE_LEVEL_DIRECTIVE' && log.message.includes('astro:head-inject')) return;
  handler(level as never, log as never);
}

function virtualModules(paths: OwnerFiles & { readonly dataFile: string; readonly bootFile: string }): Plugin {
  const readData = (): SiteData => JSON.parse(readFileSync(paths.dataFile, 'utf8'));
  const modules = new Map([
    [
      'virtual:curlew/site',
      () =>
        `import { readFileSync } from 'node:fs';\nexport const site = JSON.parse(readFileSync(${JSON.stringify(paths.dataFile)}, 'utf8'));`,
    ],
    ['virtual:curlew/boot', () => `export { default } from ${JSON.stringify(`${paths.bootFile}?url`)};`],
    ['virtual:curlew/styles', () => stylesModule(readData(), paths)],
    [
      'virtual:curlew/guides',
      () => {
        const { guides } = readData();
        const rows = guides.map(
          ({ file }) => `${JSON.stringify(file)}: () => import(${JSON.stringify(join(paths.root, file))}),`,
        );
        return `export const modules = {\n__proto__: null,\n${rows.join('\n')}\n};`;
      },
    ],
  ]);
  return {
    name: 'curlew:virtual',
    resolveId: (id) => (modules.has(id) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0') ? modules.get(id.slice(1))?.() : undefined),
  };
}

/** In `dev`: reads descriptions and guides again when one of their files is saved, and reloads the open pages. */
function reload(context: { place: Place; options: CurlewOptions; dataFile: string; files: readonly string[] }): Plugin {
  const { project } = context.place;
  const folders = [join(project.root, 'openapi'), docsFolder(project)];
  const readAgain = async (server: ViteDevServer): Promise<void> => {
    const run = currentRun();
    run?.diagnostics.splice(0);
    const { data, errors } = await readSite(context.place, context.options);
    run?.onDiagnostics?.(run.diagnostics);
    if (errors.length > 0) {
      const message = errors.join('\n\n');
      // Only to the browsers: Astro's other environments would print it a second time.
      server.environments.client?.hot.send({ type: 'error', err: { message, stack: '', id: project.root } });
      return;
    }
    await writeFile(context.dataFile, JSON.stringify(data));
    for (const environment of Object.values(server.environments)) {
      for (const name of ['site', 'guides']) {
        const module = environment.moduleGraph.getModuleById(`\0virtual:curlew/${name}`);
        if (module) environment.moduleGraph.invalidateModule(module);
      }
      environment.hot.send({ type: 'full-reload' });
    }
  };
  return {
    name: 'curlew:reload',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add([...folders, ...context.files]);
      const watched = new Set(context.files);
      const onChange = (file: string): void => {
        if (watched.has(file) || folders.some((folder) => file.startsWith(folder + sep))) void readAgain(server);
      };
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, onChange);
    },
  };
}
