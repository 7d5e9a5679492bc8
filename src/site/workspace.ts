import { symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { astroFolder } from './astro-package.ts';
import { makeFolder } from './make-folder.ts';
import { PACKAGE, SRC } from './package-folder.ts';

const OWN_FILE = fileURLToPath(import.meta.url);

/** The folder that holds `astro` and everything else the pages are made with. */
const MODULES = dirname(astroFolder());

/**
 * Makes the folder that Astro takes for its root. The project's own may be read-only, without packages, or
 * in use by another build, so it is only read from.
 *
 * @param folder - absolute; made when it isn't there
 */
export async function openWorkspace(folder: string): Promise<void> {
  makeFolder(folder);
  // What the pages' bundle leaves outside is looked for from here. Windows links folders without asking.
  await symlink(MODULES, join(folder, 'node_modules'), 'junction');
}

export interface WorkspaceOptions {
  /** The work folder. */
  readonly folder: string;
  /** The project, absolute. */
  readonly root: string;
  readonly publicDir: string;
  readonly command: 'build' | 'dev';
  /** The owner's own config of Astro, with our integration in it. */
  readonly config: AstroInlineConfig & { readonly integrations: AstroIntegration[] };
}

/** Astro's config for a project, whose root is the work folder and whose pages are ours. */
export function workspaceConfig({ folder, root, publicDir, command, config }: WorkspaceOptions): AstroInlineConfig {
  const vite = config.vite ?? {};
  return {
    ...config,
    root: folder,
    srcDir: SRC,
    publicDir,
    cacheDir: join(folder, 'cache'),
    configFile: false,
    logLevel: 'warn',
    vite: {
      ...vite,
      cacheDir: join(folder, 'vite'),
      plugins: [...(vite.plugins ?? []), ownPackages()],
      server: { ...vite.server, fs: { ...vite.server?.fs, allow: [root, PACKAGE, MODULES, folder] } },
      // The bundle of the pages runs from the work folder, where nothing is installed; in `dev` code that is
      // no module must stay outside.
      ...(command === 'build'
        ? { environments: { prerender: { resolve: { noExternal: true } }, ssr: { resolve: { noExternal: true } } } }
        : { ssr: { noExternal: ['curlew', 'astro', /^@astrojs\//, /^virtual:/] } }),
    },
  };
}

/** Finds packages for files of a project that has none of its own, and for modules that lie nowhere. */
function ownPackages(): Plugin {
  return {
    name: 'curlew:own-packages',
    enforce: 'pre',
    resolveId: {
      filter: { id: { exclude: /^[./\0]|:|index\.html$/ } },
      async handler(id, importer, options) {
        const found = importer === undefined ? null : await this.resolve(id, importer, { ...options, skipSelf: true });
        return found ?? this.resolve(id, OWN_FILE, { ...options, skipSelf: true });
      },
    },
  };
}
