/**
 * A JSON value as text, with the numbers, the key order and the spelling its author chose. What JSON.parse
 * loses (`1.10`, 2^53 + 1, the order of the keys "2" and "1") matters to documentation, so values travel as
 * text and are read only where they are used.
 *
 * @see RFC 8259
 */
export type JsonText = string;

/** `start` and `end` are offsets into the text in UTF-16 units, `end` exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

export interface JsonEntry {
  readonly key: string;
  /** The span of the key, its quotes included. */
  readonly keySpan: Span;
  readonly value: JsonNode;
}

export type JsonNode = Span &
  (
    | { readonly kind: 'object'; readonly entries: readonly JsonEntry[] }
    | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
    | { readonly kind: 'string'; readonly value: string }
    /** `text` is the number as written. */
    | { readonly kind: 'number'; readonly text: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'null' }
  );

export type JsonFault =
  | 'empty'
  | 'value-expected'
  | 'key-expected'
  | 'colon-expected'
  | 'comma-expected'
  | 'trailing-comma'
  | 'string-unterminated'
  | 'string-control'
  | 'string-escape'
  | 'number-malformed'
  | 'after-end'
  | 'too-deep';

export interface JsonProblem {
  readonly kind: 'problem';
  readonly fault: JsonFault;
  /** Offset of the first character that doesn't fit. */
  readonly offset: number;
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly column: number;
}

const MAX_DEPTH = 200;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const SPACE = /[ \t\n\r]*/y;
const ESCAPES: { readonly [letter: string]: string } = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Fault extends Error {
  readonly fault: JsonFault;
  readonly offset: number;
  constructor(fault: JsonFault, offset: number) {
    super(fault);
    this.fault = fault;
    this.offset = offset;
  }
}

class Reader {
  readonly text: string;
  readonly maxDepth: number;
  at = 0;
  constructor(text: string, maxDepth: number) {
    this.text = text;
    this.maxDepth = maxDepth;
  }

  skipSpace(): void {
    SPACE.lastIndex = this.at;
    SPACE.test(this.text);
    this.at = SPACE.lastIndex;
  }

  value(depth: number): JsonNode {
    if (depth > this.maxDepth) throw new Fault('too-deep', this.at);
    const start = this.at;
    const char = this.text[start];
    if (char === '{') return this.object(depth);
    if (char === '[') return this.array(depth);
    if (char === '"') return { kind: 'string', value: this.string(), start, end: this.at };
    if (char === '-' || (char !== undefined && char >= '0' && char <= '9')) return this.number();
    for (const [word, node] of WORDS) {
      if (this.text.startsWith(word, start)) {
        this.at = start + word.length;
        return { ...node, start, end: this.at };
      }
    }
    throw new Fault(start === this.text.length && depth === 0 ? 'empty' : 'value-expected', start);
  }

  number(): JsonNode {
    const start = this.at;
    NUMBER.lastIndex = start;
    const match = NUMBER.exec(this.text);
    const end = match ? NUMBER.lastIndex : start;
    if (!match || /[\w.+-]/.test(this.text[end] ?? '')) throw new Fault('number-malformed', end);
    this.at = end;
    return { kind: 'number', text: match[0], start, end };
  }

  string(): string {
    const start = this.at;
    this.at += 1;
    let value = '';
    for (;;) {
      PLAIN.lastIndex = this.at;
      PLAIN.test(this.text);
      value += this.text.slice(this.at, PLAIN.lastIndex);
      this.at = PLAIN.lastIndex;
      const char = this.text[this.at];
      if (char === undefined) throw new Fault('string-unterminated', start);
      if (char === '"') {
        this.at += 1;
        return value;
      }
      if (char === '\n' || char === '\r') throw new Fault('string-unterminated', start);
      if (char !== '\\') throw new Fault('string-control', this.at);
      value += this.escape();
    }
  }

  escape(): string {
    const letter = this.text[this.at + 1] ?? '';
    if (letter === 'u') {
      const hex = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[\da-fA-F]{4}$/.test(hex)) throw new Fault('string-escape', this.at);
      this.at += 6;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const plain = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
    if (plain === undefined) throw new Fault('string-escape', this.at);
    this.at += 2;
    return plain;
  }

