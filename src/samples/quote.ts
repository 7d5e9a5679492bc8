/**
 * Text as a literal of each language. Every value in a sample passes one of these functions: all the risk of
 * pasting a sample sits here.
 *
 * Characters that can't be seen, or that change how what is around them is seen or pasted (controls, bidi
 * controls, tags, line separators, halves of surrogate pairs), are always written as escapes. The two joiners
 * stay: emoji and Persian need them.
 */
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
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

/**
 * One argument for a POSIX shell. Everything stands in single quotes, where nothing is special but the quote
 * itself. Single quotes know no escapes and `$'…'` is not in dash, so hidden characters, which a terminal could
 * act on when they are pasted, are printed by `printf`, whose octal escapes every shell has. Newlines stay as
 * they are: they are seen, safe inside quotes, and would be lost at the end of `$(…)`. NUL can't be in an
 * argument of any program; the shell drops it.
 */
export function quoteShell(text: string): string {
  return quoteShellBytes(text, HIDDEN, (run) => new TextEncoder().encode(run));
}

/** As `quoteShell`, for a header: characters past ASCII are one byte each there (Latin-1). */
export function quoteShellHeader(text: string): string {
  return quoteShellBytes(text, /[^\n\x20-\x7e]/g, (run) => Uint8Array.from(run, (char) => char.charCodeAt(0)));
}

function quoteShellBytes(text: string, hidden: RegExp, bytesOf: (run: string) => Uint8Array): string {
  const quoted = (plain: string): string => (plain === '' ? '' : `'${plain.replaceAll("'", "'\\''")}'`);
  let written = '';
  let from = 0;
  let run = '';
  const close = (): void => {
    if (run !== '') written += `"$(printf '${octal(bytesOf(run))}')"`;
    run = '';
  };
  for (const match of text.matchAll(hidden)) {
    if (match[0] === '\n') continue;
    if (match.index > from) {
      close();
      written += quoted(text.slice(from, match.index));
    }
    run += match[0];
    from = match.index + match[0].length;
  }
  close();
  return written + quoted(text.slice(from)) || "''";
}

function octal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
