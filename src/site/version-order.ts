import { naturalOrder } from '../model/natural-order.ts';
import { compareVersions } from '../openapi/api-names.ts';

/** A version of an API with the file that describes it. */
export interface VersionFile {
  /** As `info.version` has it. */
  readonly version: string;
  /** Relative to the project, with `/`. */
  readonly path: string;
}

/** `2024-05-01`, `2024-05`, `2024-05-01-preview`. */
const DATE = /^\d{4}-\d{2}(?:-\d{2})?(?:[-.][\da-z.-]+)?$/i;
/** `1.2.0`, `v2`, `1.0`, `2.0.0-rc.1+build5`. */
const NUMBERS = /^v?\d+(?:\.\d+)*(?:-[\da-z.-]+)?(?:\+[\da-z.-]+)?$/i;

/** What versions tell of their order; nothing where they aren't all dates or all numbers. */
export function versionOrder(versions: readonly string[]): ((one: string, other: string) => number) | undefined {
  const all = (pattern: RegExp): boolean => versions.every((version) => pattern.test(version));
  const none = versions.every((version) => !DATE.test(version));
  if (!all(DATE) && !(none && all(NUMBERS))) return undefined;
  // What follows a `+` makes no version newer (Semantic Versioning 2.0.0, item 10).
  const plain = (version: string): string => version.replace(/\+.*$/, '');
  return (one, other) => compareVersions(plain(one), plain(other));
}

/** Sorts versions, the oldest first: by what they say where that has an order, else by the names of their files. */
export function sortVersions<T extends VersionFile>(files: readonly T[]): T[] {
  const order = versionOrder(files.map(({ version }) => version));
  return [...files].sort((a, b) => (order?.(a.version, b.version) ?? 0) || naturalOrder(stem(a.path), stem(b.path)));
}

function stem(path: string): string {
  return path.replace(/\.[^./]+$/, '');
}
