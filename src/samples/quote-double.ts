import { HIDDEN } from './quote.ts';

/** A character as `\u` escapes, one for each UTF-16 unit. */
function escapeUnits(char: string): string {
  return Array.from({ length: char.length }, (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
    '',
  );
}

/**
 * A literal in double quotes as Java and C# read it. JSON has the same escapes for what it must escape; half a
 * surrogate pair becomes U+FFFD, as it does in UTF-8.
 */
export function quoteDouble(text: string, escapeChar = escapeUnits): string {
  return JSON.stringify(text.toWellFormed()).replace(HIDDEN, escapeChar);
}

/** One literal for each line. */
export function quoteLines(text: string, quote: (text: string) => string): string[] {
  return (text.match(/[^\n]*\n|[^\n]+/g) ?? ['']).map((line) => quote(line));
}

/** Whether every character but newlines can be seen, so that the text can stand in a raw literal. */
export function isVisible(text: string): boolean {
  return text.replaceAll('\n', '').search(HIDDEN) < 0;
}

/** The text on lines of its own between newlines, indented; empty lines stay empty. */
export function indentText(text: string, indent: string): string {
  return `\n${text}`.replace(/\n(?!\n)/g, `\n${indent}`);
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
