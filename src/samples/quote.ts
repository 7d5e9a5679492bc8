import { HIDDEN } from '../model/invisibles.ts';

/*
 * Text as a literal of a language. Every value in a sample passes one of these functions, or one of the language's
 * own made of them: all the risk of pasting a sample sits here. What can't be seen is always written as an escape.
 */

/** Whether a text needs no escape but for quotes and backslashes. */
export function isPlain(text: string): boolean {
  return text.search(HIDDEN) < 0;
}

/** Whether every character but newlines can be seen, so that the text can stand in a raw literal. */
export function isVisible(text: string): boolean {
  return isPlain(text.replaceAll('\n', ''));
}

/** Whether a text is one for a raw literal of several lines. */
export function isBlock(text: string): boolean {
  return text.includes('\n') && isVisible(text);
}

/** The number of a character, at least so many digits long. */
export function hex(char: string, digits = 0): string {
  return (char.codePointAt(0) ?? 0).toString(16).padStart(digits, '0');
}

const NAMED: { readonly [char: string]: string } = { '\n': 'n', '\r': 'r', '\t': 't' };

/**
 * A text inside quotes.
 *
 * @param special - what an escape begins for
 * @param hide - the escape of a hidden character
 * @param slash - what an escape begins with
 */
export function escapeText(
  text: string,
  special: RegExp,
  hide: (char: string) => string,
  hidden = HIDDEN,
  slash = '\\',
): string {
  return text
    .replace(special, `${slash}$&`)
    .replace(hidden, (char) => (NAMED[char] ? slash + NAMED[char] : hide(char)));
}

/** `\u202e`, and of eight digits with a large letter, as Python and Go read it. */
export function wide(char: string): string {
  return char.length > 1 ? `\\U${hex(char, 8)}` : `\\u${hex(char, 4)}`;
}

/** `\u{202e}`, as PHP, Ruby, Rust and Swift read it. */
export function braced(char: string): string {
  return `\\u{${hex(char)}}`;
}

/** An escape for each UTF-16 unit, as Java, Kotlin and C# read it. */
function units(char: string): string {
  return char.replace(/[\s\S]/g, (unit) => `\\u${hex(unit, 4)}`);
}

/** Three digits, so that no digit after them is one more. */
function octalBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

/** An escape for each byte in UTF-8, as C and shells read it. */
export function octal(text: string): string {
  return octalBytes(new TextEncoder().encode(text));
}

/** The same where each character is one byte, as in headers. */
export function octalLatin(text: string): string {
  return octalBytes(Uint8Array.from(text, (char) => char.charCodeAt(0)));
}

const QUOTES = /[\\"]/g;

/** A literal in double quotes. Half a surrogate pair becomes U+FFFD, as it does in UTF-8. */
export function quoteDouble(text: string, hide = units, special = QUOTES): string {
  return `"${escapeText(text.toWellFormed(), special, hide)}"`;
}

/** The value of a header, of which each character is one byte: `quote` for ASCII, otherwise with `\x` escapes. */
export function quoteLatin(text: string, quote: (text: string) => string, special = QUOTES): string {
  return /^[ -~]*$/.test(text)
    ? quote(text)
    : `"${escapeText(text, special, (char) => `\\x${hex(char, 2)}`, /[^ -~]/g)}"`;
}

/** One literal for each line. */
export function quoteLines(text: string, quote: (text: string) => string): string[] {
  return (text.match(/[^\n]*\n|[^\n]+/g) ?? ['']).map((line) => quote(line));
}

/** The text on lines of its own between newlines, indented; empty lines stay empty. */
export function indentText(text: string, indent: string): string {
  return `\n${text}`.replace(/\n(?!\n)/g, `\n${indent}`);
}
