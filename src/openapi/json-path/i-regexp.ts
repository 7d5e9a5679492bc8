/**
 * Regular expressions that can't be slow: every state is kept at once instead of being tried in turn, so the
 * time is the length of the text times the size of the pattern. The engine's own `RegExp` would let one line
 * of an overlay hold up the build for good.
 *
 * @see RFC 9485, I-Regexp
 */
export interface Pattern {
  readonly states: readonly State[];
  readonly start: number;
}

/** A state takes one character, leads on without one, leads on at one end of the text, or ends the match. */
type State =
  | { readonly kind: 'take'; readonly fits: Fits; readonly next: number }
  | { readonly kind: 'edge'; readonly edge: Edge; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'end' };

type Fits = (char: string) => boolean;
type Edge = 'first' | 'last';

type Piece =
  | { readonly kind: 'char'; readonly fits: Fits }
  | { readonly kind: 'edge'; readonly edge: Edge }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Piece[] }
  | { readonly kind: 'repeat'; readonly part: Piece; readonly least: number; readonly most: number };

/** `x{1000}` within `x{1000}` is a million states, and `(){1000}` none at all, so steps are counted. */
const MAX_STEPS = 10_000;
/** Parentheses nest no deeper than this. */
const MAX_LENGTH = 1_000;
/** The first state that is built. */
const END = 0;
const CATEGORY = /^(?:L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|Z[lps]?|S[ckmo]?|C[cfno]?)$/;
const ESCAPED = new Map([...'()*+-.?[\\]^{|}'].map((char): [string, string] => [char, char]));
for (const [letter, char] of Object.entries({ n: '\n', r: '\r', t: '\t' })) ESCAPED.set(letter, char);

/** Leaves the reader where the pattern breaks the grammar or grows too large. */
class NoPattern extends Error {}

class PatternReader {
  readonly chars: readonly string[];
  at = 0;

  constructor(text: string) {
    this.chars = [...text];
  }

  peek(offset = 0): string | undefined {
    return this.chars[this.at + offset];
  }

  take(): string {
    const char = this.chars[this.at];
    if (char === undefined) throw new NoPattern();
    this.at += 1;
    return char;
  }

  skip(char: string): boolean {
    if (this.peek() !== char) return false;
    this.at += 1;
    return true;
  }

  expect(char: string): void {
    if (!this.skip(char)) throw new NoPattern();
  }

  choice(): Piece {
    const parts = [this.branch()];
    while (this.skip('|')) parts.push(this.branch());
    return { kind: 'choice', parts };
  }

  branch(): Piece {
    const parts: Piece[] = [];
    for (let next = this.peek(); next !== undefined && next !== '|' && next !== ')'; next = this.peek()) {
      parts.push(this.repeated(this.atom()));
    }
    return { kind: 'sequence', parts };
  }

  atom(): Piece {
    const char = this.take();
    if (char === '(') {
      const inner = this.choice();
      this.expect(')');
      return inner;
    }
    if (char === '[') return { kind: 'char', fits: this.charClass() };
    if (char === '.') return { kind: 'char', fits: (one) => one !== '\n' && one !== '\r' };
    if (char === '\\') return { kind: 'char', fits: this.category() ?? equals(this.escaped()) };
    // The grammar would have them stand for themselves; the standard's own way to run a pattern, and the
    // suite of tests that all implementations share, take them for the ends of the text.
    if (char === '^') return { kind: 'edge', edge: 'first' };
    if (char === '$') return { kind: 'edge', edge: 'last' };
    if ('*+?]{}'.includes(char)) throw new NoPattern();
    return { kind: 'char', fits: equals(char) };
  }

  /** After a backslash: `p{Lu}` or `P{Lu}`; nothing when it is another escape. */
  category(): Fits | undefined {
    const letter = this.peek();
    if (letter !== 'p' && letter !== 'P') return undefined;
    this.at += 1;
    this.expect('{');
    let name = '';
    while (this.peek() !== '}') name += this.take();
    this.at += 1;
    if (!CATEGORY.test(name)) throw new NoPattern();
    // One of the names above, and one character is tested at a time.
    const property = new RegExp(`^\\p{${name}}$`, 'u');
    return letter === 'p' ? (char) => property.test(char) : (char) => !property.test(char);
  }

  escaped(): string {
    const char = ESCAPED.get(this.take());
    if (char === undefined) throw new NoPattern();
    return char;
  }

  charClass(): Fits {
    const negated = this.skip('^');
    const parts: Fits[] = [];
    if (this.skip('-')) parts.push(equals('-'));
    while (this.peek() !== ']') {
      if (this.peek() === '-' && this.peek(1) === ']') {
        this.at += 1;
        parts.push(equals('-'));
      } else parts.push(this.classPart());
    }
    this.at += 1;
    if (parts.length === 0) throw new NoPattern();
    return (char) => parts.some((fits) => fits(char)) !== negated;
  }

