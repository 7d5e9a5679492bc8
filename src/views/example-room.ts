import { escapeInvisibles, showInvisibles } from '../model/invisibles.ts';
import { type Grammar, type Token, tokenize } from '../samples/tokens.ts';

/** Text in code on a page, all or the beginning of it. */
export interface ShownCode {
  readonly tokens: readonly Token[];
  /** The whole text, where the page has no room for all of it. */
  readonly whole?: string;
}

/** Characters of one example, and of all examples of a page. */
const LONGEST = 12_000;
const MOST = 40_000;
/** However many there are, each shows its beginning. */
const FEWEST = 500;
/** Each colour is an element. */
const MOST_COLOURS = 600;

/** Shares out what room a page has for examples: in their order, while there is some left. */
export class ExampleRoom {
  private characters = MOST;
  private colours: number;

  /** @param withColours - each is an element; a page of many requests has none */
  constructor(withColours: boolean) {
    this.colours = withColours ? MOST_COLOURS : 0;
  }

  /** @param grammar - left out for text of unknown form */
  take(text: string, grammar?: Grammar): ShownCode {
    const shown = beginning(text, Math.min(LONGEST, Math.max(this.characters, FEWEST)));
    this.characters -= shown.length;
    const visible = grammar === 'json' ? escapeInvisibles(shown) : showInvisibles(shown);
    const tokens =
      grammar === undefined || this.colours === 0 ? [plain(visible)] : this.coloured(tokenize(visible, grammar));
    return { tokens, ...(shown.length < text.length ? { whole: text } : {}) };
  }

  /** What comes after the last colour is one piece of plain text. */
  private coloured(tokens: readonly Token[]): readonly Token[] {
    let at = 0;
    for (; at < tokens.length && this.colours > 0; at += 1) if (isColoured(tokens[at])) this.colours -= 1;
    if (at === tokens.length) return tokens;
    const rest = tokens.slice(at);
    return [...tokens.slice(0, at), plain(rest.map((token) => token.text).join(''))];
  }
}

function plain(text: string): Token {
  return { kind: 'plain', text };
}

/** Punctuation is printed as plain text. */
function isColoured(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== 'plain' && token.kind !== 'punctuation';
}

/** At most so many characters, whole lines where there are some. */
function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  const line = text.lastIndexOf('\n', length);
  const end = line > length / 2 ? line : length;
  // Never half of a character.
  return text.slice(0, /[\ud800-\udbff]/.test(text[end - 1] ?? '') ? end - 1 : end);
}
