import { relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { countSeverity, reportDiagnostics } from '../diagnostics/frame.ts';
import { visibleText } from '../diagnostics/visible-text.ts';
import { BASE_FORM, isBase } from '../site/base-path.ts';
import { pathOf } from '../site/check-address.ts';
import { hosts } from '../site/delivery/hosts.ts';
import { defineCommand, EXIT, PROJECT, type Surroundings, stopped, UsageError } from './command.ts';
import { tellFindings } from './findings.ts';
import { startBuildProgress } from './progress.ts';
import { findOutput, findProject, refuseOwnersSite, refuseStrangePath } from './project.ts';

function checkSite(site: string | undefined): void {
  if (site === undefined) return;
  const found = visibleText(site);
  if (!URL.canParse(site) || !/^https?:$/.test(new URL(site).protocol)) {
    throw new UsageError(`--site takes the address of the site, such as https://docs.example.com, found "${found}".`);
  }
  const path = pathOf(site);
  if (path === '/') return;
  const base = isBase(path) ? `: --site ${new URL(site).origin} --base ${path}` : '.';
  throw new UsageError(`--site takes an address without a path, found "${found}". The path goes into --base${base}`);
}

function checkBase(base: string | undefined): void {
  if (base === undefined || isBase(base)) return;
  throw new UsageError(`--base takes ${BASE_FORM}, found "${visibleText(base)}".`);
}

/** Not into the site, where every reader could fetch it and no host runs it. */
function relayOutput(file: string, outDir: string): string {
  if (!`${file}${sep}`.startsWith(outDir + sep)) return file;
  throw new UsageError(`--relay names a place in ${outDir}, whose files are served. Name one outside of it.`);
}

interface Built {
  readonly diagnostics: readonly Diagnostic[];
  readonly pages: number;
  readonly unchanged?: number;
  readonly settings?: readonly string[];
  readonly relay?: string;
}

export const build = defineCommand({
  name: 'build',
  summary: 'Build the static site.',
  positionals: [PROJECT],
  options: {
    out: { kind: 'text', value: 'DIR', help: 'Where the site goes', default: 'dist in the project' },
    site: { kind: 'text', value: 'URL', help: 'The address the site will have, for absolute links' },
    base: { kind: 'text', value: 'PATH', help: 'The path the site will lie under', default: '/' },
    headers: {
      kind: 'choice',
      value: 'HOST',
      choices: hosts.map(({ name }) => name),
      help: 'Write the settings for this host too',
    },
    compress: { kind: 'flag', help: 'Put .br and .gz beside each text, for servers that send what is there' },
    relay: {
      kind: 'text',
      value: 'FILE',
      help: 'Where the relay goes that an API has by its option',
      default: 'beside the site, dist.relay.mjs',
    },
    fresh: { kind: 'flag', help: 'Make every page anew, also those whose input is as the last build had it' },
    strict: { kind: 'flag', help: 'Take every warning for an error' },
    quiet: { kind: 'flag', help: 'Tell only what is wrong' },
    json: { kind: 'flag', help: 'Print the result as one JSON object: pages, unchanged, diagnostics, elapsedSeconds' },
  },
  examples: [
    'curlew build',
    'curlew build my-docs --out site',
    'curlew build pets.yaml --out site',
    'curlew build --site https://docs.example.com --base /api/',
    'curlew build --strict --json > report.json',
  ],
  run: async ({ positionals: [subject], options }, surroundings) => {
    const { folder } = surroundings;
    const { site, base } = options;
    checkSite(site);
    checkBase(base);
    const found = await findProject(subject, folder);
    refuseOwnersSite(found, 'build');
    const { path, folder: home } = found;
    const outDir = findOutput(options.out, found, folder);
    refuseStrangePath(home, outDir);
    const relay = options.relay === undefined ? undefined : relayOutput(resolve(folder, options.relay), outDir);
    const progress = startBuildProgress(surroundings, options.quiet);
    const work = async (): Promise<Built> => {
      const { buildSite } = await import('../site/build.ts');
      return buildSite({
        root: path,
        outDir,
        signal: surroundings.stop,
        log: surroundings.note,
        fresh: options.fresh,
        strict: options.strict,
        compress: options.compress,
        ...(site === undefined ? {} : { site }),
        ...(base === undefined ? {} : { base }),
        ...(relay === undefined ? {} : { relay }),
        ...(options.headers === undefined ? {} : { hosts: [options.headers] }),
      });
    };
    const result = await Promise.race([work(), stopped(surroundings)]).finally(progress.end);
    if (!result) return EXIT.stopped;
    const elapsedSeconds = progress.seconds();
    const { pages, unchanged = 0, settings = [] } = result;
    const written = result.relay === undefined ? {} : { relay: result.relay };
    const built = { pages, unchanged, settings, ...written, diagnostics: result.diagnostics, elapsedSeconds };
    return options.json ? tellJson(built, surroundings) : tellText(built, outDir, options.quiet, surroundings);
  },
});

interface Result extends Built {
  readonly elapsedSeconds: number;
}

function tellJson({ pages, unchanged, diagnostics, elapsedSeconds }: Result, { print }: Surroundings): number {
  print(JSON.stringify({ pages, unchanged, ...reportDiagnostics(diagnostics), elapsedSeconds }, null, 2));
  return countSeverity(diagnostics, 'error') > 0 ? EXIT.faultyFiles : EXIT.fine;
}

function tellText(result: Result, outDir: string, quiet: boolean, surroundings: Surroundings): number {
  const { folder, print, note } = surroundings;
  if (tellFindings(result.diagnostics, surroundings)) {
    note('Nothing was written; what was there before is untouched.');
    return EXIT.faultyFiles;
  }
  if (quiet) return EXIT.fine;
  const shown = (path: string): string => {
    const near = relative(folder, path);
    return near.startsWith('..') ? path : near;
  };
  const unchanged = result.unchanged ? ` (${result.unchanged} unchanged)` : '';
  print(`${result.pages} pages in ${shown(outDir)}${unchanged}, built in ${result.elapsedSeconds.toFixed(1)} s.`);
  if (result.relay !== undefined) print(`The relay, to be deployed: ${shown(result.relay)}`);
  for (const file of result.settings ?? []) print(`Settings for the host: ${shown(file)}`);
  return EXIT.fine;
}
