/** What a search looks for. */
export interface SearchPattern {
  /** For the body as it came. */
  readonly source: RegExp;
  /** For text that is shown with its escapes resolved. */
  readonly shown: RegExp;
}

const SYNTAX = /[\\^$.*+?()[\]{}|/]/;
const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\\\"'],
  ['\\', '\\\\\\\\'],
  ['/', '\\\\/'],
  ['\t', '\\\\t'],
]);

/**
 * Finds a text whatever its case, and in JSON also where it is written with escapes; spaces around JSON's own
 * punctuation don't matter, since a layout puts them there.
 *
 * @param query - not empty
 */
export function searchPattern(query: string, isJson: boolean): SearchPattern {
  const plain = [...query].map(escapeChar).join('');
  const shown = new RegExp(plain, 'giu');
  if (!isJson) return { source: shown, shown };
  const source = [...query.replace(/\s*([:,{}[\]])\s*/g, '$1')].map((char) =>
    /[:,{}[\]]/.test(char) ? `\\s*${escapeChar(char)}\\s*` : jsonChar(char),
  );
  return { source: new RegExp(source.join(''), 'giu'), shown };
}

function escapeChar(char: string): string {
  return SYNTAX.test(char) ? `\\${char}` : char;
}

/** A character as it is or by its escapes. Nobody escapes letters and digits of ASCII, which keeps most patterns quick. */
function jsonChar(char: string): string {
  if (/^[A-Za-z0-9 _-]$/.test(char)) return char;
  const short = SHORT_ESCAPES.get(char);
  const units = Array.from({ length: char.length }, (_, at) => char.charCodeAt(at).toString(16).padStart(4, '0'));
  const forms = [escapeChar(char), units.map((unit) => `\\\\u${unit}`).join(''), ...(short ? [short] : [])];
  // An escaped backslash may stand before a letter: the longest form comes first, so that it is taken whole.
  return `(?:${forms.reverse().join('|')})`;
}
