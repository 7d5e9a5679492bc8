/**
 * What may be sent, by the origin of the API: methods, and names of headers in lower case.
 *
 * @type {Allowed}
 */
const ALLOWED = {};

/**
 * Bytes of a request's body, and milliseconds: until an answer begins, and between two pieces of one.
 *
 * @typedef {{ readonly size: number, readonly firstByte: number, readonly idle: number }} Limits
 * @typedef {{ readonly methods: readonly string[], readonly headers: readonly string[] }} Sendable
 * @typedef {{ readonly [origin: string]: Sendable }} Allowed
 * @type {Limits}
 */
const LIMITS = { size: 10_000_000, firstByte: 120_000, idle: 120_000 };

/** `Relay-Request: GET https://api.example.com/pets` in a POST. No link, form or page of another origin can send it. */
const REQUEST = 'relay-request';
/** In front of the name of each header of the API's request and answer, so that neither host nor browser acts on one. */
const HEADER = 'relay-header-';
/** The status of the API's answer. The status of the answer itself is 200 then. */
const STATUS = 'relay-status';
/** Why there is no answer of the API. */
const FAULT = 'relay-fault';

/** Whatever the API answers, it is no page of this origin, nothing of it runs, and no cache keeps it. */
const INERT = {
  'Cache-Control': 'no-store, no-transform',
  'Content-Disposition': 'attachment',
  'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'Content-Type': 'application/octet-stream',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  // nginx gives each piece on as it comes.
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
};

/** Never sent on, whatever is allowed: what is about the connection, who asks, or the way here. */
const NOT_SENT =
  /^(?:accept-encoding|cf-connecting-ip|connection|content-length|cookie2?|expect|forwarded|host|keep-alive|origin|referer|te|trailer|transfer-encoding|true-client-ip|upgrade|via|x-real-ip|(?:proxy|sec|x-forwarded)-.*)$/;

/** Never given back: what is about the connection, cookies, and what other origins would be told. */
const NOT_GIVEN =
  /^(?:connection|content-encoding|content-length|keep-alive|set-cookie2?|te|trailer|transfer-encoding|upgrade|(?:access-control|proxy|relay)-.*)$/;

class Fault extends Error {
  /**
   * @param {number} status
   * @param {string} code
   * @param {string} message
   */
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * The relay as a function. It gives on what one request asks for and keeps nothing.
 *
 * @param {Allowed} allowed
 * @param {Limits} [limits]
 * @returns {(request: Request, signal?: AbortSignal) => Promise<Response>} the signal tells that the reader left
 */
export function createRelay(allowed, limits = LIMITS) {
  return async (request, signal = request.signal) => {
    const call = startCall(signal, limits);
    try {
      const { url, method, headers } = readTarget(request, allowed);
      const sent = sentBody(request, call, headers, limits.size);
      const answer = await fetch(url, {
        method,
        headers,
        ...sent,
        redirect: 'manual',
        cache: 'no-store',
        signal: call.signal,
      });
      return new Response(givenBody(answer.body, call, limits.idle), { headers: givenHeaders(answer) });
    } catch (error) {
      call.end();
      return refusal(call.fault ?? (error instanceof Fault ? error : new Fault(502, 'unreachable', 'No answer came.')));
    }
  };
}

/**
 * One request that is given on, with its clock.
 *
 * @param {AbortSignal} left
 * @param {Limits} limits
 */
function startCall(left, limits) {
  const abort = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Fault | undefined} */
  let fault;
  const stop = () => abort.abort();
  left?.addEventListener('abort', stop, { once: true });
  if (left?.aborted) stop();
  /** @param {Fault} why */
  const fail = (why) => {
    fault ??= why;
    stop();
  };
  /** @param {number} limit */
  const wait = (limit) => {
    clearTimeout(timer);
    timer = setTimeout(() => fail(new Fault(504, 'timeout', 'The API took too long.')), limit);
  };
  wait(limits.firstByte);
  return {
    signal: abort.signal,
    get fault() {
      return fault;
    },
    fail,
    wait,
    pause: () => clearTimeout(timer),
    end() {
      clearTimeout(timer);
      left?.removeEventListener('abort', stop);
      stop();
    },
  };
}

