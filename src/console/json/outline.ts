/**
 * A JSON text and where its values begin, for texts that are too long to become a tree of objects: eight bytes a
 * value, so 50 MB of JSON need as much again and no more. Everything else is read out of the text when it is shown.
 * A node is a value's number in the order of the text, the whole being 0; what is inside of it comes right after it.
 */
export interface JsonOutline {
  readonly text: string;
  /** How many values there are. */
  readonly count: number;
  /** Where the value begins, or its key if it has one. */
  start(node: number): number;
  /** Whether a key stands before the value. */
  hasKey(node: number): boolean;
  /** The first node after all that is inside this one. */
  after(node: number): number;
}

/** An outline while it is made. */
export interface OutlineBuilder {
  /** @returns the node */
  add(start: number, hasKey: boolean): number;
  /** Everything inside the node has been added. */
  close(node: number): void;
  count(): number;
  outline(): JsonOutline;
}

/** Nodes stored together: nothing is ever copied to make room, which would hold the page up. */
const PAGE = 1 << 15;
/** Marks a start as that of a key. Texts are far shorter than 2^31. */
const KEY = 2 ** 31;

export function buildOutline(text: string): OutlineBuilder {
  const starts: Uint32Array[] = [];
  const afters: Uint32Array[] = [];
  let count = 0;
  const read = (pages: readonly Uint32Array[], node: number): number => pages[node >>> 15]?.[node & (PAGE - 1)] ?? 0;
  return {
    add(start, hasKey) {
      if ((count & (PAGE - 1)) === 0) {
        starts.push(new Uint32Array(PAGE));
        afters.push(new Uint32Array(PAGE));
      }
      const page = count >>> 15;
      const at = count & (PAGE - 1);
      (starts[page] as Uint32Array)[at] = hasKey ? start + KEY : start;
      count += 1;
      (afters[page] as Uint32Array)[at] = count;
      return count - 1;
    },
    close(node) {
      (afters[node >>> 15] as Uint32Array)[node & (PAGE - 1)] = count;
    },
    count: () => count,
    outline: () => ({
      text,
      count,
      start: (node) => read(starts, node) % KEY,
      hasKey: (node) => read(starts, node) >= KEY,
      after: (node) => read(afters, node),
    }),
  };
}

export type ValueKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** Where the value itself begins. */
export function valueStart(outline: JsonOutline, node: number): number {
  const start = outline.start(node);
  if (!outline.hasKey(node)) return start;
  const colon = skipSpace(outline.text, stringEnd(outline.text, start));
  return skipSpace(outline.text, colon + 1);
}

export function kindOf(outline: JsonOutline, node: number): ValueKind {
  switch (outline.text[valueStart(outline, node)]) {
    case '{':
      return 'object';
    case '[':
      return 'array';
    case '"':
      return 'string';
    case 't':
    case 'f':
      return 'boolean';
    case 'n':
      return 'null';
    default:
      return 'number';
  }
}

/** The key as it is meant, escapes resolved; `undefined` for items of arrays and the whole. */
export function keyOf(outline: JsonOutline, node: number): string | undefined {
  if (!outline.hasKey(node)) return undefined;
  const start = outline.start(node);
  return unquote(outline.text.slice(start, stringEnd(outline.text, start)));
}

/** Where the value ends, exclusive. */
export function valueEnd(outline: JsonOutline, node: number): number {
  const { text } = outline;
  const start = valueStart(outline, node);
  const char = text[start];
  if (char === '"') return stringEnd(text, start);
  if (char !== '{' && char !== '[') return wordEnd(text, start);
  // Its end is one bracket past that of its last child, whose end is one past that of its own last child, and so on.
  let last = node;
  let depth = 1;
  for (let child = lastChild(outline, node); child !== undefined; child = lastChild(outline, child)) {
    last = child;
    depth += 1;
  }
  const isLeaf = last !== node && !/[{[]/.test(text[valueStart(outline, last)] ?? '');
  let at = isLeaf ? valueEnd(outline, last) : valueStart(outline, last) + 1;
  for (let left = isLeaf ? depth - 1 : depth; left > 0; left -= 1) at = skipSpace(text, at) + 1;
  return at;
}

function lastChild(outline: JsonOutline, node: number): number | undefined {
  const end = outline.after(node);
  let last: number | undefined;
  for (let child = node + 1; child < end; child = outline.after(child)) last = child;
  return last;
}

/** The value exactly as it came. */
export function valueText(outline: JsonOutline, node: number): string {
  return outline.text.slice(valueStart(outline, node), valueEnd(outline, node));
}

/** The node that a place in the text belongs to: the last one that begins at or before it. */
export function nodeAt(outline: JsonOutline, offset: number): number {
  let low = 0;
  let high = outline.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (outline.start(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A string literal's text; a lone surrogate stays as it is. */
export function unquote(literal: string): string {
  return literal.includes('\\') ? JSON.parse(literal) : literal.slice(1, -1);
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
    at += 1;
  }
}

/** @param start - of the opening quote of a string that has a closing one */
export function stringEnd(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at + 1;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === 92) before -= 1;
  return (at - before) % 2 === 0;
}

function wordEnd(text: string, start: number): number {
  const WORD = /[\w.+-]*/y;
  WORD.lastIndex = start;
  WORD.test(text);
  return WORD.lastIndex;
}
