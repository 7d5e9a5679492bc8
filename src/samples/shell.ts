import type { HttpHeader, HttpRequest } from '../request/http-request.ts';
import { quoteShell, quoteShellHeader } from './quote.ts';

/** An argument of a program may have some 128 kB on Linux; a body past this goes through a pipe. */
const LARGEST_ARGUMENT = 100_000;

/**
 * A curl command for any POSIX shell. `--request` stands only where curl wouldn't choose the method itself,
 * nothing can be read as a file or an option, and the answer is printed whatever its status.
 */
export function printShell(request: HttpRequest): string {
  const text = request.body?.text;
  const piped = text !== undefined && (text.includes('\0') || new TextEncoder().encode(text).length > LARGEST_ARGUMENT);
  const options = [
    ...methodOption(request),
    `--url ${url(request)}`,
    ...request.headers.map(header),
    ...(needsLength(request) ? ["--header 'Content-Length: 0'"] : []),
    ...(request.stream ? ['--no-buffer'] : []),
    // Braces are left where a value is still missing, brackets in an IPv6 address: neither is a pattern.
    ...(/[[\]{}]/.test(request.url) ? ['--globoff'] : []),
    ...(text === undefined ? [] : [piped ? '--data-binary @-' : `--data-raw ${quoteShell(text)}`]),
  ];
  const command = `curl ${options.join(' \\\n  ')}`;
  return piped ? `${printed(text)} |\n  ${command}` : command;
}

/** `printf` is part of the shell, so its arguments have no limit; it adds no newline and can write NUL. */
function printed(text: string): string {
  const pieces = text.split('\0');
  return `printf '${pieces.map(() => '%s').join('\\000')}' ${pieces.map(quoteShell).join(' ')}`;
}

function methodOption({ method, body }: HttpRequest): string[] {
  if (method === (body ? 'POST' : 'GET')) return [];
  if (method === 'HEAD' && !body) return ['--head'];
  return [`--request ${/^[A-Z]+$/.test(method) ? method : quoteShell(method)}`];
}

/** Without a body curl leaves the length out where HTTP asks for it (RFC 9110, 8.6), and servers answer 411. */
function needsLength({ method, body }: HttpRequest): boolean {
  return !body && ['POST', 'PUT', 'PATCH'].includes(method);
}

function url(request: HttpRequest): string {
  let written = '';
  let text = request.url;
  for (const { name, credential } of request.queryCredentials ?? []) {
    text += `${request.url.includes('?') || written ? '&' : '?'}${encodeURIComponent(name)}=`;
    written += `${quoteShell(text)}"$${credential.variable}"`;
    text = '';
  }
  return written || quoteShell(text);
}

function header(header: HttpHeader): string {
  if ('value' in header) {
    // `Name:` would take the header out, `Name;` sends it empty.
    return `--header ${quoteShellHeader(header.value === '' ? `${header.name};` : `${header.name}: ${header.value}`)}`;
  }
  const variable = `$${header.credential.variable}`;
  if (header.credential.form === 'basic') return `--user "${variable}"`;
  const before = `${header.name}: ${header.prefix}`;
  return /^[\w :.=-]*$/.test(before)
    ? `--header "${before}${variable}"`
    : `--header ${quoteShellHeader(before)}"${variable}"`;
}
