import { type Conversation, createConversation } from '../deltas/conversation.ts';
import { type ByteTail, createByteTail } from './byte-tail.ts';
import { createEventRing, type EventRing } from './event-ring.ts';
import { createParser, type StreamFormat } from './stream-format.ts';
import { createTextTail, type TextTail } from './text-tail.ts';

/** Everything the views of one stream show, in bounded memory. Times are those of the clock. */
export interface StreamLog {
  readonly format: StreamFormat['kind'];
  readonly conversation: Conversation;
  readonly events: EventRing;
  readonly raw: TextTail;
  readonly bytes: ByteTail;
  /** When the first piece of text arrived, or the first event where no event holds text. */
  firstToken(): number | undefined;
  /** Pieces of text a second between the first and the newest, or events where there is no text. */
  rate(): Rate | undefined;
  /** When anything came last; `undefined` before that. */
  newestAt(): number | undefined;
  /** Takes bytes as they arrive. */
  push(bytes: Uint8Array): void;
  /** Nothing more comes. */
  end(): void;
  /** An item was longer than is kept of one, so what is told in pieces may lack some. */
  hasCut(): boolean;
  /** It ended inside an item. */
  isUnfinished(): boolean;
}

export interface Rate {
  readonly of: 'text' | 'events';
  readonly perSecond: number;
}

export const KEPT_EVENTS = 25_000;
const KEPT_DATA = 12_000_000;
const KEPT_RAW = 1_000_000;
export const KEPT_BYTES = 16_000_000;
/** Of one item; pictures travel as text in events of some megabytes. */
export const ITEM_LIMIT = 4_000_000;

/** @param now - the clock, in milliseconds */
export function createStreamLog(format: StreamFormat, now: () => number): StreamLog {
  const conversation = createConversation();
  const events = createEventRing(KEPT_EVENTS, KEPT_DATA);
  const raw = createTextTail(KEPT_RAW);
  const bytes = createByteTail(KEPT_BYTES);
  const eventTimes = createTimes();
  const textTimes = createTimes();
  const decoder = new TextDecoder();
  let newest: number | undefined;
  let isUnfinished = false;
  let hasCut = false;

  const parser = createParser(format, ITEM_LIMIT, (item) => {
    const at = now();
    events.add(item);
    hasCut ||= item.fault === 'cut';
    eventTimes.note(at);
    if (conversation.add(item.type, item.data)) textTimes.note(at);
  });
  const take = (text: string): void => {
    raw.append(text);
    parser.push(text);
  };

  return {
    format: format.kind,
    conversation,
    events,
    raw,
    bytes,
    firstToken: () => textTimes.first() ?? eventTimes.first(),
    rate() {
      const of = textTimes.first() === undefined ? 'events' : 'text';
      const perSecond = (of === 'text' ? textTimes : eventTimes).rate();
      return perSecond === undefined ? undefined : { of, perSecond };
    },
    newestAt: () => newest,
    push(piece) {
      newest = now();
      bytes.append(piece);
      take(decoder.decode(piece, { stream: true }));
    },
    end() {
      take(decoder.decode());
      isUnfinished = parser.end();
      // A service that fails at once may send JSON, but say that it is a stream.
      if (events.count() === 0 && raw.start() === 0) conversation.add('', raw.from(0));
    },
    hasCut: () => hasCut,
    isUnfinished: () => isUnfinished,
  };
}

interface Times {
  note(at: number): void;
  first(): number | undefined;
  /** A second; `undefined` until there are two apart in time. */
  rate(): number | undefined;
}

function createTimes(): Times {
  let first: number | undefined;
  let newest = 0;
  let count = 0;
  return {
    note(at) {
      first ??= at;
      newest = at;
      count += 1;
    },
    first: () => first,
    rate: () => (first !== undefined && newest > first ? ((count - 1) * 1000) / (newest - first) : undefined),
  };
}
