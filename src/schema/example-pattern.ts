/** A piece of a pattern: what one repetition says, and how often it may stand. */
interface Piece {
  readonly texts: readonly string[];
  readonly least: number;
  readonly most: number;
}

const CLASSES: ReadonlyMap<string, string> = new Map([
  ['d', '0'],
  ['w', 'a'],
  ['s', ' '],
  ['D', 'a'],
  ['W', '-'],
  ['S', 'a'],
]);
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['f', '\f'],
  ['v', '\v'],
]);
const QUANTIFIER = /(?:[*+?]|\{(\d{1,6})(,(\d{0,6}))?\})\??/y;
const PIECES = 500;

/** Leaves the pattern's grammar that is understood here; the caller falls back to a plain text. */
class Unknown extends Error {}

class PatternReader {
  readonly text: string;
  at = 0;
  pieces = 0;
  constructor(text: string) {
    this.text = text;
  }

  /** The pieces of the first alternative; the others are read and dropped. */
  alternatives(depth: number): Piece[] {
    if (depth > 20) throw new Unknown();
    const first = this.sequence(depth);
    while (this.text[this.at] === '|') {
      this.at += 1;
      this.sequence(depth);
    }
    return first;
  }

  sequence(depth: number): Piece[] {
    const pieces: Piece[] = [];
    for (;;) {
      const char = this.text[this.at];
      if (char === undefined || char === '|' || char === ')') return pieces;
      this.pieces += 1;
      if (this.pieces > PIECES) throw new Unknown();
      const texts = this.atom(depth);
      if (texts) pieces.push({ texts, ...this.quantifier() });
    }
  }

  /** What one atom says, one text for each repetition in turn; nothing for an anchor. */
  atom(depth: number): readonly string[] | undefined {
    const char = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
    this.at += char.length;
    if (char === '^' || char === '$') return undefined;
    if (char === '.') return ['a'];
    if (char === '[') return this.set();
    if (char === '\\') return [this.escape()];
    if (char !== '(') {
      if ('*+?{'.includes(char)) throw new Unknown();
      return [char];
    }
    if (this.text[this.at] === '?') {
      const named = /^\?(?::|<[A-Za-z]\w*>)/.exec(this.text.slice(this.at, this.at + 100));
      if (!named) throw new Unknown();
      this.at += named[0].length;
    }
    const inner = this.alternatives(depth + 1);
    if (this.text[this.at] !== ')') throw new Unknown();
    this.at += 1;
    return [write(inner, 0)];
  }

  escape(): string {
    const char = this.text[this.at] ?? '';
    this.at += 1;
    const known = CLASSES.get(char) ?? ESCAPED.get(char);
    if (known !== undefined) return known;
    const hex = char === 'u' ? 4 : char === 'x' ? 2 : 0;
    if (hex > 0) {
      const digits = this.text.slice(this.at, this.at + hex);
      if (!/^[\da-fA-F]+$/.test(digits) || digits.length < hex) throw new Unknown();
      this.at += hex;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    if (char === '' || /[A-Za-z\d]/.test(char)) throw new Unknown();
    return char;
  }

  /** `[a-z\d_]`: the first character of each range, so that repetitions look less dull. */
  set(): readonly string[] {
    const texts: string[] = [];
    const negated = this.text[this.at] === '^';
    if (negated) this.at += 1;
    while (this.text[this.at] !== ']') {
      if (this.at >= this.text.length) throw new Unknown();
      texts.push(this.member());
      if (this.text[this.at] === '-' && this.text[this.at + 1] !== ']') {
        this.at += 1;
        if (negated) texts.push(this.member());
        else this.member();
      }
    }
    this.at += 1;
    if (!negated) {
      if (texts.length === 0) throw new Unknown();
      return texts;
    }
    // Only sets that forbid something else than letters and digits are answered.
    if (texts.some((text) => /[A-Za-z\d]/.test(text))) throw new Unknown();
    return ['a'];
  }

  member(): string {
    const char = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
    this.at += char.length;
    return char === '\\' ? this.escape() : char;
  }

  quantifier(): { least: number; most: number } {
    QUANTIFIER.lastIndex = this.at;
    const match = QUANTIFIER.exec(this.text);
    if (!match) return { least: 1, most: 1 };
    this.at = QUANTIFIER.lastIndex;
    const sign = match[0][0];
    if (sign === '*') return { least: 0, most: Number.POSITIVE_INFINITY };
    if (sign === '+') return { least: 1, most: Number.POSITIVE_INFINITY };
    if (sign === '?') return { least: 0, most: 1 };
    const least = Number(match[1]);
    const most = match[2] === undefined ? least : match[3] ? Number(match[3]) : Number.POSITIVE_INFINITY;
    return { least, most };
  }
}

/** Writes each piece as often as it must stand, and `extra` times more where one may. */
function write(pieces: readonly Piece[], extra: number): string {
  let left = extra;
  let text = '';
  for (const piece of pieces) {
    const more = Math.min(left, piece.most - piece.least);
    left -= more;
    const times = piece.least + more;
    if (times > 2_000) throw new Unknown();
    for (let turn = 0; turn < times; turn += 1) text += piece.texts[turn % piece.texts.length] ?? '';
    if (text.length > 4_000) throw new Unknown();
  }
  return text;
}

/**
 * A text that a pattern matches, made by reading the pattern and never by running it: the first alternative,
 * each part as seldom as allowed.
 *
 * @param length - bounds in characters; repeatable parts are repeated to reach `least`
 * @returns nothing for what is not read here: look-around, back-references, properties, most negated sets
 */
export function examplePattern(
  pattern: string,
  length: { readonly least: number; readonly most: number },
): string | undefined {
  try {
    const reader = new PatternReader(pattern);
    const pieces = reader.alternatives(0);
    if (reader.at < pattern.length) return undefined;
    const shortest = write(pieces, 0);
    // A lone `.*` or `[a-z]*` would say nothing at all.
    const wanted = Math.max(length.least, Math.min(1, length.most));
    const text = shortest.length < wanted ? write(pieces, wanted - shortest.length) : shortest;
    return text.length >= length.least && text.length <= length.most ? text : undefined;
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}
