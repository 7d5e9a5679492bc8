import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { type ApiName, apiNames } from './api-names.ts';
import { findInside } from './root-jail.ts';

export interface Descriptions {
  /** The project, a real path: the root for `loadApi`. */
  readonly root: string;
  /**
   * The descriptions' own files, relative to the root with `/`, with what their APIs are called; in the order
   * of the site.
   */
  readonly files: ReadonlyMap<string, ApiName>;
  /** The overlays of each file that has some, by language tag: `openapi/pets.yaml` → `en` → its file. */
  readonly overlays: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /**
   * What lies below `openapi/history/`, relative to the root with `/`, sorted: older versions of the descriptions,
   * which are no APIs of their own, and parts of them.
   */
  readonly history: readonly HistoryFile[];
  /** Overlays that belong to no description. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface HistoryFile {
  readonly path: string;
  /** The id of the API that its folder names, empty where it lies in none: `pets`, `shop/v1`. */
  readonly api: string;
  /** It has an `openapi` or `swagger` key. */
  readonly isDescription: boolean;
}

const HISTORY = 'openapi/history/';
const DESCRIPTION = /\.(?:ya?ml|json)$/i;
/** `pets.en.overlay.yaml`: the name of the description without its ending, and a language tag. */
const OVERLAY = /^(.*?)(?:\.([a-z]{2,3}(?:-[a-z\d]{2,8})*))?\.overlay\.(?:ya?ml|json)$/i;
const VERSION_KEY = /^(?:["']?)(?:openapi|swagger)["']?[ \t]*:/m;
/** Where it stands, as mostly, a large file needn't be parsed for it. */
const FIRST_KEY = /^\s*\{\s*"(?:openapi|swagger)"\s*:/;
const FLOW_KEY = /["']?(?:openapi|swagger)["']?\s*:/;

/**
 * Whether the file is a description and not a part of one: it has an `openapi` or `swagger` key. One that can't be
 * read is taken for a description, so that this is told.
 */
function isDescription(path: string): boolean {
  try {
    return saysVersion(readFileSync(path, 'utf8'));
  } catch {
    return true;
  }
}

function saysVersion(text: string): boolean {
  const bare = text.replace(/^\ufeff/, '');
  if (!/^\s*\{/.test(bare)) return VERSION_KEY.test(bare);
  if (FIRST_KEY.test(bare)) return true;
  if (!FLOW_KEY.test(bare)) return false;
  try {
    const value: unknown = JSON.parse(bare);
    return (
      typeof value === 'object' &&
      value !== null &&
      (Object.hasOwn(value, 'openapi') || Object.hasOwn(value, 'swagger'))
    );
  } catch {
    // Broken JSON, or YAML in braces: taken for a description, so that its faults are told.
    return true;
  }
}

/** Not what is compared, what programs keep, or a site that was built there, with copies of its descriptions. */
function isSource(path: string, name: string): boolean {
  return name !== 'history' && !name.startsWith('.') && !isFolder(join(path, '_curlew'));
}

function listFiles(folder: string, deep: boolean): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return deep && isSource(path, entry.name) ? listFiles(path, deep) : [];
    return DESCRIPTION.test(entry.name) ? [path] : [];
  });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function stem(file: string): string {
  return file.replace(DESCRIPTION, '');
}

function stray(file: string, stems: Iterable<string>): Diagnostic {
  const near = nearest(posix.join(posix.dirname(file), posix.basename(file).replace(OVERLAY, '$1')), stems);
  const example = posix.basename(near ?? 'pets');
  return {
    code: 'overlay-stray',
    severity: 'warning',
    message: `${file} belongs to no description, and is not applied.`,
    place: { file, line: 1, column: 1, length: 1 },
    fix: `Name it after its description and its language, as in ${example}.en.overlay.yaml.`,
  };
}

/** Which overlay belongs to which description. Of two for one language, the first by name counts. */
function sortOverlays(
  files: readonly string[],
  found: readonly string[],
): Pick<Descriptions, 'overlays' | 'diagnostics'> {
  const byStem = new Map(files.toReversed().map((file) => [stem(file), file]));
  const overlays = new Map<string, Map<string, string>>();
  const diagnostics: Diagnostic[] = [];
  for (const overlay of found) {
    const [, name = '', language] = OVERLAY.exec(posix.basename(overlay)) ?? [];
    const file = byStem.get(posix.join(posix.dirname(overlay), name));
    const known = file === undefined ? undefined : (overlays.get(file) ?? new Map<string, string>());
    if (file === undefined || language === undefined || known?.has(language)) {
      diagnostics.push(stray(overlay, byStem.keys()));
    } else if (known) overlays.set(file, known.set(language, overlay));
  }
  return { overlays, diagnostics };
}

/** Files relative to the root, with `/`, sorted; what only looks as if it lay there is left out. */
function insideRoot(root: string, files: readonly string[]): string[] {
  return files
    .filter((file) => findInside(root, file).kind === 'file')
    .map((file) => relative(root, file).split(sep).join('/'))
    .sort();
}

function findHistory(root: string): HistoryFile[] {
  const folder = join(root, HISTORY);
  if (!isFolder(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && DESCRIPTION.test(entry.name) && !OVERLAY.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return insideRoot(root, files).map((path) => {
    const api = posix.dirname(path.slice(HISTORY.length));
    const isOne = isDescription(join(root, path));
    return { path, api: api === '.' ? '' : api, isDescription: isOne };
  });
}

/**
 * The descriptions of a project: the files in its `openapi/` that say so, with the overlays beside them, and
 * apart from them the older versions in `openapi/history/`. A folder without `openapi/` may hold them itself.
 *
 * @param path - a project, or one file, whose folder is then the project
 * @returns nothing when the path doesn't exist; a single file is taken for a description whatever it says
 */
export function findDescriptions(path: string): Descriptions | undefined {
  if (!statSync(path, { throwIfNoEntry: false })) return undefined;
  const real = realpathSync(path);
  const single = isFolder(real) ? undefined : basename(real);
  const root = single === undefined ? real : dirname(real);
  const folder = join(root, 'openapi');
  const found = single === undefined && isFolder(folder) ? listFiles(folder, true) : listFiles(root, false);
  const inside = insideRoot(root, found);
  const others = inside.filter((file) => !OVERLAY.test(posix.basename(file)));
  const files = single === undefined ? others.filter((file) => isDescription(join(root, file))) : [single];
  const sorted = sortOverlays(
    files,
    inside.filter((file) => OVERLAY.test(posix.basename(file))),
  );
  // Beside a single file, the overlays of others are no strays.
  const history = single === undefined ? findHistory(root) : [];
  return { root, files: apiNames(files), history, ...sorted, ...(single === undefined ? {} : { diagnostics: [] }) };
}

/** So many folders are looked into, and so many files: what is found is for a hint, and a home folder is large. */
const MOST_LOOKED_INTO = 200;
const MOST_NAMED = 3;

/**
 * Some descriptions in the folders below one that holds none itself.
 *
 * @returns relative to the folder, with `/`, those of the nearest folders first
 */
export function findDeepDescriptions(folder: string): readonly string[] {
  const found: string[] = [];
  const folders = [folder];
  let files = 0;
  for (const [at, one] of folders.entries()) {
    if (at >= MOST_LOOKED_INTO) break;
    for (const { name, path, isFolder: isBelow } of entriesOf(one)) {
      if (isBelow && name !== 'node_modules' && isSource(path, name)) folders.push(path);
      if (isBelow || !DESCRIPTION.test(name) || OVERLAY.test(name) || files >= MOST_LOOKED_INTO) continue;
      files += 1;
      if (isDescription(path)) found.push(relative(folder, path).split(sep).join('/'));
      if (found.length === MOST_NAMED) return found;
    }
  }
  return found;
}

/** Regular files and folders, sorted; none of a folder that can't be read. */
function entriesOf(folder: string): { readonly name: string; readonly path: string; readonly isFolder: boolean }[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isDirectory())
      .map((entry) => ({ name: entry.name, path: join(folder, entry.name), isFolder: entry.isDirectory() }))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}
