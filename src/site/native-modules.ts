import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { PACKAGE, SRC } from './package-folder.ts';
import { plainModules } from './plain-modules.ts';

/** The modules that pages need and that their bundle leaves to Node. */
export interface NativeModules {
  readonly plugin: Plugin;
  /** Tells their code. To be asked once the bundle is written. */
  readonly key: () => string;
}

/** As this file runs, so do the others. */
const ENDING = extname(fileURLToPath(import.meta.url));
const CODE = ENDING === '.ts' ? SRC : join(PACKAGE, 'lib');

/**
 * Leaves to Node what it can run as it stands: most of our own code, with the packages that this names. The process
 * has loaded half of it already, and bundling a module takes several times what loading it does.
 */
export function nativeModules(): NativeModules {
  const modules = plainModules();
  return {
    key: modules.key,
    plugin: {
      name: 'curlew:native-modules',
      enforce: 'pre',
      applyToEnvironment: ({ name }) => name === 'prerender',
      resolveId: {
        // The two packages are named by Astro's code, and Astro has them loaded.
        filter: { id: /^\.{1,2}\/.*\.ts$|^(?:zod|devalue)(?:\/|$)/ },
        async handler(id, importer, options) {
          if (importer === undefined) return undefined;
          if (id.startsWith('.')) {
            const file = nativeFile(join(dirname(importer), id));
            return file !== undefined && modules.take(file) ? outside(file) : undefined;
          }
          const found = await this.resolve(id, importer, { ...options, skipSelf: true });
          if (!found || !(await isLoadable(found.id))) return undefined;
          modules.takePackage(found.id);
          return outside(found.id);
        },
      },
    },
  };
}

/** What Node runs in place of a file of our source. */
function nativeFile(source: string): string | undefined {
  const path = relative(SRC, source);
  return path.startsWith('..') ? undefined : join(CODE, path.replace(/\.ts$/, ENDING));
}

/** Vite may choose a file of a package that only bundlers can read. */
async function isLoadable(file: string): Promise<boolean> {
  try {
    await import(pathToFileURL(file).href);
    return true;
  } catch {
    return false;
  }
}

function outside(file: string): { readonly id: string; readonly external: 'absolute' } {
  return { id: pathToFileURL(file).href, external: 'absolute' };
}
