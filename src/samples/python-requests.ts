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

/** A Python script with the `requests` library; secrets come from the environment, an error status raises. */
export function print(request: HttpRequest): string | undefined {
  if (!isCapital(request)) return undefined;
  const { method, stream } = request;
  const body = pythonBody(request.body, true);
  // With `files`, the library chooses the boundary and writes the header.
  const headers = body?.kind === 'files' ? headersBut(request.headers, 'Content-Type') : request.headers;
  const isKnown = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/.test(method);
  const call = pythonCall(isKnown ? `requests.${method.toLowerCase()}` : 'requests.request', [
    ...(isKnown ? [] : [quotePython(method)]),
    pythonUrl(request),
    ...pythonHeaders(headers),
    ...(body ? [`${body.kind}=${body.expression}`] : []),
    ...(stream ? ['stream=True'] : []),
    'timeout=60',
  ]);
  const opened = (statements: string): string =>
    body?.opened ? `with ${body.opened}:\n${indent(statements)}` : statements;
  const lines = `response.raise_for_status()\n${pythonLines(request, 'response.iter_lines()', true)}`;
  const done = stream
    ? opened(`with ${call} as response:\n${indent(lines)}`)
    : `${opened(`response = ${call}`)}\nresponse.raise_for_status()\nprint(response.${shown(request)})`;
  const standard = importLines([...standardModules(request), ...(body?.modules ?? [])]);
  return `${standard && `${standard}\n`}import requests\n\n${body?.before ?? ''}${done}`;
}

function shown(request: HttpRequest): string {
  if (request.method === 'HEAD') return 'headers';
  return request.answersJson ? 'json()' : 'text';
}
