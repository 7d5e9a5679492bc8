import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Puts our written pages where their addresses say, `/start/` and `/en/404.html`, however the site writes its
 * own: Astro has one way for all.
 *
 * @param files - the written files of one route
 * @param isError - they are the pages of unknown addresses, which hosts look for in the folder around
 */
export async function placePages(files: readonly URL[], isError: boolean): Promise<void> {
  for (const file of files.map((url) => fileURLToPath(url)).filter((path) => path.endsWith('.html'))) {
    const page = file.replace(/(?:[\\/]index)?\.html$/, '');
    const wanted = isError ? `${page}.html` : join(page, 'index.html');
    if (wanted === file || !existsSync(file)) continue;
    await mkdir(dirname(wanted), { recursive: true });
    await rename(file, wanted);
    if (isError && (await readdir(dirname(file))).length === 0) await rmdir(dirname(file));
  }
}
