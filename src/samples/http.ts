import type { Credential, HttpRequest } from '../request/http-request.ts';

/**
 * The request as a message of HTTP/1.1, for people to read: request line, headers, empty line, body.
 *
 * @param secret - what stands for a credential: a mask in the preview
 */
export function printHttp(request: HttpRequest, secret: (credential: Credential) => string): string {
  const url = URL.parse(request.url);
  const target = withQuerySecrets(url ? url.pathname + url.search : request.url, request, secret);
  const headers = request.headers.map((header) =>
    'value' in header
      ? `${header.name}: ${header.value}`
      : `${header.name}: ${header.prefix}${secret(header.credential)}`,
  );
  const head = [`${request.method} ${target} HTTP/1.1`, ...(url ? [`Host: ${url.host}`] : []), ...headers].join('\n');
  return request.body ? `${head}\n\n${request.body.text}` : head;
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
