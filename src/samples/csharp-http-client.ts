import type { Credential, HttpBody, HttpHeader, HttpRequest } from '../request/http-request.ts';
import { bodyPieces } from '../request/multipart.ts';
import { acceptsEvents } from './events.ts';
import { encodesAlike } from './form-fields.ts';
import { headerPieces, isCapital, joinPieces, urlPieces } from './pieces.ts';
import { indentText, isVisible, makeImports, quoteDouble, quoteLines } from './quote-double.ts';

type Use = (path: string) => string;

const METHODS = ['Get', 'Post', 'Put', 'Patch', 'Delete', 'Head', 'Options'];
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
  const { method, headers, stream } = request;
  const { paths, use } = makeImports();
  const known = METHODS.find((name) => name.toUpperCase() === method);
  const verb = known ? `HttpMethod.${known}` : `new HttpMethod(${quoteDouble(method)})`;
  const url = joinPieces(urlPieces(request), {
    quote: quoteDouble,
    secret: ({ variable }) => `Uri.EscapeDataString(${environment(variable)}!)`,
    plus: ' +\n    ',
  });
  const hasSecret = request.queryCredentials !== undefined;
  const shown = hasSecret ? 'address' : url;
  const address = CHANGED.test(request.url)
    ? `new Uri(${shown}, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })`
    : shown;
  const body = content(request, use);
  const isLatin = headers.some((header) => /[^\0-\x7f]/.test('value' in header ? header.value : header.prefix));
  const handler = isLatin
    ? `new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => ${encoding('Latin1', use)} }`
    : '';
  const lines = [
    body?.before && `${body.before}\n\n`,
    hasSecret ? `var address = ${url};\n\n` : '',
    `using var client = new HttpClient(${handler});\n`,
    `using var request = new HttpRequestMessage(${verb}, ${address});\n`,
    ...headers.map((header) => (OF_CONTENT.test(header.name) ? '' : `request.${csharpHeader(header, use)}`)),
    body && `request.Content = ${body.expression};\n`,
    ...headers.map((header) =>
      OF_CONTENT.test(header.name) && !(body?.hasType && /^content-type$/i.test(header.name))
        ? `request.Content.${csharpHeader(header, use)}`
        : '',
    ),
    `\nusing var response = await client.SendAsync(request${stream ? ', HttpCompletionOption.ResponseHeadersRead' : ''});\n`,
    stream ? readStream(request) : showAnswer(method),
  ].join('');
  const usings = [...paths].sort().map((path) => `using ${path};\n`);
  return `${usings.join('')}${usings[0] ? '\n' : ''}${lines}`;
}

function environment(variable: string): string {
  return `Environment.GetEnvironmentVariable("${variable}")`;
}

function encoding(name: string, use: Use): string {
  use('System.Text');
  return `Encoding.${name}`;
}

/** Whether the client writes a media type as it reads it. */
function isPlain(value: string): boolean {
  return /^[\w.+-]+\/[\w.+-]+(?:; [\w-]+=[\w.+-]+)*$/.test(value);
}

function csharpHeader(header: HttpHeader, use: Use): string {
  const secret = ({ form, variable }: Credential): string =>
    form === 'raw'
      ? environment(variable)
      : `Convert.ToBase64String(${encoding('UTF8', use)}.GetBytes(${environment(variable)}!))`;
  const { name } = header;
  const scheme = 'prefix' in header && /^authorization$/i.test(name) && /^([\w-]+) $/.exec(header.prefix)?.[1];
  if (scheme) return `Headers.Authorization = new("${scheme}", ${secret(header.credential)});\n`;
  const isTaken = 'value' in header && isPlain(header.value);
  const add = isTaken || !(PARSED.test(name) || OF_CONTENT.test(name)) ? 'Add' : 'TryAddWithoutValidation';
  return `Headers.${add}(${quoteDouble(name)}, ${joinPieces(headerPieces(header), { quote: quoteDouble, secret })});\n`;
}

/** A raw literal where quotes or newlines ask for one, and it can hold the text. */
function quoteText(text: string): string {
  if (!/["\\\n]/.test(text)) return quoteDouble(text);
  if (!isVisible(text)) return quoteLines(text, quoteDouble).join(' +\n    ');
  const quotes = text.match(/"{3,}/g) ?? [];
  const fence = '"'.repeat(Math.max(3, ...quotes.map(({ length }) => length + 1)));
  const isLine = !/\n|^"|"$/.test(text);
  return fence + (isLine ? text.toWellFormed() : indentText(`${text.toWellFormed()}\n`, '    ')) + fence;
}

interface Content {
  readonly before?: string;
  readonly expression: string;
  /** The content brings its `Content-Type`. */
  readonly hasType?: boolean;
}

function content({ headers, body }: HttpRequest, use: Use): Content | undefined {
  const bytes = 'new ByteArrayContent(';
  if (!body) return headers.some(({ name }) => OF_CONTENT.test(name)) ? { expression: `${bytes}[])` } : undefined;
  if (body.kind === 'file') {
    return { expression: `new StreamContent(File.OpenRead(${quoteDouble(body.file.name)}))` };
  }
  if (body.kind === 'multipart') return { before: `byte[] body =\n[\n${rowsOf(body)}];`, expression: `${bytes}body)` };
  const header = headers.find(({ name }) => /^content-type$/i.test(name));
  const type = header && 'value' in header ? header.value : '';
  // Its encoder has its own mind of `*` and `~`.
  if (type === FORM && body.fields && encodesAlike(body.fields, /[*~]/)) {
    const rows = body.fields.map(([name, value]) => `    new(${quoteDouble(name)}, ${quoteDouble(value)}),\n`);
    return { expression: `new FormUrlEncodedContent(\n[\n${rows.join('')}])`, hasType: true };
  }
  const before = `var body = ${quoteText(body.text)};`;
  if (!isPlain(type)) return { before, expression: `${bytes}${encoding('UTF8', use)}.GetBytes(body))` };
  use('System.Net.Http.Headers');
  return {
    before,
    expression: `new StringContent(body, ${type.includes(';') ? '' : 'new '}MediaTypeHeaderValue${type.includes(';') ? '.Parse' : ''}(${quoteDouble(type)}))`,
    hasType: true,
  };
}

function rowsOf(body: HttpBody): string {
  return bodyPieces(body)
    .flatMap((piece) =>
      typeof piece === 'string'
        ? quoteLines(piece, quoteDouble).map((line) => `${line}u8`)
        : `File.ReadAllBytes(${quoteDouble(piece.name)})`,
    )
    .map((row) => `    .. ${row},\n`)
    .join('');
}

const check = (text: string): string => `if (!response.IsSuccessStatusCode)
{
    throw new HttpRequestException($"{(int)response.StatusCode} {${text}}");
}
`;

function showAnswer(method: string): string {
  if (method === 'HEAD') return `response.EnsureSuccessStatusCode();\nConsole.WriteLine(response);`;
  return `var answer = await response.Content.ReadAsStringAsync();\n${check('answer')}Console.WriteLine(answer);`;
}

/** Reads lines as they arrive: the data of events, or each line of another stream as it is. */
function readStream(request: HttpRequest): string {
  const each = acceptsEvents(request)
    ? `    if (!line.StartsWith("data:", StringComparison.Ordinal)) continue;
    var data = line[5..].Trim();
    if (data == "[DONE]") break;
    Console.WriteLine(data);`
    : '    if (line != "") Console.WriteLine(line);';
  return `${check('await response.Content.ReadAsStringAsync()')}
using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
while (await reader.ReadLineAsync() is { } line)
{
${each}
}`;
}