  classPart(): Fits {
    if (this.peek() === '\\') {
      const next = this.peek(1);
      if (next === 'p' || next === 'P') {
        this.at += 1;
        return this.category() ?? equals('');
      }
    }
    const from = this.classChar();
    if (this.peek() !== '-' || this.peek(1) === ']') return equals(from);
    this.at += 1;
    const to = this.classChar();
    const [low, high] = [codeOf(from), codeOf(to)];
    if (low > high) throw new NoPattern();
    return (char) => codeOf(char) >= low && codeOf(char) <= high;
  }

  classChar(): string {
    const char = this.take();
    if (char === '\\') return this.escaped();
    if (char === '-' || char === '[' || char === ']') throw new NoPattern();
    return char;
  }

  repeated(part: Piece): Piece {
    if (this.skip('*')) return { kind: 'repeat', part, least: 0, most: Number.POSITIVE_INFINITY };
    if (this.skip('+')) return { kind: 'repeat', part, least: 1, most: Number.POSITIVE_INFINITY };
    if (this.skip('?')) return { kind: 'repeat', part, least: 0, most: 1 };
    if (!this.skip('{')) return part;
    const least = this.count();
    let most = least;
    if (this.skip(',')) most = this.peek() === '}' ? Number.POSITIVE_INFINITY : this.count();
    this.expect('}');
    if (least > most) throw new NoPattern();
    return { kind: 'repeat', part, least, most };
  }

  count(): number {
    let digits = '';
    for (let next = this.peek(); next !== undefined && /^\d$/.test(next); next = this.peek()) digits += this.take();
    if (digits === '') throw new NoPattern();
    return Number(digits);
  }
}

function equals(char: string): Fits {
  return (one) => one === char;
}

function codeOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

/** From the end to the start, so that each state knows where it leads; a loop is closed afterwards. */
class Builder {
  readonly states: State[] = [];
  steps = 0;

  add(state: State): number {
    return this.states.push(state) - 1;
  }

  /** @returns the state where the piece starts, when `next` follows it */
  build(piece: Piece, next: number): number {
    this.steps += 1;
    if (this.steps > MAX_STEPS) throw new NoPattern();
    switch (piece.kind) {
      case 'char':
        return this.add({ kind: 'take', fits: piece.fits, next });
      case 'edge':
        return this.add({ kind: 'edge', edge: piece.edge, next });
      case 'sequence':
        return piece.parts.reduceRight((after, part) => this.build(part, after), next);
      case 'choice':
        return this.add({ kind: 'fork', next: piece.parts.map((part) => this.build(part, next)) });
      case 'repeat':
        return this.repeat(piece.part, piece.least, piece.most, next);
    }
  }

  repeat(part: Piece, least: number, most: number, next: number): number {
    let start = next;
    if (most === Number.POSITIVE_INFINITY) {
      const ways: number[] = [next];
      start = this.add({ kind: 'fork', next: ways });
      ways.push(this.build(part, start));
    } else {
      for (let more = least; more < most; more += 1) {
        start = this.add({ kind: 'fork', next: [next, this.build(part, start)] });
      }
    }
    for (let must = 0; must < least; must += 1) start = this.build(part, start);
    return start;
  }
}

/** @returns nothing when the text is no I-Regexp, or one that repeats more than can be followed */
export function parsePattern(text: string): Pattern | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  try {
    const reader = new PatternReader(text);
    const piece = reader.choice();
    if (reader.peek() !== undefined) return undefined;
    const builder = new Builder();
    const start = builder.build(piece, builder.add({ kind: 'end' }));
    return { states: builder.states, start };
  } catch (error) {
    if (error instanceof NoPattern) return undefined;
    throw error;
  }
}

/**
 * @param part - whether the pattern may match a part of the text; otherwise it has to match the whole
 * @param spend - told how many states each character was held against
 */
export function matchesPattern(
  { states, start }: Pattern,
  text: string,
  { part, spend }: { readonly part: boolean; readonly spend: (steps: number) => void },
): boolean {
  const enter = (index: number, at: number, into: Set<number>): void => {
    const stack = [index];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      if (into.has(top)) continue;
      into.add(top);
      const state = states[top];
      if (state?.kind === 'fork') stack.push(...state.next);
      if (state?.kind === 'edge' && at === (state.edge === 'first' ? 0 : text.length)) stack.push(state.next);
    }
  };
  let current = new Set<number>();
  enter(start, 0, current);
  let at = 0;
  for (const char of text) {
    if (part && current.has(END)) return true;
    spend(current.size + 1);
    at += char.length;
    const next = new Set<number>();
    for (const index of current) {
      const state = states[index];
      if (state?.kind === 'take' && state.fits(char)) enter(state.next, at, next);
    }
    if (part) enter(start, at, next);
    else if (next.size === 0) return false;
    current = next;
  }
  return current.has(END);
}
