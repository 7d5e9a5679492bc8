import { readdirSync, rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { makeFolder } from '../site/make-folder.ts';
import { cacheFolder } from '../site/reuse/cache-folder.ts';

/** A build adds the code of its pages, some hundred files, which is other code in the next one. */
const MOST_FILES = 10_000;

/**
 * Has Node keep what it compiles, since half of what a short command takes is compiling. It lies in the user's own
 * folder, as it is run without a look; where it has grown too large it begins anew. `NODE_COMPILE_CACHE` names
 * another folder, which is left alone, and `NODE_DISABLE_COMPILE_CACHE=1` says not to.
 */
export function keepCompiled(): void {
  if (process.env.NODE_COMPILE_CACHE) {
    enableCompileCache();
    return;
  }
  const folder = join(cacheFolder(), 'compiled');
  clearWhereLarge(folder);
  try {
    makeFolder(folder, 0o700);
  } catch {
    return; // Where nothing can be kept, all is compiled each time.
  }
  enableCompileCache(folder);
}

/** @param folder - may not be there */
export function clearWhereLarge(folder: string, most = MOST_FILES): void {
  try {
    // A folder for each version of Node, and nothing but files in that.
    const versions = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const count = versions.reduce((sum, { name }) => sum + readdirSync(join(folder, name)).length, 0);
    if (count >= most) rmSync(folder, { recursive: true, force: true });
  } catch {
    // It isn't there, or can't be read; nothing but time is lost.
  }
}
