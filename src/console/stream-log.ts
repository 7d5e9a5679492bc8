import { createDeltas, type Deltas } from './deltas.ts';
import { createEventStream, type EventStreamParser } from './event-stream.ts';
import { createTextTail, type TextTail } from './text-tail.ts';

/** An event as the list shows it. */
export interface LoggedEvent {
  /** Counted from 1 over the whole stream. */
  readonly number: number;
  readonly type: string;
  readonly id: string;
  /** The beginning of the data; `length` is that of all of it. */
  readonly data: string;
  readonly length: number;
}

/** Everything the views of one stream show, in bounded memory. Times are milliseconds of `performance.now()`. */
export interface StreamLog {
  readonly parser: EventStreamParser;
  readonly deltas: Deltas;
  readonly raw: TextTail;
  count(): number;
  /** The newest events, at most `KEPT_EVENTS`. */
  events(): readonly LoggedEvent[];
  /** When the first piece of text arrived, or the first event where no event holds text. */
  firstToken(): number | undefined;
  /** Events a second between the first and the newest; `undefined` until there are two apart in time. */
  rate(): number | undefined;
  /** Takes decoded text as it arrives. */
  push(text: string): void;
}

export const KEPT_EVENTS = 2000;
const KEPT_RAW = 1_000_000;
const EVENT_LIMIT = 1_000_000;
const SHOWN_DATA = 4000;

/** @param now - the clock */
export function createStreamLog(now: () => number): StreamLog {
  const deltas = createDeltas();
  const raw = createTextTail(KEPT_RAW);
  let events: LoggedEvent[] = [];
  let count = 0;
  let first = 0;
  let newest = 0;
  let firstText: number | undefined;

  const parser = createEventStream(EVENT_LIMIT, ({ type, data, id }) => {
    newest = now();
    if (count === 0) first = newest;
    count += 1;
    events.push({ number: count, type, id, data: data.slice(0, SHOWN_DATA), length: data.length });
    // Cut at twice the size, so that letting go costs little for each event.
    if (events.length >= 2 * KEPT_EVENTS) events = events.slice(-KEPT_EVENTS);
    if (deltas.add(data)) firstText ??= newest;
  });

  return {
    parser,
    deltas,
    raw,
    count: () => count,
    events: () => events.slice(-KEPT_EVENTS),
    firstToken: () => firstText ?? (count > 0 ? first : undefined),
    rate: () => (newest > first ? ((count - 1) * 1000) / (newest - first) : undefined),
    push(text) {
      raw.append(text);
      parser.push(text);
    },
  };
}
