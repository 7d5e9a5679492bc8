import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { createSandbox, MARK, type Sandbox } from './handler.ts';
import { matchOperation } from './match.ts';
import { processStore } from './memory.ts';
import { type Shown, shownOf, shownPath } from './shown-path.ts';

export interface HostOptions {
  /** Any free one when left out. */
  readonly port?: number;
  /** The one credential that is let in. Left out: any that isn't empty. */
  readonly key?: string;
  /** How long streams pause between items: 1 as a model would, 0 not at all. */
  readonly delay?: number;
  /** Another one gives other ids and numbers. */
  readonly seed?: number;
  /** Told after each answer. */
  readonly onRequest?: (entry: RequestEntry) => void;
}

/** A line for a log. No header is in it, where credentials are. */
export interface RequestEntry {
  readonly method: string;
  /** With the query; values of anything but the operation's own parameters are masked, since they may be secrets. */
  readonly path: string;
  /** 499 when the client left before the end. */
  readonly status: number;
  readonly milliseconds: number;
  /** The operation that was called, where one was found. */
  readonly operation?: { readonly api: string; readonly key: string };
  /** A fault of ours, behind a status of 500. */
  readonly error?: unknown;
}

export interface RunningSandbox {
  /** `http://127.0.0.1:4010` */
  readonly url: string;
  readonly key: string | undefined;
  /** Serves these APIs from now on. */
  readonly update: (apis: readonly Api[]) => void;
  /** Stops listening, lets what is being sent come to its end for a second, and ends it then. */
  readonly close: () => Promise<void>;
}

const HOST = '127.0.0.1';
const MAX_BODY = 10_000_000;
/** A body that is too large is read up to here, so that its sender hears why. */
const MAX_READ = 100_000_000;
/** Whoever is slower than this holds a connection for nothing. */
const LIMITS = {
  maxHeaderSize: 32_768,
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
};
const GRACE = 1_000;
const LOCAL_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const CLIENT_LEFT = 499;

type Routed = { readonly api: Api; readonly answer: Sandbox };

/**
 * Serves simulated APIs over HTTP to this machine alone. A request goes to the first API that has its path.
 *
 * @throws the server's error when it can't listen, such as `EADDRINUSE`
 */
export async function startSandbox(apis: readonly Api[], options: HostOptions = {}): Promise<RunningSandbox> {
  const { port = 0, key, delay, seed, onRequest } = options;
  const settings = {
    ...(key === undefined ? {} : { key }),
    ...(delay === undefined ? {} : { delay }),
    ...(seed === undefined ? {} : { seed }),
  };
  // What was made outlives a saved file of the description.
  const store = processStore();
  const routesOf = (now: readonly Api[]): Routed[] =>
    now.map((api) => ({ api, answer: createSandbox(api, { ...settings, store }) }));
  let routes = routesOf(apis);
  let closing: (() => void) | undefined;
  let running = 0;
  const server = createServer(LIMITS, (request, response) => {
    const start = performance.now();
    running += 1;
    serve(routes, request, response).then(({ shown, ...outcome }) => {
      running -= 1;
      if (running === 0) closing?.();
      const path = shownPath(urlOf(request), shown);
      onRequest?.({ method: request.method ?? '', path, milliseconds: performance.now() - start, ...outcome });
    });
  });
  server.listen(port, HOST);
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${bound}`,
    key,
    update: (now) => {
      routes = routesOf(now);
    },
    close: () =>
      new Promise((resolve) => {
        const end = (): void => server.closeAllConnections();
        const timer = setTimeout(end, running > 0 ? GRACE : 0);
        closing = () => setImmediate(end);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
}

type Outcome = Pick<RequestEntry, 'status' | 'operation' | 'error'> & {
  /** What of the address may be told. */
  readonly shown?: Shown;
};

async function serve(routes: readonly Routed[], incoming: IncomingMessage, outgoing: ServerResponse): Promise<Outcome> {
  const left = new AbortController();
  const leave = (): void => left.abort();
  outgoing.on('close', leave).on('error', leave);
  for (const [name, value] of corsHeaders(incoming)) outgoing.setHeader(name, value);
  if (isPreflight(incoming)) return refuse(outgoing, 204);
  const { method = 'GET' } = incoming;
  const url = urlOf(incoming);
  const headers = new Headers(headersOf(incoming));
  const route = routeOf(routes, method, url, headers);
  const found = route?.operation;
  const operation =
    found && route ? { operation: { api: route.api.id, key: found.key }, shown: shownOf(route.api, found) } : {};
  try {
    const body = await readBody(incoming);
    if (body === undefined) {
      return { ...refuse(outgoing, 413, `The sandbox takes bodies of at most ${MAX_BODY} bytes.`), ...operation };
    }
    if (!route) return refuse(outgoing, 404, 'The sandbox serves no API.');
    // These the Fetch standard lets nobody send.
    if (/^(connect|trace|track)$/i.test(method)) return refuse(outgoing, 405, `The sandbox doesn't take ${method}.`);
    // The body goes beside the request, which with GET takes none.
    const request = new Request(url, { method, headers, signal: left.signal });
    const response = await route.answer(request, body);
    await send(response, outgoing, left.signal);
    return { status: response.status, ...operation };
  } catch (error) {
    if (left.signal.aborted || !incoming.complete) return { status: CLIENT_LEFT, ...operation };
    if (outgoing.headersSent) outgoing.destroy();
    else refuse(outgoing, 500, 'The sandbox failed at this request. This is a fault of the sandbox, please report it.');
    return { status: 500, error, ...operation };
  }
}

