import type { HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { headersBut, isCapital } from './pieces.ts';
import { quoteShell, quoteShellPath } from './quote-shell.ts';
import { printBody, shellHeader, shellUrl, textArgument } from './shell-values.ts';

/**
 * A command of HTTPie for any POSIX shell. An error status is the exit code, and no value can be read as a file or
 * an option.
 *
 * @returns nothing for what HTTPie can't send: a method that is no word in capitals, and headers past ASCII, which
 *   it writes as UTF-8, or with a backslash before one of `:;=@`, which it reads as an escape
 */
export function print(request: HttpRequest): string | undefined {
  if (!isCapital(request) || !request.headers.every(canSend)) return undefined;
  const { body, method, stream } = request;
  const form =
    body?.kind === 'multipart' && body.mediaType === 'multipart/form-data' ? body.parts.map(formItem) : [undefined];
  const isForm = form.length > 0 && form.every((item) => item !== undefined);
  const headers = isForm ? headersBut(request.headers, 'Content-Type') : request.headers;
  const text = textArgument(body);
  const isPiped = body && !isForm && text === undefined;
  const flags = [
    ...(isPiped ? [] : ['--ignore-stdin']),
    '--check-status',
    ...(method === 'HEAD' ? ['--headers'] : []),
    ...(stream ? ['--stream'] : []),
    ...(isForm ? ['--multipart'] : []),
  ];
  const items = [...headers.filter((header) => !isBasic(header)).map(headerItem), ...(isForm ? form : [])];
  const options = [
    ...headers.flatMap((header) => (isBasic(header) ? `--auth="$${header.credential.variable}"` : [])),
    ...(text ? [`--raw=${quoteShell(text)}`] : []),
  ];
  const target = `${/^\w+$/.test(method) ? method : quoteShell(method)} ${shellUrl(request)}`;
  const start = `http ${flags.join(' ')}`;
  const command = [
    // A name that starts as an option does comes after all of them.
    ...(headers.some(({ name }) => name.startsWith('-'))
      ? [start, ...options, `-- ${target}`, ...items]
      : [`${start} ${target}`, ...items, ...options]),
    ...(body?.kind === 'file' ? [`< ${quoteShellPath(body.file.name)}`] : []),
  ].join(' \\\n  ');
  return isPiped && body.kind !== 'file' ? `${printBody(body)} |\n  ${command}` : command;
}

function canSend(header: HttpHeader): boolean {
  const text = 'value' in header ? header.value : header.prefix;
  return !/[^\0-\x7f]|(?<!\\)\\(?:\\{2})*[:;=@]/.test(text);
}

function isBasic(header: HttpHeader): header is Extract<HttpHeader, { readonly prefix: string }> {
  return 'credential' in header && header.credential.form === 'basic';
}

/** The space after the colon keeps `@` and `=` from their meaning there; HTTPie takes it off. */
function headerItem(header: HttpHeader): string {
  return 'value' in header && header.value === '' ? quoteShell(`${header.name};`) : shellHeader(header, quoteShell);
}

/** A part as HTTPie writes it itself; nothing where it can't say the same. */
function formItem({ name = '', filename, contentType, headers, content }: Part): string | undefined {
  if (!/^[^-\\":;=@\p{Cc}][^\\":;=@\p{Cc}]*$/u.test(name) || headers.length > 0) return undefined;
  if (typeof content === 'string') {
    // Signs of a file or of JSON, and of an escape.
    const isPlain = filename === undefined && contentType === undefined && !/^[=@]|\\[:;=@]|\0/.test(content);
    return isPlain && content.length < 33_000 ? quoteShell(`${name}=${content}`) : undefined;
  }
  const isPlain = /^[\w./ -]+$/.test(content.name) && /^[\w.+-]+\/[\w.+-]+$/.test(contentType ?? '');
  if (!isPlain || content.name.split('/').at(-1) !== filename) return undefined;
  return quoteShell(`${name}@${content.name};type=${contentType}`);
}
