import { type Manifest, PAGES_PER_PART, type PageRecord, type RowRecord, type TermPart, undelta } from './format.ts';

/** Reads one file of an index. @throws where it can't be read */
export type ReadFile = (name: string) => Promise<unknown>;

/** A short beginning is looked up in so many parts at most: whoever typed two letters types a third. */
const MOST_PARTS_READ = 6;
/** An index of so many characters at most is small. */
const SMALL = 400_000;
/** So many files of pages are read ahead at most: a thousand pages, and of a small index all. */
const MOST_PAGES_AHEAD = 8;
/** So many files are read ahead at a time: what a reader waits for has the other connections. */
const AHEAD_AT_ONCE = 3;

/** A place with all pages that have it. It is one, in whatever parts it stands. */
export interface Place {
  readonly record: RowRecord;
  readonly pages: readonly number[];
}

/** Terms in their order, each with where it stands. */
export interface OpenPart {
  readonly terms: TermPart['terms'];
  readonly postings: TermPart['postings'];
  /** @param row - the number of a row in this part */
  placeOf(row: number): Place | undefined;
}

/** An index whose files are read as they are needed, each once. */
export class OpenIndex {
  readonly manifest: Manifest;
  readonly #read: ReadFile;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #parts = new WeakMap<TermPart, OpenPart>();
  /** By the row's own words, for the same row stands in several parts. */
  readonly #places = new Map<string, Place>();
  #isAsked = false;

  constructor(manifest: Manifest, read: ReadFile) {
    this.manifest = manifest;
    this.#read = read;
  }

  /** The parts that hold the terms with this beginning; one that is no longer than a letter stands for itself alone. */
  async termParts(beginning: string): Promise<OpenPart[]> {
    const { terms } = this.manifest;
    this.#isAsked = true;
    if (terms.length === 0) return [];
    const first = Math.max(0, lastNotAfter(terms, beginning));
    const isWhole = isSingleLetter(beginning);
    const last = isWhole ? first : lastNotAfter(terms, `${beginning}\uffff`);
    const numbers = Array.from({ length: Math.min(last - first + 1, MOST_PARTS_READ) }, (_, index) => first + index);
    return Promise.all(numbers.map(async (number) => this.#open(await this.file<TermPart>(`t${number}.json`))));
  }

  #open(part: TermPart): OpenPart {
    const known = this.#parts.get(part);
    if (known) return known;
    const { terms, postings, rows } = part;
    const places: Place[] = [];
    const placeOf = (row: number): Place | undefined => {
      const record = rows[row];
      const place = places[row] ?? (record && this.#placeOf(record));
      if (place) places[row] = place;
      return place;
    };
    const opened = { terms, postings, placeOf };
    this.#parts.set(part, opened);
    return opened;
  }

  #placeOf(record: RowRecord): Place {
    const [name, id, kind, text, pages] = record;
    const key = `${kind} ${id}\n${name}\n${text}`;
    const known = this.#places.get(key);
    if (known) return known;
    const place = { record, pages: undelta(pages) };
    this.#places.set(key, place);
    return place;
  }

  /** The pages of these numbers. */
  async pages(numbers: Iterable<number>): Promise<ReadonlyMap<number, PageRecord>> {
    const wanted = [...new Set(numbers)];
    const parts = new Map<number, readonly PageRecord[]>();
    await Promise.all(
      [...new Set(wanted.map((number) => Math.floor(number / PAGES_PER_PART)))].map(async (part) => {
        parts.set(part, await this.file<readonly PageRecord[]>(`p${part}.json`));
      }),
    );
    return new Map(
      wanted.flatMap((number) => {
        const page = parts.get(Math.floor(number / PAGES_PER_PART))?.[number % PAGES_PER_PART];
        return page ? [[number, page] as const] : [];
      }),
    );
  }

  /** The words of names that are this long, one more or one less. */
  async wordsAround(length: number): Promise<string[]> {
    const { lengths } = this.manifest;
    const wanted = lengths.filter((from, at) => from <= length + 1 && (lengths[at + 1] ?? Infinity) > length - 1);
    const lists = await Promise.all(wanted.map((one) => this.file<string>(`w${one}.json`)));
    return lists.flatMap((list) => list.split(' '));
  }

  /**
   * Reads the pages, which every search names in the end, until it is asked for some: a search knows which it needs, and
   * has the network to itself. Of a small index it reads all, so that the search goes on without a network.
   */
  async readAhead(): Promise<void> {
    const { terms, pages, lengths, size } = this.manifest;
    const isSmall = size <= SMALL;
    const pageFiles = Math.min(Math.ceil(pages / PAGES_PER_PART), isSmall ? Infinity : MOST_PAGES_AHEAD);
    const names = [
      ...Array.from({ length: pageFiles }, (_, number) => `p${number}.json`),
      ...lengths.map((length) => `w${length}.json`),
      ...(isSmall ? terms.map((_, number) => `t${number}.json`) : []),
    ].values();
    const read = async (): Promise<void> => {
      for (const name of names) {
        if (this.#isAsked && !isSmall) return;
        await this.file(name);
      }
    };
    await Promise.all(Array.from({ length: AHEAD_AT_ONCE }, read));
  }

  /** What a page is: its kind and its API, as numbers. */
  rangeOf(page: number): { readonly kind: number; readonly api: number } {
    const { ranges } = this.manifest;
    let low = 0;
    let high = ranges.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((ranges[middle]?.[0] ?? 0) <= page) low = middle;
      else high = middle - 1;
    }
    const [, kind = 0, api = -1] = ranges[low] ?? [];
    return { kind, api };
  }

  async file<Content>(name: string): Promise<Content> {
    const known = this.#files.get(name);
    if (known) return known as Promise<Content>;
    const reading = this.#read(name);
    this.#files.set(name, reading);
    // The next search tries again.
    reading.catch(() => this.#files.delete(name));
    return reading as Promise<Content>;
  }
}

/** A letter or a digit by itself is a name such as `n`: what begins with it would be half the site. */
export function isSingleLetter(term: string): boolean {
  return term.length === 1 && /^[\p{Script=Latin}\p{N}]$/u.test(term);
}

/** The place of the last of the sorted texts that doesn't sort after this one; -1 where all do. */
function lastNotAfter(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') <= text) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
