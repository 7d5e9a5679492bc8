import type { JsonFault } from '../../model/json-text.ts';
import { buildOutline, type JsonOutline, skipSpace } from './outline.ts';

export interface JsonScan {
  /**
   * Reads on until it has passed this offset.
   *
   * @returns whether it is done
   */
  advance(until: number): boolean;
  /** How far it has read. */
  at(): number;
  /** Once it is done. */
  result(): ScanResult;
}

export type ScanResult = { readonly kind: 'outline'; readonly outline: JsonOutline } | ScanProblem;

export interface ScanProblem {
  readonly kind: 'problem';
  /** `too-many` values: a tree of them would need more memory than a page should take. */
  readonly fault: JsonFault | 'too-many';
  readonly offset: number;
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly column: number;
}

const MAX_DEPTH = 200;
const MAX_VALUES = 10_000_000;
const WORDS = new Map([
  ['t', 'true'],
  ['f', 'false'],
  ['n', 'null'],
]);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;

class Fault extends Error {
  readonly fault: ScanProblem['fault'];
  readonly offset: number;
  constructor(fault: ScanProblem['fault'], offset: number) {
    super(fault);
    this.fault = fault;
    this.offset = offset;
  }
}

/** What may come next: `first` and `first-key` may be the end of an empty object or array instead. */
type Next = 'value' | 'first' | 'key' | 'first-key' | 'colon' | 'comma' | 'end';

/**
 * Reads JSON strictly, as `parseJson` does, in steps that the caller paces, and keeps only where values begin.
 *
 * @see RFC 8259
 */
export function scanJson(text: string): JsonScan {
  const builder = buildOutline(text);
  /** The objects and arrays around the place, the innermost last. */
  const nodes: number[] = [];
  const isObject: boolean[] = [];
  let next: Next = 'value';
  let at = skipSpace(text, 0);
  let keyStart = -1;
  /** Where the string begins whose end is still being looked for. */
  let stringStart = -1;
  let problem: ScanProblem | undefined;

  const fail = (fault: ScanProblem['fault'], offset: number): never => {
    throw new Fault(fault, offset);
  };
  const add = (): number => {
    const hasKey = keyStart >= 0;
    const node = builder.add(hasKey ? keyStart : at, hasKey);
    keyStart = -1;
    if (node >= MAX_VALUES) fail('too-many', at);
    return node;
  };
  const finish = (): void => {
    next = nodes.length === 0 ? 'end' : 'comma';
  };
  const close = (): void => {
    builder.close(nodes.pop() ?? 0);
    isObject.pop();
    at += 1;
    finish();
  };
  /** Reads the rest of a string, as far as `until`. */
  const string = (until: number): void => {
    while (at <= until) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        at += 1;
        stringStart = -1;
        if (next !== 'colon') finish();
        return;
      }
      if (code === BACKSLASH) {
        ESCAPE.lastIndex = at;
        if (!ESCAPE.test(text)) fail('string-escape', at);
        at = ESCAPE.lastIndex;
      } else if (code >= 32) at += 1;
      else if (at >= text.length || code === 10 || code === 13) fail('string-unterminated', stringStart);
      else fail('string-control', at);
    }
  };
  const openString = (until: number): void => {
    stringStart = at;
    at += 1;
    string(until);
  };
  const number = (): void => {
    NUMBER.lastIndex = at;
    const end = NUMBER.test(text) ? NUMBER.lastIndex : at;
    if (end === at || /[\w.+-]/.test(text[end] ?? '')) fail('number-malformed', end);
    add();
    at = end;
    finish();
  };
  const word = (): void => {
    const expected = WORDS.get(text[at] ?? '') ?? '';
    if (expected === '' || !text.startsWith(expected, at)) {
      fail(at === text.length && builder.count() === 0 ? 'empty' : 'value-expected', at);
    }
    add();
    at += expected.length;
    finish();
  };
  const value = (code: number, until: number): void => {
    if (nodes.length > MAX_DEPTH) fail('too-deep', at);
    if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      nodes.push(add());
      isObject.push(code === OPEN_OBJECT);
      next = code === OPEN_OBJECT ? 'first-key' : 'first';
      at += 1;
    } else if (code === QUOTE) {
      add();
      openString(until);
    } else if (code === MINUS || (code >= 48 && code <= 57)) number();
    else word();
  };
  const key = (code: number, until: number): void => {
    if (code !== QUOTE) fail('key-expected', at);
    keyStart = at;
    next = 'colon';
    openString(until);
  };
  const colon = (code: number): void => {
    if (code !== COLON) fail('colon-expected', at);
    at += 1;
    next = 'value';
  };
  const comma = (code: number): void => {
    const end = isObject.at(-1) ? CLOSE_OBJECT : CLOSE_ARRAY;
    if (code === end) close();
    else {
      if (code !== COMMA) fail('comma-expected', at);
      const following = skipSpace(text, at + 1);
      if (text.charCodeAt(following) === end) fail('trailing-comma', at);
      at = following;
      next = isObject.at(-1) ? 'key' : 'value';
    }
  };
  const step = (until: number): void => {
    const code = text.charCodeAt(at);
    if (stringStart >= 0) string(until);
    else if (next === 'first' && code === CLOSE_ARRAY) close();
    else if (next === 'first-key' && code === CLOSE_OBJECT) close();
    else if (next === 'first' || next === 'value') value(code, until);
    else if (next === 'first-key' || next === 'key') key(code, until);
    else if (next === 'colon') colon(code);
    else if (next === 'comma') comma(code);
    else fail('after-end', at);
  };
  const isDone = (): boolean => problem !== undefined || (next === 'end' && at >= text.length);

  return {
    advance(until) {
      try {
        while (at <= until && !isDone()) {
          step(until);
          if (stringStart < 0) at = skipSpace(text, at);
        }
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        problem = { kind: 'problem', fault: error.fault, offset: error.offset, ...placeOf(text, error.offset) };
      }
      return isDone();
    },
    at: () => at,
    result: () => problem ?? { kind: 'outline', outline: builder.outline() },
  };
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let from = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', from)) {
    line += 1;
    from = end + 1;
  }
  return { line, column: offset - from + 1 };
}
