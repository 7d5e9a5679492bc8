import type { HttpRequest } from '../request/http-request.ts';
import { headersBut, isCapital } from './dialect.ts';
import { headersProperty, javascriptBody, javascriptUrl, lastArgument, readStream } from './javascript-values.ts';
import { quoteJavaScript } from './literal-syntax.ts';

/** An ES module with `fetch`, as Node 18 and browsers have it; secrets come from the environment. */
export function print(request: HttpRequest): string | undefined {
  return printFetch(request, false);
}

/** Headers of the connection, which `fetch` of Node refuses or writes itself. */
const OF_CONNECTION = /^(?:connection|expect|host|keep-alive|upgrade)$/i;

/**
 * @param typed - in TypeScript, strict
 * @returns nothing for what `fetch` refuses: a body with GET and HEAD, some methods (Fetch standard, "methods") and
 *   some headers
 */
export function printFetch(request: HttpRequest, typed: boolean): string | undefined {
  const { method, stream } = request;
  if (!isCapital(request) || /^(?:CONNECT|TRACE|TRACK)$/.test(method)) return undefined;
  if (request.body && /^(?:GET|HEAD)$/.test(method)) return undefined;
  if (request.headers.some(({ name }) => OF_CONNECTION.test(name))) return undefined;
  const body = javascriptBody(request.body, true);
  const sure = typed ? '!' : '';
  const before = body?.before ?? '';
  // With `FormData`, the boundary and the header are written by `fetch`.
  const headers = body?.isForm ? headersBut(request.headers, 'Content-Type') : request.headers;
  const options = [
    ...(method === 'GET' ? [] : [`method: ${quoteJavaScript(method)}`]),
    ...headersProperty(headers, false, sure),
    ...(body ? [body.expression === 'body' ? 'body' : `body: ${body.expression}`] : []),
  ];
  const answer = method === 'HEAD' ? 'response.headers' : `await response.${request.answersJson ? 'json' : 'text'}()`;
  return `${body?.imports ? `${body.imports}\n` : ''}${
    // Alone, an empty list is a list of anything.
    typed ? before.replace(/^const payload = \[\]/, 'const payload: unknown[] = []') : before
  }const response = await fetch(${javascriptUrl(request, sure)}${lastArgument(options)});

if (!response.ok${stream && typed ? ' || !response.body' : ''}) {
  throw new Error(\`\${response.status} \${await response.text()}\`);
}

${
  stream
    ? readStream(request, 'response.body.pipeThrough(new TextDecoderStream())', typed ? "lines.pop() ?? ''" : undefined)
    : `console.log(${answer});`
}`;
}
