import type { Credential, HttpBody, HttpHeader, HttpRequest } from '../request/http-request.ts';
import { bodyPieces } from '../request/multipart.ts';
import { acceptsEvents } from './events.ts';
import { headerPieces, joinPieces, urlPieces } from './pieces.ts';
import { indentText, isVisible, makeImports, quoteDouble, quoteLines } from './quote-double.ts';

/** Notes a class to import, gives its short name. */
type Use = (path: string) => string;

/** What differs between the languages that have `java.net.http`. */
export interface Dialect {
  /** Before each statement. */
  readonly indent: string;
  /** What declares a variable. */
  readonly variable: string;
  readonly end: string;
  readonly quote: (text: string) => string;
  /** @param indent - of the statement that it stands in */
  readonly quoteText: (text: string, indent: string) => string;
  readonly utf8: (use: Use) => string;
  /** The method of a string that gives its bytes in UTF-8. */
  readonly toBytes: (use: Use) => string;
  /** Statements that check the status and show the answer. */
  readonly answer: (request: HttpRequest, use: Use) => string;
}

/** The client keeps these to itself where it isn't told otherwise. */
const RESTRICTED = /^(connection|content-length|expect|host|upgrade)$/i;
/** A constant has at most 65,535 bytes, and a character of it up to six. */
const LARGEST_CONSTANT = 10_000;

/** A Java 17 program with `java.net.http`; secrets come from the environment, an error status throws. */
export function print(request: HttpRequest): string | undefined {
  const program = printClient(request, {
    indent: '        ',
    variable: 'var',
    end: ';',
    quote: quoteDouble,
    quoteText,
    utf8: (use) => `${use('java.nio.charset.StandardCharsets')}.UTF_8`,
    toBytes: (use) => `getBytes(${use('java.nio.charset.StandardCharsets')}.UTF_8)`,
    answer,
  });
  return (
    program &&
    `${program.imports}
public class Main {
    public static void main(String[] args) throws IOException, InterruptedException {
${program.statements}    }
}`
  );
}

