import { secretsIn } from '../request/header-secrets.ts';
import type { HttpBody, HttpHeader, HttpRequest } from '../request/http-request.ts';
import { lines, piecesOf, urlPieces } from './dialect.ts';
import { quotePrintf, quoteShell, quoteShellHeader, quoteShellPath } from './quote-shell.ts';

/** The address as one word. */
export function shellUrl(request: HttpRequest): string {
  return urlPieces(request)
    .map((piece) => (typeof piece === 'string' ? quoteShell(piece) : `"$${piece.variable}"`))
    .join('');
}

/** `Name: value` as one word. @param quote - writes the characters past ASCII as the program wants them */
export function shellHeader(header: HttpHeader, quote: (text: string) => string = quoteShellHeader): string {
  if ('value' in header) return quote(`${header.name}: ${header.value}`);
  const pieces = secretsIn(header).map(({ prefix, credential: { form, variable } }, index) => {
    // `base64` breaks long lines, and not every system has its option against that.
    const value = form === 'basic' ? `$(printf %s "$${variable}" | base64 | tr -d '\\n')` : `$${variable}`;
    return { before: index === 0 ? `${header.name}: ${prefix}` : prefix, value };
  });
  const isPlain = pieces.every(({ before }) => /^[\w :;.=-]*$/.test(before));
  return isPlain
    ? `"${pieces.map(({ before, value }) => before + value).join('')}"`
    : pieces.map(({ before, value }) => `${quote(before)}"${value}"`).join('');
}

/** The text of a body that can be an argument: none holds NUL, and some 128 kB are allowed on Linux. */
export function textArgument(body: HttpBody | undefined): string | undefined {
  return body?.kind === 'text' && !body.text.includes('\0') && body.text.length < 33_000 ? body.text : undefined;
}

/** The command that prints a body. `printf` is part of the shell, so its arguments have no limit. */
export function printBody(body: HttpBody): string {
  const commands = piecesOf(
    body,
    (text) => `printf ${quotePrintf(text)}`,
    (path) => `cat ${quoteShellPath(path)}`,
  );
  return body.kind === 'text' ? commands.join('') : `{\n${lines(commands, '  ', '')}}`;
}
