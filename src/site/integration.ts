import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { minify, type Plugin, transformWithOxc } from 'vite';
import type { Severity } from '../diagnostics/diagnostic.ts';
import { countSeverity, formatDiagnostic } from '../diagnostics/frame.ts';
import { judge } from '../diagnostics/judge.ts';
import { accentSheet } from './accent.ts';
import { normalBase } from './base-path.ts';
import { deliveryOf, type Redirects, writeHostFiles } from './delivery/write.ts';
import { endingSlashes } from './ending-slashes.ts';
import { openFilesOfPages } from './files-of-pages.ts';
import { handedSiteCode, handSite, takeBackSite } from './handed-site.ts';
import { type NativeModules, nativeModules } from './native-modules.ts';
import type { CurlewOptions } from './options.ts';
import { componentsOutsideRoot } from './outside-root.ts';
import { componentsModule, type OwnerFiles, stylesModule } from './owner-modules.ts';
import { checkGuidesBeside, type OwnerPages, readOwnerPages } from './owner-pages.ts';
import { packageVersion, SRC } from './package-folder.ts';
import { fileRoutes, hiddenRoutes, type PageRoute, routesBeside } from './page-routes.ts';
import { placePages } from './place-pages.ts';
import { docsFolder, type Project } from './project.ts';
import { type ReadProject, readProject } from './read-project.ts';
import { serveRelay } from './relay/serve-relay.ts';
import { writeRelay } from './relay/write-relay.ts';
import { reload } from './reload.ts';
import { buildKey, isOursAlone } from './reuse/build-key.ts';
import { type BundleKey, bundleKey } from './reuse/bundle-key.ts';
import { reusingPrerenderer } from './reuse/reusing-prerenderer.ts';
import { currentRun } from './run.ts';
import { keepSearchNotes, takeSearchNotes } from './search-notes.ts';
import { configBeside, isOwnersSite, ownSiteConfig } from './site-config.ts';
import type { SiteData } from './site-data.ts';
import { writeSiteFacts } from './site-facts.ts';
import { writeSearch } from './write-search.ts';

export type { CurlewOptions };

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
  let routes: readonly PageRoute[] = [];
  let base = '/';
  let settled: AstroConfig | undefined;
  let bundle: BundleKey | undefined;
  let native: NativeModules | undefined;
  /** In a build: what its pages are handed. */
  let built: { readonly work: string; readonly site: SiteData } | undefined;
  let redirects: Redirects = {};
  const integration: AstroIntegration = {
    name: 'curlew',
    hooks: {
      'astro:config:setup': async ({ config, command, logger, updateConfig, injectRoute, ...setup }) => {
        const run = currentRun();
        const project = run?.project ?? { root: fileURLToPath(config.root) };
        const owner = isOwnersSite(config)
          ? readOwnerPages(fileURLToPath(config.srcDir), Object.keys(config.redirects))
          : undefined;
        const work = fileURLToPath(setup.createCodegenDir());
        const place: Place = {
          project,
          publicDir: fileURLToPath(config.publicDir),
          base: config.base,
          site: config.site,
          owner,
          downloadDir: join(work, 'openapi'),
        };
        const { data, diagnostics, files } = await readSite(place, options);
        run?.onRead?.(data, config.site);
        const printed = (severity: Severity): string[] =>
          diagnostics.filter((one) => one.severity === severity).map((one) => formatDiagnostic(one));
        const errors = printed('error');
        if (errors.length > 0) throw new ProjectErrors(errors.join('\n\n'));
        // A command of ours prints them itself.
        if (!run) for (const warning of printed('warning')) logger.warn(warning);

        const made = await writeMade(work, data);
        if (command === 'build') {
          keepSearchNotes();
          handSite(work, data);
          built = { work, site: data };
        } else writeFileSync(made.dataFile, JSON.stringify(data));
        const given = owner ? routesBeside(data, owner) : hiddenRoutes();
        for (const { pattern, entrypoint } of given) injectRoute({ pattern, entrypoint, prerender: true });
        routes = owner ? given : fileRoutes();
        // Astro asks for routes once; when a save changes them, it has to start again.
        const routesFile = join(work, 'routes.json');
        writeChanged(routesFile, given);
        if (owner) setup.addWatchFile(routesFile);
        const read = async (): Promise<ReadProject> => {
          const again = await readSite(place, options);
          if (owner && countSeverity(again.diagnostics, 'error') === 0) {
            writeChanged(routesFile, routesBeside(again.data, owner));
          }
          return again;
        };

        if (run?.lastBuild && !owner) {
          const guides = new Set(data.guides.map(({ file }) => join(project.root, file)));
          native = nativeModules(join(work, 'native'));
          bundle = bundleKey(guides, fileURLToPath(config.root), native.key);
        }
        const guideSite = {
          base: data.base,
          docs: docsFolder(project),
          publicDir: place.publicDir,
          locales: data.locales,
          messages: data.messages,
          defaultLocale: data.options.defaultLocale,
        };
        updateConfig(owner ? configBeside(config, command, guideSite) : ownSiteConfig(guideSite));
        updateConfig({
          vite: {
            plugins: [
              componentsOutsideRoot(),
              virtualModules({ ...made, root: project.root }, built),
              serveRelay(made.dataFile),
              ...(native ? [native.plugin] : []),
              ...(bundle ? [bundle.plugin] : []),
              reload({ project, dataFile: made.dataFile, files, read }),
              ...(owner && config.trailingSlash === 'never' ? [endingSlashes(owner, data.base)] : []),
            ],
          },
        });
      },
      'astro:config:done': ({ config }) => {
        settled = config;
        base = config.base;
        const run = currentRun();
        if (run) run.base = config.base;
        redirects = config.redirects;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const run = currentRun();
        const last = run?.lastBuild;
        const config = settled;
        const code = bundle;
        if (!last || !config || !code || !isOursAlone(config)) return;
        const build = {
          fresh: fileURLToPath(config.outDir),
          publicDir: fileURLToPath(config.publicDir),
          base: normalBase(base),
          key: () => buildKey(config, code.read()),
        };
        const files = openFilesOfPages(build.fresh, build.publicDir);
        run.filesOfPages = files;
        setPrerenderer((usual) => reusingPrerenderer(usual, last, build, files));
      },
      'astro:build:done': async ({ dir, assets, pages, logger }) => {
        for (const { pattern } of routes) await placePages(assets.get(pattern) ?? [], pattern.endsWith('/404'));
        if (!built) throw new Error('A build was done that had not begun.');
        const { site } = built;
        takeBackSite(built.work);
        built = undefined;
        await writeSearch(fileURLToPath(dir), site, takeSearchNotes());
        const { relay } = site;
        await writeSiteFacts(fileURLToPath(dir), { base: normalBase(base), ...(relay ? { relay } : {}) });
        const delivery = deliveryOf(site, redirects);
        await writeHostFiles(fileURLToPath(dir), delivery);
        const run = currentRun();
        if (!run) {
          if (relay) logger.info(`The relay to deploy: ${await writeRelay(fileURLToPath(dir), relay)}`);
          return;
        }
        if (relay) run.relay = relay;
        run.delivery = delivery;
        const reused = [...(run.lastBuild?.taken ?? [])].filter((file) => file.endsWith('/index.html'));
        run.pages = [
          ...pages.map(({ pathname }) => pathname),
          ...reused.map((file) => file.slice(0, -'index.html'.length)),
        ];
      },
    },
  };
  return Object.assign(integration, { [OPTIONS]: options });
}