/** A Java literal, a text block where the text has several lines and none loses its spaces in one. */
function quoteText(text: string, indent: string): string {
  if (text.length > LARGEST_CONSTANT) {
    // Joined by `+`, they would be one constant.
    const pieces = text.match(/.{1,10000}/gsu) ?? [];
    return `String.join("",\n${pieces.map((piece) => `${indent}    ${quoteDouble(piece)}`).join(',\n')})`;
  }
  // A block takes away the spaces that all lines begin with, and those at the ends of lines; `\u0085` is the
  // character itself there.
  const isSafe = /^\S|\n$/.test(text) && !/[^\S\n\r\t ]$/m.test(text) && isVisible(text.replace(/[\r\t]/g, ''));
  if (!text.includes('\n') || !isSafe) return quoteLines(text, quoteDouble).join(` +\n${indent}    `);
  const block = quoteDouble(text)
    .slice(1, -1)
    .replace(/\\(.)/g, (found, char) => (char === '"' ? char : char === 'n' ? '\n' : found))
    .replace(/"(?=""|$)/g, '\\"')
    .replace(/ (?=\n|$)/g, '\\s');
  return `"""${indentText(block, `${indent}    `)}"""`;
}

function answer(request: HttpRequest, use: Use): string {
  const { method, stream } = request;
  const text = stream
    ? `response.body().collect(${use('java.util.stream.Collectors')}.joining("\\n"))`
    : 'response.body()';
  const each = acceptsEvents(request)
    ? `filter(line -> line.startsWith("data:"))
                .map(line -> line.substring(5).strip())
                .takeWhile(data -> !data.equals("[DONE]"))`
    : 'filter(line -> !line.isEmpty())';
  const show = stream
    ? `try (var lines = response.body()) {
            lines.${each}
                .forEach(System.out::println);
        }`
    : `System.out.println(response.${method === 'HEAD' ? 'headers().map' : 'body'}());`;
  return `        if (response.statusCode() >= 400) {
            throw new ${use('java.io.IOException')}(response.statusCode() + " " + ${text});
        }
        ${show}
`;
}

interface Program {
  /** The lines that import. */
  readonly imports: string;
  /** Those of the main function. */
  readonly statements: string;
}

/** @returns nothing where a header isn't ASCII: over HTTP/1.1 the client sends `?` for any other character */
export function printClient(request: HttpRequest, dialect: Dialect): Program | undefined {
  const { headers, stream } = request;
  if (headers.some((one) => !/^[\0-\x7f]*$/.test('value' in one ? one.value : one.prefix))) return undefined;
  const { indent, variable, end, quote, utf8, toBytes } = dialect;
  const { paths, use } = makeImports();
  const address = joinPieces(urlPieces(request), {
    quote,
    secret: (credential) =>
      `${use('java.net.URLEncoder')}.encode(${environment(credential)}, ${utf8(use)}).replace("+", "%20")`,
    plus: ` +\n${indent}    `,
  });
  const header = (one: HttpHeader): string => {
    const secret = (credential: Credential): string =>
      credential.form === 'raw'
        ? environment(credential)
        : `${use('java.util.Base64')}.getEncoder().encodeToString(${environment(credential)}.${toBytes(use)})`;
    return `.header(${quote(one.name)}, ${joinPieces(headerPieces(one), { quote, secret })})`;
  };
  const hasSecret = request.queryCredentials !== undefined;
  const body = request.body && publisher(request.body, dialect, use);
  const restricted = headers.flatMap(({ name }) => (RESTRICTED.test(name) ? name : []));
  const chain = [
    `${variable} request = ${use('java.net.http.HttpRequest')}.newBuilder(${use('java.net.URI')}.create(${hasSecret ? 'address' : address}))`,
    ...(stream ? [] : [`.timeout(${use('java.time.Duration')}.ofSeconds(60))`]),
    ...headers.map(header),
    ...methodCall(request, body?.expression, dialect, use),
    '.build()',
  ];
  const handler = `${use('java.net.http.HttpResponse.BodyHandlers')}.of${stream ? 'Lines' : 'String'}()`;
  const lines = [
    restricted[0] && `System.setProperty("jdk.httpclient.allowRestrictedHeaders", ${quote(restricted.join())})${end}\n`,
    body?.before && `${body.before}${end}\n`,
    hasSecret ? `${variable} address = ${address}${end}` : '',
    `${chain.join(`\n${indent}    `)}${end}\n`,
    `${variable} response = ${use('java.net.http.HttpClient')}.newHttpClient().send(request, ${handler})${end}`,
  ];
  const statements = `${lines.map((line) => line && `${indent}${line}\n`).join('')}${dialect.answer(request, use)}`;
  const imports = [...paths].sort().map((path) => `import ${path}${end}\n`);
  return { imports: imports.join(''), statements };
}

function environment({ variable }: Credential): string {
  return `System.getenv("${variable}")`;
}

function methodCall({ method }: HttpRequest, body: string | undefined, { quote }: Dialect, use: Use): string[] {
  if (method === 'GET' && !body) return [];
  if (method === 'DELETE' && !body) return ['.DELETE()'];
  const published = body ?? `${use('java.net.http.HttpRequest.BodyPublishers')}.noBody()`;
  return [/^(POST|PUT)$/.test(method) ? `.${method}(${published})` : `.method(${quote(method)}, ${published})`];
}

interface Publisher {
  /** The declaration of `body`, where there is one. */
  readonly before?: string;
  readonly expression: string;
}

function publisher(body: HttpBody, { indent, variable, quote, quoteText }: Dialect, use: Use): Publisher {
  const from = `${use('java.net.http.HttpRequest.BodyPublishers')}.`;
  const file = (name: string): string => `${from}ofFile(${use('java.nio.file.Path')}.of(${quote(name)}))`;
  if (body.kind === 'text') {
    return { before: `${variable} body = ${quoteText(body.text, indent)}`, expression: `${from}ofString(body)` };
  }
  if (body.kind === 'file') return { expression: file(body.file.name) };
  const pieces = bodyPieces(body).map((piece) =>
    typeof piece === 'string' ? `${from}ofString(${quoteText(piece, `${indent}    `)})` : file(piece.name),
  );
  return {
    before: `${variable} body = ${from}concat(\n${pieces.map((piece) => `${indent}    ${piece}`).join(',\n')})`,
    expression: 'body',
  };
}
