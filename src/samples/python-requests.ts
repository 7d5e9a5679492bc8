import type { HttpRequest } from '../request/http-request.ts';
import { isCapital } from './dialect.ts';
import { quotePython } from './literal-syntax.ts';
import { importLines, indent, opened, pythonCall, pythonLines, pythonParts, shown } from './python-values.ts';

/** A Python script with the `requests` library; secrets come from the environment, an error status raises. */
export function print(request: HttpRequest): string | undefined {
  if (!isCapital(request)) return undefined;
  const { method, stream } = request;
  const { modules, before, url, headers, body } = pythonParts(request, true);
  const isKnown = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(method);
  const call = pythonCall(`requests.${isKnown ? method.toLowerCase() : 'request'}`, [
    ...(isKnown ? [] : [quotePython(method)]),
    url,
    ...headers,
    ...(body ? [`${body.kind}=${body.expression}`] : []),
    ...(stream ? ['stream=True'] : []),
    'timeout=60',
  ]);
  const check = 'response.raise_for_status()\n';
  const done = stream
    ? opened(
        body,
        `with ${call} as response:\n${indent(`${check}${pythonLines(request, 'response.iter_lines()', true)}`)}`,
      )
    : `${opened(body, `response = ${call}`)}\n${check}print(response.${shown(request)})`;
  const standard = importLines(modules);
  return `${standard && `${standard}\n`}import requests\n\n${before}${done}`;
}
