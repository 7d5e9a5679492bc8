import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came in. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query, as sent. */
  readonly target: string;
  /** Names and values as sent, in order; a character of a value is one byte (Latin-1). */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** The client went away before the answer was over. */
  aborted: boolean;
}

/** What an answer can be; each can be chosen for all requests, or by the first segment of the path: `/stream/…`. */
export type Play = 'json' | 'stream' | 'chunks' | 'redirect' | 'unauthorized' | 'too-many' | 'script';

/** What `script` sends: a text, bytes, or a wait until the test lets it go on. */
export interface Script {
  readonly type: string;
  readonly pieces: Iterable<string | Uint8Array | Promise<unknown>>;
  /** `reset` breaks the connection, `open` leaves it. */
  readonly end?: 'whole' | 'reset' | 'open';
}

export interface Recorder {
  /** `http://127.0.0.1:PORT`, without a slash. */
  readonly url: string;
  /** In the order of arrival, preflights not among them. */
  readonly requests: RecordedRequest[];
  readonly preflights: RecordedRequest[];
  /** How requests are answered whose path doesn't say. */
  play: Play;
  /** Lets pages of every origin in (CORS); otherwise none. */
  isOpen: boolean;
  /** Where `redirect` leads: another recorder's `url`. */
  redirectTo: string;
  /** Milliseconds between the pieces of `stream` and `chunks`, and how many events there are. */
  pace: number;
  events: number;
  script: Script;
  /** Resolves with the request that has this index, as soon as it is there. */
  request(index: number): Promise<RecordedRequest>;
  close(): Promise<void>;
}

/**
 * A server on this machine that takes any request, notes it to the byte and answers as told. Open to every
 * origin. Used by the tests that run samples and by those that drive a browser.
 */
export async function startRecorder(): Promise<Recorder> {
  const waiting: (() => void)[] = [];
  const server = createServer((incoming, outgoing) => {
    void record(incoming).then((request) => {
      if (recorder.isOpen) openToAll(incoming, outgoing);
      if (request.method === 'OPTIONS' && incoming.headers['access-control-request-method']) {
        recorder.preflights.push(request);
        outgoing.writeHead(204).end();
        return;
      }
      outgoing.on('close', () => {
        request.aborted = !outgoing.writableFinished;
      });
      recorder.requests.push(request);
      for (const wake of waiting.splice(0)) wake();
      const segment = request.target.split(/[/?]/)[1] ?? '';
      const play = PLAYS.get(segment as Play) ?? PLAYS.get(recorder.play);
      void play?.(outgoing, recorder, request);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const recorder: Recorder = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    preflights: [],
    play: 'json',
    isOpen: true,
    redirectTo: '',
    pace: 30,
    events: 12,
    script: { type: 'text/plain', pieces: [] },
    async request(index) {
      for (;;) {
        const found = recorder.requests[index];
        if (found) return found;
        await new Promise<void>((wake) => waiting.push(wake));
      }
    },
    close: () => close(server),
  };
  return recorder;
}

async function record(incoming: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const raw = incoming.rawHeaders;
  const headers = raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []));
  const { method = '', url: target = '' } = incoming;
  return { method, target, headers, body: Buffer.concat(chunks), aborted: false };
}

function openToAll(incoming: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.setHeader('Access-Control-Allow-Origin', '*');
  outgoing.setHeader('Access-Control-Expose-Headers', 'Retry-After, X-Request-Id');
  outgoing.setHeader('Access-Control-Allow-Methods', incoming.headers['access-control-request-method'] ?? '*');
  outgoing.setHeader('Access-Control-Allow-Headers', incoming.headers['access-control-request-headers'] ?? '*');
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

type Answer = (outgoing: ServerResponse, recorder: Recorder, request: RecordedRequest) => void | Promise<void>;

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

function json(outgoing: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}): void {
  outgoing.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(value));
}

async function inPieces(outgoing: ServerResponse, pieces: readonly string[], pace: number): Promise<void> {
  for (const piece of pieces) {
    if (outgoing.destroyed) return;
    outgoing.write(piece);
    await pause(pace);
  }
  outgoing.end();
}

const PLAYS: ReadonlyMap<Play, Answer> = new Map<Play, Answer>([
  ['json', (outgoing) => json(outgoing, 200, { ok: true })],
  [
    'stream',
    (outgoing, { pace, events }) => {
      outgoing.writeHead(200, { 'Content-Type': 'text/event-stream' });
      const texts = Array.from({ length: events }, (_, index) => `piece ${index + 1} `);
      const chunks = texts.map((content, index) => ({ choices: [{ index: 0, delta: { content }, id: index }] }));
      return inPieces(
        outgoing,
        [...chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`), 'data: [DONE]\n\n'],
        pace,
      );
    },
  ],
  [
    'chunks',
    (outgoing, { pace }) => {
      outgoing.writeHead(200, { 'Content-Type': 'application/json' });
      return inPieces(outgoing, ['{"ok":', ' true, "text": "你', '好"}'], pace);
    },
  ],
  [
    'script',
    async (outgoing, { script: { type, pieces, end = 'whole' } }) => {
      outgoing.writeHead(200, { 'Content-Type': type }).flushHeaders();
      const closed = once(outgoing, 'close');
      for (const piece of pieces) {
        if (piece instanceof Promise) await piece;
        // Waiting for room keeps what is under way small, however long the script is.
        else if (!outgoing.write(piece)) await Promise.race([once(outgoing, 'drain'), closed]);
        if (outgoing.destroyed) return;
      }
      if (end === 'whole') outgoing.end();
      if (end === 'reset') outgoing.socket?.resetAndDestroy();
    },
  ],
  [
    'redirect',
    (outgoing, { redirectTo }, { target }) => {
      outgoing.writeHead(307, { Location: redirectTo + target.replace(/^\/redirect(?=\/)/, '') }).end();
    },
  ],
  ['unauthorized', (outgoing) => json(outgoing, 401, { error: { code: '401', message: 'Access denied: wrong key.' } })],
  [
    'too-many',
    (outgoing) =>
      json(outgoing, 429, { error: { code: '429', message: 'Too many requests.' } }, { 'Retry-After': '7' }),
  ],
]);
