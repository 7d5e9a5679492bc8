import { join } from 'node:path';
import type { ReplacedComponents } from './options.ts';
import { SRC } from './package-folder.ts';
import { replaceable } from './replaceable.ts';
import type { SiteData } from './site-data.ts';

/** Where a project's own files lie, and those made for it. */
export interface OwnerFiles {
  readonly root: string;
  /** The style sheet of the option `accent`. */
  readonly accentFile: string;
}

/** The module `virtual:curlew/styles`: the owner's style sheets, in their order, the accent before them. */
export function stylesModule({ options }: Pick<SiteData, 'options'>, { root, accentFile }: OwnerFiles): string {
  return [accentFile, ...options.css.map((path) => join(root, path))].map(importLine).join('');
}

function importLine(file: string): string {
  return `import ${JSON.stringify(file)};\n`;
}

/**
 * The module `virtual:curlew/components`: each replaceable component under its name with a capital letter, the
 * owner's where there is one. `virtual:curlew/defaults` is the same without theirs.
 */
export function componentsModule(replaced: ReplacedComponents, { root }: Pick<OwnerFiles, 'root'>): string {
  const own = new Map(Object.entries(replaced));
  return Object.entries(replaceable)
    .map(([name, ours]) => {
      const theirs = own.get(name);
      const file = theirs === undefined ? join(SRC, ours) : join(root, theirs);
      return `export { default as ${name.charAt(0).toUpperCase()}${name.slice(1)} } from ${JSON.stringify(file)};\n`;
    })
    .join('');
}
