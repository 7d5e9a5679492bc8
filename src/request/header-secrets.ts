import type { Credential, HeaderSecret, HttpHeader } from './http-request.ts';

/** The secrets in a header's value, each with the text before it; none where it has none. */
export function secretsIn(header: HttpHeader): readonly HeaderSecret[] {
  return 'value' in header ? [] : [header, ...(header.more ?? [])];
}

/** The value of a header. @param secret - what stands for a secret */
export function headerText(header: HttpHeader, secret: (credential: Credential) => string): string {
  if ('value' in header) return header.value;
  return secretsIn(header)
    .map(({ prefix, credential }) => prefix + secret(credential))
    .join('');
}

/** What is in a header's value beside its secrets. */
export function plainHeaderText(header: HttpHeader): string {
  return headerText(header, () => '');
}
