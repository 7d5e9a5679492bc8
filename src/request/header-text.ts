/** A header or method name (RFC 9110, section 5.6.2). */
const TOKEN = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
/** One byte a character, no CR, LF, NUL or other control but tab (RFC 9110, section 5.5; Fetch, "header value"). */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

export function isHeaderValue(text: string): boolean {
  return VALUE.test(text);
}
