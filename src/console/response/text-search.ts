import { inTurns } from '../turns.ts';
import { type SearchPattern, searchPattern } from './search-pattern.ts';

/** What is looked for in one body, and where it was found. */
export interface TextSearch {
  query(): string;
  /** Starts over; what was found comes in steps, each of which is told. */
  find(query: string): void;
  pattern(): SearchPattern | undefined;
  /** How many there are, as far as it has looked. */
  count(): number;
  isBusy(): boolean;
  /** There are more than are kept. */
  isFull(): boolean;
  /** Counted from 0; -1 while there is none. */
  current(): number;
  /** Where a match is, in UTF-16 units. */
  match(index: number): Match | undefined;
  /** Those that touch a part of the body. */
  within(start: number, end: number): (Match & { readonly index: number })[];
  /** Goes on to the next one or back, from one end to the other. */
  go(step: 1 | -1): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void;
}

export interface Match {
  readonly start: number;
  readonly end: number;
}

/** Characters looked at between two looks at the clock. */
const STRIDE = 65_536;
/** The most matches kept. */
export const MOST = 100_000;

export function createTextSearch(text: string, isJson: boolean): TextSearch {
  const listeners = new Set<() => void>();
  let query = '';
  let pattern: SearchPattern | undefined;
  let starts: number[] = [];
  let ends: number[] = [];
  let current = -1;
  let work: AbortController | undefined;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const match = (index: number): Match | undefined => {
    const [start, end] = [starts[index], ends[index]];
    return start === undefined || end === undefined ? undefined : { start, end };
  };
  const search = async ({ source }: SearchPattern, mine: AbortController): Promise<void> => {
    // Enough for a match that begins at the end of a stride, white space of a layout included.
    const overlap = query.length * 12 + 256;
    let from = 0;
    let told = performance.now();
    await inTurns(() => {
      const part = text.slice(from, from + STRIDE + overlap);
      for (const found of part.matchAll(source)) {
        if (found.index >= STRIDE || starts.length >= MOST) break;
        const start = from + found.index;
        if (isJson && found[0].startsWith('\\') && isEscaped(text, start)) continue;
        starts.push(start);
        ends.push(start + found[0].length);
      }
      // A match may have ended past the stride.
      from = Math.max(from + STRIDE, ends.at(-1) ?? 0);
      if (current < 0 && starts.length > 0) {
        current = 0;
        tell();
      } else if (performance.now() - told > 200) {
        told = performance.now();
        tell();
      }
      return from >= text.length || starts.length >= MOST;
    }, mine.signal);
    if (work !== mine) return;
    work = undefined;
    tell();
  };

  return {
    query: () => query,
    find(wanted) {
      work?.abort();
      query = wanted;
      [starts, ends, current] = [[], [], -1];
      pattern = wanted === '' ? undefined : searchPattern(wanted, isJson);
      work = pattern && new AbortController();
      if (pattern && work) void search(pattern, work);
      tell();
    },
    pattern: () => pattern,
    count: () => starts.length,
    isBusy: () => work !== undefined,
    isFull: () => starts.length >= MOST,
    current: () => current,
    match,
    within(start, end) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((ends[middle] ?? 0) <= start) low = middle + 1;
        else high = middle;
      }
      const found: (Match & { index: number })[] = [];
      for (let index = low; (starts[index] ?? end) < end; index += 1) {
        found.push({ start: starts[index] ?? 0, end: ends[index] ?? 0, index });
      }
      return found;
    },
    go(step) {
      if (starts.length === 0) return;
      current = (current + step + starts.length) % starts.length;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Whether the backslash at a place is itself escaped. */
function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === '\\') before -= 1;
  return (at - before) % 2 === 0;
}
