import { STATUS_PHRASES } from '../model/status-phrases.ts';
import { shortHash } from '../views/slugs.ts';
import { PAGE_KINDS, ROW_KINDS, type SearchPage, type SearchRow } from './entries.ts';
import {
  CLASSES,
  deltas,
  FIRST_ROW_CLASS,
  type Manifest,
  PAGES_PER_PART,
  type PageRecord,
  type PostingClass,
  type RowRecord,
  type TermPart,
} from './format.ts';
import { fold, termsOf, wholeTerm, wordsOf } from './words.ts';

/** The size of a part of terms, in characters: some 6 kB on the wire. */
const PART_SIZE = 24_000;
/** A larger index has larger parts, so that the first file, which names them, stays small. */
const MOST_PARTS = 1_500;
/** A term names so many pages and places at most, the first ones: who types only `id` looks for none of the others. */
const MOST_PAGES = 3_000;
const MOST_ROWS = 400;
/** A text of a result is cut, since it is only shown in one line. */
const LONGEST_TEXT = 120;
/** As much of what is said of a place is searched: its first sentence, about. */
const SEARCHED_TEXT = 60;
/** The size of a list of words, in characters. */
const LIST_SIZE = 8_000;
const SHORTEST_LISTED = 3;
const LONGEST_LISTED = 24;

/** The files of one index, by their names in its folder, and what its first file says of them. */
export interface BuiltIndex {
  readonly manifest: Pick<Manifest, 'folder' | 'ranges' | 'pages' | 'terms' | 'lengths' | 'size'>;
  readonly files: ReadonlyMap<string, string>;
}

/** @param pages - those of one API and kind stand together @param apis - the ids of the APIs, in the manifest's order */
export function buildIndex(pages: readonly SearchPage[], apis: readonly string[]): BuiltIndex {
  const collected = new Collected();
  pages.forEach((page, number) => {
    collected.add(page, number);
  });
  const files = new Map<string, string>();
  for (let start = 0; start < pages.length; start += PAGES_PER_PART) {
    const part = pages.slice(start, start + PAGES_PER_PART).map(pageRecord);
    files.set(`p${start / PAGES_PER_PART}.json`, JSON.stringify(part));
  }
  const { parts, starts } = collected.cut();
  parts.forEach((part, number) => {
    files.set(`t${number}.json`, JSON.stringify(part));
  });
  const lists = collected.wordLists();
  for (const [length, words] of lists) files.set(`w${length}.json`, JSON.stringify(words));
  const ranges: [number, number, number][] = [];
  pages.forEach(({ kind, api }, number) => {
    const range = [PAGE_KINDS.indexOf(kind), api === undefined ? -1 : apis.indexOf(api)] as const;
    const last = ranges.at(-1);
    if (last?.[1] !== range[0] || last[2] !== range[1]) ranges.push([number, ...range]);
  });
  const all = [...files.values()];
  return {
    manifest: {
      folder: shortHash(all.join('\n')),
      ranges,
      pages: pages.length,
      terms: starts,
      lengths: [...lists.keys()],
      size: all.reduce((sum, text) => sum + text.length, 0),
    },
    files,
  };
}

/** The title, method and path of an operation, and the name of a schema, say enough. */
function isTold({ kind }: SearchPage): boolean {
  return kind !== 'operation' && kind !== 'webhook' && kind !== 'schema';
}

function pageRecord(page: SearchPage): PageRecord {
  const { title, path, deprecated, method, endpoint, name } = page;
  const text = isTold(page) ? page.text : '';
  const short = text.length <= LONGEST_TEXT ? text : `${[...text].slice(0, LONGEST_TEXT - 1).join('')}…`;
  const record: PageRecord = [title, path, short, deprecated ? 1 : 0];
  // A passage tells its guide where an operation tells its path.
  if (page.guide !== undefined) return [...record, '', page.guide === title ? '' : page.guide] as unknown as PageRecord;
  return method === undefined ? record : ([...record, method, endpoint ?? '', name ?? ''] as unknown as PageRecord);
}

