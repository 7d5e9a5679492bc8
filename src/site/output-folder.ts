import { existsSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** A folder beside the site's, in which a build writes until the site is whole. */
export interface FreshFolder {
  /** Holds the site while it is made and whatever else is needed for that. */
  readonly work: string;
  /** The site, in that folder. */
  readonly path: string;
  /** Puts the new site in the place of what was there; left out where it is made to be looked at alone. */
  swapIn?(): Promise<void>;
  /** Removes what is left; to be called however the build ends. */
  close(): Promise<void>;
}

/**
 * Makes the name of a new folder for a site, and clears what builds that were killed have left. The folder
 * also goes away when the process exits before `close`.
 *
 * @param outDir - where the site goes in the end, absolute
 */
export function openFreshFolder(outDir: string): Required<FreshFolder> {
  clearLeftovers(outDir);
  opened += 1;
  // Node keeps the modules of a build by their paths; the next build in the same process has others.
  const work = temporaryName(outDir, opened === 1 ? `${process.pid}` : `${process.pid}.${opened}`);
  const path = join(work, 'site');
  const old = `${work}-old`;
  return {
    work,
    path,
    swapIn: async () => {
      makeFolder(dirname(outDir));
      await replaceFolder(path, outDir, old);
    },
    close: removedAtExit(work),
  };
}

/** A folder for a site that nobody keeps, far from the project, which may be read-only. */
export function openPassingFolder(): FreshFolder {
  const work = mkdtempSync(join(realpathSync(tmpdir()), 'curlew-check-'));
  return { work, path: join(work, 'site'), close: removedAtExit(work) };
}

/** Has a folder go away with the process, or before. @returns removes it now */
function removedAtExit(work: string): () => Promise<void> {
  const onExit = (): void => rmSync(work, { recursive: true, force: true, maxRetries: 10 });
  process.once('exit', onExit);
  return async () => {
    removeFolder(work);
    process.off('exit', onExit);
  };
}

let opened = 0;

/** How often another build may come in between. */
const SWAPS = 100;

/**
 * Moves a folder to where another may be, which goes away. Another build of the same site may do so at the
 * same time, between any two steps; the last one wins.
 */
async function replaceFolder(path: string, outDir: string, old: string): Promise<void> {
  for (let left = SWAPS; ; left -= 1) {
    try {
      await rename(outDir, old);
    } catch (error) {
      if (!hasCode(error, 'ENOENT')) throw error;
    }
    try {
      await rename(path, outDir);
    } catch (error) {
      // What was moved away stays where nothing has taken its place; the next build brings it back.
      if (left === 0 || !(hasCode(error, 'ENOTEMPTY', 'EEXIST') || existsSync(outDir))) throw error;
      removeFolder(old);
      continue;
    }
    removeFolder(old);
    return;
  }
}

/** At once: file by file, each with a turn of the event loop, takes three times the work for a large site. */
function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

function temporaryName(outDir: string, id: string): string {
  return join(dirname(outDir), `.${basename(outDir)}-${id}`);
}

/** Removes the folders of processes that are gone; a site that one of them had moved away comes back. */
function clearLeftovers(outDir: string): void {
  const folder = dirname(outDir);
  const start = `.${basename(outDir)}-`;
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const match = name.startsWith(start) ? /^(\d+)(?:\.\d+)?(-old)?$/.exec(name.slice(start.length)) : null;
    if (!match || isAlive(Number(match[1]))) continue;
    if (match[2] && !existsSync(outDir)) renameSync(join(folder, name), outDir);
    else rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Whether another process has this id; ours has left nothing yet. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process can't be asked, but it is there.
    return hasCode(error, 'EPERM');
  }
}
