import type { StreamItem } from './stream-item.ts';

/** An item as it is kept and listed. */
export interface LoggedEvent extends StreamItem {
  /** Counted from 1 over the whole stream. */
  readonly number: number;
  /** Whether it differs from its schema, once that was looked at. */
  differs?: boolean;
}

/** The newest items of a stream. */
export interface EventRing {
  add(item: StreamItem): void;
  /** How many there were in all; also the number of the newest. */
  count(): number;
  /** The number of the oldest that is kept; one more than `count` while there is none. */
  first(): number;
  /** `undefined` where it was let go, or hasn't come yet. */
  get(number: number): LoggedEvent | undefined;
}

/** @param mostUnits - the most UTF-16 units of data that are kept; the newest item always is */
export function createEventRing(mostEvents: number, mostUnits: number): EventRing {
  const kept: (LoggedEvent | undefined)[] = [];
  let first = 1;
  let count = 0;
  let units = 0;
  const at = (number: number): number => (number - 1) % mostEvents;

  const letGo = (): void => {
    units -= kept[at(first)]?.data.length ?? 0;
    kept[at(first)] = undefined;
    first += 1;
  };

  return {
    add(item) {
      if (count - first + 1 === mostEvents) letGo();
      count += 1;
      units += item.data.length;
      kept[at(count)] = { ...item, number: count };
      while (units > mostUnits && first < count) letGo();
    },
    count: () => count,
    first: () => first,
    get: (number) => (number >= first && number <= count ? kept[at(number)] : undefined),
  };
}
