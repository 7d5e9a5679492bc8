import type { SearchMessages } from '../i18n/en.ts';

/**
 * The files of an index. The first names the others; a search then reads the few that hold its words, and those
 * of the pages it shows. Terms are sorted and cut into parts, so that all with the same beginning stand in a row.
 */
export interface Manifest {
  readonly locale: string;
  /** What the language calls itself. */
  readonly name: string;
  /** The root of the language: paths of pages follow it. */
  readonly root: string;
  /** The folder of the other files: its name changes with what they hold. */
  readonly folder: string;
  readonly apis: readonly IndexedApi[];
  /** The index is of an older version; of what all readers find, it stands in for the API at this path. */
  readonly insteadOf?: string;
  /** Where each run of pages of one kind begins: `[first page, kind, API or -1]`. */
  readonly ranges: readonly (readonly [number, number, number])[];
  readonly pages: number;
  /** For each part of terms the least beginning that tells its first term from the term before. */
  readonly terms: readonly string[];
  /** The least length of the words in each list of them, for words with a slip in them. */
  readonly lengths: readonly number[];
  /** All files together, in characters. */
  readonly size: number;
  /** What there is to be found, for readers who don't know what to type. */
  readonly examples: { readonly operation?: string; readonly field?: string; readonly code?: string };
  /** The same in the site's other languages. */
  readonly others: readonly { readonly locale: string; readonly name: string; readonly url: string }[];
  readonly text: SearchMessages;
}

export interface IndexedApi {
  readonly title: string;
  /** The version, where an API has several. */
  readonly edition?: string;
  /** Its path below the root of the language. */
  readonly path: string;
}

/** So many pages are told in one file. */
export const PAGES_PER_PART = 128;

/** A page as a result shows it: `[title, path, text, deprecated, method, endpoint, name]`, what is at the end left out. */
export type PageRecord = readonly [
  title: string,
  path: string,
  text: string,
  deprecated: 0 | 1,
  method?: string,
  endpoint?: string,
  name?: string,
];

/** Where on a page a term stands; in this order in the postings of a term. */
export const CLASSES = [
  /** The title, the `operationId` or the name of a schema, all of it. */
  'whole',
  'title',
  /** In the path or the `operationId`. */
  'name',
  'tag',
  'text',
  /** The name of a place, all of it. */
  'rowWhole',
  'rowName',
  'rowText',
] as const;
export type PostingClass = (typeof CLASSES)[number];
/** The classes from here on list places, those before pages. */
export const FIRST_ROW_CLASS = 5;

/** By class, the pages or the places of the part that have the term, each as the distance to the one before. */
export type Postings = readonly (readonly number[])[];

/** A place and the pages that have it, each as the distance to the one before: `[name, id, kind, text, pages]`. */
export type RowRecord = readonly [name: string, id: string, kind: number, text: string, pages: readonly number[]];

export interface TermPart {
  readonly terms: readonly string[];
  readonly postings: readonly Postings[];
  readonly rows: readonly RowRecord[];
}

export function deltas(sorted: readonly number[]): number[] {
  return sorted.map((value, index) => value - (sorted[index - 1] ?? 0));
}

export function undelta(steps: readonly number[]): number[] {
  let value = 0;
  return steps.map((step) => {
    value += step;
    return value;
  });
}
