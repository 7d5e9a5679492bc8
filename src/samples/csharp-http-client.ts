import { plainHeaderText } from '../request/header-secrets.ts';
import type { HttpHeader, HttpRequest } from '../request/http-request.ts';
import {
  acceptsEvents,
  address,
  type Dialect,
  fieldsOf,
  headerValue,
  isCapital,
  lines,
  makeImports,
  piecesOf,
} from './dialect.ts';
import { indentText, isVisible, quoteDouble, quoteLines } from './quote.ts';

type Use = (path: string) => string;

/** What `Uri` would write in another way: escapes of letters and digits, and dots that lead elsewhere. */
const CHANGED = /%(?:2[DE]|3\d|[46][1-9A-F]|[57][\dA]|5F|7E)|\/\.{1,2}(?=[/?]|$)/i;
/** The client takes them only with a content. */
const OF_CONTENT = /^(?:allow|content-.*|expires|last-modified)$/i;
/** The headers whose values the client reads, and writes in its own way, all begin so. */
const PARSED = /^(?:ac|au|ca|con|da|ex|fr|ho|if|ma|pr|ra|re|te|tr|up|us|vi|wa)/i;
const FORM = 'application/x-www-form-urlencoded';

/** A C# 12 program with `HttpClient`; secrets come from the environment, an error status throws. */
export function print(request: HttpRequest): string | undefined {
  // The client writes the methods that it knows in capitals.
  if (!isCapital(request)) return undefined;
  const { method, headers, stream, queryCredentials } = request;
  const { paths, use } = makeImports();
  const csharp: Dialect = {
    quote: quoteDouble,
    secret: (variable) => `Environment.GetEnvironmentVariable("${variable}")`,
    base64: (secret) => `Convert.ToBase64String(${encoding('UTF8', use)}.GetBytes(${secret}!))`,
    encode: (secret) => `Uri.EscapeDataString(${secret}!)`,
  };
  const verb = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/.test(method)
    ? `HttpMethod.${method[0]}${method.slice(1).toLowerCase()}`
    : `new HttpMethod(${quoteDouble(method)})`;
  const url = address(request, { ...csharp, plus: ' +\n    ' });
  const shown = queryCredentials ? 'address' : url;
  const target = CHANGED.test(request.url)
    ? `new Uri(${shown}, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })`
    : shown;
  const body = content(request, use);
  const isLatin = headers.some((header) => /[^\0-\x7f]/.test(plainHeaderText(header)));
  const own = headers.filter(({ name }) => !OF_CONTENT.test(name));
  const withBody = headers.filter(({ name }) => OF_CONTENT.test(name) && !(body?.hasType && /-type$/i.test(name)));
  const main = `${body?.before ? `${body.before}\n\n` : ''}${queryCredentials ? `var address = ${url};\n\n` : ''}using var client = new HttpClient(${
    isLatin ? `new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => ${encoding('Latin1', use)} }` : ''
  });
using var request = new HttpRequestMessage(${verb}, ${target});
${own.map((one) => `request.${header(one, csharp)}`).join('')}${body ? `request.Content = ${body.expression};\n` : ''}${withBody
  .map((one) => `request.Content.${header(one, csharp)}`)
  .join('')}
using var response = await client.SendAsync(request${stream ? ', HttpCompletionOption.ResponseHeadersRead' : ''});
${stream ? readStream(request) : showAnswer(method)}`;
  return `${lines([...paths].sort(), 'using ', ';')}${paths.size > 0 ? '\n' : ''}${main}`;
}

function encoding(name: string, use: Use): string {
  use('System.Text');
  return `Encoding.${name}`;
}

/** Whether the client writes a media type as it reads it. */
function isSimple(value: string): boolean {
  return /^[\w.+-]+\/[\w.+-]+(?:; [\w-]+=[\w.+-]+)*$/.test(value);
}

