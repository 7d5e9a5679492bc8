import { join } from 'node:path';
import type { Plugin } from 'vite';
import { SRC } from './package-folder.ts';

interface ChunkingContext {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

const CONSOLE = join(SRC, 'console/mount.tsx');
/** The file that comes of it. */
const CHUNK = /\/console\.[\w-]+\.js$/;
/** What pages have before any press, or load without the console. */
const PAGES = /\.astro|\/src\/components\/|\/console\/(?:live-samples|load-styles|keep-draft)\.ts$/;

/** Bundles what opens the console as one file. */
export function oneConsoleChunk(): Plugin {
  const codeSplitting = { includeDependenciesRecursively: false, groups: [{ name: consoleChunk }] };
  return {
    name: 'curlew:console-chunk',
    configEnvironment(name) {
      if (name !== 'client') return undefined;
      return {
        build: {
          // A part of the console mostly needs what is loaded already; the list of its files would be paid before.
          modulePreload: {
            polyfill: false,
            resolveDependencies: (_, files, { hostId }) => (CHUNK.test(hostId) ? [] : files),
          },
          // Entries may hand out more than their own exports: nobody but our pages imports them.
          rolldownOptions: { preserveEntrySignatures: 'allow-extension', output: { codeSplitting } },
        },
      };
    },
  };
}

/**
 * Names the chunk of what opens the console, so that it comes as one file. By itself the bundler gives each set of
 * parts that share something a file of its own: with every part that loads later, the first press would cost more.
 *
 * @returns nothing for what a page has without the console
 */
function consoleChunk(id: string, context: ChunkingContext): string | undefined {
  if (!PAGES.test(id) && !reaches(id, context, PAGES) && reaches(id, context, CONSOLE)) return 'console';
  return undefined;
}

/** Whether a module is imported by another one, directly or not, other than on demand. */
function reaches(id: string, context: ChunkingContext, target: RegExp | string): boolean {
  const seen = new Set([id]);
  for (const one of seen) {
    if (typeof target === 'string' ? one === target : target.test(one)) return true;
    for (const importer of context.getModuleInfo(one)?.importers ?? []) seen.add(importer);
  }
  return false;
}
