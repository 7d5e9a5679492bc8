import type { SearchRow } from '../search/entries.ts';

const KEY = Symbol.for('curlew.search-notes');
const shared = globalThis as { [KEY]?: Map<string, readonly SearchRow[]> };

/**
 * Begins to keep what pages tell of themselves while a build makes them: laying out every page a second time for the
 * search would cost a tenth of the build. Pages and integration are loaded apart, so they share the process.
 */
export function keepSearchNotes(): void {
  shared[KEY] = new Map();
}

/** Tells what is found on a page, by its address. Outside a build nobody keeps it. */
export function noteForSearch(url: string, rows: () => readonly SearchRow[]): void {
  shared[KEY]?.set(url, rows());
}

/** What the page at an address has told. */
export function searchNote(url: string): readonly SearchRow[] | undefined {
  return shared[KEY]?.get(url);
}

/** What was told since; nothing is kept any longer. */
export function takeSearchNotes(): ReadonlyMap<string, readonly SearchRow[]> {
  const notes = shared[KEY] ?? new Map();
  delete shared[KEY];
  return notes;
}