function header(header: HttpHeader, csharp: Dialect): string {
  const { name } = header;
  const scheme = 'prefix' in header && /^authorization$/i.test(name) && /^([\w-]+) $/.exec(header.prefix)?.[1];
  if (scheme) return `Headers.Authorization = new("${scheme}", ${headerValue({ ...header, prefix: '' }, csharp)});\n`;
  const isTaken = 'value' in header && isSimple(header.value);
  const add = isTaken || !(PARSED.test(name) || OF_CONTENT.test(name)) ? 'Add' : 'TryAddWithoutValidation';
  return `Headers.${add}(${quoteDouble(name)}, ${headerValue(header, csharp)});\n`;
}

/** A raw literal where quotes or newlines ask for one, and it can hold the text. */
function quoteText(text: string): string {
  if (!/["\\\n]/.test(text)) return quoteDouble(text);
  if (!isVisible(text)) return quoteLines(text, quoteDouble).join(' +\n    ');
  const quotes = text.match(/"{3,}/g) ?? [];
  const fence = '"'.repeat(Math.max(3, ...quotes.map(({ length }) => length + 1)));
  return fence + (/\n|^"|"$/.test(text) ? indentText(`${text}\n`, '    ') : text) + fence;
}

interface Content {
  readonly before?: string;
  readonly expression: string;
  /** The content brings its `Content-Type`. */
  readonly hasType?: boolean;
}

function content({ headers, body }: HttpRequest, use: Use): Content | undefined {
  if (!body) {
    return headers.some(({ name }) => OF_CONTENT.test(name)) ? { expression: 'new ByteArrayContent([])' } : undefined;
  }
  if (body.kind === 'file') {
    return { expression: `new StreamContent(File.OpenRead(${quoteDouble(body.file.name)}))` };
  }
  if (body.kind === 'multipart') {
    const pieces = piecesOf(
      body,
      (text) => `${quoteLines(text, quoteDouble).join('u8,\n    .. ')}u8`,
      (path) => `File.ReadAllBytes(${quoteDouble(path)})`,
    );
    return { before: `byte[] body =\n[\n${lines(pieces, '    .. ')}];`, expression: 'new ByteArrayContent(body)' };
  }
  const header = headers.find(({ name }) => /^content-type$/i.test(name));
  const type = header && 'value' in header ? header.value : '';
  // Its encoder has its own mind of `*` and `~`.
  const fields = type === FORM && fieldsOf(body, /[*~]/);
  if (fields) {
    const rows = fields.map((field) => `new(${field.map((text) => quoteDouble(text)).join(', ')})`);
    return { expression: `new FormUrlEncodedContent(\n[\n${lines(rows)}])`, hasType: true };
  }
  const before = `var body = ${quoteText(body.text)};`;
  if (!isSimple(type) || type.includes(';'))
    return { before, expression: `new ByteArrayContent(${encoding('UTF8', use)}.GetBytes(body))` };
  use('System.Net.Http.Headers');
  return {
    before,
    expression: `new StringContent(body, new MediaTypeHeaderValue(${quoteDouble(type)}))`,
    hasType: true,
  };
}

function check(text: string): string {
  return `if (!response.IsSuccessStatusCode)
{
    throw new HttpRequestException($"{(int)response.StatusCode} {${text}}");
}
`;
}

function showAnswer(method: string): string {
  if (method === 'HEAD') return `response.EnsureSuccessStatusCode();\nConsole.WriteLine(response);`;
  return `var answer = await response.Content.ReadAsStringAsync();\n${check('answer')}Console.WriteLine(answer);`;
}

/** Reads lines as they arrive: the data of events, or each line of another stream as it is. */
function readStream(request: HttpRequest): string {
  return `${check('await response.Content.ReadAsStringAsync()')}
using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
while (await reader.ReadLineAsync() is { } line)
{
${
  acceptsEvents(request)
    ? `    if (!line.StartsWith("data:", StringComparison.Ordinal)) continue;
    var data = line[5..].Trim();
    if (data == "[DONE]") break;
    Console.WriteLine(data);`
    : '    if (line != "") Console.WriteLine(line);'
}
}`;
}
