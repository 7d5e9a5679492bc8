import { escapeToken } from '../model/json-pointer.ts';
import type { JsonEntry, JsonNode } from '../model/json-text.ts';
import { originOf } from './origins.ts';
import { locate, type SourceFile, type Span } from './source-file.ts';

/** A node of a description with the file it stands in: what every reader of the tree passes around. */
export interface Spot {
  readonly file: SourceFile;
  readonly node: JsonNode;
  /** From the root of the file; empty for the root itself. */
  readonly pointer: string;
  /** The key it stands under, where it is an entry of an object. */
  readonly key?: { readonly name: string; readonly span: Span };
}

/** Objects with many entries are looked into again and again: `components/schemas` once a reference. */
const WIDE = 16;
const indexes = new WeakMap<JsonNode, Map<string, JsonEntry>>();

function findEntry(node: JsonNode, key: string): JsonEntry | undefined {
  if (node.kind !== 'object') return undefined;
  if (node.entries.length < WIDE) return node.entries.find((entry) => entry.key === key);
  let index = indexes.get(node);
  if (!index) {
    index = new Map(node.entries.map((entry) => [entry.key, entry]));
    indexes.set(node, index);
  }
  return index.get(key);
}

function entrySpot(spot: Spot, { key, keySpan, value }: JsonEntry): Spot {
  return {
    file: spot.file,
    node: value,
    pointer: `${spot.pointer}/${escapeToken(key)}`,
    key: { name: key, span: keySpan },
  };
}

export function rootSpot(file: SourceFile): Spot {
  return { file, node: file.root, pointer: '' };
}

/** The value under a key; nothing where there is none or the node is no object. */
export function child(spot: Spot, key: string): Spot | undefined {
  const entry = findEntry(spot.node, key);
  return entry && entrySpot(spot, entry);
}

/** The same without an index of the object's keys: for a tree that changes before it is looked into again. */
export function childOnce(spot: Spot, key: string): Spot | undefined {
  const entry = spot.node.kind === 'object' ? spot.node.entries.find((one) => one.key === key) : undefined;
  return entry && entrySpot(spot, entry);
}

/** One step of a JSON Pointer: a key of an object or an index of a list. */
export function step(spot: Spot, token: string): Spot | undefined {
  if (spot.node.kind !== 'array') return child(spot, token);
  const item = /^(?:0|[1-9]\d*)$/.test(token) ? spot.node.items[Number(token)] : undefined;
  return item && { file: spot.file, node: item, pointer: `${spot.pointer}/${token}` };
}

/** The entries of an object in their order; none where it is no object. */
export function entries(spot: Spot): { readonly key: string; readonly value: Spot }[] {
  if (spot.node.kind !== 'object') return [];
  return spot.node.entries.map((entry) => ({ key: entry.key, value: entrySpot(spot, entry) }));
}

/** The items of a list; none where it is no list. */
export function items(spot: Spot): Spot[] {
  if (spot.node.kind !== 'array') return [];
  return spot.node.items.map((node, index) => ({ file: spot.file, node, pointer: `${spot.pointer}/${index}` }));
}

/** A scalar as its author spelled it, so that `version: 1.10` stays 1.10; nothing for other nodes. */
export function scalarText(spot: Spot): string | undefined {
  const { node, file } = spot;
  if (node.kind === 'string') return node.value;
  if (node.kind === 'number' || node.kind === 'boolean') {
    return (originOf(node) ?? file).text.slice(node.start, node.end);
  }
  return undefined;
}

export function textAt(spot: Spot, key: string): string | undefined {
  const found = child(spot, key);
  return found && scalarText(found);
}

/** The words of a list; one word where a list has to be stands for a list of it. */
export function textsOf(list: Spot): string[] {
  return (list.node.kind === 'array' ? items(list) : [list]).flatMap((item) => scalarText(item) ?? []);
}

/** `true` and `false`, also in quotes; nothing else counts. */
export function flagOf(node: JsonNode): boolean | undefined {
  if (node.kind === 'boolean') return node.value;
  return node.kind === 'string' && /^(?:true|false)$/.test(node.value) ? node.value === 'true' : undefined;
}

export function flagAt(spot: Spot, key: string): boolean | undefined {
  const node = findEntry(spot.node, key)?.value;
  return node && flagOf(node);
}

/** Where the author wrote it: `openapi/pets.yaml#/paths/~1pets/get`. */
export function sourceOf(spot: Spot): string {
  return `${spot.file.path}#${spot.pointer}`;
}

/** What to underline: a scalar itself, else the key it stands under, as far as its first line. */
function markedSpan(spot: Spot): Span {
  const { node, key } = spot;
  const shown = node.kind !== 'object' && node.kind !== 'array' && node.end > node.start;
  return shown || !key ? node : key.span;
}

/** The place of a node as diagnostics name it. @param span - the node, its key, or a part of its file's text */
export function placeOf(spot: Spot, span: Span = markedSpan(spot)): ReturnType<typeof locate> {
  return locate(originOf(span) ?? spot.file, span);
}
