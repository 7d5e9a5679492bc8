import type { HttpBody, HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { bodyPieces } from '../request/multipart.ts';
import { headersBut, urlPieces } from './pieces.ts';
import { quotePrintf, quoteShell, quoteShellHeader, quoteShellPath } from './quote-shell.ts';

/** An argument of a program may have some 128 kB on Linux; a body past this goes through a pipe. */
const LARGEST_ARGUMENT = 100_000;

/**
 * A curl command for any POSIX shell. `--request` stands only where curl wouldn't choose the method itself,
 * nothing can be read as a file or an option, and the answer is printed whatever its status.
 */
export function print(request: HttpRequest): string {
  const { body, headers } = request;
  const form = body && formOptions(body);
  const piped = body && !form && pipedBody(body);
  const data = form ?? (piped ? ['--data-binary @-'] : body ? dataOption(body) : []);
  const options = [
    ...methodOption(request),
    `--url ${url(request)}`,
    // With `--form`, curl chooses the boundary and writes the header.
    ...(form ? headersBut(headers, 'Content-Type') : headers).map(header),
    ...(needsLength(request) ? ["--header 'Content-Length: 0'"] : []),
    ...(request.stream ? ['--no-buffer'] : []),
    // Braces are left where a value is still missing, brackets in an IPv6 address: neither is a pattern.
    ...(/[[\]{}]/.test(request.url) ? ['--globoff'] : []),
    ...data,
  ];
  const command = `curl ${options.join(' \\\n  ')}`;
  return piped ? `${piped} |\n  ${command}` : command;
}

function dataOption(body: HttpBody): string[] {
  return body.kind === 'file'
    ? [`--data-binary ${quoteShell(`@${body.file.name}`)}`]
    : [`--data-raw ${quoteShell(textOf(body))}`];
}

function textOf(body: HttpBody): string {
  return body.kind === 'text' ? body.text : '';
}

/** What prints a body that is too long for an argument, holds NUL, or has files in it; nothing for any other. */
function pipedBody(body: HttpBody): string | undefined {
  if (body.kind === 'file') return undefined;
  if (body.kind === 'text') {
    const isLong = new TextEncoder().encode(body.text).length > LARGEST_ARGUMENT;
    // `printf` is part of the shell, so its arguments have no limit; it adds no newline and can write NUL.
    if (body.text.includes('\0')) return `printf ${quotePrintf(body.text)}`;
    return isLong ? `printf '%s' ${quoteShell(body.text)}` : undefined;
  }
  const lines = bodyPieces(body).map((piece) =>
    typeof piece === 'string' ? `printf ${quotePrintf(piece)}` : `cat ${quoteShellPath(piece.name)}`,
  );
  return `{\n${lines.map((line) => `  ${line}\n`).join('')}}`;
}

/** A multipart form as curl writes it itself; nothing where it can't say the same. */
function formOptions(body: HttpBody): string[] | undefined {
  if (body.kind !== 'multipart' || body.mediaType !== 'multipart/form-data' || body.parts.length === 0)
    return undefined;
  const options = body.parts.map(formOption);
  return options.every((option) => option !== undefined) ? options : undefined;
}

function formOption({ name = '', filename, contentType, headers, content }: Part): string | undefined {
  // A name ends at the first `=`; quotes and backslashes in it are written differently by versions of curl.
  if (!/^[^=\\"\p{Cc}]+$/u.test(name) || headers.length > 0) return undefined;
  if (contentType !== undefined && !/^[\w.+-]+\/[\w.+-]+$/.test(contentType)) return undefined;
  const type = contentType === undefined ? '' : `;type=${contentType}`;
  if (typeof content !== 'string') {
    if (content.name.split('/').at(-1) !== filename || /[\\"\p{Cc}]/u.test(content.name)) return undefined;
    return `--form ${quoteShell(`${name}=@"${content.name}"${type}`)}`;
  }
  if (filename !== undefined || content.includes('\0') || content.length > LARGEST_ARGUMENT / 4) return undefined;
  if (!type) return `--form-string ${quoteShell(`${name}=${content}`)}`;
  return `--form ${quoteShell(`${name}="${content.replace(/[\\"]/g, '\\$&')}"${type}`)}`;
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
  return urlPieces(request)
    .map((piece) => (typeof piece === 'string' ? quoteShell(piece) : `"$${piece.variable}"`))
    .join('');
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
