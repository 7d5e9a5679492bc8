import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type OutputChunk, type Plugin as RolldownPlugin, rolldown } from 'rolldown';
import type { Plugin } from 'vite';
import { SRC } from './package-folder.ts';
import { type PlainModules, plainModules } from './plain-modules.ts';
import { contentHash } from './reuse/content-hash.ts';

/** The modules that pages need and that their bundle leaves to Node. */
export interface NativeModules {
  readonly plugin: Plugin;
  /** Tells their code. To be asked once the bundle of the pages is written. */
  readonly key: () => string;
}

/**
 * Keeps out of the pages' bundle what is plain code: most of our own, with the packages that it names. In that bundle
 * each module passes some fifty plugins; a bundle of its own is made in a tenth of the time. Left to Node file by
 * file it would be ready as soon, and run slower: what a module imports is looked up at each use.
 *
 * @param folder - where they are put for this build, absolute
 */
export function nativeModules(folder: string): NativeModules {
  const modules = plainModules();
  /** By the name of what stands for it in the folder. */
  const used = new Map<string, string>();
  let key: string | undefined;
  return {
    key: () => {
      if (key === undefined) throw new Error('The code of the pages is not written yet.');
      return key;
    },
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
            const file = join(dirname(importer), id);
            const name = relative(SRC, file).split(sep).join('/').replace(/\.ts$/, '');
            if (name.startsWith('..') || !modules.isPlain(file)) return undefined;
            used.set(name, file);
            return outside(join(folder, `${name}.mjs`));
          }
          const found = await this.resolve(id, importer, { ...options, skipSelf: true });
          if (!found || !(await isLoadable(found.id))) return undefined;
          modules.notePackage(found.id);
          return outside(found.id);
        },
      },
      generateBundle: async () => {
        const chunks = await bundle(used, folder, modules);
        const texts = chunks.map(({ fileName, code }) => contentHash(fileName + code)).sort();
        key = contentHash(JSON.stringify([...texts, ...modules.packages()]));
      },
    },
  };
}

/** Writes a file for each module, all of whose code is in one beside them. */
async function bundle(
  used: ReadonlyMap<string, string>,
  folder: string,
  modules: PlainModules,
): Promise<readonly OutputChunk[]> {
  const made = await rolldown({
    input: Object.fromEntries([...used].sort()),
    platform: 'node',
    treeshake: false,
    plugins: [packagesOutside(modules)],
  });
  const { output } = await made.write({
    dir: folder,
    entryFileNames: '[name].mjs',
    chunkFileNames: '_[name].mjs',
    codeSplitting: { groups: [{ name: 'all', test: /./ }] },
  });
  await made.close();
  return output.filter((one) => one.type === 'chunk');
}

/** Packages are loaded from where this file finds them, wherever the folder lies. */
function packagesOutside(modules: PlainModules): RolldownPlugin {
  return {
    name: 'curlew:packages-outside',
    resolveId: {
      filter: { id: /^[^./]/ },
      handler: (id, importer) => {
        if (importer === undefined) return undefined;
        if (id.startsWith('node:')) return { id, external: true };
        const url = import.meta.resolve(id);
        modules.notePackage(url);
        return { id: url, external: 'absolute' };
      },
    },
  };
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
