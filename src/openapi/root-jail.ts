import { realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/** Why the file part of a reference can't be followed. */
export type TargetFault =
  /** It has a scheme or names a host; nothing is fetched. */
  | 'remote'
  /** An absolute path, or one in the form of another system. */
  | 'absolute'
  /** Percent-encoding hides a `..`, a separator or a NUL. */
  | 'encoded'
  /** It leads out of the project, by `..` or by a symbolic link. */
  | 'outside'
  /** There is no such file in the project. */
  | 'missing';

export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'fault'; readonly fault: TargetFault };

/** Is told all that a description is made of, so that another time it can be seen whether that is still so. */
export interface Witness {
  /** Of each file that is looked for: where, as an absolute path, and what is there. */
  readonly looked: (path: string, target: Target) => void;
  /** Of each file that is read. @param path - as it was found */
  readonly read: (path: string, bytes: Uint8Array) => void;
}

function fault(name: TargetFault): Target {
  return { kind: 'fault', fault: name };
}

/** Whether a path lies in a folder, both absolute and without symbolic links. */
function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function decodeSegment(segment: string): string | undefined {
  try {
    const plain = decodeURIComponent(segment);
    const hides = /[/\\\u0000]/.test(plain) || ((plain === '..' || plain === '.') && plain !== segment);
    return hides ? undefined : plain;
  } catch {
    return undefined;
  }
}

/**
 * The file behind a path, if it is a regular file inside the root after symbolic links are followed.
 *
 * @param root - a real path
 */
export function findInside(root: string, path: string, witness?: Witness): Target {
  const target = lookInside(root, path);
  witness?.looked(path, target);
  return target;
}

function lookInside(root: string, path: string): Target {
  if (!isInside(root, path)) return fault('outside');
  try {
    const real = realpathSync(path);
    if (!isInside(root, real)) return fault('outside');
    // A pipe or a device would block the build.
    return statSync(real).isFile() ? { kind: 'file', path: real } : fault('missing');
  } catch {
    return fault('missing');
  }
}

/** The parts of a relative path, decoded; or why nothing may be looked for there. */
function segmentsOf(reference: string): string[] | TargetFault {
  if (/^[a-z]:[/\\]|^\\/i.test(reference) || reference.includes('\\')) return 'absolute';
  if (/^[a-z][a-z\d+.-]*:/i.test(reference) || reference.startsWith('//')) return 'remote';
  if (reference.startsWith('/')) return 'absolute';
  const segments: string[] = [];
  for (const segment of reference.split('/')) {
    const plain = decodeSegment(segment);
    if (plain === undefined) return 'encoded';
    segments.push(plain);
  }
  return segments;
}

/**
 * Why a relative reference may not be followed, told from its text alone.
 *
 * @param file - that holds the reference, relative to the project
 */
export function pathFault(reference: string, file: string): TargetFault | undefined {
  const segments = segmentsOf(reference);
  if (typeof segments === 'string') return segments;
  return isInside('/project', resolve('/project', dirname(file), ...segments)) ? undefined : 'outside';
}

/**
 * The file that a relative reference names. Everything that could lead out of the project is refused before
 * the file system is asked.
 *
 * @param reference - without its fragment, not empty
 * @param folder - of the file that holds the reference, a real path
 * @param root - the project, a real path
 */
export function findTarget(reference: string, folder: string, root: string, witness?: Witness): Target {
  const segments = segmentsOf(reference);
  if (typeof segments === 'string') return fault(segments);
  return findInside(root, resolve(folder, ...segments), witness);
}