/**
 * What a page of this site asks for; everyone else is refused.
 *
 * @param {Request} request
 * @param {Allowed} allowed
 */
function readTarget(request, allowed) {
  const { headers: given } = request;
  if (request.method !== 'POST') throw new Fault(405, 'method', 'The relay takes POST alone.');
  if (!isOwnPage(request)) throw new Fault(403, 'page', 'Only pages of this site may ask.');
  const [, method = '', address = ''] = /^([^\s]+) (https?:\/\/[^\s]+)$/.exec(given.get(REQUEST) ?? '') ?? [];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || url.username || url.password) throw new Fault(400, 'request', 'The relay is not told what to ask for.');
  const sendable = Object.hasOwn(allowed, url.origin) ? allowed[url.origin] : undefined;
  if (!sendable) throw new Fault(403, 'origin', 'The relay does not ask this origin.');
  if (!sendable.methods.includes(method)) throw new Fault(403, 'method', 'The API has no operation of this method.');
  const headers = new Headers();
  for (const [name, value] of given) {
    if (!name.startsWith(HEADER)) continue;
    const meant = name.slice(HEADER.length);
    if (!sendable.headers.includes(meant) || NOT_SENT.test(meant)) {
      throw new Fault(403, 'header', 'The API has no operation with this header.');
    }
    headers.set(meant, value);
  }
  // Events shall not wait for a block of a compressed stream to be full; and an API wants to know who asks.
  headers.set('accept-encoding', 'identity');
  if (!headers.has('user-agent')) headers.set('user-agent', 'curlew-relay');
  url.hash = '';
  return { url: url.href, method, headers };
}

/**
 * Browsers tell which page a request comes from, and no script can change it. Where they don't, as over plain
 * http, they tell the page's origin.
 *
 * @param {Request} request
 */
function isOwnPage({ headers, url }) {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin') ?? '';
  return URL.canParse(origin) && new URL(origin).host === (headers.get('host') ?? new URL(url).host);
}

/**
 * The body of the request as a stream that ends where the limit is.
 *
 * @param {Request} request
 * @param {ReturnType<typeof startCall>} call
 * @param {Headers} headers
 * @param {number} limit
 */
function sentBody(request, call, headers, limit) {
  const length = request.headers.get('content-length');
  const tooLarge = new Fault(413, 'size', `The relay takes bodies of at most ${limit} bytes.`);
  if (Number(length) > limit) throw tooLarge;
  if (!request.body || length === '0') return {};
  let size = 0;
  const counted = request.body.pipeThrough(
    new TransformStream({
      transform(piece, controller) {
        size += piece.byteLength;
        if (size > limit) {
          call.fail(tooLarge);
          controller.error(tooLarge);
        } else controller.enqueue(piece);
      },
    }),
    { signal: call.signal },
  );
  if (length === null) return { body: counted, duplex: 'half' };
  // Many APIs want to know the length: a header tells it, and on Cloudflare the kind of stream.
  headers.set('content-length', length);
  const Fixed = /** @type {any} */ (globalThis).FixedLengthStream;
  return { body: Fixed ? counted.pipeThrough(new Fixed(Number(length))) : counted, duplex: 'half' };
}

/** @param {Response} answer */
function givenHeaders(answer) {
  const headers = new Headers(INERT);
  headers.set(STATUS, String(answer.status));
  for (const [name, value] of answer.headers) {
    if (!NOT_GIVEN.test(name)) headers.append(HEADER + name, value);
  }
  return headers;
}

/**
 * Each piece as it comes, and none before the reader has taken the one before.
 *
 * @param {ReadableStream<Uint8Array> | null} body
 * @param {ReturnType<typeof startCall>} call
 * @param {number} idle
 */
