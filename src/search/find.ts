import { PAGE_KINDS, ROW_KINDS } from './entries.ts';
import type { PageRecord, RowRecord } from './format.ts';
import { type Matches, matchWords } from './match.ts';
import type { OpenIndex } from './open-index.ts';
import { pathShare } from './path-share.ts';
import type { Query } from './query.ts';
import { fold, pairsOf, wholeTerm, wordsOf } from './words.ts';

/** What results are listed under, in their order where the best of two are worth the same. */
export const GROUPS = ['operations', 'fields', 'values', 'schemas', 'overview', 'guides'] as const;
export type GroupName = (typeof GROUPS)[number];

/** One result: a page, or a place on one. */
export interface Hit {
  readonly group: GroupName;
  readonly page: PageRecord;
  readonly row?: RowRecord;
  /** The place of the page's kind among `PAGE_KINDS`. */
  readonly kind: number;
  /** The number of its API in the index; -1 for guides. */
  readonly api: number;
  readonly worth: number;
  /** On so many more pages the same place is there. */
  readonly more: number;
}

export interface Group {
  readonly name: GroupName;
  readonly hits: readonly Hit[];
  /** How many there are, of which the first are `hits`. */
  readonly count: number;
}

export interface Found {
  readonly groups: readonly Group[];
  readonly count: number;
  /** The words that the results have, folded, for the marks. */
  readonly words: readonly string[];
}

export interface FindOptions {
  /** So many of each group. */
  readonly limit: number;
  /** The API that is read: its results come first among equals. */
  readonly here?: number;
  /** APIs that are searched elsewhere. */
  readonly without?: ReadonlySet<number>;
}

/** The same place on so many pages is listed once for each; on more, once for all. */
const MOST_PLACES = 6;
/** So many more than are shown are looked at closely. */
const CLOSER_LOOK = 2;
/** What belongs to the API that is read, and what an operation is worth above others. */
const HERE = 6;
const KIND_WORTH: { readonly [name in GroupName]: number } = {
  operations: 16,
  fields: 4,
  values: 2,
  guides: 1,
  overview: 0,
  schemas: 0,
};

/** What an operation is worth more that has the path that was typed, or the method. */
const PATH = 60;
const METHOD = 8;
const METHOD_ALONE = 80;
/** What a value is worth less than a field of its name. */
const VALUE = 25;

interface Candidate {
  readonly group: GroupName;
  readonly page: number;
  readonly row?: RowRecord;
  readonly kind: number;
  readonly api: number;
  readonly more: number;
  worth: number;
}

/** Finds what has all words; where nothing has, what has most of them. */
export async function find(index: OpenIndex, query: Query, options: FindOptions): Promise<Found> {
  const matches = await matchWords(index, query);
  const looked = withMostWords(index, matches, options);
  const pages = await index.pages([...looked.values()].flatMap(({ best }) => best.map(({ page }) => page)));
  const groups = [...looked].map(([name, { count, best }]): Group => {
    for (const one of best) one.worth += closeWorth(query, pages.get(one.page), one.row);
    const addresses = new Set<string>();
    const hits = best.sort(byWorth).flatMap(({ page: number, ...rest }): Hit[] => {
      const page = pages.get(number);
      if (!page) return [];
      // A heading and the passages below it are one place.
      const address = rest.row ? `${page[1]}#${rest.row[1]}` : page[1];
      if (name === 'guides' && addresses.has(address)) return [];
      addresses.add(address);
      return [{ ...rest, page }];
    });
    return { name, hits: hits.slice(0, options.limit), count };
  });
  groups.sort((a, b) => (b.hits[0]?.worth ?? 0) - (a.hits[0]?.worth ?? 0));
  return {
    groups,
    count: groups.reduce((sum, { count }) => sum + count, 0),
    words: [
      ...query.words.flatMap(({ text, parts, isDense }) => (isDense ? pairsOf(text) : [text, ...parts])),
      ...matches.flatMap(({ meant }) => meant),
    ],
  };
}

function byWorth(a: Candidate, b: Candidate): number {
  return b.worth - a.worth || a.page - b.page;
}

interface Looked {
  count: number;
  /** At most so many as are looked at closely. */
  readonly best: Candidate[];
}

