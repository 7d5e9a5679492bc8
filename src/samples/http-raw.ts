import { HIDDEN } from '../model/invisibles.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { printHttp } from './http.ts';

/**
 * The request as a message of HTTP/1.1, for people to read: a secret shows as the variable that has it, a file as
 * its name. HTTP knows no escapes, so a character that can't be seen shows as its number: `⟨U+202E⟩`.
 */
export function print(request: HttpRequest): string {
  const message = printHttp(request, ({ variable }) => `$${variable}`).replace(HIDDEN, (char) =>
    char === '\n' ? char : `⟨U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
  // The line break after the last boundary is the message's, not the sample's.
  return request.body?.kind === 'multipart' ? message.replace(/\n$/, '') : message;
}