/** The order of UTF-16 units, which the search compares by too. */
function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Words that every English text has; in names they count. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be been by can for from has have if in is it its of on or that the their this to was when which will with you your'.split(
    ' ',
  ),
);

const NO_TERMS: ReadonlySet<string> = new Set();

interface CollectedRow {
  readonly record: readonly [name: string, id: string, kind: number, text: string];
  /** Each once, ascending. */
  readonly pages: number[];
}

/** What a text is found by: all of it as one term, and each of its terms. */
interface Terms {
  readonly whole: string;
  readonly each: ReadonlySet<string>;
}

class Collected {
  readonly postings = new Map<string, number[][]>();
  readonly rows: CollectedRow[] = [];
  readonly rowNumbers = new Map<string, number>();
  /** Words of names and titles, by length. */
  readonly words = new Map<number, Set<string>>();
  /** A name or a sentence stands at many places. */
  readonly terms = new Map<string, Terms>();

  add(page: SearchPage, number: number): void {
    const { title, name = '', endpoint = '', method = '', tags, text, rows } = page;
    const [titleWords, nameWords, pathWords] = [wordsOf(title), wordsOf(name), wordsOf(endpoint)];
    const seen = new Set<string>();
    const put = (terms: Iterable<string>, where: PostingClass): void => {
      for (const term of terms) {
        if (term === '' || seen.has(term)) continue;
        seen.add(term);
        this.post(term, where, number);
      }
    };
    if (page.kind === 'passage') {
      // The heading and the guide are found by themselves.
      const context = wordsOf(`${title} ${page.guide ?? ''}`);
      put(new Set([...termsOf(wordsOf(text)), ...termsOf(context)].filter((term) => !STOP_WORDS.has(term))), 'text');
      return;
    }
    put([wholeTerm(titleWords), wholeTerm(nameWords)], 'whole');
    this.list([titleWords, nameWords, pathWords].map(termsOf));
    put(termsOf(titleWords), 'title');
    put([...termsOf(nameWords), ...termsOf(pathWords), fold(method)], 'name');
    put(termsOf(tags.flatMap(wordsOf)), 'tag');
    put(new Set([...termsOf(wordsOf(text))].filter((term) => !STOP_WORDS.has(term))), 'text');
    for (const row of rows) this.addRow(row, number);
  }

  addRow({ name, id, kind, text }: SearchRow, page: number): void {
    const key = `${kind} ${name.length} ${id.length} ${name}${id}${text}`;
    const known = this.rowNumbers.get(key);
    if (known !== undefined) {
      const pages = this.rows[known]?.pages;
      if (pages?.at(-1) !== page) pages?.push(page);
      return;
    }
    const number = this.rows.length;
    this.rowNumbers.set(key, number);
    this.rows.push({ record: [name, id, ROW_KINDS.indexOf(kind), text], pages: [page] });
    const { whole, each } = this.termsIn(name);
    this.list([each]);
    if (whole !== '') this.post(whole, 'rowWhole', number);
    for (const term of each) if (term !== whole) this.post(term, 'rowName', number);
    // Readers know an error by the name that servers give it, whatever the description calls it.
    const phrase = kind === 'code' ? this.termsIn(STATUS_PHRASES.get(Number(name)) ?? '').each : NO_TERMS;
    this.list([phrase]);
    for (const term of phrase) this.post(term, 'rowName', number);
    for (const term of this.termsIn(text.slice(0, SEARCHED_TEXT)).each) {
      if (STOP_WORDS.has(term)) continue;
      if (term !== whole && !each.has(term) && !phrase.has(term)) this.post(term, 'rowText', number);
    }
  }

