import { dirname } from 'node:path';
import { visibleText } from '../diagnostics/visible-text.ts';

/** What a system says no with, for reasons that are neither in our code nor in an author's text. */
const REFUSALS: ReadonlyMap<unknown, string> = new Map([
  ['EACCES', 'this account may not open it'],
  ['EPERM', 'this account may not do that'],
  ['ENOTDIR', 'a part of its path is a file, where a folder is needed'],
  ['EROFS', 'it lies on a file system that is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk space of this account is used up'],
  ['EIO', 'its device fails'],
  ['ELOOP', 'its symbolic links lead in a circle'],
  ['ENAMETOOLONG', 'the name is longer than the system allows'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
]);

/** Why a folder can't be made in the one around it, which is what whoever runs us knows. */
const UNMADE: ReadonlyMap<unknown, string> = new Map([
  ['EACCES', 'this account may not'],
  ['ENOENT', 'the system takes no folders there'],
]);

/** The sentence for an error of the file system that whoever runs us can mend; nothing for any other error. */
export function systemRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  const unmade = 'syscall' in error && error.syscall === 'mkdir' ? UNMADE.get(error.code) : undefined;
  if (path !== undefined && unmade) return `Nothing can be written in ${visibleText(dirname(path))}: ${unmade}.`;
  const reason = REFUSALS.get(error.code);
  if (reason === undefined) return undefined;
  const subject = path === undefined ? 'A file' : visibleText(path);
  return `${subject} can't be used: ${reason}.`;
}
