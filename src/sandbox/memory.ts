import type { JsonText } from '../model/json-text.ts';
import { parseJson, printJson, quoteJson } from '../model/json-text.ts';

/** Where a sandbox keeps what was made in it: texts by name. */
export interface Store {
  read(name: string): string | undefined;
  write(name: string, text: string): void;
}

/** A store that ends with the process. */
export function processStore(): Store {
  const texts = new Map<string, string>();
  return {
    read: (name) => texts.get(name),
    write(name, text) {
      texts.delete(name);
      texts.set(name, text);
      const [oldest] = texts.keys();
      if (texts.size > MOST_COLLECTIONS && oldest !== undefined) texts.delete(oldest);
    },
  };
}

const MOST_COLLECTIONS = 1_000;
const MOST_THINGS = 100;
const MOST_CHARACTERS = 200_000;

/** The things of one collection that were made, changed or deleted, the newest first; `null` was deleted. */
export type Things = ReadonlyMap<string, JsonText | null>;

export function readThings(store: Store, name: string): Things {
  const node = parseJson(store.read(name) ?? '{}');
  if (node.kind !== 'object') return new Map();
  return new Map(node.entries.map(({ key, value }) => [key, value.kind === 'null' ? null : printJson(value)]));
}

/** Puts a thing first. The oldest ones go where there are too many, or where all of them are too large. */
export function writeThing(store: Store, name: string, id: string, thing: JsonText | null): void {
  const others = [...readThings(store, name)].filter(([other]) => other !== id);
  const kept: string[] = [];
  let size = 0;
  for (const [key, value] of [[id, thing] as const, ...others].slice(0, MOST_THINGS)) {
    const entry = `${quoteJson(key)}:${value ?? 'null'}`;
    size += entry.length;
    if (size > MOST_CHARACTERS) break;
    kept.push(entry);
  }
  store.write(name, `{${kept.join()}}`);
}
