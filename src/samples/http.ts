import { headerText } from '../request/header-secrets.ts';
import type { Credential, HttpBody, HttpRequest } from '../request/http-request.ts';
import { bodyPieces } from '../request/multipart.ts';

/**
 * The request as a message of HTTP/1.1, for people to read: request line, headers, empty line, body.
 *
 * @param secret - what stands for a credential: a mask in the preview
 */
export function printHttp(request: HttpRequest, secret: (credential: Credential) => string): string {
  const url = URL.parse(request.url);
  const target = withQuerySecrets(url ? url.pathname + url.search : request.url, request, secret);
  const headers = request.headers.map((header) => `${header.name}: ${headerText(header, secret)}`);
  const head = [`${request.method} ${target} HTTP/1.1`, ...(url ? [`Host: ${url.host}`] : []), ...headers].join('\n');
  return request.body ? `${head}\n\n${bodyText(request.body)}` : head;
}

/** An address of a request, or its end, with the keys that go into its query. */
export function withQuerySecrets(
  address: string,
  request: HttpRequest,
  secret: (credential: Credential) => string,
): string {
  let whole = address;
  for (const { name, credential } of request.queryCredentials ?? []) {
    whole += `${whole.includes('?') ? '&' : '?'}${encodeURIComponent(name)}=${secret(credential)}`;
  }
  return whole;
}

/** A file shows as its name in angle brackets, a line break of HTTP as a line break. */
function bodyText(body: HttpBody): string {
  if (body.kind === 'text') return body.text;
  const pieces = bodyPieces(body).map((piece) => (typeof piece === 'string' ? piece : `<${piece.name}>`));
  return pieces.join('').replaceAll('\r\n', '\n');
}
