import type { HttpBody, HttpRequest } from '../request/http-request.ts';
import { headersBut, isCapital, takesBody } from './dialect.ts';
import { headersProperty, javascriptBody, javascriptUrl, objectOf, readStream } from './javascript-values.ts';
import { quoteJavaScript } from './literal-syntax.ts';

/** An ES module with axios 1; secrets come from the environment, which its own errors would show. */
export function print(request: HttpRequest): string | undefined {
  if (!isCapital(request)) return undefined;
  const { method, stream } = request;
  const body = javascriptBody(request.body, true);
  // With `FormData`, axios chooses the boundary and writes the header.
  const headers = body?.isForm ? headersBut(request.headers, 'Content-Type') : request.headers;
  const options = [
    ...(method === 'GET' ? [] : [`method: ${quoteJavaScript(method)}`]),
    `url: ${javascriptUrl(request)}`,
    // Else axios says that an empty body is a form.
    ...headersProperty(headers, !body && takesBody(method) && "'Content-Type': false"),
    ...(body ? [`data: ${isChanged(request.body) ? `Buffer.from(${body.expression})` : body.expression}`] : []),
    ...(stream ? ["responseType: 'stream'"] : []),
    'validateStatus: null',
  ];
  return `${stream ? "import { text } from 'node:stream/consumers';\n" : ''}${body?.imports ?? ''}import axios from 'axios';

${body?.before ?? ''}const response = await axios(${objectOf(options)});

if (response.status >= 400) {
  throw new Error(\`\${response.status} \${${stream ? 'await text(response.data)' : 'JSON.stringify(response.data)'}}\`);
}

${
  stream
    ? readStream(request, "response.data.setEncoding('utf8')")
    : `console.log(response.${method === 'HEAD' ? 'headers' : 'data'});`
}`;
}

/** Whether axios would trim this text, or quote it: it takes one of this type for JSON. */
function isChanged(body: HttpBody | undefined): boolean {
  if (body?.kind !== 'text' || !body.mediaType.includes('application/json')) return false;
  try {
    JSON.parse(body.text);
    return body.text.trim() !== body.text;
  } catch {
    return true;
  }
}
