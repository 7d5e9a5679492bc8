import { CLASSES, FIRST_ROW_CLASS, type PostingClass, type RowRecord, type TermPart, undelta } from './format.ts';
import { isSingleLetter, type OpenIndex } from './open-index.ts';
import type { Query } from './query.ts';
import { isOneSlip } from './slip.ts';
import { pairsOf, type Word } from './words.ts';

/** What a whole term is worth where it stands, and what only its beginning is. */
const WORTH: { readonly [name in PostingClass]: readonly [whole: number, beginning: number] } = {
  whole: [100, 70],
  rowWhole: [95, 58],
  title: [60, 45],
  name: [50, 38],
  rowName: [50, 36],
  tag: [25, 18],
  text: [12, 8],
  rowText: [12, 8],
};
/** What a word with a slip in it is worth beside the right one. */
const SLIP = 0.6;
const SHORTEST_WITH_SLIP = 4;
/** A slip can mean several words. */
const MOST_SLIPS = 8;

/** What one word of a query was found in, each with its worth. */
export interface Matches {
  readonly pages: Map<number, number>;
  /** By the row's own words, for the same row stands in several parts. */
  readonly rows: Map<string, RowMatch>;
  /** The words that were meant, where the one that was typed has a slip in it. */
  readonly meant: readonly string[];
}

export interface RowMatch {
  readonly record: RowRecord;
  readonly pages: readonly number[];
  readonly worth: number;
}

/** Finds each word of a query by itself: words may lie in different parts. */
export async function matchWords(index: OpenIndex, query: Query): Promise<Matches[]> {
  const wholes = await Promise.all(query.wholes.map(({ term }) => matchTerm(index, term)));
  return Promise.all(
    query.words.map(async (word, place) => {
      const names = wholes.filter((_, at) => {
        const { from = 0, to = 0 } = query.wholes[at] ?? {};
        return from <= place && place < to;
      });
      const found = joined([await matchWord(index, word), ...names]);
      const isKnown = found.pages.size > 0 || found.rows.size > 0;
      return isKnown || word.isDense || word.text.length < SHORTEST_WITH_SLIP ? found : matchSlips(index, word.text);
    }),
  );
}

async function matchWord(index: OpenIndex, { text, parts, isDense }: Word): Promise<Matches> {
  if (isDense) {
    const pairs = await Promise.all(pairsOf(text).map((pair) => matchTerm(index, pair)));
    return joined([common(pairs), ...(pairs.length > 1 ? [await matchTerm(index, text)] : [])]);
  }
  const whole = await matchTerm(index, text);
  if (parts.length === 0) return whole;
  return joined([whole, common(await Promise.all(parts.map((part) => matchTerm(index, part))))]);
}

async function matchSlips(index: OpenIndex, text: string): Promise<Matches> {
  const words = await index.wordsAround(text.length);
  const meant = words.filter((word) => isOneSlip(word, text)).slice(0, MOST_SLIPS);
  const found = joined(await Promise.all(meant.map((word) => matchTerm(index, word))));
  const less = new Map([...found.pages].map(([page, worth]) => [page, worth * SLIP]));
  const rows = new Map([...found.rows].map(([key, row]) => [key, { ...row, worth: row.worth * SLIP }]));
  return { pages: less, rows, meant };
}

/** What a term, or one that begins with it, was found in. */
async function matchTerm(index: OpenIndex, term: string): Promise<Matches> {
  const pages = new Map<number, number>();
  const rows = new Map<string, RowMatch>();
  for (const part of await index.termParts(term)) {
    const isWhole = isSingleLetter(term);
    for (let at = firstFrom(part.terms, term); at < part.terms.length; at += 1) {
      const found = part.terms[at] ?? '';
      if (isWhole ? found !== term : !found.startsWith(term)) break;
      take(part, at, found === term ? 0 : 1, { pages, rows });
    }
  }
  return { pages, rows, meant: [] };
}

function take(part: TermPart, at: number, form: 0 | 1, { pages, rows }: Pick<Matches, 'pages' | 'rows'>): void {
  part.postings[at]?.forEach((steps, place) => {
    const name = CLASSES[place];
    if (name === undefined) return;
    const worth = WORTH[name][form];
    for (const target of undelta(steps)) {
      if (place < FIRST_ROW_CLASS) {
        if ((pages.get(target) ?? 0) < worth) pages.set(target, worth);
        continue;
      }
      const record = part.rows[target];
      if (!record) continue;
      const key = rowKey(record);
      if ((rows.get(key)?.worth ?? 0) < worth) rows.set(key, { record, pages: undelta(record[4]), worth });
    }
  });
}

function rowKey([name, id, kind, text]: RowRecord): string {
  return `${kind} ${id}\n${name}\n${text}`;
}

/** All that at least one of them has, with the best worth. */
function joined(all: readonly Matches[]): Matches {
  const pages = new Map<number, number>();
  const rows = new Map<string, RowMatch>();
  for (const one of all) {
    for (const [page, worth] of one.pages) if ((pages.get(page) ?? 0) < worth) pages.set(page, worth);
    for (const [key, row] of one.rows) if ((rows.get(key)?.worth ?? 0) < row.worth) rows.set(key, row);
  }
  return { pages, rows, meant: [] };
}

/** What all of them have, with the mean of what it is worth to each. */
function common([first, ...others]: readonly Matches[]): Matches {
  const pages = new Map(first?.pages);
  const rows = new Map(first?.rows);
  for (const [page, worth] of pages) {
    const worths = others.map((other) => other.pages.get(page));
    if (worths.some((one) => one === undefined)) pages.delete(page);
    else pages.set(page, worths.reduce((sum: number, one) => sum + (one ?? 0), worth) / (others.length + 1));
  }
  for (const [key, row] of rows) {
    const worths = others.map((other) => other.rows.get(key)?.worth);
    if (worths.some((one) => one === undefined)) rows.delete(key);
    else {
      const worth = worths.reduce((sum: number, one) => sum + (one ?? 0), row.worth) / (others.length + 1);
      rows.set(key, { ...row, worth });
    }
  }
  return { pages, rows, meant: [] };
}

/** The place of the first of the sorted terms that doesn't sort before this one. */
function firstFrom(sorted: readonly string[], term: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
