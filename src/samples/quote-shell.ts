import { HIDDEN } from './quote.ts';

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

/** A path of a file as an argument: none can be taken for an option. */
export function quoteShellPath(path: string): string {
  const word = path.startsWith('-') ? `./${path}` : path;
  return /^[\w./-]+$/.test(word) ? word : quoteShell(word);
}

/** What `printf` prints the text from as it is, every hidden character as an escape; `--` where an option would begin. */
export function quotePrintf(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')
    .replaceAll("'", "'\\''")
    .replace(HIDDEN, (run) => ESCAPES.get(run) ?? octal(new TextEncoder().encode(run)));
  return `${text.startsWith('-') ? '-- ' : ''}'${escaped}'`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);
