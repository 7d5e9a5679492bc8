import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { findInside } from './root-jail.ts';

export interface Descriptions {
  /** The project, a real path: the root for `loadApi`. */
  readonly root: string;
  /** The descriptions' own files, relative to the root with `/`, sorted. */
  readonly files: readonly string[];
}

const DESCRIPTION = /\.(?:ya?ml|json)$/i;
const OVERLAY = /\.overlay\.(?:ya?ml|json)$/i;
const VERSION_KEY = /^(?:["']?)(?:openapi|swagger)["']?[ \t]*:/m;
const FLOW_KEY = /["']?(?:openapi|swagger)["']?\s*:/;

/** Whether the text is a description and not a part of one: it has an `openapi` or `swagger` key. */
function isDescription(text: string): boolean {
  const bare = text.replace(/^\ufeff/, '');
  if (!/^\s*\{/.test(bare)) return VERSION_KEY.test(bare);
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

function listFiles(folder: string, deep: boolean): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return deep && entry.name !== 'history' ? listFiles(path, deep) : [];
    return DESCRIPTION.test(entry.name) && !OVERLAY.test(entry.name) ? [path] : [];
  });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * The descriptions of a project: the files in its `openapi/` that say so, `history/` and overlays left out.
 * A folder without `openapi/` may hold them itself.
 *
 * @param path - a project, or one file, whose folder is then the project
 * @returns nothing when the path doesn't exist; a single file is taken for a description whatever it says
 */
export function findDescriptions(path: string): Descriptions | undefined {
  if (!statSync(path, { throwIfNoEntry: false })) return undefined;
  const real = realpathSync(path);
  if (!isFolder(real)) return { root: dirname(real), files: [basename(real)] };
  const folder = join(real, 'openapi');
  const found = isFolder(folder) ? listFiles(folder, true) : listFiles(real, false);
  const files = found
    .filter((file) => findInside(real, file).kind === 'file' && isDescription(readFileSync(file, 'utf8')))
    .map((file) => relative(real, file).split(sep).join('/'))
    .sort();
  return { root: real, files };
}
