/**
 * Text as a literal of each language. Every value in a sample passes one of these functions: all the risk of
 * pasting a sample sits here.
 *
 * Characters that can't be seen, or that change how what is around them is seen or pasted (controls, bidi
 * controls, tags, line separators, halves of surrogate pairs), are always written as escapes. The two joiners
 * stay: emoji and Persian need them.
 */
export const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

function hex(char: string, digits: number): string {
  return (char.codePointAt(0) ?? 0).toString(16).padStart(digits, '0');
}

/** The kind of quote that needs fewer escapes, the usual one where both do. */
function quoteFor(text: string, usual: '"' | "'"): '"' | "'" {
  const other = usual === '"' ? "'" : '"';
  return text.includes(usual) && !text.includes(other) ? other : usual;
}

function pythonEscape(char: string): string {
  return NAMED.get(char) ?? (char.length > 1 ? `\\U${hex(char, 8)}` : `\\u${hex(char, 4)}`);
}

/** A Python string literal, double quotes first. */
export function quotePython(text: string): string {
  const quote = quoteFor(text, '"');
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replace(HIDDEN, pythonEscape);
  return quote + escaped + quote;
}

/** A Python string literal over several lines where the text has several. */
export function quotePythonText(text: string): string {
  if (!text.includes('\n')) return quotePython(text);
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replace(/"{3,}|"+$/g, (quotes) => quotes.replaceAll('"', '\\"'))
    .replace(HIDDEN, (char) => (char === '\n' ? char : pythonEscape(char)));
  return `"""${escaped}"""`;
}

function javascriptEscape(char: string): string {
  return NAMED.get(char) ?? (char.length > 1 ? `\\u{${hex(char, 0)}}` : `\\u${hex(char, 4)}`);
}

/** A JavaScript string literal, single quotes first. */
export function quoteJavaScript(text: string): string {
  const quote = quoteFor(text, "'");
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replace(HIDDEN, javascriptEscape);
  return quote + escaped + quote;
}

/** A JavaScript literal, a template over several lines where the text has several. */
export function quoteJavaScriptText(text: string): string {
  if (!text.includes('\n')) return quoteJavaScript(text);
  // A raw CR would be read as LF in a template, so it is among the escaped ones.
  const escaped = text
    .replace(/[\\`]|\$(?=\{)/g, '\\$&')
    .replace(HIDDEN, (char) => (char === '\n' ? char : javascriptEscape(char)));
  return `\`${escaped}\``;
}
