import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SearchRow } from '../../search/entries.ts';
import { cacheFolder, filesByUse } from './cache-folder.ts';
import { contentHash } from './content-hash.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/** What is known of a file that a page gave: where it came from, and what it was. */
export interface KeptFile {
  /** Tells all that its bytes depend on, but what the whole build has in common. */
  readonly key: string;
  /** The SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string;
  /** What the file system said of the file when it was in its place. */
  readonly state?: string;
  /** Of a page: the files that go with it, by path below the site's folder. */
  readonly beside?: readonly string[];
  /** Of a page: the addresses that it links to, by their places in the record's list. */
  readonly links?: readonly number[];
  /** What the page told for the search. */
  readonly rows?: readonly SearchRow[];
}

/** What pages worked out besides their bytes. */
export interface KeptAnswer {
  readonly key: string;
  readonly answer: unknown;
}

/** What a build knows of the last one of the same folder. It names what may be reused and never where that lies. */
export interface BuildRecord {
  /** Tells what all pages have in common: the code they are made by, the assets they name. */
  readonly build: string;
  /** By path below the site's folder. */
  readonly files: ReadonlyMap<string, KeptFile>;
  readonly answers: ReadonlyMap<string, KeptAnswer>;
  /** The addresses that pages link to: most stand on many. */
  readonly addresses: readonly string[];
}

/** Of the form below; another one is no record. */
const FORM = 'curlew 3';
/** Records of sites that nobody has built for so long go away, in milliseconds. */
const LONGEST_KEPT = 90 * 24 * 60 * 60 * 1000;

/**
 * Where the record of a site lies: in the user's own folder. In the project it could come with somebody's pull
 * request, beside the site it could be served, and a project may be a single file.
 *
 * @param outDir - the folder of the site, absolute
 */
export function recordFile(outDir: string): string {
  return join(cacheFolder(), `${contentHash(outDir).slice(0, 32)}.record`);
}

/**
 * Reads what is known of the site in a folder.
 *
 * @param outDir - absolute
 * @returns nothing where there is no record, or one that can't be read: the site is then made as if it were the first
 */
export function readRecord(outDir: string): BuildRecord | undefined {
  return readSealed(recordFile(outDir), FORM, (content) => {
    const { build, files, answers, addresses } = JSON.parse(content.toString());
    return { build, files: new Map(files), answers: new Map(answers), addresses: [...addresses] };
  });
}

/** Writes what is known of the site in a folder; where that can't be written, the next build is whole. */
export function writeRecord(outDir: string, { build, files, answers, addresses }: BuildRecord): void {
  const file = recordFile(outDir);
  removeOld(dirname(file));
  writeSealed(file, FORM, [
    Buffer.from(JSON.stringify({ build, files: [...files], answers: [...answers], addresses })),
  ]);
}

function removeOld(folder: string): void {
  for (const file of filesByUse(folder)) {
    if (Date.now() - file.used > LONGEST_KEPT) rmSync(file.path, { force: true });
  }
}
