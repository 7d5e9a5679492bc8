import { plainHeaderText } from '../request/header-secrets.ts';
import type { HttpBody, HttpRequest } from '../request/http-request.ts';
import { acceptsEvents, address, type Dialect, headerValue, lines, makeImports, piecesOf } from './dialect.ts';
import { escapeText, indentText, isVisible, quoteDouble, quoteLines } from './quote.ts';

/** Notes a class to import, gives its short name. */
type Use = (path: string) => string;

/** What differs between the languages that have `java.net.http`. */
export interface JavaDialect {
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
const PUBLISHERS = 'java.net.http.HttpRequest.BodyPublishers';
/** A constant has at most 65,535 bytes, and a character of it up to six. */
const LARGEST_CONSTANT = 10_000;

/** A Java 17 program with `java.net.http`; secrets come from the environment, an error status throws. */
export function print(request: HttpRequest): string | undefined {
  const utf8 = (use: Use): string => `${use('java.nio.charset.StandardCharsets')}.UTF_8`;
  const program = printClient(request, {
    indent: '        ',
    variable: 'var',
    end: ';',
    quote: quoteDouble,
    quoteText,
    utf8,
    toBytes: (use) => `getBytes(${utf8(use)})`,
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
  const block = escapeText(text, /\\|"(?=""|$)/g, () => '\\s', /[\r\t]| (?=\n|$)/g);
  return `"""${indentText(block, `${indent}    `)}"""`;
}

function answer(request: HttpRequest, use: Use): string {
  const { method, stream } = request;
  const text = stream
    ? `response.body().collect(${use('java.util.stream.Collectors')}.joining("\\n"))`
    : 'response.body()';
  return `        if (response.statusCode() >= 400) {
            throw new ${use('java.io.IOException')}(response.statusCode() + " " + ${text});
        }
        ${
          stream
            ? `try (var lines = response.body()) {
            lines.${
              acceptsEvents(request)
                ? `filter(line -> line.startsWith("data:"))
                .map(line -> line.substring(5).strip())
                .takeWhile(data -> !data.equals("[DONE]"))`
                : 'filter(line -> !line.isEmpty())'
            }
                .forEach(System.out::println);
        }`
            : `System.out.println(response.${method === 'HEAD' ? 'headers().map' : 'body'}());`
        }
`;
}

interface Program {
  /** The lines that import. */
  readonly imports: string;
  /** Those of the main function. */
  readonly statements: string;
}

/**
 * @returns nothing where a header isn't ASCII: over HTTP/1.1 the client sends `?` for any other character; nor for one
 *   that it keeps for proxies
 */
export function printClient(request: HttpRequest, java: JavaDialect): Program | undefined {
  const { headers, stream, method, queryCredentials } = request;
  const isUnsaid = headers.some(
    (one) => /^proxy-authorization$/i.test(one.name) || !/^[\0-\x7f]*$/.test(plainHeaderText(one)),
  );
  if (isUnsaid) return undefined;
  const { indent, variable, end, quote } = java;
  const { paths, use } = makeImports();
  const dialect: Dialect = {
    quote,
    secret: (name) => `System.getenv("${name}")`,
    base64: (secret) => `${use('java.util.Base64')}.getEncoder().encodeToString(${secret}.${java.toBytes(use)})`,
    encode: (secret) => `${use('java.net.URLEncoder')}.encode(${secret}, ${java.utf8(use)}).replace("+", "%20")`,
  };
  const url = address(request, { ...dialect, plus: ` +\n${indent}    ` });
  const body = request.body && publisher(request.body, java, use);
  const restricted = headers.find(({ name }) => RESTRICTED.test(name));
  const chain = [
    `${variable} request = ${use('java.net.http.HttpRequest')}.newBuilder(${use('java.net.URI')}.create(${queryCredentials ? 'address' : url}))`,
    ...(stream ? [] : [`.timeout(${use('java.time.Duration')}.ofSeconds(60))`]),
    ...headers.map((one) => `.header(${quote(one.name)}, ${headerValue(one, dialect)})`),
    ...methodCall(method, body?.expression, quote, use),
    '.build()',
  ];
  const statements = [
    restricted && `System.setProperty("jdk.httpclient.allowRestrictedHeaders", ${quote(restricted.name)})${end}\n`,
    body?.before && `${variable} body = ${body.before}${end}\n`,
    queryCredentials && `${variable} address = ${url}${end}`,
    `${chain.join(`\n${indent}    `)}${end}\n`,
    `${variable} response = ${use('java.net.http.HttpClient')}.newHttpClient().send(request, ${use('java.net.http.HttpResponse.BodyHandlers')}.of${stream ? 'Lines' : 'String'}())${end}`,
  ].flatMap((statement) => statement || []);
  return {
    statements: `${lines(statements, indent, '')}${java.answer(request, use)}`,
    imports: lines([...paths].sort(), 'import ', end),
  };
}

function methodCall(method: string, body: string | undefined, quote: Dialect['quote'], use: Use): string[] {
  if (method === 'GET' && !body) return [];
  if (method === 'DELETE' && !body) return ['.DELETE()'];
  const published = body ?? `${use(PUBLISHERS)}.noBody()`;
  return [/^(POST|PUT)$/.test(method) ? `.${method}(${published})` : `.method(${quote(method)}, ${published})`];
}

interface Publisher {
  /** The value of `body`, where there is one. */
  readonly before?: string;
  readonly expression: string;
}

function publisher(body: HttpBody, { indent, quote, quoteText }: JavaDialect, use: Use): Publisher {
  const from = use(PUBLISHERS);
  if (body.kind === 'text') return { before: quoteText(body.text, indent), expression: `${from}.ofString(body)` };
  const pieces = piecesOf(
    body,
    (text) => `${from}.ofString(${quoteText(text, `${indent}    `)})`,
    (path) => `${from}.ofFile(${use('java.nio.file.Path')}.of(${quote(path)}))`,
  );
  return body.kind === 'file'
    ? { expression: pieces.join('') }
    : { before: `${from}.concat(\n${pieces.map((piece) => `${indent}    ${piece}`).join(',\n')})`, expression: 'body' };
}
