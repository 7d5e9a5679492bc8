import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { CONTENT_HASH } from './content-hash.ts';

/**
 * Reads a file that begins with its form and the hash of the rest, which tells one that was cut off or edited.
 *
 * @param read - what is made of the rest, whose hash it gets too; where that throws, the file is one of another form
 * @returns nothing where there is no such file, or one of another form
 */
export function readSealed<Content>(
  file: string,
  form: string,
  read: (content: Buffer, sum: string) => Content | undefined,
): Content | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    const content = bytes.subarray(end + 1);
    const sum = sumOf([content]);
    return bytes.toString('latin1', 0, Math.max(end, 0)) === `${form} ${sum}` ? read(content, sum) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Writes such a file whole or not at all, into a folder of the user's own where that can be.
 *
 * @returns the hash of the content, also where it couldn't be written
 */
export function writeSealed(file: string, form: string, content: readonly Uint8Array[]): string {
  const sum = sumOf(content);
  try {
    makeFolder(dirname(file), 0o700);
    const draft = `${file}-${process.pid}`;
    const written = openSync(draft, 'w', 0o600);
    try {
      writeSync(written, `${form} ${sum}\n`);
      for (const part of content) writeFileSync(written, part);
    } finally {
      closeSync(written);
    }
    renameSync(draft, file);
  } catch {
    // Nothing but time is lost.
  }
  return sum;
}

function sumOf(content: readonly Uint8Array[]): string {
  const sum = createHash(CONTENT_HASH);
  for (const part of content) sum.update(part);
  return sum.digest('hex');
}
