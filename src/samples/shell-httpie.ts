import type { HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { headersBut } from './pieces.ts';
import { quoteShell, quoteShellPath } from './quote-shell.ts';
import { printBody, shellHeader, shellUrl, textArgument } from './shell-values.ts';

/** Where HTTPie would take a value for something else, such as a file, or a backslash for the mark of an escape. */
const SPECIAL = /^[=@]|\\[:;=@]/;

/**
 * A command of HTTPie for any POSIX shell. An error status is the exit code, and no value can be read as a file.
 */
export function print(request: HttpRequest): string {
  const { body, headers, method, stream } = request;
  const form =
    body?.kind === 'multipart' && body.mediaType === 'multipart/form-data' ? body.parts.map(formItem) : [undefined];
  const isForm = form.length > 0 && form.every((item) => item !== undefined);
  const text = textArgument(body);
  const isPiped = body && !isForm && text === undefined;
  const options = [
    isPiped ? '' : '--ignore-stdin ',
    '--check-status ',
    method === 'HEAD' ? '--headers ' : '',
    stream ? '--stream ' : '',
    isForm ? '--multipart ' : '',
    // Else a header of this name would be read as an option.
    headers.some(({ name }) => name.startsWith('-')) ? '-- ' : '',
  ].join('');
  const words = [
    `http ${options}${/^\w+$/.test(method) ? method : quoteShell(method)} ${shellUrl(request)}`,
    ...(isForm ? headersBut(headers, 'Content-Type') : headers).map(header),
    ...(isForm ? form : []),
    ...(text ? [`--raw=${quoteShell(text)}`] : []),
    ...(body?.kind === 'file' ? [`< ${quoteShellPath(body.file.name)}`] : []),
  ];
  const command = words.join(' \\\n  ');
  return isPiped && body.kind !== 'file' ? `${printBody(body)} |\n  ${command}` : command;
}

/** The space after the colon keeps `@` and `=` from their meaning there; HTTPie takes it off. */
function header(header: HttpHeader): string {
  if ('value' in header) return header.value === '' ? quoteShell(`${header.name};`) : shellHeader(header, quoteShell);
  return header.credential.form === 'basic'
    ? `--auth="$${header.credential.variable}"`
    : shellHeader(header, quoteShell);
}

/** A part as HTTPie writes it itself; nothing where it can't say the same. */
function formItem({ name = '', filename, contentType, headers, content }: Part): string | undefined {
  if (!/^[^\\":;=@\p{Cc}]+$/u.test(name) || name.startsWith('-') || headers.length > 0) return undefined;
  if (typeof content !== 'string') {
    const isPlain = /^[\w./ -]+$/.test(content.name) && /^[\w.+-]+\/[\w.+-]+$/.test(contentType ?? '');
    if (!isPlain || content.name.split('/').at(-1) !== filename) return undefined;
    return quoteShell(`${name}@${content.name};type=${contentType}`);
  }
  const isPlain = filename === undefined && contentType === undefined && !SPECIAL.test(content);
  return isPlain && !content.includes('\0') && content.length < 33_000 ? quoteShell(`${name}=${content}`) : undefined;
}
