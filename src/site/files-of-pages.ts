import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOwners } from './text-answers.ts';

/** A file that goes with a page. */
export interface PageFile {
  /** Below the site's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Where pages leave the files that go with them, for the build to write both: an operation has up to a dozen, and a
 * route of Astro's takes more time for a file than most of them take to be made.
 */
export interface FilesOfPages {
  /** @param page - the page's own file, below the site's folder */
  leave(page: string, files: readonly PageFile[]): void;
  /** What was left, which is then nowhere else. */
  take(page: string): readonly PageFile[];
  /** The text of a file that was written; nothing where there is none, or the owner's own. */
  read(path: string): string | undefined;
}

/**
 * @param fresh - where the site is made, absolute
 * @param publicDir - the folder of the owner's files, absolute
 */
export function openFilesOfPages(fresh: string, publicDir: string): FilesOfPages {
  const files = new Map<string, readonly PageFile[]>();
  return {
    read: (path) => {
      const file = join(fresh, path);
      return isOwners({ publicDir }, path) || !existsSync(file) ? undefined : readFileSync(file, 'utf8');
    },
    leave: (page, own) => {
      files.set(page, own);
    },
    take: (page) => {
      const own = files.get(page) ?? [];
      files.delete(page);
      return own;
    },
  };
}
