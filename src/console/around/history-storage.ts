import type { HistoryEntry } from './history.ts';

/** The history of the tab, for its next page: no keys, no files, no answers. */
export interface HistoryStorage {
  /** The newest first. */
  read(): readonly HistoryEntry[];
  /** @param most - how many entries are kept */
  put(entry: HistoryEntry, most: number): void;
  clear(): void;
}

const NAME = 'curlew-history 1';
/** In UTF-16 units. Browsers give a site some five million. */
const LIMIT = 200_000;

/**
 * sessionStorage, which ends with the tab. Where the browser refuses it, nothing is kept and nothing breaks.
 *
 * @param storage - asked for at each use, since reading `window.sessionStorage` itself may throw
 */
export function createHistoryStorage(storage: () => Storage): HistoryStorage {
  const read = (): readonly HistoryEntry[] => {
    try {
      const kept: unknown = JSON.parse(storage().getItem(NAME) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isEntry) : [];
    } catch {
      return [];
    }
  };
  return {
    read,
    put(entry, most) {
      const others = read().filter(({ id }) => id !== entry.id);
      const entries = [entry, ...others].sort((one, other) => (one.id < other.id ? 1 : -1)).slice(0, most);
      let text = JSON.stringify(entries);
      while (text.length > LIMIT && entries.pop()) text = JSON.stringify(entries);
      try {
        storage().setItem(NAME, text);
      } catch {
        // Full or refused: the history of this page goes on in memory.
      }
    },
    clear() {
      try {
        storage().removeItem(NAME);
      } catch {
        // Nothing was kept either.
      }
    },
  };
}

/** Another version of the site may have written it; what the form has no place for is passed over when it is filled in. */
function isEntry(value: unknown): value is HistoryEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { id, at, api, operation, page, method, path, form, outcome } = value as { [name: string]: unknown };
  const texts = [id, api, operation, page, method, path];
  const isForm = typeof form === 'object' && form !== null && 'variables' in form && 'parameters' in form;
  const isOutcome = typeof outcome === 'object' && outcome !== null && 'kind' in outcome;
  return texts.every((text) => typeof text === 'string') && typeof at === 'number' && isForm && isOutcome;
}
