import { plainHeaderText } from '../request/header-secrets.ts';
import type { HttpHeader, HttpRequest } from '../request/http-request.ts';
import { basicVariable, formParts, headersBut, type PartWriter } from './dialect.ts';
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
  // It takes any other word for the address.
  if (!/^[A-Z]+$/.test(request.method) || !request.headers.every(canSend)) return undefined;
  const { body, method, stream } = request;
  const form = formParts(body, PARTS);
  const headers = form ? headersBut(request.headers, 'Content-Type') : request.headers;
  const text = textArgument(body);
  const isPiped = body && !form && text === undefined;
  const flags = [
    ...(isPiped ? [] : ['--ignore-stdin']),
    '--check-status',
    ...(method === 'HEAD' ? ['--headers'] : []),
    ...(stream ? ['--stream'] : []),
    ...(form ? ['--multipart'] : []),
  ];
  const items = [...headers.filter((header) => !basicVariable(header)).map(headerItem), ...(form ?? [])];
  const options = [
    ...headers.flatMap((header) => basicVariable(header) ?? []).map((variable) => `--auth="$${variable}"`),
    ...(text ? [`--raw=${quoteShell(text)}`] : []),
  ];
  const target = `${method} ${shellUrl(request)}`;
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
  const text = plainHeaderText(header);
  return !/[^\0-\x7f]|(?<!\\)\\(?:\\{2})*[:;=@]/.test(text);
}

/** The space after the colon keeps `@` and `=` from their meaning there; HTTPie takes it off. */
function headerItem(header: HttpHeader): string {
  return 'value' in header && header.value === '' ? quoteShell(`${header.name};`) : shellHeader(header, quoteShell);
}

const PARTS: PartWriter = {
  // Signs of a file or of JSON, and of an escape.
  text: (name, text) =>
    canSay(name) && !/^[=@]|\\[:;=@]|\0/.test(text) && text.length < 33_000 ? quoteShell(`${name}=${text}`) : undefined,
  file: (name, path, type, _filename, isNamed) =>
    canSay(name) && !isNamed && /^[\w./ -]+$/.test(path) && /^[\w.+-]+\/[\w.+-]+$/.test(type)
      ? quoteShell(`${name}@${path};type=${type}`)
      : undefined,
};

/** A name ends at the first sign, and none may look like an option. */
function canSay(name: string): boolean {
  return !/^-|[:;=@]/.test(name);
}
