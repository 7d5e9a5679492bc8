import { formatJson, type JsonEntry, type JsonNode, type JsonText, parseJson } from '../model/json-text.ts';
import { lines } from './dialect.ts';

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
  const children = childrenOf(node, syntax);
  if (line !== undefined || !children?.length) return line ?? oneLine(node, syntax, Infinity) ?? '';
  const inner = indent + syntax.indent;
  const rows = children.map(
    ({ start, value }) => start + printValue(value, syntax, inner, inner.length + start.length),
  );
  const [open, close] = node.kind === 'array' ? '[]' : '{}';
  return `${open}\n${lines(rows, inner)}${indent}${close}`;
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

/** What stands in a value, with what is before each; nothing for a value that is neither object nor array. */
function childrenOf(node: JsonNode, syntax: LiteralSyntax): { start: string; value: JsonNode }[] | undefined {
  if (node.kind === 'array') return node.items.map((value) => ({ start: '', value }));
  if (node.kind !== 'object') return undefined;
  return node.entries.map(({ key, value }) => ({ start: `${syntax.key(key)}: `, value }));
}

/** The value on one line, nothing when it needs more than `room`. */
function oneLine(node: JsonNode, syntax: LiteralSyntax, room: number): string | undefined {
  const children = childrenOf(node, syntax);
  let text = children ? '' : scalar(node, syntax);
  for (const { start, value } of children ?? []) {
    const before = `${text && `${text}, `}${start}`;
    const after = oneLine(value, syntax, room - 2 - before.length);
    if (after === undefined) return undefined;
    text = before + after;
  }
  if (text.length + (children ? 2 : 0) > room) return undefined;
  if (node.kind === 'array') return `[${text}]`;
  return node.kind === 'object' ? `{${text && syntax.padding}${text}${text && syntax.padding}}` : text;
}

function scalar(node: JsonNode, { string, words }: LiteralSyntax): string {
  if (node.kind === 'string') return string(node.value);
  if (node.kind === 'number') return node.text;
  return words[node.kind === 'boolean' && node.value ? 'true' : node.kind === 'null' ? 'null' : 'false'];
}
