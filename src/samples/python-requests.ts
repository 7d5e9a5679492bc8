import type { HttpRequest } from '../request/http-request.ts';
import { acceptsEvents } from './events.ts';
import { headersBut } from './pieces.ts';
import { importLines, pythonBody, pythonHeader, pythonUrl, standardModules } from './python-values.ts';
import { quotePython } from './quote.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** A Python script with the `requests` library; secrets come from the environment, an error status raises. */
export function print(request: HttpRequest): string {
  const { method, stream } = request;
  const body = pythonBody(request.body, true);
  // With `files`, the library chooses the boundary and writes the header.
  const headers = body?.kind === 'files' ? headersBut(request.headers, 'Content-Type') : request.headers;
  const known = METHODS.includes(method);
  const call = known ? `requests.${method.toLowerCase()}` : 'requests.request';
  const options = [
    ...(known ? [] : [quotePython(method)]),
    pythonUrl(request),
    ...(headers.length > 0 ? [`headers={\n${headers.map((one) => `    ${pythonHeader(one)},\n`).join('')}}`] : []),
    ...(body ? [`${body.kind}=${body.expression}`] : []),
    ...(stream ? ['stream=True'] : []),
    'timeout=60',
  ];
  const flat = `${call}(${options.join(', ')})`;
  const lines = options.map((option) => `    ${option.replaceAll('\n', '\n    ')},\n`).join('');
  const expression = flat.includes('\n') || flat.length > 76 ? `${call}(\n${lines})` : flat;
  const done = stream
    ? streamed(expression, request)
    : `${opened(body?.opened, `response = ${expression}`)}\nresponse.raise_for_status()\nprint(${shown(request)})`;
  const standard = importLines([...standardModules(request), ...(body?.modules ?? [])]);
  return `${standard && `${standard}\n`}import requests\n\n${body?.before ?? ''}${stream ? opened(body?.opened, done) : done}`;
}

/** Statements while a file is open. */
function opened(file: string | undefined, statements: string): string {
  return file === undefined ? statements : `with ${file}:\n    ${statements.replaceAll('\n', '\n    ')}`;
}

function shown(request: HttpRequest): string {
  if (request.method === 'HEAD') return 'response.headers';
  return request.answersJson ? 'response.json()' : 'response.text';
}

/** Reads lines as they arrive: the data of events, or each line of another stream as it is. */
function streamed(call: string, request: HttpRequest): string {
  const each = acceptsEvents(request)
    ? `        if not line.startswith(b"data:"):
            continue
        data = line[5:].strip()
        if data == b"[DONE]":
            break
        print(data.decode(), flush=True)`
    : `        if line:
            print(line.decode(), flush=True)`;
  return `with ${call} as response:
    response.raise_for_status()
    for line in response.iter_lines():
${each}`;
}
