import type { OperationKey } from '../../model/operation.ts';
import type { HttpRequest } from '../../request/http-request.ts';
import type { RunFailure } from '../run.ts';
import type { HistoryStorage } from './history-storage.ts';
import type { KeptAnswer } from './kept-answer.ts';
import type { KeptForm } from './kept-form.ts';

/** One press of Send in this tab, or what stood in a form before other values took its place. */
export interface HistoryEntry {
  /** Unique in the tab, and later ones sort behind. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly api: string;
  readonly operation: OperationKey;
  /** The path of the page whose console it was. */
  readonly page: string;
  readonly method: string;
  /** The path of the request, without its query. */
  readonly path: string;
  readonly isSimulated: boolean;
  readonly form: KeptForm;
  /** What storage didn't take: names of parameters, and the body. */
  readonly lacks?: { readonly fields: readonly string[]; readonly body: boolean };
  readonly outcome: Outcome;
}

export type Outcome =
  /** `unsent` is a form that was put aside; `sending` may also be one whose page was left before its end was known. */
  | { readonly kind: 'unsent' | 'sending' }
  | { readonly kind: 'failed'; readonly code: RunFailure['code'] }
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly isWhole: boolean;
      /** Milliseconds and bytes. */
      readonly time?: number;
      readonly size: number;
    };

/** What is only in the memory of the page that sent it. */
export interface Exchange {
  /** Made with masks where a secret may be. */
  readonly request: HttpRequest;
  readonly answer?: KeptAnswer;
}

export interface History {
  /** The newest first. */
  entries(): readonly HistoryEntry[];
  exchange(id: string): Exchange | undefined;
  /** Adds an entry, or tells more of one. `stored` is what may lie in the tab's storage. */
  put(entry: HistoryEntry, stored: HistoryEntry, exchange?: Exchange): void;
  clear(): void;
  /** Looks into the storage again: another page of the tab may have written there. */
  refresh(): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void;
}

const ENTRIES = 50;
const ANSWERS = 20;
const ANSWER_BYTES = 5_000_000;

export function createHistory(storage: HistoryStorage): History {
  let entries: readonly HistoryEntry[] = storage.read();
  let exchanges: ReadonlyMap<string, Exchange> = new Map();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    entries: () => entries,
    exchange: (id) => exchanges.get(id),
    put(entry, stored, exchange) {
      entries = [entry, ...entries.filter(({ id }) => id !== entry.id)]
        .sort((one, other) => (one.id < other.id ? 1 : -1))
        .slice(0, ENTRIES);
      if (exchange) exchanges = bounded(new Map(exchanges).set(entry.id, exchange), entries);
      storage.put(stored, ENTRIES);
      tell();
    },
    clear() {
      entries = [];
      exchanges = new Map();
      storage.clear();
      tell();
    },
    refresh() {
      const stored = storage.read();
      // What this page knows in full stays so, as long as it wasn't cleared elsewhere.
      entries = stored.map((one) => entries.find(({ id }) => id === one.id) ?? one);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The newest answers, as many as fit. */
function bounded(exchanges: ReadonlyMap<string, Exchange>, entries: readonly HistoryEntry[]): Map<string, Exchange> {
  const kept = new Map<string, Exchange>();
  let bytes = 0;
  for (const { id } of entries) {
    const one = exchanges.get(id);
    if (!one) continue;
    bytes += one.answer?.bytes ?? 0;
    if (kept.size >= ANSWERS || bytes > ANSWER_BYTES) break;
    kept.set(id, one);
  }
  return kept;
}
