import { lstatSync, readdirSync, utimesSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The user's own folder for what can be made again. What lies there nobody else can write. */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME: chosen, LOCALAPPDATA: local } = process.env;
  if (chosen && isAbsolute(chosen)) return join(chosen, 'curlew');
  if (process.platform === 'win32' && local) return join(local, 'curlew', 'cache');
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'curlew');
}

/** A file of the cache. */
export interface CachedFile {
  readonly path: string;
  readonly size: number;
  /** When it was made or last of use, in milliseconds. */
  readonly used: number;
}

/** The files of a folder, those first that have been of no use for longest; none where it can't be read. */
export function filesByUse(folder: string): CachedFile[] {
  try {
    const files = readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      const stat = lstatSync(path, { throwIfNoEntry: false });
      return stat?.isFile() ? [{ path, size: stat.size, used: stat.mtimeMs }] : [];
    });
    return files.sort((one, other) => one.used - other.used);
  } catch {
    return [];
  }
}

/** Lets a file stay that was of use. */
export function noteUse(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // It is removed sooner then.
  }
}
