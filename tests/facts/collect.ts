import { relative } from 'node:path';
import { child, type Documents, entries, isFields, type Place, textAt, WrittenNumber } from './document.ts';
import type { Fact, Scalar, Want } from './fact.ts';
import { wantText } from './fact.ts';

export type Direction = 'request' | 'response';
export type Version = '2.0' | '3.0' | '3.1';

/** Gathers the facts of one subject, each once. */
export class Collector {
  readonly documents: Documents;
  /** 3.2 counts as 3.1: what it adds, it adds. */
  readonly version: Version;
  readonly #facts = new Map<string, Fact>();
  /** Schemas whose properties were taken, with the depth at which they lay. */
  readonly #taken = new Map<Direction, Map<unknown, Map<string, number>>>();

  constructor(documents: Documents, version: Version) {
    this.documents = documents;
    this.version = version;
  }

  get facts(): Fact[] {
    return [...this.#facts.values()];
  }

  /** Follows references until something that is none; nothing where they lead nowhere or in a circle. */
  resolve(place: Place | undefined): Place | undefined {
    let current = place;
    for (let steps = 0; current && steps < 50; steps += 1) {
      const reference = child(current, '$ref')?.value;
      if (typeof reference !== 'string') return current;
      current = this.documents.resolve(current, reference);
    }
    return undefined;
  }

  add(kind: string, place: Place, want: Want, where: { row?: string | undefined; shared?: boolean } = {}): void {
    const key = `${kind}\n${where.row ?? ''}\n${where.row === undefined}\n${wantText(want)}`;
    if (this.#facts.has(key)) return;
    const file = relative(process.cwd(), place.file);
    this.#facts.set(key, {
      kind,
      want,
      ...(where.row === undefined ? {} : { row: where.row }),
      ...(where.shared ? { shared: true } : {}),
      source: `${file}#${place.pointer}`,
    });
  }

  /** A text in Markdown at a key, if it is there. */
  prose(
    kind: string,
    place: Place | undefined,
    key: string,
    where: { row?: string | undefined; shared?: boolean } = {},
  ): void {
    const text = textAt(place, key);
    const at = child(place, key);
    if (at && text?.trim()) this.add(kind, at, { kind: 'prose', text }, where);
  }

  /** A text without markup at a key, if it is there. */
  value(
    kind: string,
    place: Place | undefined,
    key: string,
    where: { row?: string | undefined; shared?: boolean } = {},
  ): void {
    const at = child(place, key);
    if (at && isScalar(at.value) && at.value !== null && at.value !== '') {
      this.add(kind, at, { kind: 'value', value: at.value }, where);
    }
  }

  url(
    kind: string,
    place: Place | undefined,
    key: string,
    where: { row?: string | undefined; shared?: boolean } = {},
  ): void {
    const at = child(place, key);
    if (at && typeof at.value === 'string' && at.value.trim() !== '') {
      this.add(kind, at, { kind: 'url', url: at.value.trim() }, where);
    }
  }

  words(
    kind: string,
    place: Place,
    any: readonly (string | RegExp)[],
    where: { row?: string | undefined; shared?: boolean } = {},
  ): void {
    this.add(kind, place, { kind: 'words', any }, where);
  }

  /** The strings and numbers in a value of any shape. */
  leaves(kind: string, place: Place, where: { row?: string | undefined } = {}): void {
    const seen = new Set<unknown>();
    const visit = (at: Place): void => {
      if (isScalar(at.value)) {
        if (typeof at.value === 'boolean' || at.value === null || at.value === '') return;
        this.add(kind, at, { kind: 'value', value: at.value }, where);
        return;
      }
      if (seen.has(at.value)) return;
      seen.add(at.value);
      for (const [, one] of entries(at)) visit(one);
    };
    visit(place);
  }

  /**
   * Whether a schema is to be looked into again: its facts were not yet taken for this row at this depth
   * or one nearer to the top.
   */
  enter(schema: unknown, direction: Direction, row: string, depth: number): boolean {
    const ofDirection = this.#taken.get(direction) ?? new Map<unknown, Map<string, number>>();
    this.#taken.set(direction, ofDirection);
    const depths = ofDirection.get(schema) ?? new Map<string, number>();
    ofDirection.set(schema, depths);
    const before = depths.get(row);
    if (before !== undefined && before <= depth) return false;
    depths.set(row, depth);
    return true;
  }
}

export function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof WrittenNumber;
}

export function isTrue(place: Place | undefined, key: string): boolean {
  return child(place, key)?.value === true;
}

/** The fields of an object whose values are objects, extensions left out. */
export function objectsAt(place: Place | undefined, key: string): [string, Place][] {
  const at = child(place, key);
  return at && isFields(at.value) ? entries(at).filter(([, one]) => isFields(one.value)) : [];
}
