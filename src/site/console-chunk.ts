import { join } from 'node:path';
import type { Plugin } from 'vite';
import { SRC } from './package-folder.ts';

interface ChunkingContext {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** What pages load by parts: each is one file with all that it needs at once. */
const WHOLES = [
  { name: 'samples', entry: join(SRC, 'console/live-samples.ts') },
  { name: 'console', entry: join(SRC, 'console/open-console.ts') },
] as const;

/** Files whose dynamic imports are parts of the console. */
const HOSTS = /\/(?:console|samples)\.[\w-]+\.js$/;
/** What pages load so rarely that a list of what it needs would be paid for nothing. */
const RARE = /\/resume\.[\w-]+\.js$/;
/** Files of which nearly everything runs as soon as they are there. */
const EAGER: ReadonlySet<string> = new Set(['console', 'samples', 'palette']);
/** Has Chromium compile a file whole while it comes, beside the page's own work, and not each function at its first call. */
const COMPILE_WHOLE = '//# allFunctionsCalledOnLoad\n';
/** A few lines that nearly all parts have in common: as files of their own they would cost each press two requests. */
const FEW_LINES = /(?:^|\/)(?:rolldown-runtime|translate)(?:\.[\w-]+\.js)?$/;
/** The bundler's object of a module's exports, but for the tag that says what it is: nothing of ours asks. */
const NAMESPACE = 'e=>{let t={};for(let n in e)Object.defineProperty(t,n,{get:e[n],enumerable:!0});return t}';
/** What pages have before any press, or need without the console. */
const PAGES = /\.astro|\/src\/components\/|\/console\/(?:load-styles|keep-draft)\.ts$/;

/**
 * Bundles what opens the console as few files. By itself the bundler gives each set of modules that the same parts
 * share a file of its own: with every part that loads later, the first press would cost more.
 */
export function consoleChunks(): Plugin {
  const codeSplitting = { includeDependenciesRecursively: false, groups: [{ name: chunkOf }] };
  return {
    name: 'curlew:console-chunks',
    configEnvironment(name) {
      if (name !== 'client') return undefined;
      return {
        build: {
          // A part mostly needs what is loaded already, and the list of its files would be paid with the first press.
          modulePreload: {
            polyfill: false,
            resolveDependencies: (file, files, { hostId }) =>
              HOSTS.test(hostId) || RARE.test(file) ? [] : files.filter((one) => !FEW_LINES.test(one)),
          },
          // Entries may hand out more than their own exports: nobody but our pages imports them.
          rolldownOptions: { preserveEntrySignatures: 'allow-extension', output: { codeSplitting } },
        },
      };
    },
    generateBundle: {
      // The comment counts only at the very beginning, and the list of files that Vite adds stands there too.
      order: 'post',
      handler(_, bundle) {
        if (this.environment.name !== 'client') return;
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        for (const few of chunks.filter(({ name }) => FEW_LINES.test(name))) {
          if (putIntoImporters(few, chunks)) delete bundle[few.fileName];
        }
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && EAGER.has(file.name)) file.code = COMPILE_WHOLE + file.code;
        }
      },
    },
  };
}

interface Chunk {
  readonly fileName: string;
  readonly imports: string[];
  code: string;
}

/** Gives all that import a chunk its lines in place of the import. @returns whether none of them imports it any more */
function putIntoImporters({ fileName, imports, code }: Chunk, chunks: readonly Chunk[]): boolean {
  const [, lines, own, given] = /^([\s\S]*?)export\{(\w+)(?: as (\w+))?\};?\s*$/.exec(code) ?? [];
  if (lines === undefined || imports.length > 0) return false;
  const value = lines.includes('Symbol.toStringTag') ? NAMESPACE : `(()=>{${lines}return ${own}})()`;
  const end = fileName.slice(fileName.lastIndexOf('/')).replaceAll('.', '\\.');
  const asked = new RegExp(`import\\{${given ?? own}(?: as (\\w+))?\\}from"\\.${end}";`);
  for (const chunk of chunks.filter((one) => one.imports.includes(fileName))) {
    chunk.code = chunk.code.replace(asked, (_, name) => `var ${name ?? given ?? own}=${value};`);
    chunk.imports.splice(chunk.imports.indexOf(fileName), 1);
  }
  return !chunks.some((one) => one.code.includes(fileName.slice(fileName.lastIndexOf('/') + 1)));
}

/** @returns nothing for what a page has anyhow, and for what loads later */
function chunkOf(id: string, context: ChunkingContext): string | undefined {
  const importers = importersOf(id, context);
  if ([...importers].some((one) => PAGES.test(one))) return undefined;
  return WHOLES.find(({ entry }) => importers.has(entry))?.name;
}

/** A module and all that import it, directly or not, other than on demand. */
function importersOf(id: string, context: ChunkingContext): ReadonlySet<string> {
  const seen = new Set([id]);
  for (const one of seen) {
    for (const importer of context.getModuleInfo(one)?.importers ?? []) seen.add(importer);
  }
  return seen;
}
