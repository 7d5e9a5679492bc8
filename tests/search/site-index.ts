import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FIRST_ROW_CLASS, type Manifest, type TermPart, undelta } from '../../src/search/format.ts';
import { OpenIndex } from '../../src/search/open-index.ts';

/**
 * Opens an index of a built site from its files.
 *
 * @param site - the site's folder
 * @param name - of the first file below `_curlew/search/`, without its ending
 * @param base - the path the site lies under
 */
export function openSiteIndex(site: string, name: string, base = '/'): OpenIndex {
  const manifest: Manifest = JSON.parse(readFileSync(join(site, '_curlew/search', `${name}.json`), 'utf8'));
  const folder = join(site, manifest.folder.slice(base.length));
  return new OpenIndex(manifest, async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')));
}

/** Every address that an index leads to, with the names that lead there. */
export async function targetsOf(index: OpenIndex): Promise<Map<string, string>> {
  const { terms, pages: count, root } = index.manifest;
  const numbers = Array.from({ length: count }, (_, number) => number);
  const pages = await index.pages(numbers);
  const targets = new Map([...pages.values()].map(([title, path]) => [root + path, title]));
  for (const number of terms.keys()) {
    const part = await index.file<TermPart>(`t${number}.json`);
    for (const postings of part.postings) {
      for (const steps of postings.slice(FIRST_ROW_CLASS)) {
        for (const row of undelta(steps)) {
          const record = part.rows[row];
          if (!record) throw new Error(`A term of part ${number} names the place ${row}, which the part lacks.`);
          for (const page of undelta(record[4])) targets.set(`${root}${pages.get(page)?.[1]}#${record[1]}`, record[0]);
        }
      }
    }
  }
  return targets;
}
