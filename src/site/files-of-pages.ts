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

/** @param read - see there */
export function openFilesOfPages(read: FilesOfPages['read']): FilesOfPages {
  const files = new Map<string, readonly PageFile[]>();
  return {
    read,
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
