import type { JsonEntry, JsonNode } from '../../model/json-text.ts';
import { makeEntry, makeObject, referenceEntry, sizeOf, textOf } from './node.ts';
import type { Site } from './steps.ts';

export interface Media {
  readonly name: string;
  /** What names it, for its place. */
  readonly at: JsonNode;
}

/** The media types of a list, each once; the one that is meant where the list names none. */
export function mediaOf(written: readonly JsonNode[], fallback: string, from: JsonNode): Media[] {
  const named = new Map<string, Media>();
  for (const node of written) {
    const name = textOf(node);
    if (name !== undefined && name !== '' && !named.has(name)) named.set(name, { name, at: node });
  }
  return named.size > 0 ? [...named.values()] : [{ name: fallback, at: from }];
}

/**
 * A `content` that says the same of each media type.
 *
 * @param entriesOf - what stands in the media type
 * @param from - where the whole of it stands
 */
export function makeContent(
  media: readonly Media[],
  entriesOf: (name: string) => readonly JsonEntry[],
  from: JsonEntry,
  site: Site,
): JsonEntry {
  const rows: JsonEntry[] = [];
  for (const { name, at } of media) {
    const inner = entriesOf(name);
    // A schema that is written once and holds for many media types is read for each.
    const again = rows.length === 0 ? [] : inner.filter(({ value }) => !referenceEntry(value));
    if (rows.length > 0 && !site.afford(again.reduce((sum, { value }) => sum + sizeOf(value), 2))) break;
    rows.push(makeEntry(name, makeObject(inner, from.value), at));
  }
  return makeEntry('content', makeObject(rows, from.value), from.keySpan);
}
