import type { Credential, HttpHeader, HttpRequest } from '../request/http-request.ts';

/** A text, and secrets in between, which a sample reads from the environment. */
export type Piece = string | Credential;

/** The address: percent-encoded text, and secrets that are still to be percent-encoded. */
export function urlPieces({ url, queryCredentials = [] }: HttpRequest): Piece[] {
  let text = url;
  const pieces: Piece[] = [];
  for (const { name, credential } of queryCredentials) {
    text += `${url.includes('?') || pieces.length > 0 ? '&' : '?'}${encodeURIComponent(name)}=`;
    pieces.push(text, credential);
    text = '';
  }
  return text === '' ? pieces : [...pieces, text];
}

/** The value of a header. A credential with the form `basic` is still to be written as base64. */
export function headerPieces(header: HttpHeader): Piece[] {
  if ('value' in header) return [header.value];
  return header.prefix === '' ? [header.credential] : [header.prefix, header.credential];
}

/** The secrets of a request, in its order. */
export function secretsOf({ headers, queryCredentials = [] }: HttpRequest): Credential[] {
  return [...headers, ...queryCredentials].flatMap((part) => ('credential' in part ? part.credential : []));
}

/** How a language joins what pieces become. */
export interface Joining {
  readonly quote: (text: string) => string;
  readonly secret: (credential: Credential) => string;
  /** ` + ` where left out. */
  readonly plus?: string;
}

/** Pieces as an expression of a language: literals and secrets, joined. */
export function joinPieces(pieces: readonly Piece[], { quote, secret, plus = ' + ' }: Joining): string {
  return pieces.map((piece) => (typeof piece === 'string' ? quote(piece) : secret(piece))).join(plus) || quote('');
}

/** Whether a library that writes methods in capitals sends this one as it is. */
export function isCapital({ method }: HttpRequest): boolean {
  return method === method.toUpperCase();
}

/** Headers without one, whose value a library writes itself. */
export function headersBut(headers: readonly HttpHeader[], name: string): HttpHeader[] {
  return headers.filter((header) => header.name.toLowerCase() !== name.toLowerCase());
}
