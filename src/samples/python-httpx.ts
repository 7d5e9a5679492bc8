import type { HttpRequest } from '../request/http-request.ts';
import { isCapital } from './dialect.ts';
import { quotePython } from './literal-syntax.ts';
import { importLines, indent, opened, pythonCall, pythonLines, pythonParts, shown } from './python-values.ts';

/** A Python script with `httpx`; secrets come from the environment, an error status ends it. */
export function print(request: HttpRequest): string | undefined {
  if (!isCapital(request)) return undefined;
  const { method, stream } = request;
  const { modules, before, url, headers, body } = pythonParts(request, true);
  // The shortcuts of the others take no body.
  const isKnown =
    !stream && (/^(POST|PUT|PATCH)$/.test(method) || (!body && /^(GET|HEAD|DELETE|OPTIONS)$/.test(method)));
  const call = pythonCall(`httpx.${stream ? 'stream' : isKnown ? method.toLowerCase() : 'request'}`, [
    ...(isKnown ? [] : [quotePython(method)]),
    url,
    ...headers,
    ...(body ? [`${body.kind === 'files' ? 'files' : 'content'}=${body.expression}`] : []),
    'timeout=60',
  ]);
  const check = (text: string): string =>
    `if response.is_error:\n    raise SystemExit(f"{response.status_code} {${text}}")\n`;
  const lines = `${check('response.read().decode()')}${pythonLines(request, 'response.iter_lines()', false)}`;
  const done = stream
    ? opened(body, `with ${call} as response:\n${indent(lines)}`)
    : `${opened(body, `response = ${call}`)}\n${check('response.text')}print(response.${shown(request)})`;
  const standard = importLines(modules);
  return `${standard && `${standard}\n`}import httpx\n\n${before}${done}`;
}
