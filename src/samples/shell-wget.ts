import type { HttpRequest } from '../request/http-request.ts';
import { isCapital } from './dialect.ts';
import { quoteShell, quoteShellPath } from './quote-shell.ts';
import { printBody, shellHeader, shellUrl, textArgument } from './shell-values.ts';

/**
 * A command of GNU wget for any POSIX shell. The status and the headers of the answer go to standard error, its
 * text to standard output whatever the status; nothing is sent a second time, or to where a redirect leads.
 *
 * @returns nothing for a method that wget would write in capitals
 */
export function print(request: HttpRequest): string | undefined {
  if (!isCapital(request)) return undefined;
  const { body, headers, method } = request;
  const text = textArgument(body);
  // What is read from a pipe has no length, which wget must know.
  const saved = body && body.kind !== 'file' && text === undefined;
  const file = saved ? '"$body"' : body?.kind === 'file' && quoteShellPath(body.file.name);
  const options = [
    // Only this way the status shows; of an answer to HEAD, there is nothing else to show.
    `--quiet --server-response ${method === 'HEAD' ? '--output-file=-' : '--content-on-error'} --output-document=-`,
    `--tries=1 --max-redirect=0${request.url.includes('%') ? ' --no-iri' : ''}`,
    ...(method === 'GET' && !body ? [] : [`--method=${/^\w+$/.test(method) ? method : quoteShell(method)}`]),
    ...headers.map((header) => `--header=${shellHeader(header)}`),
    ...(text === undefined ? [] : [`--body-data=${quoteShell(text)}`]),
    ...(file ? [`--body-file=${file}`] : []),
    shellUrl(request),
  ];
  const command = `wget ${options.join(' \\\n  ')}`;
  return saved ? `body=$(mktemp)\ntrap 'rm "$body"' EXIT\n${printBody(body)} > "$body"\n\n${command}` : command;
}
