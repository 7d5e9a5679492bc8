import { type JsonEntry, type JsonNode, jsonEntry } from '../../model/json-text.ts';
import { keepOrigin } from '../origins.ts';
import type { Span } from '../source-file.ts';

export type ObjectNode = JsonNode & { readonly kind: 'object' };

/** The keys that a type names; the index signature of types that allow any key would hide a misspelt one. */
export type KnownKey<T> = T extends unknown
  ? Extract<keyof { [Key in keyof T as string extends Key ? never : number extends Key ? never : Key]: T[Key] }, string>
  : never;

type Key<T> = (KnownKey<T> & string) | `x-${string}`;

/** Reads the fields of one kind of object; a key that it doesn't have fails the type check. */
export function reader<T>(): {
  entry(node: ObjectNode, key: Key<T>): JsonEntry | undefined;
  value(node: ObjectNode, key: Key<T>): JsonNode | undefined;
  /** Texts only; nothing for other values. */
  text(node: ObjectNode, key: Key<T>): string | undefined;
  /** Nothing where it is no list. */
  list(node: ObjectNode, key: Key<T>): readonly JsonNode[] | undefined;
  /** None where it is no object. */
  map(node: ObjectNode, key: Key<T>): readonly JsonEntry[];
  isTrue(node: ObjectNode, key: Key<T>): boolean;
  /** The object without these of its entries. */
  without(node: ObjectNode, ...keys: Key<T>[]): JsonEntry[];
} {
  return {
    entry: (node, key) => node.entries.find((entry) => entry.key === key),
    value: jsonEntry,
    text: (node, key) => textOf(jsonEntry(node, key)),
    list: (node, key) => {
      const value = jsonEntry(node, key);
      return value?.kind === 'array' ? value.items : undefined;
    },
    map: (node, key) => {
      const value = jsonEntry(node, key);
      return value?.kind === 'object' ? value.entries : [];
    },
    isTrue: (node, key) => {
      const value = jsonEntry(node, key);
      return value?.kind === 'boolean' && value.value;
    },
    without: (node, ...keys) => {
      const left: ReadonlySet<string> = new Set(keys);
      return node.entries.filter(({ key }) => !left.has(key));
    },
  };
}

export function textOf(node: JsonNode | undefined): string | undefined {
  return node?.kind === 'string' ? node.value : undefined;
}

export function isObject(node: JsonNode | undefined): node is ObjectNode {
  return node?.kind === 'object';
}

/** The text node under `$ref`, where there is one. */
export function referenceEntry(node: JsonNode): JsonEntry | undefined {
  if (node.kind !== 'object') return undefined;
  const entry = node.entries.find(({ key }) => key === '$ref');
  return entry?.value.kind === 'string' ? entry : undefined;
}

/** An object that stands where `from` stands in its author's text. */
export function makeObject(entries: readonly JsonEntry[], from: JsonNode): ObjectNode {
  return keepOrigin({ kind: 'object', entries, start: from.start, end: from.end }, from);
}

export function makeArray(items: readonly JsonNode[], from: JsonNode): JsonNode {
  return keepOrigin({ kind: 'array', items, start: from.start, end: from.end }, from);
}

export function makeText(value: string, from: JsonNode): JsonNode {
  return keepOrigin({ kind: 'string', value, start: from.start, end: from.end }, from);
}

export function makeFlag(value: boolean, from: JsonNode): JsonNode {
  return keepOrigin({ kind: 'boolean', value, start: from.start, end: from.end }, from);
}

/** @param at - what to underline as the key: a key or a node of the author's */
export function makeEntry(key: string, value: JsonNode, at: Span): JsonEntry {
  return { key, value, keySpan: at };
}

/** The entry under another key, at its place. */
export function rename(entry: JsonEntry, key: string): JsonEntry {
  return { ...entry, key };
}

/** The object with other entries; the same object when they are the same. */
export function withEntries(node: ObjectNode, entries: readonly JsonEntry[]): ObjectNode {
  const same = entries.length === node.entries.length && entries.every((entry, at) => entry === node.entries[at]);
  return same ? node : keepOrigin({ ...node, entries }, node);
}

/** How many nodes there are, the node itself included. */
export function sizeOf(root: JsonNode): number {
  let size = 0;
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    size += 1;
    if (node.kind === 'array') for (const item of node.items) stack.push(item);
    if (node.kind === 'object') for (const { value } of node.entries) stack.push(value);
  }
  return size;
}
