import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { contentHash } from './content-hash.ts';

/** The code that pages are made by, with everything that is compiled into it. */
export interface BundleKey {
  readonly plugin: Plugin;
  /** Tells the code of all pages but the guides' own. To be asked once that is written. */
  readonly read: () => string;
}

/**
 * Tells whether pages are made by the same code as before: ours, the owner's components, packages, whatever build
 * options put into it. Guides aren't looked at, since they are made anew each time.
 *
 * @param guides - the absolute paths of their files
 * @param work - a folder that is another in each build, and stands in the code
 * @param outside - tells the code that stays outside of the bundle
 */
export function bundleKey(guides: ReadonlySet<string>, work: string, outside: () => string): BundleKey {
  let key: string | undefined;
  return {
    read: () => {
      if (key === undefined) throw new Error('The code of the pages is not written yet.');
      return key;
    },
    plugin: {
      name: 'curlew:bundle-key',
      enforce: 'post',
      applyToEnvironment: ({ name }) => name === 'prerender',
      generateBundle: {
        order: 'post',
        handler: (_, bundle) => {
          const chunks = new Map(
            Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one] as const] : [])),
          );
          const isGuide = (file: string): boolean =>
            guides.has(chunks.get(file)?.facadeModuleId?.replace(/\?.*$/, '') ?? '');
          const reached = new Set([...chunks.values()].filter((one) => one.isEntry).map((one) => one.fileName));
          for (const file of reached) {
            const { imports = [], dynamicImports = [] } = chunks.get(file) ?? {};
            for (const next of imports) if (chunks.has(next)) reached.add(next);
            for (const next of dynamicImports) if (chunks.has(next) && !isGuide(next)) reached.add(next);
          }
          // A guide's text is in the name of its file, which stands in the code of others, and so on.
          const hashed = [...chunks.keys()].map((file) => basename(file));
          // Comments tell the way to it from the current folder.
          const name = basename(work);
          const texts = [...reached].map((file) => {
            const { code = '' } = chunks.get(file) ?? {};
            return hashed.reduce((text, file) => text.replaceAll(file, unhashed(file)), code).replaceAll(name, '');
          });
          key = contentHash(JSON.stringify([outside(), ...texts.map((text) => contentHash(text)).sort()]));
        },
      },
    },
  };
}

/** `start_Dq-ZNS5H.mjs` → `start_.mjs` */
function unhashed(name: string): string {
  return name.replace(/([_.])[\w-]{8}(\.\w+)$/, '$1$2');
}
