import { statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What a site is made from. */
export interface Project {
  /** The folder, absolute; places in messages are told from here. */
  readonly root: string;
  /** The one description that is the whole project, its path below the root. */
  readonly only?: string;
}

/** @param path - absolute: a folder, or a single description, whose folder then holds nothing else of the project */
export function openProject(path: string): Project {
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  return isFile ? { root: dirname(path), only: basename(path) } : { root: path };
}

/** The files that are served as they are. A single description has none. */
export function publicFolder({ root, only }: Project): string {
  return join(root, only === undefined ? 'public' : '.curlew/nothing');
}

/** The guides. A single description has none. */
export function docsFolder({ root, only }: Project): string {
  return join(root, only === undefined ? 'docs' : '.curlew/nothing');
}

/** The owner's languages of the interface. A single description has none. */
export function languageFolder({ root, only }: Project): string {
  return join(root, only === undefined ? 'languages' : '.curlew/nothing');
}

/** The folder, or the one description. */
export function projectPath({ root, only }: Project): string {
  return only === undefined ? root : join(root, only);
}