  array(depth: number): JsonNode {
    const start = this.at;
    const items: JsonNode[] = [];
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] !== ']') {
      for (;;) {
        this.skipSpace();
        items.push(this.value(depth + 1));
        this.skipSpace();
        if (this.text[this.at] === ']') break;
        this.comma(']');
      }
    }
    this.at += 1;
    return { kind: 'array', items, start, end: this.at };
  }

  object(depth: number): JsonNode {
    const start = this.at;
    const entries: JsonEntry[] = [];
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] !== '}') {
      for (;;) {
        this.skipSpace();
        const keyStart = this.at;
        if (this.text[keyStart] !== '"') throw new Fault('key-expected', keyStart);
        const key = this.string();
        const keySpan = { start: keyStart, end: this.at };
        this.skipSpace();
        if (this.text[this.at] !== ':') throw new Fault('colon-expected', this.at);
        this.at += 1;
        this.skipSpace();
        entries.push({ key, keySpan, value: this.value(depth + 1) });
        this.skipSpace();
        if (this.text[this.at] === '}') break;
        this.comma('}');
      }
    }
    this.at += 1;
    return { kind: 'object', entries, start, end: this.at };
  }

  comma(close: string): void {
    const at = this.at;
    if (this.text[at] !== ',') throw new Fault('comma-expected', at);
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] === close) throw new Fault('trailing-comma', at);
  }
}

const WORDS = [
  ['true', { kind: 'boolean', value: true }],
  ['false', { kind: 'boolean', value: false }],
  ['null', { kind: 'null' }],
] as const;

/**
 * Reads JSON text strictly, keeping what JSON.parse drops.
 *
 * @param maxDepth - how deep objects and lists may nest; it bounds the recursion of every reader of the tree
 * @returns the tree with offsets, or the first problem with its place
 * @see RFC 8259
 */
export function parseJson(text: string, maxDepth = MAX_DEPTH): JsonNode | JsonProblem {
  const reader = new Reader(text, maxDepth);
  try {
    reader.skipSpace();
    const node = reader.value(0);
    reader.skipSpace();
    if (reader.at < text.length) throw new Fault('after-end', reader.at);
    return node;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const before = text.slice(0, error.offset).split(/\r\n|\r|\n/);
    const column = (before.at(-1)?.length ?? 0) + 1;
    return { kind: 'problem', fault: error.fault, offset: error.offset, line: before.length, column };
  }
}

/** The JSON literal of a string, as JSON.stringify writes it. */
export function quoteJson(value: string): JsonText {
  return JSON.stringify(value);
}

function printNode(node: JsonNode, indent: string, step: string): string {
  const colon = step ? ': ' : ':';
  const inner = indent + step;
  const line = step ? `\n${inner}` : '';
  const close = step ? `\n${indent}` : '';
  switch (node.kind) {
    case 'object':
      if (node.entries.length === 0) return '{}';
      return `{${node.entries
        .map((entry) => `${line}${quoteJson(entry.key)}${colon}${printNode(entry.value, inner, step)}`)
        .join(',')}${close}}`;
    case 'array':
      if (node.items.length === 0) return '[]';
      return `[${node.items.map((item) => line + printNode(item, inner, step)).join(',')}${close}]`;
    case 'string':
      return quoteJson(node.value);
    case 'number':
      return node.text;
    case 'boolean':
      return String(node.value);
    case 'null':
      return 'null';
  }
}

/** The text of a node without insignificant white space, wherever its tree came from. */
export function printJson(node: JsonNode): JsonText {
  return printNode(node, '', '');
}

/** The text of a node laid out as `JSON.stringify(value, null, 2)` does. */
export function layOutJson(node: JsonNode): JsonText {
  return printNode(node, '', '  ');
}

/**
 * Lays JSON out as `JSON.stringify(value, null, 2)` does, numbers and key order as written.
 *
 * @returns the text unchanged when it isn't JSON
 */
export function formatJson(text: JsonText): JsonText {
  const node = parseJson(text);
  return node.kind === 'problem' ? text : layOutJson(node);
}

/** The same value without insignificant white space; the text unchanged when it isn't JSON. */
export function compactJson(text: JsonText): JsonText {
  const node = parseJson(text);
  return node.kind === 'problem' ? text : printJson(node);
}

/** The value of an entry, the last one where a key is repeated, as JSON.parse takes it. */
export function jsonEntry(node: JsonNode, key: string): JsonNode | undefined {
  if (node.kind !== 'object') return undefined;
  return node.entries.findLast((entry) => entry.key === key)?.value;
}
