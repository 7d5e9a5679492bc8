import { CLASSES, FIRST_ROW_CLASS, type PostingClass } from './format.ts';
import { isSingleLetter, type OpenIndex, type OpenPart, type Place } from './open-index.ts';
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

/** Two words of two characters have three pairs. */
const FEWEST_PAIRS = 3;
/** What has a single pair of several isn't meant. */
const FEWEST_FOUND = 2;

/** What one word of a query was found in. */
export interface Matches {
  /** By the number of the page what it is worth; 0 where it has none of it. */
  readonly pages: Float64Array;
  readonly places: ReadonlyMap<Place, number>;
  readonly isEmpty: boolean;
  /** The words that were meant, where the one that was typed has a slip in it. */
  readonly meant: readonly string[];
}

/** Finds each word of a query by itself: words may lie in different parts, which are asked for all at once. */
export async function matchWords(index: OpenIndex, query: Query): Promise<Matches[]> {
  const [wholes, words] = await Promise.all([
    Promise.all(query.wholes.map(({ term }) => matchTerm(index, term))),
    Promise.all(query.words.map((word) => matchWord(index, word))),
  ]);
  return Promise.all(
    query.words.map(async (word, at) => {
      const names = wholes.filter((_, whole) => {
        const { from = 0, to = 0 } = query.wholes[whole] ?? {};
        return from <= at && at < to;
      });
      const found = joined(index, [...words.slice(at, at + 1), ...names]);
      const isShort = word.isDense || word.text.length < SHORTEST_WITH_SLIP;
      return found.isEmpty && !isShort ? matchSlips(index, word.text) : found;
    }),
  );
}

async function matchWord(index: OpenIndex, { text, parts, isDense }: Word): Promise<Matches> {
  const pieces = isDense ? pairsOf(text) : parts;
  const [whole, found] = await Promise.all([
    matchTerm(index, text),
    Promise.all(pieces.length > 1 ? pieces.map((piece) => matchTerm(index, piece)) : []),
  ]);
  if (found.length === 0) return whole;
  const both = common(index, found);
  const all = joined(index, isDense ? [both, whole] : [whole, both]);
  // Readers of these scripts type several words as one, and a pair that lies across two of them is nowhere.
  return all.isEmpty && isDense && found.length >= FEWEST_PAIRS ? most(index, found) : all;
}

async function matchSlips(index: OpenIndex, text: string): Promise<Matches> {
  const words = await index.wordsAround(text.length);
  const meant = words.filter((word) => isOneSlip(word, text)).slice(0, MOST_SLIPS);
  const found = joined(index, await Promise.all(meant.map((word) => matchTerm(index, word))));
  return {
    ...found,
    pages: found.pages.map((worth) => worth * SLIP),
    places: new Map([...found.places].map(([place, worth]) => [place, worth * SLIP])),
    meant,
  };
}

/** What a term, or one that begins with it, was found in. */
async function matchTerm(index: OpenIndex, term: string): Promise<Matches> {
  const found = nothing(index);
  const isWhole = isSingleLetter(term);
  for (const part of await index.termParts(term)) {
    for (let at = firstFrom(part.terms, term); at < part.terms.length; at += 1) {
      const one = part.terms[at] ?? '';
      if (isWhole ? one !== term : !one.startsWith(term)) break;
      take(part, at, one === term ? 0 : 1, found);
    }
  }
  return found;
}

/** Matches that are still being filled. */
interface Filling extends Matches {
  readonly places: Map<Place, number>;
  isEmpty: boolean;
}

function nothing(index: OpenIndex): Filling {
  return { pages: new Float64Array(index.manifest.pages), places: new Map(), isEmpty: true, meant: [] };
}

function take(part: OpenPart, at: number, form: 0 | 1, found: Filling): void {
  const { pages, places } = found;
  part.postings[at]?.forEach((steps, where) => {
    const name = CLASSES[where];
    if (name === undefined || steps.length === 0) return;
    found.isEmpty = false;
    const worth = WORTH[name][form];
    let target = 0;
    for (const step of steps) {
      target += step;
      if (where < FIRST_ROW_CLASS) {
        if ((pages[target] ?? 0) < worth) pages[target] = worth;
        continue;
      }
      const place = part.placeOf(target);
      if (place && (places.get(place) ?? 0) < worth) places.set(place, worth);
    }
  });
}

/** All that at least one of them has, with the best worth. */
function joined(index: OpenIndex, all: readonly Matches[]): Matches {
  const [first, ...others] = all.filter(({ isEmpty }) => !isEmpty);
  if (!first) return nothing(index);
  if (others.length === 0) return first;
  const pages = first.pages.slice();
  const places = new Map(first.places);
  for (const other of others) {
    for (let page = 0; page < pages.length; page += 1) {
      pages[page] = Math.max(pages[page] ?? 0, other.pages[page] ?? 0);
    }
    for (const [place, worth] of other.places) if ((places.get(place) ?? 0) < worth) places.set(place, worth);
  }
  return { pages, places, isEmpty: false, meant: [] };
}

/** What all of them have, with the mean of what it is worth to each. */
function common(index: OpenIndex, all: readonly Matches[]): Matches {
  const found = nothing(index);
  const [first, ...others] = all;
  if (!first || all.some(({ isEmpty }) => isEmpty)) return found;
  const mean = (own: number, worthOf: (other: Matches) => number | undefined): number => {
    let sum = own;
    for (const other of others) {
      const worth = worthOf(other) ?? 0;
      if (worth === 0) return 0;
      sum += worth;
    }
    return sum / all.length;
  };
  first.pages.forEach((own, page) => {
    if (own > 0) found.pages[page] = mean(own, ({ pages }) => pages[page]);
  });
  for (const [place, own] of first.places) {
    const worth = mean(own, ({ places }) => places.get(place));
    if (worth > 0) found.places.set(place, worth);
  }
  return filled(found);
}

/** What the most of them have, with the mean of what it is worth to each. */
function most(index: OpenIndex, all: readonly Matches[]): Matches {
  const found = nothing(index);
  const pageCounts = new Uint8Array(index.manifest.pages);
  const placeCounts = new Map<Place, number>();
  let highest = FEWEST_FOUND;
  for (const { pages, places } of all) {
    pages.forEach((worth, page) => {
      if (worth === 0) return;
      pageCounts[page] = (pageCounts[page] ?? 0) + 1;
      found.pages[page] = (found.pages[page] ?? 0) + worth / all.length;
    });
    for (const [place, worth] of places) {
      placeCounts.set(place, (placeCounts.get(place) ?? 0) + 1);
      found.places.set(place, (found.places.get(place) ?? 0) + worth / all.length);
    }
  }
  for (const count of [...pageCounts, ...placeCounts.values()]) highest = Math.max(highest, count);
  pageCounts.forEach((count, page) => {
    if (count < highest) found.pages[page] = 0;
  });
  for (const [place, count] of placeCounts) if (count < highest) found.places.delete(place);
  return filled(found);
}

/** Matches that nothing is added to any more. */
function filled(found: Filling): Matches {
  return { ...found, isEmpty: found.places.size === 0 && found.pages.every((worth) => worth === 0) };
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
