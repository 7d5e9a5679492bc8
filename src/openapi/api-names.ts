import { posix } from 'node:path';
import type { Edition } from '../model/api.ts';
import { naturalOrder } from '../model/natural-order.ts';

/** How the API of a description is called: by options, guides and addresses. */
export interface ApiName {
  readonly id: string;
  readonly edition?: Edition;
}

/** `v1`, `2`, `1.2.0`, `2024-05-01`, `v2-beta.1`: a file name that only tells a version. */
const VERSION = /^v?\d+(?:[._-]\d+)*(?:[._-]?(?:alpha|beta|rc|preview|pre|dev)(?:[._-]?\d+)*)?$/i;

/** What says no more than what every description is. */
const PLAIN_NAME = /^(?:openapi|swagger)$/i;

interface Stem {
  readonly file: string;
  /** The folders below `openapi/`, joined by `/`; empty for none. */
  readonly folder: string;
  readonly name: string;
}

/** The path of a description below `openapi/` without its ending. */
function pathOf(file: string): string {
  return file.replace(/^openapi\//, '').replace(/\.[^./]+$/, '');
}

function isPlain(path: string): boolean {
  return path.includes('/') && PLAIN_NAME.test(posix.basename(path));
}

/** The path that names the API; that of the folder where nothing else is called by it. */
function namingPath(path: string, all: readonly string[]): string {
  const folder = posix.dirname(path);
  if (!isPlain(path) || all.includes(folder)) return path;
  return all.some((other) => other !== path && isPlain(other) && posix.dirname(other) === folder) ? path : folder;
}

function stemOf(file: string, all: readonly string[]): Stem {
  const below = namingPath(pathOf(file), all);
  const folder = posix.dirname(below);
  return { file, folder: folder === '.' ? '' : folder, name: posix.basename(below) };
}

/**
 * Names the API of each description: its path below `openapi/` without the ending. One that is called `openapi` or
 * `swagger` has the path of its folder, as where each service of a company has one. Descriptions in a folder of their
 * own whose names tell nothing but a version are the versions of one API, named after the folder.
 *
 * @param files - relative to the project, with `/`
 * @returns the files with their names in the order of the site: by API, the newest version first
 */
export function apiNames(files: readonly string[]): ReadonlyMap<string, ApiName> {
  const all = files.map(pathOf);
  const stems = files.map((file) => stemOf(file, all));
  const isEdition = ({ folder, name }: Stem): boolean =>
    folder !== '' && VERSION.test(name) && stems.every((other) => other.folder !== folder || VERSION.test(other.name));
  const rows = stems.map((stem) => ({
    ...stem,
    api: isEdition(stem) ? stem.folder : posix.join(stem.folder, stem.name),
  }));
  rows.sort((a, b) => naturalOrder(a.api, b.api) || compareVersions(b.name, a.name));
  return new Map(
    rows.map(({ file, folder, name, api }) => {
      const id = posix.join(folder, name);
      return [file, api === id ? { id } : { id, edition: { api, name } }];
    }),
  );
}

/**
 * Compares two versions by their numbers, part by part; a release is newer than what came before it, so `v2`
 * follows `v2-beta`.
 *
 * @returns negative when the first is older
 */
export function compareVersions(one: string, other: string): number {
  const a = partsOf(one);
  const b = partsOf(other);
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const left = a[index] ?? 0;
    const right = b[index] ?? 0;
    if (left === right) continue;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    // A word says that this came before the number it stands beside.
    if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : 1;
    return typeof left === 'string' ? -1 : 1;
  }
  return one < other ? -1 : one > other ? 1 : 0;
}

function partsOf(version: string): (number | string)[] {
  const parts =
    version
      .toLowerCase()
      .replace(/^v/, '')
      .match(/\d+|[a-z]+/g) ?? [];
  return parts.map((part) => (/^\d/.test(part) ? Number(part) : part));
}
