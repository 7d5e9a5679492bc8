import { bodyForm } from './body-form.ts';
import { type BodyEnd, readBody } from './read-body.ts';
import { createStreamLog, type StreamLog } from './stream-log.ts';
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
  | { readonly kind: 'stream'; readonly log: StreamLog; readonly startedAt: number; readonly unfinished: boolean };

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
  if (bodyForm(type) === 'event-stream') {
    const log = createStreamLog(options.now);
    const stream = { kind: 'stream', log, startedAt: options.startedAt, unfinished: false } as const;
    change({ body: stream });
    // The mark stays in the text: the stream's own rules say what becomes of it.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const phase = await readBody(response.body, options.signal, (piece) => {
      log.push(decoder.decode(piece, { stream: true }));
      change({ size: answer.size + piece.length });
      return true;
    });
    log.push(decoder.decode());
    return finish(phase, { ...stream, unfinished: log.parser.end() });
  }
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const phase = await readBody(response.body, options.signal, (piece) => {
    const room = options.limit - answer.size;
    const kept = piece.subarray(0, room);
    pieces.push(kept.slice());
    change({ size: answer.size + kept.length });
    return piece.length <= room;
  });
  finish(phase, await wholeBody(new Blob(pieces), type));
}
