const RESERVED_OUT = /%(?![\da-f]{2})|[^\w\-.~:/?@!$&'()*+,;=%]+/giu;
const TRIPLE = /%[\da-f]{2}/gi;

/**
 * Percent-encodes everything but `A-Z a-z 0-9 - . _ ~`, as UTF-8. Half a surrogate pair becomes U+FFFD.
 *
 * @see RFC 3986, section 2.3; RFC 6570, section 3.2.1
 */
export function encodeUnreserved(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Lets reserved characters and percent-encoded triples through and encodes the rest. `#`, `[` and `]` are
 * encoded too, since neither a path nor a query may hold them; triples are written the one way RFC 3986
 * (6.2.2) prefers, so that every HTTP client sends the same bytes.
 *
 * @see RFC 6570, section 3.2.3; OpenAPI 3.2, `allowReserved`
 */
export function encodeReserved(text: string): string {
  return text
    .toWellFormed()
    .replace(RESERVED_OUT, encodeURIComponent)
    .replace(TRIPLE, (triple) => {
      const char = String.fromCharCode(Number.parseInt(triple.slice(1), 16));
      return /[\w\-.~]/.test(char) ? char : triple.toUpperCase();
    });
}

/** As `encodeReserved`, for a value in the path: `/` and `?` would end its segment. */
export function encodeReservedInPath(text: string): string {
  return encodeReserved(text).replace(/[/?]/g, encodeURIComponent);
}

/** As `encodeReserved`, for a query: browsers send no `'` there (WHATWG URL, special-query percent-encode set). */
export function encodeReservedInQuery(text: string): string {
  return encodeReserved(text).replaceAll("'", '%27');
}
