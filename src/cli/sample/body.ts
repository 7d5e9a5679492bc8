import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { visibleText } from '../../diagnostics/visible-text.ts';
import type { Operation } from '../../model/operation.ts';
import { isJsonType, sentMediaType } from '../../request/body.ts';
import type { BodyValue } from '../../request/values.ts';
import { UsageError } from '../command.ts';

/**
 * The body as it was given, to the letter.
 *
 * @param given - the text, or `@` and the path of a file that holds it
 * @param usual - what is sent when no body is given
 */
export function readBody(operation: Operation, given: string, usual: BodyValue | undefined, folder: string): BodyValue {
  const types = (operation.requestBody?.content ?? []).map(({ name }) => sentMediaType(name));
  const mediaType = usual?.mediaType ?? types.find(isJsonType) ?? types[0];
  if (mediaType === undefined) throw new UsageError('The operation takes no body; leave out --body.');
  return { mediaType, text: given.startsWith('@') ? readText(given.slice(1), folder) : given };
}

function readText(path: string, folder: string): string {
  const shown = visibleText(path);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(folder, path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new UsageError(
      code === 'ENOENT' ? `There is no file ${shown}.` : `The file ${shown} can't be read (${code}).`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UsageError(`The file ${shown} is no text in UTF-8.`);
  }
}
