import type { HttpBody, HttpHeader, HttpRequest } from '../request/http-request.ts';
import { basicVariable, formParts, headersBut, type PartWriter, takesBody } from './dialect.ts';
import { quoteShell } from './quote-shell.ts';
import { printBody, shellHeader, shellUrl, textArgument } from './shell-values.ts';

/**
 * A curl command for any POSIX shell. `--request` stands only where curl wouldn't choose the method itself,
 * nothing can be read as a file or an option, and the answer is printed whatever its status.
 */
export function print(request: HttpRequest): string {
  const { body, headers, method } = request;
  const form = formParts(body, PARTS, true);
  const text = textArgument(body);
  // What is too long for an argument, holds NUL or has files in it goes through a pipe.
  const piped = body && !form && body.kind !== 'file' && text === undefined ? printBody(body) : undefined;
  const data = form ?? (piped ? ['--data-binary @-'] : body ? [dataOption(body, text)] : []);
  const options = [
    ...methodOption(request),
    `--url ${shellUrl(request)}`,
    // With `--form`, curl chooses the boundary and writes the header.
    ...(form ? headersBut(headers, 'Content-Type') : headers).map(header),
    // Without a body curl leaves the length out where HTTP asks for it, and servers answer 411.
    ...(!body && takesBody(method) ? ["--header 'Content-Length: 0'"] : []),
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

const PARTS: PartWriter = {
  text(name, text, type) {
    if (!canSay(name, type) || text.includes('\0') || text.length > 33_000) return undefined;
    if (!type) return `--form-string ${quoteShell(`${name}=${text}`)}`;
    return `--form ${quoteShell(`${name}="${text.replace(/[\\"]/g, '\\$&')}";type=${type}`)}`;
  },
  file(name, path, type, _filename, isNamed) {
    if (!canSay(name, type) || isNamed || /[\\"\p{Cc}]/u.test(path)) return undefined;
    return `--form ${quoteShell(`${name}=@"${path}";type=${type}`)}`;
  },
};

/** A name ends at the first `=`. */
function canSay(name: string, type = 'text/plain'): boolean {
  return !name.includes('=') && /^[\w.+-]+\/[\w.+-]+$/.test(type);
}

function methodOption({ method, body }: HttpRequest): string[] {
  if (method === (body ? 'POST' : 'GET')) return [];
  if (method === 'HEAD' && !body) return ['--head'];
  return [`--request ${/^[A-Z]+$/.test(method) ? method : quoteShell(method)}`];
}

function header(header: HttpHeader): string {
  if ('value' in header) {
    // `Name:` would take the header out, `Name;` sends it empty.
    return `--header ${header.value === '' ? quoteShell(`${header.name};`) : shellHeader(header)}`;
  }
  const basic = basicVariable(header);
  return basic ? `--user "$${basic}"` : `--header ${shellHeader(header)}`;
}