function writeChanged(file: string, content: unknown): void {
  const text = JSON.stringify(content);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

/** Files that the pages are compiled with, besides those of the project and ours. */
type MadeFiles = Omit<OwnerFiles, 'root'> & { readonly dataFile: string; readonly bootFile: string };

async function writeMade(folder: string, data: SiteData): Promise<MadeFiles> {
  const dataFile = join(folder, 'site.json');
  const bootFile = join(folder, 'boot.js');
  const accentFile = join(folder, 'accent.css');
  await writeFile(bootFile, await bootScript(join(SRC, 'components/shell/boot.ts')));
  await writeFile(accentFile, accentSheet(data.options.accent));
  return { dataFile, bootFile, accentFile };
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
  readonly site: string | undefined;
  readonly downloadDir: string;
  /** Given where our pages stand beside others. */
  readonly owner: OwnerPages | undefined;
}

async function readSite({ project, owner, ...place }: Place, options: CurlewOptions): Promise<ReadProject> {
  const run = currentRun();
  const read = await readProject(project, options, {
    ...place,
    sandboxUrl: run?.sandboxUrl,
    load: run?.loadDescription,
  });
  const found = [...read.diagnostics, ...(owner ? checkGuidesBeside(read.data.guides, owner) : [])];
  const diagnostics = judge(found, run?.strict);
  if (run) {
    run.diagnostics.splice(0, run.diagnostics.length, ...diagnostics);
    run.sources = read.sources;
  }
  return { ...read, diagnostics };
}

/** What `curlew/components` names, whether or not the project has the package. */
const COMPONENTS = join(SRC, 'components/guide/components.ts');

/** @param built - what a build hands to its pages; in `dev` they read the file, which changes */
function virtualModules(
  paths: MadeFiles & Pick<OwnerFiles, 'root'>,
  built: { readonly work: string; readonly site: SiteData } | undefined,
): Plugin {
  const readData = (): SiteData => built?.site ?? JSON.parse(readFileSync(paths.dataFile, 'utf8'));
  const siteCode = built
    ? `export const site = ${handedSiteCode(built.work)};`
    : `import { readFileSync } from 'node:fs';\nexport const site = JSON.parse(readFileSync(${JSON.stringify(paths.dataFile)}, 'utf8'));`;
  const modules = new Map([
    ['virtual:curlew/site', () => `${siteCode}\nexport const version = ${JSON.stringify(packageVersion())};`],
    ['virtual:curlew/boot', () => `export { default } from ${JSON.stringify(`${paths.bootFile}?url&no-inline`)};`],
    ['virtual:curlew/styles', () => stylesModule(readData(), paths)],
    ['virtual:curlew/components', () => componentsModule(readData().options.components, paths)],
    ['virtual:curlew/defaults', () => componentsModule({}, paths)],
    [
      'virtual:curlew/guides',
      () => {
        const { guides } = readData();
        const rows = [...new Set(guides.map(({ file }) => file))].map(
          (file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(join(paths.root, file))}),`,
        );
        return `export const modules = {\n__proto__: null,\n${rows.join('\n')}\n};`;
      },
    ],
  ]);
  return {
    name: 'curlew:virtual',
    enforce: 'pre',
    // What the filters leave out never leaves the bundler, which else asks for every import of every module.
    resolveId: {
      filter: { id: /^(?:virtual:curlew\/|curlew\/components$)/ },
      handler: (id) => {
        if (id === 'curlew/components') return COMPONENTS;
        return modules.has(id) ? `\0${id}` : undefined;
      },
    },
    load: {
      filter: { id: /^\0virtual:curlew\// },
      handler: (id) => modules.get(id.slice(1))?.(),
    },
  };
}
