/** One item of a stream: an event, a line, a record or a part. */
export interface StreamItem {
  /** The name of an event, the media type of a part; empty where the format gives its items no type. */
  readonly type: string;
  /** The last event id seen so far, the name of a part; empty when there is none. */
  readonly id: string;
  readonly data: string;
  readonly fault?: ItemFault | undefined;
}

/** `cut`: longer than the limit, the rest is dropped. `unfinished`: the stream ended or went on in the middle of it. */
export type ItemFault = 'cut' | 'unfinished';

export interface StreamParser {
  /** The next piece of the decoded stream, of any size. */
  push(text: string): void;
  /** Gives the last item where the format allows one without an end; says whether the stream ended inside an item. */
  end(): boolean;
}

export type OnItem = (item: StreamItem) => void;