function routeOf(
  routes: readonly Routed[],
  method: string,
  url: URL,
  headers: Headers,
): (Routed & { operation?: Operation }) | undefined {
  const matches = routes.map((route) => ({ route, match: matchOperation(route.api, method, url, headers) }));
  for (const { route, match } of matches) {
    if (match.kind === 'operation') return { ...route, operation: match.operation };
  }
  return (matches.find(({ match }) => match.kind === 'method') ?? matches[0])?.route;
}

/** The path and query that were asked for, below an address that means nothing. */
function urlOf({ url = '/' }: IncomingMessage): URL {
  // What is asked through a proxy names the host, too (RFC 9112, section 3.2.2).
  const path = url.replace(/^https?:\/\/[^/?]*/i, '');
  // Not resolved against a base: `//host/path` is a path here.
  return new URL(`http://${HOST}${path.startsWith('/') ? path : '/'}`);
}

function headersOf({ rawHeaders }: IncomingMessage): [string, string][] {
  return rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
}

/** @returns `undefined` for a body that is too large: it is read on, since few clients hear us before, and dropped */
async function readBody(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= MAX_BODY) chunks.push(chunk);
    else chunks.length = 0;
    if (size > MAX_READ) break;
  }
  return size > MAX_BODY ? undefined : Buffer.concat(chunks);
}

/** Each piece goes out when it is made, and the next is made when the client has taken the one before. */
async function send(response: Response, outgoing: ServerResponse, left: AbortSignal): Promise<void> {
  outgoing.setHeader('Access-Control-Expose-Headers', [...response.headers.keys()].join(', '));
  outgoing.writeHead(response.status, [...response.headers].flat());
  outgoing.flushHeaders();
  const reader = response.body?.getReader();
  // A request's own signal is lost once Node collects the request. The stream may have failed already.
  left.addEventListener('abort', () => reader?.cancel().catch(() => {}));
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    if (!outgoing.write(part.value)) await once(outgoing, 'drain', { signal: left });
  }
  left.throwIfAborted();
  outgoing.end();
  // All of it is on its way before the connection may be closed.
  await once(outgoing, 'finish', { signal: left });
}

/** Pages of this machine may read the answers, such as a site that is being written; pages of the web may not. */
function corsHeaders({ headers }: IncomingMessage): [string, string][] {
  const { origin = '' } = headers;
  if (!LOCAL_ORIGIN.test(origin)) return [['Vary', 'Origin']];
  const asked: [string, string | string[] | undefined][] = [
    ['Access-Control-Allow-Methods', headers['access-control-request-method']],
    // A browser asks once for a while, not before each request.
    ['Access-Control-Max-Age', headers['access-control-request-method'] && '600'],
    ['Access-Control-Allow-Headers', headers['access-control-request-headers']],
  ];
  return [
    ['Vary', 'Origin'],
    ['Access-Control-Allow-Origin', origin],
    ...asked.flatMap(([name, value]): [string, string][] => (value ? [[name, String(value)]] : [])),
  ];
}

function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

/** Answers without asking an API. */
function refuse(outgoing: ServerResponse, status: number, message?: string): Outcome {
  const text = message === undefined ? '' : JSON.stringify({ error: { code: String(status), message } });
  outgoing.writeHead(status, { [MARK]: 'simulated', ...(text ? { 'Content-Type': 'application/json' } : {}) });
  outgoing.end(text);
  return { status };
}
