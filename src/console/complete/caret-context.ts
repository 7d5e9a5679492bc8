/** One object or list of a text that is being written, with what is known of it so far. */
export interface OpenContainer {
  readonly kind: 'object' | 'array';
  readonly start: number;
  /** The names that stand in it, before and behind the caret. */
  readonly names: string[];
  /** The members that are one string, number or word, as JSON text: they tell which branch is meant. */
  readonly scalars: Map<string, string>;
}

/** The way from the whole value to the caret: a name or an index for each container. */
export interface CaretStep {
  readonly container: OpenContainer;
  /** Nothing where the caret is at a name. */
  readonly key?: string;
  readonly index: number;
}

export interface CaretContext {
  readonly steps: readonly CaretStep[];
  /** `name`: a name of the last step's object is written here; `value`: a value is. */
  readonly place: 'name' | 'value';
  /** What is typed of it before the caret, without the quote that opens it. */
  readonly typed: string;
  /** What a suggestion replaces, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** A string is open here. */
  readonly isQuoted: boolean;
  /** The name has its colon already. */
  readonly hasColon: boolean;
}

interface Token {
  readonly kind: 'string' | 'word' | 'mark';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A string ends on its line, closed or not: what is being written has no end yet. */
const TOKEN = /"(?:[^"\\\n\r]|\\.)*"?|[{}[\]:,]|[^\s{}[\]:,"]+/gy;
const SPACE = /\s*/gy;

function tokensOf(text: string, caret: number): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = SPACE.lastIndex;
    TOKEN.lastIndex = at;
    let found = TOKEN.exec(text)?.[0];
    if (found === undefined) break;
    // A quote that was just typed has no partner yet: the next one on its line opens another string.
    const isTorn = found[0] === '"' && at < caret && caret < at + found.length;
    if (isTorn && /^\s*[,}\]]/.test(text.slice(caret))) found = text.slice(at, caret);
    const kind = found[0] === '"' ? 'string' : /^[{}[\]:,]$/.test(found) ? 'mark' : 'word';
    tokens.push({ kind, text: found, start: at, end: at + found.length });
    at += found.length;
  }
  return tokens;
}

interface Frame {
  readonly container: OpenContainer;
  key: string | undefined;
  index: number;
  expects: 'name' | 'colon' | 'value' | 'comma';
}

/**
 * Where the caret stands in JSON that is being written, and so may be torn anywhere: what is missing is taken as
 * still to come, and the rest of the text tells which names are there already.
 *
 * @param caret - in UTF-16 units
 * @returns nothing where neither a name nor a value can be written
 */
export function caretContext(text: string, caret: number): CaretContext | undefined {
  const tokens = tokensOf(text, caret);
  const at = tokens.findIndex(({ end }) => end >= caret);
  const touched = at < 0 ? undefined : tokens[at];
  const isInside =
    touched !== undefined &&
    touched.kind !== 'mark' &&
    touched.start < caret &&
    !(isClosed(touched) && touched.end === caret);
  const frames: Frame[] = [];
  let found: { steps: CaretStep[]; expects: Frame['expects'] } | undefined;
  for (const [index, token] of tokens.entries()) {
    if (!found && (token.start >= caret || (index === at && isInside))) found = snapshot(frames, index === 0);
    advance(frames, token, tokens[index + 1], isInside && index === at);
  }
  const { steps, expects } = found ?? snapshot(frames, tokens.length === 0);
  if (expects === 'comma' || expects === 'colon') return undefined;
  const isQuoted = isInside && touched.kind === 'string';
  const start = isInside ? touched.start : caret;
  const end = isInside ? touched.end : caret;
  const next = tokens.find((token) => token.start >= end);
  return {
    steps,
    place: expects,
    typed: isInside ? unquoted(text.slice(start, caret)) : '',
    start,
    end,
    isQuoted,
    hasColon: next?.text === ':',
  };
}

/** What is being written now. The containers are shared, so that they learn what stands behind the caret. */
function snapshot(frames: readonly Frame[], isStart: boolean): { steps: CaretStep[]; expects: Frame['expects'] } {
  const expects = frames.at(-1)?.expects ?? (isStart ? 'value' : 'comma');
  const steps = frames.map(({ container, key, index }, depth): CaretStep => {
    const isName = depth === frames.length - 1 && (expects === 'name' || expects === 'colon');
    return { container, index, ...(key === undefined || isName ? {} : { key }) };
  });
  return { steps, expects };
}

function isClosed({ kind, text }: Token): boolean {
  return kind === 'string' && text.length > 1 && /(?:^|[^\\])(?:\\\\)*"$/.test(text.slice(1));
}

function advance(frames: Frame[], token: Token, next: Token | undefined, isCaret: boolean): void {
  const frame = frames.at(-1);
  if (token.text === '{' || token.text === '[') {
    if (frame) frame.expects = 'comma';
    const kind = token.text === '{' ? 'object' : 'array';
    frames.push({
      container: { kind, start: token.start, names: [], scalars: new Map() },
      key: undefined,
      index: 0,
      expects: kind === 'object' ? 'name' : 'value',
    });
    return;
  }
  if (token.text === '}' || token.text === ']') {
    const kind = token.text === '}' ? 'object' : 'array';
    // A bracket of the other kind means that one is missing before it.
    const matching = frames.findLastIndex(({ container }) => container.kind === kind);
    if (matching >= 0) frames.length = matching;
    return;
  }
  if (!frame) return;
  if (token.text === ',') {
    frame.index += 1;
    frame.key = undefined;
    frame.expects = frame.container.kind === 'object' ? 'name' : 'value';
  } else if (token.text === ':') {
    frame.expects = 'value';
  } else if (frame.container.kind === 'object' && (frame.expects === 'name' || next?.text === ':')) {
    frame.key = unquoted(token.text);
    frame.expects = 'colon';
    if (!isCaret) frame.container.names.push(frame.key);
  } else {
    if (frame.key !== undefined && !isCaret) frame.container.scalars.set(frame.key, token.text);
    frame.expects = 'comma';
  }
}

function unquoted(token: string): string {
  if (token[0] !== '"') return token;
  const inside = token.slice(1).replace(/(?<=(?:^|[^\\])(?:\\\\)*)"$/, '');
  try {
    return JSON.parse(`"${inside}"`);
  } catch {
    return inside;
  }
}
