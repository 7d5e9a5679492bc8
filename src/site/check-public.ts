import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { findInside } from '../openapi/root-jail.ts';

/** The folder of the site that only we write to. */
const OURS = '_curlew';

/** The files that the owner has served as they are, relative to the folder, with `/`, sorted. */
export function listPublic(publicDir: string): string[] {
  if (!existsSync(publicDir)) return [];
  return readdirSync(publicDir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(publicDir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Checks that the owner's files can be copied, and that none lies where a file of ours does. */
export function checkPublic(root: string, publicDir: string): Diagnostic[] {
  const inside = realpathSync(root);
  return listPublic(publicDir).flatMap((name): Diagnostic[] => {
    const file = publicPath(root, publicDir, name);
    if (name.startsWith(`${OURS}/`) || name === OURS) {
      const message = `${file} can't be served: the folder /${OURS}/ of the site holds files of curlew.`;
      return [publicFault('public-path-taken', file, message, 'Move it to another folder.')];
    }
    const target = findInside(inside, join(inside, relative(root, publicDir), name));
    if (target.kind === 'file') return [];
    return [
      target.fault === 'outside'
        ? publicFault('file-outside-root', file, `${file} leads out of the project.`, 'Put the file itself there.')
        : publicFault('file-missing', file, `${file} is no file, or leads to none.`, 'Correct or remove it.'),
    ];
  });
}

/** Pages that an owner's file has the name of. @param pages - their paths below the base, `en/start/` */
export function checkHidden(root: string, publicDir: string, pages: readonly string[]): Diagnostic[] {
  const written = new Map(
    pages.map((path) => [/^(?:.*\/)?404\/$/.test(path) ? `${path.slice(0, -1)}.html` : `${path}index.html`, path]),
  );
  return listPublic(publicDir).flatMap((name) => {
    const page = written.get(name);
    if (page === undefined) return [];
    const file = publicPath(root, publicDir, name);
    const message = `${file} has the address of the page /${page}, so only one of the two could be served.`;
    return [publicFault('public-path-taken', file, message, 'Rename or remove it.')];
  });
}

/** The name of an owner's file in messages. */
export function publicPath(root: string, publicDir: string, name: string): string {
  return [...relative(root, publicDir).split(sep), name].join('/');
}

function publicFault(code: string, file: string, message: string, fix: string): Diagnostic {
  return { code, severity: 'error', message, place: { file, line: 1, column: 1, length: 1 }, fix };
}
