// Reads a description as its bytes say, with none of the generator's own readers.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';

/** A number that JavaScript would print otherwise than its author wrote it: `1.10`, 2^53 + 1. */
export class WrittenNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A value with where it stands. */
export interface Place {
  readonly file: string;
  /** RFC 6901, empty for the whole file. */
  readonly pointer: string;
  readonly value: unknown;
}

type Fields = { readonly [key: string]: unknown };

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof WrittenNumber);
}

/** @throws SyntaxError and the like when the text is neither JSON nor YAML */
export function parseDescription(text: string, file: string): unknown {
  const bare = text.replace(/^\ufeff/, '');
  if (/\.json$/i.test(file) || /^\s*\{/.test(bare)) {
    try {
      return parseJson(bare);
    } catch {
      // YAML in braces.
    }
  }
  return parse(bare, {
    merge: true,
    maxAliasCount: -1,
    uniqueKeys: false,
    logLevel: 'silent',
    customTags: (tags) =>
      tags.map((tag) =>
        typeof tag === 'object' && /:(int|float)$/.test(tag.tag) && 'resolve' in tag
          ? { ...tag, resolve: (source: string) => numberOf(source) }
          : tag,
      ) as typeof tags,
  });
}

function parseJson(text: string): unknown {
  // Only such a number needs the slower reading.
  if (!/\d\.\d*0(?!\d)|\d{16}|\d[eE]|-0(?![.\d])/.test(text)) return JSON.parse(text);
  const revive = (_key: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === 'number' && context?.source !== undefined ? numberOf(context.source) : value;
  return JSON.parse(text, revive);
}

function numberOf(source: string): number | WrittenNumber {
  const value = Number(source.replace(/^\+/, ''));
  const isJson = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(source);
  return Number.isNaN(value) || (isJson && String(value) !== source) ? new WrittenNumber(source) : value;
}

/** The files of one description and the references among them. Nothing is resolved before it is asked for. */
export class Documents {
  readonly root: Place;
  /** Files that could not be read hold `undefined`. */
  readonly #files = new Map<string, unknown>();
  readonly #names = new Map<string, ReadonlyMap<string, Place>>();

  constructor(file: string) {
    const path = resolve(file);
    this.root = { file: path, pointer: '', value: parseDescription(readFileSync(path, 'utf8'), path) };
    this.#files.set(path, this.root.value);
  }

  /** The files that were read, the root's first. */
  get files(): string[] {
    return [...this.#files].filter(([, value]) => value !== undefined).map(([file]) => file);
  }

  /** Where a reference leads; nothing when that is nowhere. */
  resolve(from: Place, reference: string): Place | undefined {
    const [target = '', fragment = ''] = reference.split(/#(.*)/s);
    const base = target === '' ? this.#whole(from.file) : this.#document(from, target);
    if (!base) return undefined;
    const name = decoded(fragment);
    if (name === '') return base;
    if (!name.startsWith('/')) return this.#namesOf(base.file).get(`#${name}`);
    let place: Place | undefined = base;
    for (const token of name.slice(1).split('/')) {
      // A pointer may lead through a reference.
      place = place && this.#step(place, token.replaceAll('~1', '/').replaceAll('~0', '~'));
    }
    return place;
  }

  #step(place: Place, key: string): Place | undefined {
    const here = child(place, key);
    if (here) return here;
    const reference = child(place, '$ref')?.value;
    const target = typeof reference === 'string' ? this.resolve(place, reference) : undefined;
    return target && target.value !== place.value ? child(target, key) : undefined;
  }

  #document(from: Place, target: string): Place | undefined {
    const named = this.#namesOf(from.file).get(target) ?? this.#namesOf(this.root.file).get(target);
    return named ?? this.#whole(resolve(dirname(from.file), decoded(target)));
  }

  #whole(file: string): Place | undefined {
    if (!this.#files.has(file)) this.#files.set(file, readOther(file));
    const value = this.#files.get(file);
    return value === undefined ? undefined : { file, pointer: '', value };
  }

  /** What `$id`, `$self`, `$anchor` and `$dynamicAnchor` name in a file; anchors begin with `#`. */
  #namesOf(file: string): ReadonlyMap<string, Place> {
    const known = this.#names.get(file);
    if (known) return known;
    const names = new Map<string, Place>();
    this.#names.set(file, names);
    const whole = this.#whole(file);
    const seen = new Set<unknown>();
    const pending = whole ? [whole] : [];
    for (let place = pending.pop(); place; place = pending.pop()) {
      if (typeof place.value !== 'object' || place.value === null || seen.has(place.value)) continue;
      seen.add(place.value);
      for (const key of ['$id', '$self']) {
        const id = child(place, key)?.value;
        if (typeof id === 'string') names.set(id, place);
      }
      for (const key of ['$anchor', '$dynamicAnchor']) {
        const anchor = child(place, key)?.value;
        if (typeof anchor === 'string' && !names.has(`#${anchor}`)) names.set(`#${anchor}`, place);
      }
      pending.push(...entries(place).map(([, value]) => value));
    }
    return names;
  }
}

function readOther(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return parseDescription(readFileSync(file, 'utf8'), file);
  } catch {
    return undefined;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function child(place: Place | undefined, key: string): Place | undefined {
  const value = place?.value;
  if (!place || typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const token = key.replaceAll('~', '~0').replaceAll('/', '~1');
  return { file: place.file, pointer: `${place.pointer}/${token}`, value: (value as Fields)[key] };
}

/** Fields and items alike, in their order. */
export function entries(place: Place | undefined): [string, Place][] {
  const value = place?.value;
  if (!place || (!isFields(value) && !Array.isArray(value))) return [];
  return Object.keys(value).flatMap((key) => {
    const one = child(place, key);
    return one ? [[key, one] as [string, Place]] : [];
  });
}

/** The text at a key; a number or a boolean that stands where text is due counts as its spelling. */
export function textAt(place: Place | undefined, key: string): string | undefined {
  const value = child(place, key)?.value;
  if (typeof value === 'string') return value;
  if (value instanceof WrittenNumber) return value.text;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
