import { showInvisibles } from '../../model/invisibles.ts';

/** The characters of a string that a tree shows at first. */
export const SHORT = 300;
/** As many as one press adds. */
export const MORE = 20_000;

export interface ShownString {
  /** Its text, escapes resolved. */
  readonly text: string;
  /** How many characters are left out. */
  readonly left: number;
}

/**
 * The beginning of a string as a reader sees it: line ends and tabs as they are, other control characters, lone
 * surrogates and invisible characters as what they are.
 *
 * @param literal - with its quotes
 * @param most - characters to show
 */
export function shownString(literal: string, most: number): ShownString {
  const inner = literal.slice(1, -1);
  const end = inner.length <= most ? inner.length : wholeEnd(inner, most);
  const value: string = JSON.parse(`"${inner.slice(0, end)}"`);
  return { text: showInvisibles(showControls(value)), left: inner.length - end };
}

function showControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, (char) =>
    char === '\n' || char === '\t' ? char : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Where to cut so that neither an escape nor a pair of surrogates is parted. */
function wholeEnd(text: string, most: number): number {
  let at = 0;
  for (;;) {
    const code = text.charCodeAt(at);
    const isEscape = code === 0x5c;
    const isPair = code >= 0xd800 && code < 0xdc00;
    const length = isEscape ? (text[at + 1] === 'u' ? 6 : 2) : isPair ? 2 : 1;
    if (at + length > most) return at;
    at += length;
  }
}