/** What has the most of the words, by group; the groups that have any in their order. */
function withMostWords(
  index: OpenIndex,
  matches: readonly Matches[],
  { limit, here, without }: FindOptions,
): ReadonlyMap<GroupName, Looked> {
  const counted = countWords(index, matches);
  const places = gather(matches);
  let most = 0;
  for (const words of counted.words) most = Math.max(most, words);
  for (const { words } of places) most = Math.max(most, words);
  const all = new Map(GROUPS.map((group): [GroupName, Looked] => [group, { count: 0, best: [] }]));
  const add = (page: number, own: number, more: number, row: RowRecord | undefined): void => {
    const { kind, api } = index.rangeOf(page);
    if (without?.has(api)) return;
    const group = row ? groupOfRow(row[2]) : groupOfPage(kind);
    const looked = all.get(group);
    if (!looked) return;
    looked.count += 1;
    const worth = own + KIND_WORTH[group] + (api === here ? HERE : 0);
    const { best } = looked;
    // Of two that are worth the same the first one stays before the other.
    let at = best.length;
    for (; at > 0; at -= 1) {
      const before = best[at - 1];
      if (before && (before.worth > worth || (before.worth === worth && before.page <= page))) break;
    }
    if (at === CLOSER_LOOK * limit) return;
    best.splice(at, 0, { group, page, kind, api, more, worth, ...(row ? { row } : {}) });
    if (best.length > CLOSER_LOOK * limit) best.pop();
  };
  // A page that has all words is a result; with fewer there is none with more.
  counted.words.forEach((words, page) => {
    if (words === most && words > 0) add(page, counted.worths[page] ?? 0, 0, undefined);
  });
  for (const { record, pages: on, words } of places) {
    if (words !== most) continue;
    const isMany = on.length > MOST_PLACES;
    for (const { page, worth } of isMany ? on.slice(0, 1) : on) add(page, worth, isMany ? on.length - 1 : 0, record);
  }
  return new Map([...all].filter(([, { count }]) => count > 0));
}

/** How many words each page has, and what they are worth there. */
function countWords({ manifest }: OpenIndex, matches: readonly Matches[]) {
  const words = new Uint8Array(manifest.pages);
  const worths = new Float64Array(manifest.pages);
  for (const { pages } of matches) {
    for (let page = 0; page < pages.length; page += 1) {
      const worth = pages[page] ?? 0;
      if (worth === 0) continue;
      words[page] = (words[page] ?? 0) + 1;
      worths[page] = (worths[page] ?? 0) + worth / matches.length;
    }
  }
  return { words, worths };
}

interface MatchedPlace {
  readonly record: RowRecord;
  /** Those pages whose own words help most come first. */
  readonly pages: readonly { readonly page: number; readonly worth: number }[];
  readonly words: number;
}

/** How many words each place has: those of its page too, once it has one itself. */
function gather(matches: readonly Matches[]): MatchedPlace[] {
  const found = new Set(matches.flatMap(({ places }) => [...places.keys()]));
  const places: MatchedPlace[] = [];
  for (const place of found) {
    const own = matches.map((match) => match.places.get(place));
    const byCount = new Map<number, { page: number; worth: number }[]>();
    for (const page of place.pages) {
      let words = 0;
      let sum = 0;
      for (let at = 0; at < matches.length; at += 1) {
        // A word that only the page has is worth less here.
        const worth = own[at] ?? 0.7 * (matches[at]?.pages[page] ?? 0);
        if (worth === 0) continue;
        words += 1;
        sum += worth;
      }
      const same = byCount.get(words);
      const one = { page, worth: sum / matches.length };
      if (same) same.push(one);
      else byCount.set(words, [one]);
    }
    for (const [words, list] of byCount) {
      places.push({ record: place.record, words, pages: list.sort((a, b) => b.worth - a.worth || a.page - b.page) });
    }
  }
  return places;
}

function groupOfPage(kind: number): GroupName {
  switch (PAGE_KINDS[kind]) {
    case 'operation':
    case 'webhook':
      return 'operations';
    case 'schema':
      return 'schemas';
    case 'guide':
    case 'passage':
      return 'guides';
    default:
      return 'overview';
  }
}

function groupOfRow(kind: number): GroupName {
  switch (ROW_KINDS[kind]) {
    case 'value':
    case 'code':
      return 'values';
    case 'heading':
      return 'guides';
    default:
      return 'fields';
  }
}

/** What only shows in the words themselves: how much of the name was typed, and whether it stands there in one piece. */
function closeWorth(query: Query, page: PageRecord | undefined, row: RowRecord | undefined): number {
  if (!page) return 0;
  const [title, , , deprecated, method = '', endpoint = '', name = ''] = page;
  const typed = wholeTerm(query.words);
  const named = row ? [row[0]] : [title, name, endpoint];
  const lengths = named.flatMap((one) => {
    const whole = wordsOf(one)
      .map(({ text }) => text)
      .join('');
    return whole.includes(typed) ? [whole.length] : [];
  });
  const piece = lengths.length > 0 ? 6 + (6 * typed.length) / Math.min(...lengths) : 0;
  const path = method === '' || row ? 0 : pathShare(query.text, endpoint) * PATH;
  const isVerb = method !== '' && query.words.some(({ text }) => text === fold(method));
  // Who types a method alone looks for operations, whatever else has this name.
  const verb = !isVerb ? 0 : query.words.length === 1 && !row ? METHOD_ALONE : METHOD;
  // Of two places with the same name the one that lies less deep.
  const depth = row ? (row[1].match(/\./g)?.length ?? 0) : 0;
  // Where a field is used says more than the schema that it is from.
  const isOfSchema = row?.[1].startsWith('schema.') ? 1 : 0;
  // Ordinary words, such as `file` or `team`, are values of some list somewhere.
  const isValue = row && ROW_KINDS[row[2]] === 'value' ? VALUE : 0;
  return piece + path + verb - isValue - depth * 0.25 - isOfSchema * 2 - deprecated * 4;
}
