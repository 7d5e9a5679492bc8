import { existsSync, readFileSync } from 'node:fs';
import { rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import { minify, type Plugin, transformWithOxc } from 'vite';
import { formatDiagnostic } from '../diagnostics/frame.ts';
import { accentSheet } from './accent.ts';
import { normalBase } from './base-path.ts';
import { highlightGuideCode, scrollGuideTables } from './guide-code.ts';
import { guideFeatures } from './guide-features.ts';
import { linksUnder } from './guide-links.ts';
import type { CurlewOptions } from './options.ts';
import { componentsOutsideRoot } from './outside-root.ts';
import { componentsModule, type OwnerFiles, stylesModule } from './owner-modules.ts';
import { SRC } from './package-folder.ts';
import type { Project } from './project.ts';
import { type ReadProject, readProject } from './read-project.ts';
import { reload } from './reload.ts';
import { currentRun } from './run.ts';
import type { SiteData } from './site-data.ts';
import { writeSiteFacts } from './site-facts.ts';

/** The build stopped because files of the project have errors; they are in the run's diagnostics. */
export class ProjectErrors extends Error {}

/** Whether that is what stopped a build. The class may have been loaded twice, once by Astro's own loader, so its name decides. */
export function isProjectErrors(error: unknown): boolean {
  return error instanceof Error && error.constructor.name === ProjectErrors.name;
}

const OPTIONS: unique symbol = Symbol.for('curlew.options');

type CurlewIntegration = AstroIntegration & { readonly [OPTIONS]: CurlewOptions };

/** The options that ours among the integrations of a config was given. */
export function givenOptions(integrations: readonly AstroIntegration[]): CurlewOptions {
  const ours = integrations.find((one): one is CurlewIntegration => OPTIONS in one);
  return ours?.[OPTIONS] ?? {};
}

/**
 * Curlew as an Astro integration: reads the descriptions in `openapi/` and adds their pages to the site.
 *
 * @throws ProjectErrors when an option, a description or a guide has a mistake
 */
export default function curlew(options: CurlewOptions = {}): AstroIntegration {
  let locales: readonly string[] = [];
  let base = '/';
  const integration: AstroIntegration = {
    name: 'curlew',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig, injectRoute, createCodegenDir }) => {
        const project = currentRun()?.project ?? { root: fileURLToPath(config.root) };
        const place: Place = { project, publicDir: fileURLToPath(config.publicDir), base: config.base };
        const { data, diagnostics, files } = await readSite(place, options);
        const errors = diagnostics.filter(({ severity }) => severity === 'error').map((one) => formatDiagnostic(one));
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
              reload({ project, dataFile, files, read: () => readSite(place, options) }),
            ],
          },
        });
        locales = data.locales;
      },
      'astro:config:done': ({ config }) => {
        base = config.base;
        const run = currentRun();
        if (run) run.base = config.base;
      },
      'astro:build:done': async ({ dir, pages }) => {
        const folder = fileURLToPath(dir);
        await moveErrorPages(folder, locales);
        await writeSiteFacts(folder, { base: normalBase(base) });
        const run = currentRun();
        if (run) run.pages = pages.map(({ pathname }) => pathname);
      },
    },
  };
  return Object.assign(integration, { [OPTIONS]: options });
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

async function readSite({ project, ...place }: Place, options: CurlewOptions): Promise<ReadProject> {
  const run = currentRun();
  const read = await readProject(project, options, { ...place, sandboxUrl: run?.sandboxUrl });
  if (run) {
    run.diagnostics.splice(0, run.diagnostics.length, ...read.diagnostics);
    run.sources = read.sources;
  }
  return read;
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
    ['virtual:curlew/components', () => componentsModule(readData().options.components, paths)],
    ['virtual:curlew/defaults', () => componentsModule({}, paths)],
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
