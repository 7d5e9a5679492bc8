import { constants, copyFileSync, linkSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SearchRow } from '../../search/entries.ts';
import type { KnownLinks } from '../site-links.ts';
import { contentHash } from './content-hash.ts';
import { type BuildRecord, type KeptAnswer, type KeptFile, readRecord, writeRecord } from './record-file.ts';

/** What a build takes over from the site that it will replace, and what it leaves for the next one. */
export interface LastBuild extends KnownLinks {
  /**
   * Says what this build is. Before that nothing is taken over.
   *
   * @param fresh - where the site is made
   * @param build - tells what all its pages have in common
   */
  begin(fresh: string, build: string): void;
  /**
   * Puts a page of the last site into the new one together with the files that went with it, where they are what a
   * page of this key would give.
   *
   * @param path - below the site's folder, with `/`
   */
  takeOver(path: string, key: string): Pick<KeptFile, 'rows'> | undefined;
  /** Remembers a page that was made, and the files that go with it. */
  note(
    path: string,
    key: string,
    bytes: Uint8Array,
    rows: readonly SearchRow[] | undefined,
    beside: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  ): void;
  /** What was worked out of the same input before, or is now. The answer has to survive JSON. */
  remember<Answer>(name: string, key: string, work: (before?: Answer) => Answer): Answer;
  /** The files that were taken over, by their paths below the site's folder. */
  readonly taken: ReadonlySet<string>;
  /** Leaves the record for the next build, once the new site has taken the place of the old one. */
  close(): void;
}

/**
 * @param outDir - the folder of the site, absolute; it may not be there
 * @param isFresh - nothing is taken over
 */
export function openLastBuild(outDir: string, isFresh: boolean): LastBuild {
  let last: BuildRecord | undefined;
  let begun: { readonly fresh: string; readonly build: string } | undefined;
  const files = new Map<string, KeptFile>();
  const answers = new Map<string, KeptAnswer>();
  const taken = new Set<string>();
  const addresses: string[] = [];
  const placesOf = new Map<string, number>();
  const place = realPath(outDir);
  /** A folder of the old site that is a link could lead anywhere. */
  const folders = new Map<string, boolean>();
  /** Of the new site. */
  const made = new Set<string>();
  const isOwn = (folder: string): boolean => {
    const known = folders.get(folder) ?? realPath(join(outDir, folder)) === join(place ?? '', folder);
    folders.set(folder, known);
    return known;
  };
  return {
    taken,
    begin: (fresh, build) => {
      begun = { fresh, build };
      const record = isFresh || place === undefined ? undefined : readRecord(outDir);
      last = record?.build === build ? record : undefined;
    },
    takeOver: (path, key) => {
      const page = last?.files.get(path);
      if (!begun || !page) return undefined;
      const put: [string, KeptFile][] = [];
      for (const one of [path, ...(page.beside ?? [])]) {
        const known = last?.files.get(one);
        const isSame = known?.key === key && isPlain(one) && isOwn(dirname(one));
        if (!isSame || !putFile(join(outDir, one), join(begun.fresh, one), known, made)) {
          // They are made anew; written into, a linked file would change the last site too.
          for (const [other] of put) rmSync(join(begun.fresh, other));
          return undefined;
        }
        put.push([one, known]);
      }
      for (const [one, known] of put) {
        files.set(one, known);
        taken.add(one);
      }
      return page;
    },
    note: (path, key, bytes, rows, beside) => {
      const own = beside.length > 0 ? { beside: beside.map((one) => one.path) } : {};
      files.set(path, { key, hash: contentHash(bytes), ...(rows ? { rows } : {}), ...own });
      for (const one of beside) files.set(one.path, { key, hash: contentHash(one.bytes) });
    },
    linksOf: (path) => {
      const [file, list = []] = taken.has(path)
        ? [last?.files.get(path), last?.addresses]
        : [files.get(path), addresses];
      return file?.links?.map((at) => list[at] ?? '');
    },
    noteLinks: (path, links) => {
      const file = files.get(path);
      if (!file) return;
      const places = links.map((address) => {
        const place = placesOf.get(address) ?? addresses.push(address) - 1;
        placesOf.set(address, place);
        return place;
      });
      files.set(path, { ...file, links: places });
    },
    remember: (name, key, work) => {
      const known = last?.answers.get(name);
      const before = known?.answer as ReturnType<typeof work> | undefined;
      const answer = known?.key === key && before !== undefined ? before : work(before);
      answers.set(name, { key, answer });
      return answer;
    },
    close: () => {
      if (!begun) return;
      const settled = Date.now() - COARSEST_CLOCK;
      for (const [path, file] of files) files.set(path, { ...file, state: stateOf(join(outDir, path), settled) });
      writeRecord(outDir, { build: begun.build, files, answers, addresses });
    },
  };
}

/** A path that names the same file as an address, as part of a path and on every system. */
function isPlain(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\:%?#\0]/.test(part));
}

/** Two changes of a file so close together may have the same time, in milliseconds. */
const COARSEST_CLOCK = 100;

/**
 * Tells a file from every other and from itself before it was written to: nobody can set the time of its last change.
 *
 * @param settled - what changed after this time is not told
 * @returns nothing for what is no file of its own
 */
function stateOf(file: string, settled = Number.POSITIVE_INFINITY): string | undefined {
  const stat = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  if (!stat?.isFile() || Number(stat.ctimeMs) > settled) return undefined;
  return [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ');
}

/**
 * Links a file, or copies it where that can't be; then looks whether it is the one.
 *
 * @param made - the folders that are known to be there
 * @returns whether it is there now; never in the place of a file that was there before
 */
function putFile(from: string, to: string, wanted: Pick<KeptFile, 'hash' | 'state'>, made: Set<string>): boolean {
  try {
    const state = stateOf(from);
    if (state === undefined) return false;
    const folder = dirname(to);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    try {
      linkSync(from, to);
    } catch {
      copyFileSync(from, to, constants.COPYFILE_EXCL);
    }
    if (state === wanted.state) return true;
    if (lstatSync(to).isFile() && contentHash(readFileSync(to)) === wanted.hash) return true;
    rmSync(to, { force: true });
    return false;
  } catch {
    return false;
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
