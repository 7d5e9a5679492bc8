/** What one repetition of a piece says: one text for each in turn, or what is within a group. */
type Atom = { readonly texts: readonly string[] } | { readonly group: readonly Piece[] };

/** A piece of a pattern, and how often it may stand. */
type Piece = Atom & { readonly least: number; readonly most: number };

/** The texts of at most this many characters that are held against a pattern. */
const SHORT = 64;

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
/** The beginning of what must not follow, or come before. */
const FORBIDDEN = /\(\?<?!/;
const PLAIN = /^[A-Za-z\d]$/;

/** Leaves the pattern's grammar that is understood here; the caller falls back to a plain text. */
class Unknown extends Error {}

class PatternReader {
  readonly text: string;
  /** Which text to make, of those that a pattern matches. */
  readonly index: number;
  /** Something must not stand somewhere, mostly a sign at an edge: no sign is used that a letter can stand for. */
  readonly isWary: boolean;
  at = 0;
  pieces = 0;
  /** In how many ways a short text can be read at most, which is what running the pattern may cost. */
  ways = 1;
  constructor(text: string, index: number) {
    this.text = text;
    this.index = index;
    this.isWary = FORBIDDEN.test(text);
  }

  /** The pieces of one alternative, the first for index 0; of a whole pattern, an empty one only where it is alone. */
  alternatives(depth: number): Piece[] {
    if (depth > 20) throw new Unknown();
    const before = this.ways;
    let ways = 0;
    const all: Piece[][] = [];
    do {
      if (all.length > 0) this.at += 1;
      this.ways = 1;
      all.push(this.sequence(depth));
      ways += this.ways;
    } while (this.text[this.at] === '|');
    this.ways = before * ways;
    const told = depth === 0 && all.length > 1 ? all.filter(({ length }) => length > 0) : all;
    return told[this.index % told.length] ?? [];
  }

  sequence(depth: number): Piece[] {
    const pieces: Piece[] = [];
    for (;;) {
      const char = this.text[this.at];
      if (char === undefined || char === '|' || char === ')') return pieces;
      this.pieces += 1;
      if (this.pieces > PIECES) throw new Unknown();
      const before = this.ways;
      this.ways = 1;
      const atom = this.atom(depth);
      const { least, most } = atom ? this.quantifier() : { least: 1, most: 1 };
      if (atom) pieces.push({ ...atom, least, most });
      this.ways = before * repeatedWays(this.ways, least, Math.min(most, SHORT));
    }
  }

  /** What one atom says; nothing for an anchor, and for what must not follow or come before. */
  atom(depth: number): Atom | undefined {
    const char = String.fromCodePoint(this.text.codePointAt(this.at) ?? 0);
    this.at += char.length;
    if (char === '^' || char === '$') return undefined;
    if (char === '.') return { texts: this.turned(LETTERS) };
    if (char === '[') return { texts: this.set() };
    if (char === '\\') {
      if (!/[bBAZz]/.test(this.text[this.at] ?? '')) return { texts: this.turned(this.escape()) };
      this.at += 1;
      return undefined;
    }
    if (char !== '(') {
      // A brace that counts nothing is itself, outside Unicode mode.
      if ('*+?'.includes(char) || (char === '{' && /\d/.test(this.text[this.at] ?? ''))) throw new Unknown();
      return { texts: [char] };
    }
    const isForbidden = /^\?<?!/.test(this.text.slice(this.at, this.at + 3));
    if (this.text[this.at] === '?') {
      const named = /^\?(?::|<?!|<[A-Za-z]\w*>)/.exec(this.text.slice(this.at, this.at + 100));
      if (!named) throw new Unknown();
      this.at += named[0].length;
    }
    const group = this.alternatives(depth + 1);
    if (this.text[this.at] !== ')') throw new Unknown();
    this.at += 1;
    if (!isForbidden) return { group };
    this.quantifier();
    return undefined;
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
      // Of a range that begins with signs, a letter says more.
      const start = isRange && !PLAIN.test(member) && member < 'a' && last >= 'a' ? 'a' : member;
      texts.push(...(negated ? [member, last] : this.index === 0 ? [first(start)] : between(start, last)));
    }
    this.at += 1;
    if (!negated) {
      const plain = this.isWary ? [...texts.join('')].filter((char) => PLAIN.test(char)) : [];
      const used = plain.length > 0 ? plain : texts;
      if (used.length === 0) throw new Unknown();
      return this.index === 0 ? used : this.turned(used.join(''));
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

/** In how many ways something repeats that can be read in so many ways once. */
function repeatedWays(ways: number, least: number, most: number): number {
  if (ways === 1) return Math.max(1, most - least + 1);
  let sum = 0;
  for (let times = least; times <= most && sum < DEAR; times += 1) sum += ways ** times;
  return sum;
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

/** Writes each piece as often as it must stand, and oftener, or with more in it, until `extra` more characters are there. */
function write(pieces: readonly Piece[], extra: number): string {
  let left = extra;
  let text = '';
  for (const piece of pieces) {
    const texts = 'texts' in piece ? piece.texts : [write(piece.group, 0)];
    const length = texts[0]?.length ?? 0;
    const more = Math.min(Math.ceil(left / Math.max(1, length)), piece.most - piece.least);
    left -= more * length;
    const times = piece.least + more;
    if (times > 2_000) throw new Unknown();
    const written = Array.from({ length: times }, (_, turn) => texts[turn % texts.length] ?? '');
    if (times > 0 && left > 0 && 'group' in piece) {
      written[0] = write(piece.group, left);
      left -= written[0].length - length;
    }
    text += written.join('');
    if (text.length > 4_000) throw new Unknown();
  }
  return text;
}

/** Bounds in characters. */
interface Length {
  readonly least: number;
  readonly most: number;
}

/** As JavaScript has them in code: the slashes, and letters behind them, were meant as no part of the expression. */
const IN_SLASHES = /^\/(\^.*|.*\$)\/[a-z]*$/s;

function bareOf(pattern: string): string {
  return IN_SLASHES.exec(pattern)?.[1] ?? pattern;
}

/**
 * A text that a pattern matches, made by reading the pattern: the first alternative, each part as seldom as allowed.
 * It is run only where it can't take long.
 *
 * @param length - repeatable parts are repeated to reach `least`
 * @param index - another text for each index, as far as the pattern and the length allow
 * @returns nothing for what is not read here: look-ahead, back-references, most negated sets. What must not stand
 * somewhere (`(?!-)`) is passed over
 */
export function examplePattern(pattern: string, length: Length, index = 0): string | undefined {
  const bare = bareOf(pattern);
  for (const one of new Set([index, 0, 1])) {
    const made = madeOf(bare, length, one);
    if (made !== undefined) return made;
  }
  return undefined;
}

function madeOf(pattern: string, length: Length, index: number): string | undefined {
  try {
    const reader = new PatternReader(pattern, index);
    const pieces = reader.alternatives(0);
    if (reader.at < pattern.length || (pieces.length === 0 && reader.isWary)) return undefined;
    const shortest = write(pieces, 0);
    // A lone `.*` or `[a-z]*` would say nothing at all.
    const wanted = Math.max(length.least, Math.min(1, length.most));
    const text = shortest.length < wanted ? write(pieces, wanted - shortest.length) : shortest;
    if (text.length < length.least || text.length > length.most) return undefined;
    return reader.isWary && isMatch(pattern, reader.ways, text) === false ? undefined : text;
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

/** More ways than this take longer to try than an example is worth. */
const DEAR = 50_000;

/** @returns nothing where running the pattern may take long */
function isMatch(pattern: string, ways: number, text: string): boolean | undefined {
  if (ways > DEAR || text.length > SHORT) return undefined;
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return undefined;
  }
}

/** Whether a pattern surely matches a short text, as far as that is told at little cost whatever the pattern is. */
export function matchesSurely(pattern: string, text: string): boolean {
  const bare = bareOf(pattern);
  try {
    const reader = new PatternReader(bare, 0);
    reader.alternatives(0);
    return reader.at === bare.length && isMatch(bare, reader.ways, text) === true;
  } catch (error) {
    if (error instanceof Unknown) return false;
    throw error;
  }
}
