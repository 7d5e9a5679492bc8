import { plainHeaderText } from '../request/header-secrets.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { quotePython } from './literal-syntax.ts';
import { importLines, indent, opened, pythonCall, pythonLines, pythonParts } from './python-values.ts';

/**
 * A Python script with the standard library alone; secrets come from the environment, an error status ends it.
 *
 * @returns nothing for a `Connection` that isn't `close`, which is the only one that it sends
 */
export function print(request: HttpRequest): string | undefined {
  const { method, stream } = request;
  if (request.headers.some((one) => /^connection$/i.test(one.name) && plainHeaderText(one) !== 'close'))
    return undefined;
  const { modules, before, url, headers, body } = pythonParts(request, false);
  // An open file would be sent without its length.
  const data = body?.opened ? `${body.expression}.read()` : body?.expression;
  const options = [
    url,
    ...(data ? [`data=${data}`] : []),
    ...headers,
    ...(method === (data ? 'POST' : 'GET') ? [] : [`method=${quotePython(method)}`]),
  ];
  const made = `request = ${pythonCall('urllib.request.Request', options)}`;
  const isPlain = options.length === 1;
  const isHead = method === 'HEAD';
  const isJson = request.answersJson && !stream && !isHead;
  const shown = isHead ? 'response.headers' : isJson ? 'json.load(response)' : 'response.read().decode()';
  return `${importLines([...modules, ...(isJson ? ['json'] : []), 'urllib.error', 'urllib.request'])}
${before}${isPlain ? '' : `${opened(body, made)}\n`}try:
    with urllib.request.urlopen(${isPlain ? url : 'request'}, timeout=60) as response:
${indent(indent(stream ? pythonLines(request, 'response', true) : `print(${shown})`))}
except urllib.error.HTTPError as error:
    raise SystemExit(f"{error.code} {error.read().decode()}")`;
}
