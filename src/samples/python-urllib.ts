import type { HttpRequest } from '../request/http-request.ts';
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

/** A Python script with the standard library alone; secrets come from the environment, an error status ends it. */
export function print(request: HttpRequest): string {
  const { method, headers, stream } = request;
  const body = pythonBody(request.body, false);
  const url = pythonUrl(request);
  // An open file would be sent without its length.
  const data = body?.opened ? `${body.expression}.read()` : body?.expression;
  const options = [
    url,
    ...(data ? [`data=${data}`] : []),
    ...pythonHeaders(headers),
    ...(method === (data ? 'POST' : 'GET') ? [] : [`method=${quotePython(method)}`]),
  ];
  const made = `request = ${pythonCall('urllib.request.Request', options)}`;
  const isPlain = options.length === 1;
  const isJson = request.answersJson && !stream && method !== 'HEAD';
  const shown = method === 'HEAD' ? 'response.headers' : isJson ? 'json.load(response)' : 'response.read().decode()';
  return `${importLines([
    ...standardModules(request),
    ...(body?.modules ?? []),
    ...(isJson ? ['json'] : []),
    'urllib.error',
    'urllib.request',
  ])}
${body?.before ?? ''}${isPlain ? '' : `${body?.opened ? `with ${body.opened}:\n${indent(made)}` : made}\n`}try:
    with urllib.request.urlopen(${isPlain ? url : 'request'}, timeout=60) as response:
${indent(indent(stream ? pythonLines(request, 'response', true) : `print(${shown})`))}
except urllib.error.HTTPError as error:
    raise SystemExit(f"{error.code} {error.read().decode()}")`;
}
