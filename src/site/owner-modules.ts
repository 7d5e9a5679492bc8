import { join } from 'node:path';
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
