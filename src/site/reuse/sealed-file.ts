import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Reads a file that begins with its form and the SHA-256 of the rest, which tells one that was cut off or edited.
 *
 * @param read - what is made of the rest; where that throws, the file is one of another form too
 * @returns nothing where there is no such file, or one of another form
 */
export function readSealed<Content>(
  file: string,
  form: string,
  read: (content: Buffer) => Content | undefined,
): Content | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    const content = bytes.subarray(end + 1);
    return bytes.toString('latin1', 0, Math.max(end, 0)) === sealOf(form, [content]) ? read(content) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes such a file whole or not at all, into a folder of the user's own where that can be. */
export function writeSealed(file: string, form: string, content: readonly Uint8Array[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const draft = `${file}-${process.pid}`;
    const written = openSync(draft, 'w', 0o600);
    try {
      writeSync(written, `${sealOf(form, content)}\n`);
      for (const part of content) writeFileSync(written, part);
    } finally {
      closeSync(written);
    }
    renameSync(draft, file);
  } catch {
    // Nothing but time is lost.
  }
}

function sealOf(form: string, content: readonly Uint8Array[]): string {
  const sum = createHash('sha256');
  for (const part of content) sum.update(part);
  return `${form} ${sum.digest('hex')}`;
}
