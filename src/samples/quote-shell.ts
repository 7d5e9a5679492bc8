import { HIDDEN } from '../model/invisibles.ts';
import { escapeText, octal, octalLatin } from './quote.ts';

/**
 * One argument for a POSIX shell. Everything stands in single quotes, where nothing is special but the quote
 * itself. Single quotes know no escapes and `$'…'` is not in dash, so hidden characters, which a terminal could
 * act on when they are pasted, are printed by `printf`, whose octal escapes every shell has. Newlines stay as
 * they are: they are seen, safe inside quotes, and would be lost at the end of `$(…)`. NUL can't be in an
 * argument of any program; the shell drops it.
 */
export function quoteShell(text: string): string {
  return quoteRuns(text, HIDDEN.source, octal);
}

/** As `quoteShell`, for a header: characters past ASCII are one byte each there (Latin-1). */
export function quoteShellHeader(text: string): string {
  return quoteRuns(text, '[^ -~]', octalLatin);
}

function quoteRuns(text: string, hidden: string, bytesOf: (run: string) => string): string {
  const words = text.split(new RegExp(`((?:(?!\\n)${hidden})+)`, 'u')).map((run, at) => {
    // Every second one is what the pattern matched.
    if (at % 2 === 1) return `"$(printf '${bytesOf(run)}')"`;
    return run && `'${run.replaceAll("'", "'\\''")}'`;
  });
  return words.join('') || "''";
}

/** A path of a file as an argument: none can be taken for an option. */
export function quoteShellPath(path: string): string {
  const word = path.startsWith('-') ? `./${path}` : path;
  return /^[\w./-]+$/.test(word) ? word : quoteShell(word);
}

/** What `printf` prints the text from as it is, every hidden character as an escape; `--` where an option would begin. */
export function quotePrintf(text: string): string {
  const escaped = escapeText(text, /\\/g, octal).replaceAll('%', '%%').replaceAll("'", "'\\''");
  return `${text.startsWith('-') ? '-- ' : ''}'${escaped}'`;
}
