import type { HttpRequest } from '../request/http-request.ts';
import { acceptsEvents, address, type Dialect, headerValue, piecesOf, secretsOf } from './dialect.ts';
import { braced, isBlock, isPlain, quoteDouble } from './quote.ts';

const SWIFT: Dialect = {
  quote,
  secret: (variable) => `environment["${variable}"]!`,
  base64: (secret) => `Data(${secret}.utf8).base64EncodedString()`,
  encode: (secret) => `${secret}.addingPercentEncoding(withAllowedCharacters: unreserved)!`,
};

/** Apple, "URLRequest", "Reserved HTTP headers"; `Authorization` is among them, but sent. */
const RESERVED = /^(?:connection|host|proxy-auth.*|www-authenticate)$/i;

/**
 * A Swift program with `URLSession`; secrets come from the environment, an error status ends it.
 *
 * @returns nothing for a body with GET, which `URLSession` refuses, and for the headers that it writes itself
 */
export function print(request: HttpRequest): string | undefined {
  const { method, headers, body, stream, queryCredentials } = request;
  if (body && method === 'GET') return undefined;
  if (headers.some(({ name }) => RESERVED.test(name))) return undefined;
  return `import Foundation

${secretsOf(request).length > 0 ? 'let environment = ProcessInfo.processInfo.environment\n' : ''}${
  queryCredentials ? 'let unreserved = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))\n' : ''
}var request = URLRequest(url: URL(string: ${address(request, SWIFT)})!)
${method === 'GET' ? '' : `request.httpMethod = ${quote(method)}\n`}${headers
  .map((one) => `request.setValue(${headerValue(one, SWIFT)}, forHTTPHeaderField: ${quote(one.name)})\n`)
  .join('')}${bodyLines(request)}
let (${stream ? 'bytes' : 'data'}, response) = try await URLSession.shared.${stream ? 'bytes' : 'data'}(for: request)
let http = response as! HTTPURLResponse
${stream ? streamed(request) : answered(method)}`;
}

function answered(method: string): string {
  return `let text = String(decoding: data, as: UTF8.self)
guard 200..<300 ~= http.statusCode else {
    fatalError("\\(http.statusCode) \\(text)")
}
print(${method === 'HEAD' ? 'http.allHeaderFields' : 'text'})`;
}

function streamed(request: HttpRequest): string {
  return `guard 200..<300 ~= http.statusCode else {
    for try await line in bytes.lines { print(line) }
    fatalError("HTTP status \\(http.statusCode)")
}
for try await line in bytes.lines {
${
  acceptsEvents(request)
    ? `    guard line.hasPrefix("data:") else { continue }
    let data = line.dropFirst(5).trimmingCharacters(in: .whitespaces)
    if data == "[DONE]" { break }
    print(data)`
    : `    if line.isEmpty { continue }
    print(line)`
}
    fflush(nil)
}`;
}

function quote(text: string): string {
  // A quote at the start would make three: those open a text of several lines.
  if (!isPlain(text) || !/[\\"]/.test(text) || text.startsWith('"')) return quoteDouble(text, braced);
  const marks = hashes(text);
  return `${marks}"${text}"${marks}`;
}

/** So many that nothing in a raw text ends it or is an escape. */
function hashes(text: string): string {
  let marks = '#';
  while (text.includes(`"${marks}`) || text.includes(`\\${marks}`)) marks += '#';
  return marks;
}

/** A text of several lines stands between lines with three quotes, raw where it would need escapes. */
function quoteText(text: string): string {
  if (!isBlock(text)) return quote(text);
  const marks = /\\|"""/.test(text) ? hashes(text) : '';
  return `${marks}"""\n${text}\n"""${marks}`;
}

function bodyLines({ body }: HttpRequest): string {
  if (!body) return '';
  const isWhole = body.kind !== 'multipart';
  const pieces = piecesOf(
    body,
    (text) => `Data(${isWhole ? quoteText(text) : quote(text)}.utf8)`,
    (path) => `try Data(contentsOf: URL(fileURLWithPath: ${quote(path)}))`,
  );
  return isWhole
    ? `request.httpBody = ${pieces[0]}\n`
    : `\nvar body = Data()\n${pieces.map((piece) => `body.append(${piece})\n`).join('')}request.httpBody = body\n`;
}
