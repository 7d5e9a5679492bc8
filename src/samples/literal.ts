import { formatJson, type JsonEntry, type JsonNode, type JsonText, parseJson } from '../model/json-text.ts';

/** How a language writes values. */
export interface LiteralSyntax {
  readonly string: (text: string) => string;
  readonly key: (name: string) => string;
  readonly words: { readonly true: string; readonly false: string; readonly null: string };
  /** What stands inside the braces of an object on one line: ` ` or nothing. */
  readonly padding: string;
  readonly indent: string;
  /** Whether the language's own serialiser writes this number, and this key, back as they are. */
  readonly keepsNumber: (text: string) => boolean;
  readonly keepsKey: (name: string) => boolean;
  readonly keepsString: (text: string) => boolean;
}

const WIDTH = 80;
/** Deeper literals meet the limits of parsers. */
const DEEPEST = 50;

/**
 * A JSON text as a literal of the language's own types.
 *
 * @returns nothing unless serialising the literal with an indent of 2 gives the same bytes again: numbers, the
 *   order of keys and every escape survive, no key is repeated
 */
export function printLiteral(text: JsonText, syntax: LiteralSyntax): string | undefined {
  if (formatJson(text) !== text) return undefined;
  const node = parseJson(text);
  if (node.kind === 'problem' || !survives(node, syntax)) return undefined;
  return printValue(node, syntax, '', 0);
}

/** Whether a value, as a literal of the language, has all that it has as JSON: what that is, the syntax says. */
export function survives(node: JsonNode, syntax: LiteralSyntax, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  switch (node.kind) {
    case 'object':
      return (
        new Set(node.entries.map((entry) => entry.key)).size === node.entries.length &&
        node.entries.every(({ key, value }) => syntax.keepsKey(key) && survives(value, syntax, depth + 1))
      );
    case 'array':
      return node.items.every((item) => survives(item, syntax, depth + 1));
    case 'number':
      return syntax.keepsNumber(node.text);
    case 'string':
      return syntax.keepsString(node.value);
    default:
      return true;
  }
}

/**
 * Prints a value as the language's literal, on one line where it fits.
 *
 * @param indent - of the line that the value stands in; the outermost value of a file has none and is spread
 * @param used - how much of the line is taken before this value
 */
export function printValue(node: JsonNode, syntax: LiteralSyntax, indent: string, used: number): string {
  const line = indent === '' ? undefined : oneLine(node, syntax, WIDTH - used - 1);
  if (line !== undefined) return line;
  const inner = indent + syntax.indent;
  const lines = (rows: readonly string[], open: string, close: string): string =>
    rows.length === 0 ? open + close : `${open}\n${rows.map((row) => `${inner}${row},\n`).join('')}${indent}${close}`;
  switch (node.kind) {
    case 'object':
      return lines(
        node.entries.map(({ key, value }) => {
          const start = `${syntax.key(key)}: `;
          return start + printValue(value, syntax, inner, inner.length + start.length);
        }),
        '{',
        '}',
      );
    case 'array':
      return lines(
        node.items.map((item) => printValue(item, syntax, inner, inner.length)),
        '[',
        ']',
      );
    default:
      return scalar(node, syntax);
  }
}

/** Prints an object of these entries, as `printValue` does. */
export function printEntries(
  entries: readonly JsonEntry[],
  syntax: LiteralSyntax,
  indent: string,
  used: number,
): string {
  // Nothing here looks at offsets.
  return printValue({ kind: 'object', entries, start: 0, end: 0 }, syntax, indent, used);
}

/** The value on one line, nothing when it needs more than `room`. */
function oneLine(node: JsonNode, syntax: LiteralSyntax, room: number): string | undefined {
  if (node.kind !== 'object' && node.kind !== 'array') {
    const text = scalar(node, syntax);
    return text.length <= room ? text : undefined;
  }
  const rows: string[] = [];
  let left = room - 2;
  const children =
    node.kind === 'array'
      ? node.items.map((value) => ({ start: '', value }))
      : node.entries.map(({ key, value }) => ({ start: `${syntax.key(key)}: `, value }));
  for (const { start, value } of children) {
    const text = oneLine(value, syntax, left - start.length);
    if (text === undefined) return undefined;
    rows.push(start + text);
    left -= start.length + text.length + 2;
    if (left < -2) return undefined;
  }
  if (node.kind === 'array') return `[${rows.join(', ')}]`;
  return rows.length === 0 ? '{}' : `{${syntax.padding}${rows.join(', ')}${syntax.padding}}`;
}

function scalar(node: JsonNode, syntax: LiteralSyntax): string {
  switch (node.kind) {
    case 'string':
      return syntax.string(node.value);
    case 'number':
      return node.text;
    case 'boolean':
      return node.value ? syntax.words.true : syntax.words.false;
    case 'null':
      return syntax.words.null;
    case 'object':
    case 'array':
      return '';
  }
}
