import type { Credential, HttpBody, HttpHeader, HttpRequest } from '../request/http-request.ts';
import { bodyPieces } from '../request/multipart.ts';
import { acceptsEvents } from './events.ts';
import { headerPieces, joinPieces, secretsOf, urlPieces } from './pieces.ts';
import { isPlain, quoteBraced } from './quote-braced.ts';
import { isVisible } from './quote-double.ts';

/**
 * A Swift program with `URLSession`; secrets come from the environment, an error status throws.
 *
 * @returns nothing for a body with GET, which `URLSession` refuses
 */
export function print(request: HttpRequest): string | undefined {
  const { method, headers, body, stream } = request;
  if (body && method === 'GET') return undefined;
  const url = joinPieces(urlPieces(request), {
    quote: quoteSwift,
    secret: (credential) => `${environment(credential)}.addingPercentEncoding(withAllowedCharacters: unreserved)!`,
  });
  return [
    'import Foundation\n\nstruct StatusError: Error {\n    let status: Int\n    let body: String\n}\n\n',
    secretsOf(request).length > 0 ? 'let environment = ProcessInfo.processInfo.environment\n' : '',
    request.queryCredentials?.length
      ? 'let unreserved = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))\n'
      : '',
    `var request = URLRequest(url: URL(string: ${url})!)\n`,
    method === 'GET' ? '' : `request.httpMethod = ${quoteSwift(method)}\n`,
    ...headers.map(header),
    body ? bodyLines(body) : '',
    stream ? streamed(request) : answered(method),
  ].join('');
}

function answered(method: string): string {
  return `
let (data, response) = try await URLSession.shared.data(for: request)
let http = response as! HTTPURLResponse
let text = String(decoding: data, as: UTF8.self)
guard 200..<300 ~= http.statusCode else {
    throw StatusError(status: http.statusCode, body: text)
}
print(${method === 'HEAD' ? 'http.allHeaderFields' : 'text'})`;
}

function streamed(request: HttpRequest): string {
  const each = acceptsEvents(request)
    ? `    guard line.hasPrefix("data:") else { continue }
    let data = line.dropFirst(5).trimmingCharacters(in: .whitespaces)
    if data == "[DONE]" { break }
    print(data)`
    : `    if line.isEmpty { continue }
    print(line)`;
  return `
let (bytes, response) = try await URLSession.shared.bytes(for: request)
let http = response as! HTTPURLResponse
guard 200..<300 ~= http.statusCode else {
    let data = try await bytes.reduce(into: Data()) { $0.append($1) }
    throw StatusError(status: http.statusCode, body: String(decoding: data, as: UTF8.self))
}
for try await line in bytes.lines {
${each}
    fflush(nil)
}`;
}

function quoteSwift(text: string): string {
  // A quote at the start would make three: those open a text of several lines.
  if (!isPlain(text) || !/[\\"]/.test(text) || text.startsWith('"')) return quoteBraced(text);
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
function quoteSwiftText(text: string): string {
  if (!text.includes('\n') || !isVisible(text)) return quoteSwift(text);
  const marks = /\\|"""/.test(text) ? hashes(text) : '';
  return `${marks}"""\n${text}\n"""${marks}`;
}

function environment({ variable }: Credential): string {
  return `environment["${variable}"]!`;
}

function header(header: HttpHeader): string {
  const value = joinPieces(headerPieces(header), {
    quote: quoteSwift,
    secret: (credential) => {
      const secret = environment(credential);
      return credential.form === 'basic' ? `Data(${secret}.utf8).base64EncodedString()` : secret;
    },
  });
  return `request.setValue(${value}, forHTTPHeaderField: ${quoteSwift(header.name)})\n`;
}

function bodyLines(body: HttpBody): string {
  const read = (name: string): string => `Data(contentsOf: URL(fileURLWithPath: ${quoteSwift(name)}))`;
  if (body.kind === 'text') return `request.httpBody = Data(${quoteSwiftText(body.text)}.utf8)\n`;
  if (body.kind === 'file') return `request.httpBody = try ${read(body.file.name)}\n`;
  const lines = bodyPieces(body).map((piece) =>
    typeof piece === 'string'
      ? `body.append(Data(${quoteSwift(piece)}.utf8))\n`
      : `try body.append(${read(piece.name)})\n`,
  );
  return `\nvar body = Data()\n${lines.join('')}request.httpBody = body\n`;
}
