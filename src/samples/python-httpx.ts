import type { HttpRequest } from '../request/http-request.ts';
import { headersBut, isCapital } from './pieces.ts';
import { pythonLines } from './python-stream.ts';
import {
  importLines,
  indent,
  pythonBody,
  pythonCall,
  pythonHeaders,
  pythonUrl,
  standardModules,
} from './python-values.ts';
import { quotePython } from './quote.ts';

/** A Python script with `httpx`; secrets come from the environment, an error status ends it. */
export function print(request: HttpRequest): string | undefined {
  if (!isCapital(request)) return undefined;
  const { method, stream } = request;
  // It would guess the type of a file that has none.
  const isTyped =
    request.body?.kind === 'multipart' && request.body.parts.every((part) => part.contentType ?? !part.filename);
  const body = pythonBody(request.body, isTyped);
  // With `files`, the library chooses the boundary and writes the header.
  const headers = body?.kind === 'files' ? headersBut(request.headers, 'Content-Type') : request.headers;
  // The shortcuts of the others take no body.
  const isKnown = !stream && (body ? /^(POST|PUT|PATCH)$/ : /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/).test(method);
  const call = pythonCall(`httpx.${stream ? 'stream' : isKnown ? method.toLowerCase() : 'request'}`, [
    ...(isKnown ? [] : [quotePython(method)]),
    pythonUrl(request),
    ...pythonHeaders(headers),
    ...(body ? [`${body.kind === 'files' ? 'files' : 'content'}=${body.expression}`] : []),
    'timeout=60',
  ]);
  const check = (text: string): string =>
    `if response.is_error:\n    raise SystemExit(f"{response.status_code} {${text}}")\n`;
  const opened = (statements: string): string =>
    body?.opened ? `with ${body.opened}:\n${indent(statements)}` : statements;
  const lines = `${check('response.read().decode()')}${pythonLines(request, 'response.iter_lines()', false)}`;
  const done = stream
    ? opened(`with ${call} as response:\n${indent(lines)}`)
    : `${opened(`response = ${call}`)}\n${check('response.text')}print(response.${shown(request)})`;
  const standard = importLines([...standardModules(request), ...(body?.modules ?? [])]);
  return `${standard && `${standard}\n`}import httpx\n\n${body?.before ?? ''}${done}`;
}

function shown(request: HttpRequest): string {
  if (request.method === 'HEAD') return 'headers';
  return request.answersJson ? 'json()' : 'text';
}
