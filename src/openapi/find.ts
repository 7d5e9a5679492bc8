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
  /** Overlays that belong to no description. */
  readonly diagnostics: readonly Diagnostic[];
}

const DESCRIPTION = /\.(?:ya?ml|json)$/i;
/** `pets.en.overlay.yaml`: the name of the description without its ending, and a language tag. */
const OVERLAY = /^(.*?)(?:\.([a-z]{2,3}(?:-[a-z\d]{2,8})*))?\.overlay\.(?:ya?ml|json)$/i;
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

/**
 * The descriptions of a project: the files in its `openapi/` that say so, `history/` left out, with the
 * overlays beside them. A folder without `openapi/` may hold them itself.
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
  const inside = found
    .filter((file) => findInside(root, file).kind === 'file')
    .map((file) => relative(root, file).split(sep).join('/'))
    .sort();
  const others = inside.filter((file) => !OVERLAY.test(posix.basename(file)));
  const files =
    single === undefined ? others.filter((file) => isDescription(readFileSync(join(root, file), 'utf8'))) : [single];
  const sorted = sortOverlays(
    files,
    inside.filter((file) => OVERLAY.test(posix.basename(file))),
  );
  // Beside a single file, the overlays of others are no strays.
  return { root, files: apiNames(files), ...sorted, ...(single === undefined ? {} : { diagnostics: [] }) };
}
