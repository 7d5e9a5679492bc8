import { secretsIn } from '../request/header-secrets.ts';
import type { Credential, HttpBody, HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { isJsonType } from '../request/media-type-name.ts';
import { bodyPieces } from '../request/multipart.ts';

/** How a language writes what requests have in common. */
export interface Dialect {
  readonly quote: (text: string) => string;
  /** Where a header's value is quoted in another way. */
  readonly quoteHeader?: (text: string) => string;
  /** Code that reads an environment variable. */
  readonly secret: (variable: string) => string;
  /** Code that makes base64 of what code gives. */
  readonly base64: (secret: string) => string;
  /** Code that percent-encodes what code gives. */
  readonly encode: (secret: string) => string;
  /** ` + ` where left out. */
  readonly plus?: string;
  /** One literal of a text and of what code gives, where a language has them. */
  readonly within?: (text: string, secret: string) => string;
}

/** A text, and secrets in between, which a sample reads from the environment. */
export type Piece = string | Credential;

/** The address: percent-encoded text, and secrets that are still to be percent-encoded. */
export function urlPieces({ url, queryCredentials = [] }: HttpRequest): Piece[] {
  let text = url;
  const pieces: Piece[] = [];
  for (const { name, credential } of queryCredentials) {
    text += `${text.includes('?') || pieces.length > 0 ? '&' : '?'}${encodeURIComponent(name)}=`;
    pieces.push(text, credential);
    text = '';
  }
  return text === '' ? pieces : [...pieces, text];
}

/** The address as an expression. */
export function address(request: HttpRequest, { quote, encode, secret, plus = ' + ' }: Dialect): string {
  const pieces = urlPieces(request).map((piece) =>
    typeof piece === 'string' ? quote(piece) : encode(secret(piece.variable)),
  );
  return pieces.join(plus);
}

/** The value of a header as an expression. */
export function headerValue(header: HttpHeader, dialect: Dialect): string {
  const { quote, quoteHeader = quote, secret, base64, plus = ' + ', within } = dialect;
  if ('value' in header) return quoteHeader(header.value);
  const pieces = secretsIn(header).map(({ prefix, credential }) => {
    const code = secret(credential.variable);
    const value = credential.form === 'basic' ? base64(code) : code;
    if (prefix === '') return value;
    return within && /^[\w .:=;-]+$/.test(prefix) ? within(prefix, value) : `${quoteHeader(prefix)}${plus}${value}`;
  });
  return pieces.join(plus);
}

/** The secrets of a request, in its order. */
export function secretsOf({ headers, queryCredentials = [] }: HttpRequest): Credential[] {
  return [...headers.flatMap(secretsIn), ...queryCredentials].map(({ credential }) => credential);
}

/** The variable of a secret that goes out as base64. */
export function basicVariable(header: HttpHeader | undefined): string | undefined {
  return header && 'credential' in header && header.credential.form === 'basic'
    ? header.credential.variable
    : undefined;
}

/** Headers without one, whose value a library writes itself. */
export function headersBut(headers: readonly HttpHeader[], name: string): HttpHeader[] {
  return headers.filter((header) => header.name.toLowerCase() !== name.toLowerCase());
}

/** Whether a library that writes methods in capitals sends this one as it is. */
export function isCapital({ method }: HttpRequest): boolean {
  return method === method.toUpperCase();
}

/** Whether a method is one that comes with a body: without, its length must be told (RFC 9110, section 8.6). */
export function takesBody(method: string): boolean {
  return /^P(OST|UT|ATCH)$/.test(method);
}

/** Whether the answer asked for is a stream of server-sent events, and not lines of another kind. */
export function acceptsEvents(request: HttpRequest): boolean {
  return request.headers.some(
    (header) => header.name === 'Accept' && 'value' in header && /^text\/event-stream\b/i.test(header.value),
  );
}

/** What code makes the texts and the files of a body from, in their order. */
export function piecesOf(body: HttpBody, text: (text: string) => string, file: (path: string) => string): string[] {
  return bodyPieces(body).map((piece) => (typeof piece === 'string' ? text(piece) : file(piece.name)));
}

/**
 * The fields of a form that a language's own encoder writes in the same way.
 *
 * @param differs - the characters that it writes in another way than browsers
 */
export function fieldsOf(body: HttpBody, differs = /(?!)/): (readonly [name: string, value: string])[] | undefined {
  const fields = body.kind === 'text' && body.fields ? [...body.fields] : [];
  return fields.length > 0 && !fields.flat().some((text) => differs.test(text)) ? fields : undefined;
}

/** How a library takes the parts of a form; nothing where it would write a part in another way. */
export interface PartWriter {
  /** @param type - left out where it goes without saying, always unless texts can have types */
  readonly text: (name: string, text: string, type?: string) => string | undefined;
  /** @param isNamed - whether the filename is another one than that of the path */
  readonly file: (name: string, path: string, type: string, filename: string, isNamed: boolean) => string | undefined;
}

/**
 * The parts of a form, each as a library takes it.
 *
 * @param isTyped - whether texts can have types
 * @returns nothing where any part can't be said in this way: the body is composed, then
 */
export function formParts(
  body: HttpBody | undefined,
  { text, file }: PartWriter,
  isTyped = false,
): string[] | undefined {
  if (body?.kind !== 'multipart' || body.mediaType !== 'multipart/form-data') return undefined;
  const rows = body.parts.flatMap((part) => {
    const { name = '', filename, contentType, headers, content } = part;
    if (headers.length > 0 || !hasPlainNames(part)) return [];
    if (typeof content === 'string') {
      return filename === undefined && (isTyped || contentType === undefined)
        ? (text(name, content, contentType) ?? [])
        : [];
    }
    if (!filename || !contentType) return [];
    return file(name, content.name, contentType, filename, content.name.split('/').at(-1) !== filename) ?? [];
  });
  return rows.length > 0 && rows.length === body.parts.length ? rows : undefined;
}

/** Whether all libraries write the names of a part in the same way. */
export function hasPlainNames({ name = '', filename = 'a' }: Part): boolean {
  return [name, filename].every((text) => /^[^"\\\p{Cc}]+$/u.test(text));
}

/** Whether a body is JSON. */
export function isJson({ mediaType }: HttpBody): boolean {
  return isJsonType(mediaType);
}

/** What a text of several lines begins and ends with, where a language wants a name for it. */
export function labelOf(body: HttpBody): string {
  return isJson(body) ? 'JSON' : 'TEXT';
}

/** Rows as lines of their own. */
export function lines(rows: readonly string[], indent = '    ', end = ','): string {
  return rows.map((row) => `${indent}${row}${end}\n`).join('');
}

/** Collects what a program imports: each call notes the path and gives the last word of it, as the code says it. */
export function makeImports(): { readonly paths: Set<string>; use(path: string): string } {
  const paths = new Set<string>();
  return {
    paths,
    use(path) {
      paths.add(path);
      return /\w+$/.exec(path)?.[0] ?? path;
    },
  };
}
