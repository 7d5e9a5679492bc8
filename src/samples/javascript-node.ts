import { plainHeaderText } from '../request/header-secrets.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { isCapital } from './dialect.ts';
import { headersProperty, javascriptBody, javascriptUrl, lastArgument, readStream } from './javascript-values.ts';
import { quoteJavaScript } from './literal-syntax.ts';

/** An ES module with what Node itself has, as it was before `fetch`; secrets come from the environment. */
export function print(request: HttpRequest): string | undefined {
  if (!isCapital(request)) return undefined;
  const { method, headers, stream } = request;
  const body = javascriptBody(request.body, false);
  // Node gives a body to these as it is, without its length (RFC 9112, section 6).
  const lacksLength = body && /^(GET|HEAD|DELETE|OPTIONS|TRACE)$/i.test(method);
  const isNamed = lacksLength && body.expression !== 'body';
  const sent = isNamed ? 'body' : (body?.expression ?? '');
  // A text goes out together with the headers, and then makes UTF-8 of their characters.
  const isLatin1 = headers.some((header) => /[^\0-\x7f]/.test(plainHeaderText(header)));
  const options = [
    ...(method === 'GET' ? [] : [`method: ${quoteJavaScript(method)}`]),
    ...headersProperty(headers, lacksLength && "'Content-Length': Buffer.byteLength(body)"),
  ];
  const isHead = method === 'HEAD';
  const isJson = request.answersJson && !stream && !isHead;
  return `import { once } from 'node:events';
${body?.imports ?? ''}import { request } from 'node:${request.url.startsWith('http:') ? 'http' : 'https'}';
import { ${isJson ? 'json, ' : ''}text } from 'node:stream/consumers';

${body?.before ?? ''}${isNamed ? `const body = ${body.expression};\n\n` : ''}const outgoing = request(${javascriptUrl(request)}${lastArgument(options)});
outgoing.end(${isLatin1 && request.body?.kind === 'text' ? `Buffer.from(${sent})` : sent});
const [response] = await once(outgoing, 'response');

if (response.statusCode >= 300) {
  throw new Error(\`\${response.statusCode} \${await text(response)}\`);
}

${
  stream
    ? readStream(request, "response.setEncoding('utf8')")
    : isHead
      ? // Until its empty body is read, the connection keeps the program from ending.
        'response.resume();\nconsole.log(response.headers);'
      : `console.log(await ${isJson ? 'json' : 'text'}(response));`
}`;
}
