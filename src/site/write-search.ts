import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SearchRow } from '../search/entries.ts';
import { searchFiles } from './search-index.ts';
import type { SiteData } from './site-data.ts';

/** Writes the search indexes into a built site. @param notes - what its pages told of themselves, by address */
export async function writeSearch(
  outDir: string,
  site: SiteData,
  notes: ReadonlyMap<string, readonly SearchRow[]>,
): Promise<void> {
  const files = [...searchFiles(site, (url) => notes.get(url))];
  const folders = new Set(files.map(([path]) => dirname(join(outDir, path))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  for (const [path, content] of files) await writeFile(join(outDir, path), content);
}
