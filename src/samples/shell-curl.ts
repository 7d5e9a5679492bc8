import type { HttpBody, HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { headersBut } from './pieces.ts';
import { quoteShell } from './quote-shell.ts';
import { printBody, shellHeader, shellUrl, textArgument } from './shell-values.ts';

/**
 * A curl command for any POSIX shell. `--request` stands only where curl wouldn't choose the method itself,
 * nothing can be read as a file or an option, and the answer is printed whatever its status.
 */
export function print(request: HttpRequest): string {
  const { body, headers } = request;
  const form = body && formOptions(body);
  const text = textArgument(body);
  // What is too long for an argument, holds NUL or has files in it goes through a pipe.
  const piped = body && !form && body.kind !== 'file' && text === undefined ? printBody(body) : undefined;
  const data = form ?? (piped ? ['--data-binary @-'] : body ? [dataOption(body, text)] : []);
  const options = [
    ...methodOption(request),
    `--url ${shellUrl(request)}`,
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

function dataOption(body: HttpBody, text = ''): string {
  return body.kind === 'file' ? `--data-binary ${quoteShell(`@${body.file.name}`)}` : `--data-raw ${quoteShell(text)}`;
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
  if (filename !== undefined || content.includes('\0') || content.length > 33_000) return undefined;
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

function header(header: HttpHeader): string {
  if ('value' in header) {
    // `Name:` would take the header out, `Name;` sends it empty.
    return `--header ${header.value === '' ? quoteShell(`${header.name};`) : shellHeader(header)}`;
  }
  return header.credential.form === 'basic'
    ? `--user "$${header.credential.variable}"`
    : `--header ${shellHeader(header)}`;
}
