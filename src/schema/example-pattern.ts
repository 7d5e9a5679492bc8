/** A piece of a pattern: what one repetition says, and how often it may stand. */
interface Piece {
  readonly texts: readonly string[];
  readonly least: number;
  readonly most: number;
}

/** Members of each class, one for each turn; the first is what a lone one shows. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ['d', '0123456789'],
  ['w', 'abcdefghij'],
  ['s', ' '],
  ['D', 'abcdefghij'],
  ['W', '-'],
  ['S', 'abcdefghij'],
]);
/** `\p{…}`, by Unicode and by the names that other languages' expressions know. */
const PROPERTIES: readonly (readonly [RegExp, string])[] = [
  [/^(Lu|Uppercase_Letter|Uppercase|Upper)$/, 'ABCDEFGHIJ'],
  [/^(N|Nd|LD|Number|Decimal_Number|Digit|XDigit)$/, '0123456789'],
  [/^(Z|Zs|Separator|Space_Separator|Space|Blank)$/, ' '],
  [/^(P|Pd|Punctuation|Punct|S|Sm|Symbol)$/, '-'],
];
const LETTERS = 'abcdefghij';
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
  /** Which text to make, of those that a pattern matches. */
  readonly index: number;
  at = 0;
  pieces = 0;
  constructor(text: string, index: number) {
    this.text = text;
    this.index = index;
  }

  /** The pieces of one alternative, the first for index 0. */
  alternatives(depth: number): Piece[] {
    if (depth > 20) throw new Unknown();
    const all = [this.sequence(depth)];
    while (this.text[this.at] === '|') {
      this.at += 1;
      all.push(this.sequence(depth));
    }
    return all[this.index % all.length] ?? [];
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
    if (char === '.') return this.turned(LETTERS);
    if (char === '[') return this.set();
    if (char === '\\') {
      if (!/[bBAZz]/.test(this.text[this.at] ?? '')) return this.turned(this.escape());
      this.at += 1;
      return undefined;
    }
    if (char !== '(') {
      // A brace that counts nothing is itself, outside Unicode mode.
      if ('*+?'.includes(char) || (char === '{' && /\d/.test(this.text[this.at] ?? ''))) throw new Unknown();
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

  /** One text for each repetition, beginning elsewhere for each index. */
  turned(members: string): readonly string[] {
    const all = [...members];
    if (this.index === 0) return all.slice(0, 1);
    const start = this.index % all.length;
    return [...all.slice(start), ...all.slice(0, start)];
  }

  /** What an escape stands for: one character, or those of a class. */
  escape(): string {
    const char = this.text[this.at] ?? '';
    this.at += 1;
    if (char === 'p') {
      const name = /^\{(?:\w+=)?(\w{1,40})\}/.exec(this.text.slice(this.at, this.at + 100));
      if (!name) throw new Unknown();
      this.at += name[0].length;
      return PROPERTIES.find(([names]) => names.test(name[1] ?? ''))?.[1] ?? LETTERS;
    }
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

  /** `[a-z\d_]`: the first character of each range, so that repetitions look less dull; more where the index asks. */
  set(): readonly string[] {
    const texts: string[] = [];
    const negated = this.text[this.at] === '^';
    if (negated) this.at += 1;
    while (this.text[this.at] !== ']') {
      if (this.at >= this.text.length) throw new Unknown();
      const member = this.member();
      const isRange = this.text[this.at] === '-' && this.text[this.at + 1] !== ']' && [...member].length === 1;
      if (isRange) this.at += 1;
      const last = isRange ? this.member() : member;
      texts.push(...(negated ? [member, last] : this.index === 0 ? [first(member)] : between(member, last)));
    }
    this.at += 1;
    if (!negated) {
      if (texts.length === 0) throw new Unknown();
      return this.index === 0 ? texts : this.turned(texts.join(''));
    }
    // A set that forbids letters and digits may still allow other characters.
    const allowed = [...'aA0-_ .'].find((char) => !texts.some((text) => text.includes(char)) && !isWithin(char, texts));
    if (allowed === undefined || texts.some((text) => /[a-zA-Z]/.test(text) && text.length > 1)) throw new Unknown();
    return [allowed];
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

function first(text: string): string {
  return [...text][0] ?? '';
}

/** The first ten characters of a range, its ends included; the members of a class as they are. */
function between(start: string, end: string): string[] {
  if (start === end) return [...start];
  const from = start.codePointAt(0) ?? 0;
  const to = Math.min(end.codePointAt(0) ?? from, from + 9);
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, step) => String.fromCodePoint(from + step));
}

/** Whether a character lies in one of the ranges that a negated set lists by their ends, two by two. */
function isWithin(char: string, ends: readonly string[]): boolean {
  return ends.some((start, at) => at % 2 === 0 && start <= char && char <= (ends[at + 1] ?? start));
}

/** Writes each piece as often as it must stand, and oftener until `extra` more characters are there. */
function write(pieces: readonly Piece[], extra: number): string {
  let left = extra;
  let text = '';
  for (const piece of pieces) {
    const length = Math.max(1, piece.texts[0]?.length ?? 1);
    const more = Math.min(Math.ceil(left / length), piece.most - piece.least);
    left -= more * length;
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
 * @param index - another text for each index, as far as the pattern allows
 * @returns nothing for what is not read here: look-around, back-references, properties, most negated sets
 */
export function examplePattern(
  pattern: string,
  length: { readonly least: number; readonly most: number },
  index = 0,
): string | undefined {
  try {
    const reader = new PatternReader(pattern, index);
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