  termsIn(text: string): Terms {
    const known = this.terms.get(text);
    if (known) return known;
    const words = wordsOf(text);
    const terms = { whole: wholeTerm(words), each: termsOf(words) };
    this.terms.set(text, terms);
    return terms;
  }

  post(term: string, where: PostingClass, target: number): void {
    let lists = this.postings.get(term);
    if (!lists) {
      lists = CLASSES.map(() => []);
      this.postings.set(term, lists);
    }
    const place = CLASSES.indexOf(where);
    const list = lists[place];
    if (list && list.length < (place < FIRST_ROW_CLASS ? MOST_PAGES : MOST_ROWS)) list.push(target);
  }

  list(sets: readonly ReadonlySet<string>[]): void {
    for (const terms of sets) {
      for (const term of terms) {
        if (term.length < SHORTEST_LISTED || term.length > LONGEST_LISTED || !/^[a-z]+$/.test(term)) continue;
        const same = this.words.get(term.length);
        if (same) same.add(term);
        else this.words.set(term.length, new Set([term]));
      }
    }
  }

  /** The words by the least length in each list; short lists are one. */
  wordLists(): ReadonlyMap<number, string> {
    const lists = new Map<number, string>();
    let list = 0;
    for (const length of [...this.words.keys()].sort((a, b) => a - b)) {
      const words = [...(this.words.get(length) ?? [])].sort(byUnits).join(' ');
      const before = lists.get(list);
      if (before !== undefined && before.length + words.length < LIST_SIZE) lists.set(list, `${before} ${words}`);
      else {
        list = length;
        lists.set(list, words);
      }
    }
    return lists;
  }

  /** Cuts the sorted terms into parts, each with the places that its terms name. */
  cut(): { parts: TermPart[]; starts: string[] } {
    const terms = [...this.postings.keys()].sort(byUnits);
    const sizes = this.rows.map(({ record, pages }) => JSON.stringify(record).length + 3 * pages.length);
    const sizeOf = (term: string): number =>
      (this.postings.get(term) ?? []).reduce(
        (sum, list, index) =>
          sum +
          4 * list.length +
          (index < FIRST_ROW_CLASS ? 0 : list.reduce((rows, row) => rows + (sizes[row] ?? 0), 0)),
        term.length + 10,
      );
    const weights = terms.map(sizeOf);
    const full = Math.max(PART_SIZE, weights.reduce((sum, weight) => sum + weight, 0) / MOST_PARTS);
    const groups: string[][] = [];
    let size = 0;
    terms.forEach((term, index) => {
      const weight = weights[index] ?? 0;
      const last = groups.at(-1);
      if (last && size + weight <= full) last.push(term);
      else groups.push([term]);
      size = last && size + weight <= full ? size + weight : weight;
    });
    const starts = groups.map(([first = ''], index) => between(groups[index - 1]?.at(-1) ?? '', first));
    return { parts: groups.map((group) => this.part(group)), starts };
  }

  part(terms: readonly string[]): TermPart {
    const lists = terms.map((term) => this.postings.get(term) ?? []);
    const used = [...new Set(lists.flatMap((of) => of.slice(FIRST_ROW_CLASS).flat()))].sort((a, b) => a - b);
    const places = new Map(used.map((row, index) => [row, index]));
    return {
      terms,
      postings: lists.map((of) => {
        const written = of.map((list, index) =>
          deltas(index < FIRST_ROW_CLASS ? list : list.map((row) => places.get(row) ?? 0)),
        );
        while (written.at(-1)?.length === 0) written.pop();
        return written;
      }),
      rows: used.flatMap((row): RowRecord[] => {
        const found = this.rows[row];
        return found ? [[...found.record, deltas(found.pages)]] : [];
      }),
    };
  }
}

/** The shortest beginning of `first` that sorts after `before`. */
function between(before: string, first: string): string {
  let length = 1;
  while (length < first.length && first.slice(0, length) <= before) length += 1;
  return first.slice(0, length);
}
