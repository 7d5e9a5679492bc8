import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
