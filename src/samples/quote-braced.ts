import { HIDDEN } from './quote.ts';

const NAMED: { readonly [char: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function hex(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).padStart(2, '0');
}

/**
 * A literal in double quotes as PHP, Ruby, Rust and Swift read it. Half a surrogate pair becomes U+FFFD, as it
 * does in UTF-8.
 *
 * @param special - what a backslash stands before
 */
export function quoteBraced(text: string, special = /[\\"]/g): string {
  const escaped = text.toWellFormed().replace(special, '\\$&');
  return `"${escaped.replace(HIDDEN, (char) => NAMED[char] ?? `\\u{${hex(char)}}`)}"`;
}

/** The value of a header, of which each character is one byte: `quote` for ASCII, otherwise with `\x` escapes. */
export function quoteLatin(text: string, quote: (text: string) => string, special = /[\\"]/g): string {
  if (/^[ -~]*$/.test(text)) return quote(text);
  return `"${text.replace(special, '\\$&').replace(/[^ -~]/g, (char) => `\\x${hex(char)}`)}"`;
}

/** Whether a text needs no escape but for quotes and backslashes. */
export function isPlain(text: string): boolean {
  return text.search(HIDDEN) < 0;
}
