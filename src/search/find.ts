import { PAGE_KINDS, ROW_KINDS } from './entries.ts';
import type { PageRecord, RowRecord } from './format.ts';
import { type Matches, matchWords } from './match.ts';
import type { OpenIndex } from './open-index.ts';
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
  operations: 6,
  fields: 4,
  values: 2,
  guides: 1,
  overview: 0,
  schemas: 0,
};

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
  const candidates = withMostWords(index, matches, options);
  const looked = new Map<GroupName, { count: number; best: Candidate[] }>();
  for (const group of GROUPS) {
    const all = candidates.filter((one) => one.group === group).sort(byWorth);
    if (all.length > 0) looked.set(group, { count: all.length, best: all.slice(0, CLOSER_LOOK * options.limit) });
  }
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

function withMostWords(index: OpenIndex, matches: readonly Matches[], options: FindOptions): Candidate[] {
  const { pages, rows } = gather(matches);
  let most = 0;
  for (const { words } of pages.values()) most = Math.max(most, words);
  for (const { words } of rows) most = Math.max(most, words);
  const candidates: Candidate[] = [];
  const add = (found: Omit<Candidate, 'api' | 'kind' | 'group'>, group?: GroupName): void => {
    const { kind, api } = index.rangeOf(found.page);
    if (options.without?.has(api)) return;
    const name = group ?? groupOfPage(kind);
    const worth = found.worth + KIND_WORTH[name] + (api === options.here ? HERE : 0);
    candidates.push({ ...found, api, kind, group: name, worth });
  };
  // A page that has all words is a result; with fewer there is none with more.
  for (const [page, { words, worth }] of pages) if (words === most) add({ page, worth, more: 0 });
  for (const { record, pages: places, words } of rows) {
    if (words !== most) continue;
    const shown = places.slice(0, MOST_PLACES);
    const isMany = places.length > MOST_PLACES;
    for (const { page, worth } of isMany ? shown.slice(0, 1) : shown) {
      add({ page, row: record, worth, more: isMany ? places.length - 1 : 0 }, groupOfRow(record[2]));
    }
  }
  return candidates;
}

interface PlacedRow {
  readonly record: RowRecord;
  /** Those pages whose own words help most come first. */
  readonly pages: readonly { readonly page: number; readonly worth: number }[];
  readonly words: number;
}

/** How many words each page and each place has; a place has those of its page too, once it has one itself. */
function gather(matches: readonly Matches[]) {
  const pages = new Map<number, { words: number; worth: number }>();
  const records = new Map<string, { record: RowRecord; pages: readonly number[]; worths: (number | undefined)[] }>();
  matches.forEach((match, at) => {
    for (const [page, worth] of match.pages) {
      const before = pages.get(page) ?? { words: 0, worth: 0 };
      pages.set(page, { words: before.words + 1, worth: before.worth + worth / matches.length });
    }
    for (const [key, row] of match.rows) {
      const known = records.get(key) ?? { record: row.record, pages: row.pages, worths: [] };
      known.worths[at] = row.worth;
      records.set(key, known);
    }
  });
  const rows: PlacedRow[] = [];
  for (const { record, pages: places, worths } of records.values()) {
    const byCount = new Map<number, { page: number; worth: number }[]>();
    for (const page of places) {
      let words = 0;
      let sum = 0;
      matches.forEach((match, at) => {
        const own = worths[at];
        // A word that only the page has is worth less here.
        const worth = own ?? (match.pages.has(page) ? 0.7 * (match.pages.get(page) ?? 0) : undefined);
        if (worth === undefined) return;
        words += 1;
        sum += worth;
      });
      const same = byCount.get(words) ?? [];
      same.push({ page, worth: sum / matches.length });
      byCount.set(words, same);
    }
    for (const [words, list] of byCount) {
      rows.push({ record, words, pages: list.sort((a, b) => b.worth - a.worth || a.page - b.page) });
    }
  }
  return { pages, rows };
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
  const path = query.text.includes('/') && fold(endpoint).includes(fold(query.text)) ? 40 : 0;
  const verb = query.words.some(({ text }) => text === fold(method)) ? 8 : 0;
  // Of two places with the same name the one that lies less deep.
  const depth = row ? (row[1].match(/\./g)?.length ?? 0) : 0;
  // Where a field is used says more than the schema that it is from.
  const isOfSchema = row?.[1].startsWith('schema.') ? 1 : 0;
  return piece + path + verb - depth * 0.25 - isOfSchema * 2 - deprecated * 4;
}
