import { isLoopback } from '../request/browser-limits.ts';
import { type FilledRequest, fillCredentials } from '../request/fill-credentials.ts';
import type { Credential, FileReference, HttpBody, HttpRequest } from '../request/http-request.ts';
import { bodyPieces } from '../request/multipart.ts';

/** `window.fetch`, or the sandbox in the page in the same shape. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Why no answer came. Browsers report refused connections, unknown hosts, broken TLS, blockers and missing
 * CORS headers alike, to keep pages from probing networks: all of these are `network`. `sandbox` is a `fetch`
 * without a network that failed.
 */
export type SendFailure =
  | { readonly code: 'offline' | 'stopped' | 'network' | 'sandbox' }
  | { readonly code: 'timeout'; readonly seconds: number }
  | { readonly code: 'policy' | 'redirect'; readonly origin: string }
  | { readonly code: 'relay'; readonly fault: string; readonly status: number };

/** Thrown by a `fetch` that knows why there is no answer. */
export class SendFault extends Error {
  readonly failure: SendFailure;

  constructor(failure: SendFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

export type SendResult =
  | { readonly kind: 'response'; readonly response: Response }
  | { readonly kind: 'failure'; readonly failure: SendFailure };

/** What the page knows about itself; a value of its own, so that sending needs no DOM. */
export interface PageFacts {
  /** False only when the browser is sure that there is no network. */
  online(): boolean;
  /** Watches for the page's own policy refusing a request to this origin. */
  watchPolicy(origin: string): PolicyWatch;
}

export interface PolicyWatch {
  /** Whether it was refused, asked after `fetch` failed. */
  refused(): Promise<boolean>;
  stop(): void;
}

export interface SendOptions {
  readonly fetch: Fetch;
  /** The value for a placeholder; asked once, here, and kept nowhere. */
  readonly secret: (credential: Credential) => string;
  /** The bytes of a file of the body. */
  readonly file: (file: FileReference) => Blob;
  readonly signal: AbortSignal;
  /** Seconds to wait for the head of the answer; left out, without end. */
  readonly timeout?: number | undefined;
  /** Left out for a `fetch` that uses no network. */
  readonly page?: PageFacts;
}

/**
 * Sends a request, the only place where a credential takes its value.
 *
 * @returns the response with its body unread, or why there is none
 */
export async function send(request: HttpRequest, options: SendOptions): Promise<SendResult> {
  const { page, signal } = options;
  const url = new URL(request.url);
  const fail = (failure: SendFailure): SendResult => ({ kind: 'failure', failure });
  if (signal.aborted) return fail({ code: 'stopped' });
  if (page && !page.online() && !isLoopback(url.hostname)) return fail({ code: 'offline' });

  let late = false;
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  const { timeout } = options;
  const timer =
    timeout !== undefined &&
    setTimeout(() => {
      late = true;
      stop();
    }, timeout * 1000);
  // Stays after the head has come: it stops the body too.
  signal.addEventListener('abort', stop);
  const policy = page?.watchPolicy(url.origin);
  try {
    const filled = fillCredentials(request, options.secret);
    const response = await unlessAborted(
      options.fetch(filled.url, requestInit(filled, options.file, abort.signal)),
      abort.signal,
    );
    if (response.type === 'opaqueredirect') return fail({ code: 'redirect', origin: url.origin });
    return { kind: 'response', response };
  } catch (error) {
    if (late && timeout !== undefined) return fail({ code: 'timeout', seconds: timeout });
    if (signal.aborted) return fail({ code: 'stopped' });
    if (error instanceof SendFault && page?.online() !== false) return fail(error.failure);
    if (await policy?.refused()) return fail({ code: 'policy', origin: url.origin });
    if (!page) return fail({ code: 'sandbox' });
    return fail({ code: page.online() ? 'network' : 'offline' });
  } finally {
    if (timer) clearTimeout(timer);
    policy?.stop();
  }
}

/** Security rule C3: no cookie, no referrer, no cache, no redirect that would take the key along. */
function requestInit(
  { method, headers, body }: FilledRequest,
  file: SendOptions['file'],
  signal: AbortSignal,
): RequestInit {
  return {
    method,
    headers: headers.map(({ name, value }): [string, string] => [name, value]),
    ...(body === undefined ? {} : { body: bodyInit(body, file) }),
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal,
  };
}

/** A transport may be slow to notice the signal; Stop doesn't wait for it. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/** Parts are joined by us and not by `FormData`, so what goes out is what was shown. */
function bodyInit(body: HttpBody, file: SendOptions['file']): BodyInit {
  if (body.kind === 'text') return body.text;
  return new Blob(bodyPieces(body).map((piece) => (typeof piece === 'string' ? piece : file(piece))));
}
