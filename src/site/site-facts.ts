import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hosts } from './delivery/hosts.ts';
import type { RelayFacts } from './relay/write-relay.ts';

/** What a built site tells whoever serves it, in `_curlew/site.json`. */
export interface SiteFacts {
  /** The path that the site was built for, with a slash at both ends. */
  readonly base: string;
  /** Where its relay is to be found, and what that passes on. */
  readonly relay?: RelayFacts | undefined;
}

const PATH = '_curlew/site.json';

export async function writeSiteFacts(folder: string, facts: SiteFacts): Promise<void> {
  const file = join(folder, PATH);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(facts)}\n`);
}

/** Notes what lies in the folder of a whole site, so that what others put there is told from it. */
export async function noteNames(folder: string): Promise<void> {
  const file = join(folder, PATH);
  const facts: object = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, `${JSON.stringify({ ...facts, names: readdirSync(folder).sort() })}\n`);
}

/** Written after that: settings for hosts, and what systems put into every folder. */
const NO_ONES = [
  ...hosts.flatMap(({ place }) => ('inside' in place ? place.inside : [])),
  ...['.DS_Store', 'Thumbs.db'],
];

/** What somebody else put into the folder of a site; of a site that doesn't say what it holds, a checkout of git alone. */
export function foreignNames(folder: string): string[] {
  const names = readdirSync(folder).sort();
  try {
    const { names: own }: { names?: unknown } = JSON.parse(readFileSync(join(folder, PATH), 'utf8'));
    if (Array.isArray(own)) return names.filter((name) => !own.includes(name) && !NO_ONES.includes(name));
  } catch {
    // An older site, or an unfinished one.
  }
  return names.filter((name) => name === '.git');
}

/** @returns those of a site at the root, for a folder without the file or with one that says nothing */
export async function readSiteFacts(folder: string): Promise<SiteFacts> {
  try {
    const { base, relay }: { base?: unknown; relay?: RelayFacts } = JSON.parse(
      await readFile(join(folder, PATH), 'utf8'),
    );
    return { base: typeof base === 'string' && /^\/(?:[^/].*\/)?$/.test(base) ? base : '/', relay };
  } catch {
    return { base: '/' };
  }
}
