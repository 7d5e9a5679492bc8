import { relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { listFiles } from './list-files.ts';

/** The folder of the site that only we write to. */
const OURS = '_curlew';

/** Checks that the owner's files can be copied, and that none lies where a file of ours does. */
export function checkPublic(root: string, publicDir: string): Diagnostic[] {
  const { files, diagnostics } = listFiles(root, publicDir);
  const taken = files.filter((name) => name.split('/')[0] === OURS);
  return [
    ...diagnostics,
    ...taken.map((name) => {
      const reason = `can't be served: the folder /${OURS}/ of the site holds files of curlew`;
      return takenFault(publicPath(root, publicDir, name), reason, 'Move it to another folder.');
    }),
  ];
}

/** Pages and Markdown copies that an owner's file has the name of. @param pages - their paths below the base, `en/start/` */
export function checkHidden(root: string, publicDir: string, pages: readonly string[]): Diagnostic[] {
  const written = new Map(pages.map((path) => [pageFile(path), path]));
  const twins = new Map(pages.map((path) => [twinFile(path), path]));
  return listFiles(root, publicDir).files.flatMap((name) => {
    const page = written.get(name);
    const reason = `has the address of the page /${page}, so only one of the two could be served`;
    if (page !== undefined) return [takenFault(publicPath(root, publicDir, name), reason, 'Rename or remove it.')];
    const copied = twins.get(name);
    const why = `has the address of the Markdown copy of /${copied}, so only one of the two could be served`;
    return copied === undefined ? [] : [takenFault(publicPath(root, publicDir, name), why, 'Rename or remove it.')];
  });
}

/** `en/404/` → `en/404.html`, any other → `index.html` in its folder. */
function pageFile(path: string): string {
  return /^(?:.*\/)?404\/$/.test(path) ? `${path.slice(0, -1)}.html` : `${path}index.html`;
}

function twinFile(path: string): string {
  return path === '' ? 'index.md' : `${path.replace(/\/$/, '')}.md`;
}

/** The name of an owner's file in messages. */
export function publicPath(root: string, publicDir: string, name: string): string {
  return [...relative(root, publicDir).split(sep), name].join('/');
}

function takenFault(file: string, reason: string, fix: string): Diagnostic {
  const place = { file, line: 1, column: 1, length: 1 };
  return { code: 'public-path-taken', severity: 'error', message: `${file} ${reason}.`, place, fix };
}
