import { type JsonNode, type JsonText, quoteJson } from '../../model/json-text.ts';

/*
 * Edits of JSON text by range. Nothing is ever parsed and written anew: what an edit doesn't name keeps its
 * bytes, so numbers, escapes, the order of names and the author's layout stay. Every node must be one of this
 * very text.
 */

type ObjectNode = Extract<JsonNode, { kind: 'object' }>;
type ArrayNode = Extract<JsonNode, { kind: 'array' }>;
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Puts another text in the place of a value. */
export function replaceSpan(text: JsonText, { start, end }: Span, replacement: string): JsonText {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** Puts another value in the place of one; its further lines are indented as its first one is. */
export function replaceValue(text: JsonText, node: Span, value: JsonText): JsonText {
  return replaceSpan(text, node, indented(value, lineIndent(text, node.start)));
}

/** Writes one more member behind the others. */
export function addEntry(text: JsonText, node: ObjectNode, key: string, value: JsonText): JsonText {
  const [first] = node.entries;
  const colon = first ? text.slice(first.keySpan.end, first.value.start) : ': ';
  const spans = node.entries.map((entry) => ({ start: entry.keySpan.start, end: entry.value.end }));
  return insertLast(text, node, spans, (indent) => quoteJson(key) + colon + indented(value, indent));
}

/** Writes one more item behind the others. */
export function addItem(text: JsonText, node: ArrayNode, value: JsonText): JsonText {
  return insertLast(text, node, node.items, (indent) => indented(value, indent));
}

/** @param index - of the entry, since a name may be there twice */
export function removeEntry(text: JsonText, node: ObjectNode, index: number): JsonText {
  const spans = node.entries.map((entry) => ({ start: entry.keySpan.start, end: entry.value.end }));
  return removeOne(text, node, spans, index);
}

export function removeItem(text: JsonText, node: ArrayNode, index: number): JsonText {
  return removeOne(text, node, node.items, index);
}

/** Gives an entry another name. */
export function renameEntry(text: JsonText, node: ObjectNode, index: number, key: string): JsonText {
  const entry = node.entries[index];
  return entry ? replaceSpan(text, entry.keySpan, quoteJson(key)) : text;
}

/** Moves an item to another index; commas and the space between items stay where they are. */
export function moveItem(text: JsonText, { items }: ArrayNode, from: number, to: number): JsonText {
  const first = items[Math.min(from, to)];
  const last = items[Math.max(from, to)];
  if (!first || !last || from === to) return text;
  const order = items.map((_, index) => index);
  order.splice(to, 0, ...order.splice(from, 1));
  let moved = text.slice(0, first.start);
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const item = items[order[index] ?? 0] as JsonNode;
    const gapEnd = index === Math.max(from, to) ? (items[index]?.end ?? 0) : (items[index + 1]?.start ?? 0);
    moved += text.slice(item.start, item.end) + text.slice(items[index]?.end, gapEnd);
  }
  return moved + text.slice(last.end);
}

function insertLast(text: JsonText, node: Span, spans: readonly Span[], write: (indent: string) => string): JsonText {
  const last = spans.at(-1);
  if (!last) {
    const outer = lineIndent(text, node.start);
    const inner = outer + stepOf(text);
    // A value on one line stays on one line.
    const isFlat = node.start > 0 && !text.includes('\n');
    const body = isFlat ? write('') : `\n${inner}${write(inner)}\n${outer}`;
    return replaceSpan(text, { start: node.start + 1, end: node.end - 1 }, body);
  }
  const before = spans.at(-2);
  const first = spans[0] ?? last;
  const lead = text.slice(node.start + 1, first.start);
  const gap = before ? text.slice(before.end, last.start) : `,${lead.includes('\n') ? lead : ' '}`;
  return replaceSpan(text, { start: last.end, end: last.end }, gap + write(lineIndent(text, last.start)));
}

function removeOne(text: JsonText, node: Span, spans: readonly Span[], index: number): JsonText {
  const here = spans[index];
  const before = spans[index - 1];
  const after = spans[index + 1];
  if (!here) return text;
  if (before) return replaceSpan(text, { start: before.end, end: here.end }, '');
  if (after) return replaceSpan(text, { start: here.start, end: after.start }, '');
  return replaceSpan(text, { start: node.start + 1, end: node.end - 1 }, '');
}

/** A value as it stands in the text, without what its further lines are indented by there. */
export function sourceOf(text: JsonText, { start, end }: Span): JsonText {
  const indent = lineIndent(text, start);
  return indent === '' ? text.slice(start, end) : text.slice(start, end).replaceAll(`\n${indent}`, '\n');
}

/** The white space that the line of a place begins with. */
function lineIndent(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** What one level of the text is indented by. */
function stepOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

/** A line break in JSON text is never part of a string, so every line may be moved. */
function indented(value: JsonText, indent: string): string {
  return value.replaceAll('\n', `\n${indent}`);
}
