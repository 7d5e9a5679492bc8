import { bodyForm, textDecoder } from './body-form.ts';
import { type BodyEnd, readBody } from './read-body.ts';
import { recognizeStream } from './stream/recognize-stream.ts';
import { type StreamFormat, streamFormat } from './stream/stream-format.ts';
import { createStreamLog, type StreamLog } from './stream/stream-log.ts';
import { createTextTail, type TextTail } from './stream/text-tail.ts';
import { type WholeBody, wholeBody } from './whole-body.ts';

/** What came back for one request. Times are milliseconds after the press of Send; sizes are bytes. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  /** Those the browser lets the page see. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** `late`: the time that the reader set was over. */
  readonly phase: 'reading' | 'late' | BodyEnd;
  readonly size: number;
  readonly headAfter: number;
  readonly endAfter?: number;
  readonly body: AnswerBody;
}

export type AnswerBody =
  | WholeBody
  | { readonly kind: 'pending' }
  | Stream
  /** Text that still arrives: plain, or JSON that takes long. */
  | { readonly kind: 'growing'; readonly text: TextTail };

interface Stream {
  readonly kind: 'stream';
  readonly log: StreamLog;
  readonly startedAt: number;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  /** When the request was sent, by the same clock as `now`. */
  readonly startedAt: number;
  readonly now: () => number;
  /** The most bytes kept of a body that isn't a stream. */
  readonly limit: number;
  /** Called for every change, far more often than a screen can show. */
  readonly onChange: (answer: Answer) => void;
}

/** Pieces of a body that are held one by one before they become a part of it; some 2 MB. */
const LOOSE = 128;

/** Reads a response to its end, telling about each step. A failing body is a phase of the answer, not an error. */
export async function readAnswer(response: Response, options: ReadOptions): Promise<void> {
  const after = (): number => options.now() - options.startedAt;
  let answer: Answer = {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers],
    phase: 'reading',
    size: 0,
    headAfter: after(),
    body: { kind: 'pending' },
  };
  const change = (part: Partial<Answer>): void => {
    answer = { ...answer, ...part };
    options.onChange(answer);
  };
  const finish = (phase: BodyEnd, body: AnswerBody): void => change({ phase, body, endAfter: after() });

  change({});
  if (!response.body) return finish('done', { kind: 'empty' });
  const type = response.headers.get('content-type');
  // A stream is read item by item, for as long as it goes on: the log keeps it in bounded memory.
  const begin = (known: StreamFormat): Stream => ({
    kind: 'stream',
    log: createStreamLog(known, options.now),
    startedAt: options.startedAt,
  });
  const format = streamFormat(type);
  let stream = format && begin(format);
  if (stream) change({ body: stream });
  const recognizer = stream ? undefined : recognizeStream(type);
  const growing = stream ? undefined : growingText(type);
  // JSON is shown once it is whole, unless that takes long: some never ends.
  let isShown = bodyForm(type) === 'text';
  const show = (): void => {
    isShown = true;
    if (growing && answer.size > 0) change({ body: growing.body });
  };
  const timer = !isShown && !stream && setTimeout(show, LONG);
  const pieces: (Blob | Uint8Array<ArrayBuffer>)[] = [];
  let loose = 0;
  const phase = await readBody(response.body, options.signal, (piece) => {
    const found = stream ? undefined : recognizer?.push(piece);
    if (found) {
      if (timer) clearTimeout(timer);
      pieces.length = 0;
      stream = begin(found);
      for (const one of recognizer?.pushed() ?? []) stream.log.push(one);
    } else stream?.log.push(piece);
    if (stream) {
      change({ body: stream, size: stream.log.bytes.total() });
      return true;
    }
    const room = options.limit - answer.size;
    const kept = piece.subarray(0, room);
    pieces.push(kept.slice());
    // The browser takes a blob's bytes at once: for a long body that would hold the page up.
    loose += 1;
    if (loose === LOOSE) pieces.push(new Blob(pieces.splice(-LOOSE)));
    loose %= LOOSE;
    growing?.take(kept);
    change({ size: answer.size + kept.length, ...(growing && isShown ? { body: growing.body } : {}) });
    return piece.length <= room;
  });
  if (timer) clearTimeout(timer);
  if (stream) {
    stream.log.end();
    return finish(phase, stream);
  }
  finish(phase, await wholeBody(new Blob(pieces), type));
}

const KEPT_TEXT = 1_000_000;

/** Milliseconds that a body may take before what came of it shows. */
const LONG = 1000;

/** Text that shows as it comes; once it is whole it is a body like any other. */
function growingText(type: string | null) {
  if (!['text', 'json'].includes(bodyForm(type) ?? '')) return undefined;
  const text = createTextTail(KEPT_TEXT);
  let decoder: TextDecoder | undefined;
  const body: AnswerBody = { kind: 'growing', text };
  const take = (piece: Uint8Array): void => {
    decoder ??= textDecoder(type, piece);
    text.append(decoder.decode(piece, { stream: true }));
  };
  return { body, take };
}
