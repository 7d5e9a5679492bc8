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
            resolveDependencies: (file, files, { hostId }) => (HOSTS.test(hostId) || RARE.test(file) ? [] : files),
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
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && EAGER.has(file.name)) file.code = COMPILE_WHOLE + file.code;
        }
      },
    },
  };
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
