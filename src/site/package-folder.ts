import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package, whether it runs from its source or compiled. */
export const PACKAGE = findPackage(dirname(fileURLToPath(import.meta.url)));

/** The source of the pages, layouts and components, which Vite compiles with every site. */
export const SRC = join(PACKAGE, 'src');

/** Whether this is the repository: the package that npm installs is compiled, and called by its own name. */
export const IS_SOURCE = import.meta.url.endsWith('.ts');

/** As its package.json has it. */
export function packageVersion(): string {
  return manifest().version;
}

/** The versions of Astro that this package works with, `^7.3.5`. */
export function astroRange(): string {
  return manifest().peerDependencies.astro;
}

function manifest(): { readonly version: string; readonly peerDependencies: { readonly astro: string } } {
  return JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
}

function findPackage(folder: string): string {
  try {
    const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (name === 'curlew') return folder;
  } catch {
    // No package here; it lies further up.
  }
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The package.json of curlew is missing.');
  return findPackage(parent);
}
