import { request as askHttp, type IncomingMessage } from 'node:http';
import { request as askHttps } from 'node:https';

/** What a server answered; its body is not read. */
export interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  /** In their order, names in lower case; one that came twice is there twice. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

export interface NoReply {
  readonly kind: 'no-reply';
  /** As Node has it: `ECONNREFUSED`, `CERT_HAS_EXPIRED`; `TIMEOUT` where nothing came in time. */
  readonly code: string;
  readonly message: string;
}

/** Milliseconds that a server has to answer. */
const PATIENCE = 10_000;

/** Sends one request without a body, follows no redirect, and takes the head of the answer. */
export function ask(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Reply | NoReply> {
  return new Promise((resolve) => {
    const send = url.startsWith('https:') ? askHttps : askHttp;
    // A connection of its own each time: one that failed must not fail the next.
    const request = send(url, { method, headers, agent: false, timeout: PATIENCE, signal });
    request.on('response', (response) => {
      resolve({ kind: 'reply', status: response.statusCode ?? 0, headers: pairsOf(response) });
      response.destroy();
    });
    request.on('timeout', () => {
      resolve({ kind: 'no-reply', code: 'TIMEOUT', message: `no answer within ${PATIENCE / 1000} seconds` });
      request.destroy();
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      const causes = error instanceof AggregateError ? error.errors : [error];
      const first: NodeJS.ErrnoException = causes[0] ?? error;
      resolve({ kind: 'no-reply', code: first.code ?? error.code ?? 'UNKNOWN', message: first.message });
    });
    request.end();
  });
}

function pairsOf({ rawHeaders }: IncomingMessage): Reply['headers'] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ''] as const] : [],
  );
}
