import { type Manifest, PAGES_PER_PART, type PageRecord, type TermPart } from './format.ts';

/** Reads one file of an index. @throws where it can't be read */
export type ReadFile = (name: string) => Promise<unknown>;

/** A short beginning is looked up in so many parts at most: whoever typed two letters types a third. */
const MOST_PARTS_READ = 6;

/** An index whose files are read as they are needed, each once. */
export class OpenIndex {
  readonly manifest: Manifest;
  readonly #read: ReadFile;
  readonly #files = new Map<string, Promise<unknown>>();

  constructor(manifest: Manifest, read: ReadFile) {
    this.manifest = manifest;
    this.#read = read;
  }

  /** The parts that hold the terms with this beginning; one that is no longer than a letter stands for itself alone. */
  async termParts(beginning: string): Promise<TermPart[]> {
    const { terms } = this.manifest;
    if (terms.length === 0) return [];
    const first = Math.max(0, lastNotAfter(terms, beginning));
    const isWhole = isSingleLetter(beginning);
    const last = isWhole ? first : lastNotAfter(terms, `${beginning}\uffff`);
    const numbers = Array.from({ length: Math.min(last - first + 1, MOST_PARTS_READ) }, (_, index) => first + index);
    return Promise.all(numbers.map((number) => this.file<TermPart>(`t${number}.json`)));
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

  /** Reads what isn't read yet, so that the search goes on without a network. */
  async readAll(): Promise<void> {
    const { terms, pages, lengths } = this.manifest;
    const names = [
      ...terms.map((_, number) => `t${number}.json`),
      ...Array.from({ length: Math.ceil(pages / PAGES_PER_PART) }, (_, number) => `p${number}.json`),
      ...lengths.map((length) => `w${length}.json`),
    ];
    await Promise.all(names.map((name) => this.file(name)));
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