function givenBody(body, call, idle) {
  if (!body) {
    call.end();
    return null;
  }
  const reader = body.getReader();
  call.pause();
  return new ReadableStream(
    {
      async pull(controller) {
        call.wait(idle);
        try {
          const { done, value } = await reader.read();
          call.pause();
          if (!done) return controller.enqueue(value);
          controller.close();
          call.end();
        } catch (error) {
          controller.error(error);
          call.end();
        }
      },
      cancel() {
        call.end();
      },
    },
    { highWaterMark: 0 },
  );
}

/** @param {Fault} fault */
function refusal({ status, code, message }) {
  const headers = new Headers(INERT);
  // Words of ours, for whoever opens the address.
  headers.set('Content-Type', 'text/plain; charset=utf-8');
  headers.delete('Content-Disposition');
  headers.set(FAULT, code);
  if (status === 405) headers.set('Allow', 'POST');
  return new Response(`${message}\n`, { status, headers });
}

const relay = createRelay(ALLOWED);

/** Cloudflare Workers, Deno (`deno serve`) and Bun. */
export default { fetch: (/** @type {Request} */ request) => relay(request) };

/** Cloudflare Pages, in `functions/`. */
export const onRequest = (/** @type {{ request: Request }} */ { request }) => relay(request);

/**
 * Answers a request to a server of Node.
 *
 * @param {ReturnType<typeof createRelay>} answer
 * @param {import('node:http').IncomingMessage} incoming
 * @param {import('node:http').ServerResponse} outgoing
 */
export async function serveNode(answer, incoming, outgoing) {
  const left = new AbortController();
  const leave = () => left.abort();
  outgoing.on('close', leave).on('error', leave);
  try {
    const { method = 'GET', rawHeaders } = incoming;
    const headers = new Headers();
    rawHeaders.forEach((name, index) => {
      if (index % 2 === 0) headers.append(name, rawHeaders[index + 1] ?? '');
    });
    const pieces = incoming.iterator({ destroyOnReturn: false });
    // Methods that aren't asked for are refused, and `Request` takes no TRACE.
    const body = method === 'POST' ? { method, body: streamOf(pieces), duplex: 'half' } : {};
    // The address means nothing: the relay lies where its host has put it.
    const request = new Request('http://relay.invalid/', /** @type {RequestInit} */ ({ headers, ...body }));
    const response = await answer(request, left.signal);
    outgoing.writeHead(response.status, [...response.headers].flat());
    outgoing.flushHeaders();
    const reader = response.body?.getReader();
    left.signal.addEventListener('abort', () => void reader?.cancel().catch(() => {}));
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      if (!outgoing.write(part.value)) await new Promise((go) => outgoing.once('drain', go).once('close', go));
      if (left.signal.aborted) return;
    }
    outgoing.end();
    // Whoever is refused in the middle of a body hears it when the body is over.
    for (let more = LIMITS.size; more > 0 && !incoming.complete; ) {
      const { done, value } = await pieces.next();
      if (done) return;
      more -= value.length;
    }
    if (!incoming.complete) incoming.destroy();
  } catch {
    outgoing.destroy();
  }
}

/**
 * Unlike Node's own, it leaves the connection when it is cancelled: the answer has to go there yet.
 *
 * @param {AsyncIterator<Uint8Array>} pieces
 */
function streamOf(pieces) {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}

/** `node relay.mjs`: behind a server that gives the path of the relay on to it. */
function isMain() {
  const { process, Deno, Bun } = /** @type {any} */ (globalThis);
  if (!process?.versions?.node || !process.argv?.[1] || Deno || Bun) return false;
  const { realpathSync } = process.getBuiltinModule('node:fs');
  const { pathToFileURL } = process.getBuiltinModule('node:url');
  return pathToFileURL(realpathSync(process.argv[1])).href === import.meta.url;
}

if (isMain()) {
  const { HOST = '127.0.0.1', PORT = '8787' } = process.env;
  const { createServer } = process.getBuiltinModule('node:http');
  const server = createServer({ maxHeaderSize: 65_536 }, (incoming, outgoing) => {
    void serveNode(relay, incoming, outgoing);
  });
  server.listen(Number(PORT), HOST, () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    process.stdout.write(`Relay to ${Object.keys(ALLOWED).join(', ')} on http://${HOST}:${port}\n`);
  });
}
