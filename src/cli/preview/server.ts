import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRelay, serveNode } from '../../site/relay/relay.mjs';
import { openSite, respond, type Site } from './respond.ts';

export interface PreviewServer {
  /** The site's home, `http://127.0.0.1:4321/docs/`. */
  readonly url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** What of a request's headers an answer may depend on. */
const HEADERS = ['accept-encoding', 'if-none-match', 'if-range', 'range'];

/** The path and query that were asked for; not resolved against a base, for which `//host/path` is another host. */
function requestUrl({ url = '/' }: IncomingMessage): URL {
  return new URL(`http://${HOST}${url.startsWith('/') ? url : '/'}`);
}

async function answer(site: Site, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = 'GET', headers } = incoming;
  const picked: [string, string][] = HEADERS.flatMap((name): [string, string][] =>
    typeof headers[name] === 'string' ? [[name, headers[name]]] : [],
  );
  // Fetch knows no request with these methods, and the answer is the same for all that aren't read-only.
  const known = method === 'GET' || method === 'HEAD' ? method : 'POST';
  const response = await respond(site, new Request(requestUrl(incoming), { method: known, headers: picked }));
  outgoing.writeHead(response.status, [...response.headers].flat());
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

/**
 * Serves a built site on this machine, and runs its relay where it has one.
 *
 * @param port - 0 for any free one
 * @throws the server's error when it can't listen, such as `EADDRINUSE`
 */
export async function servePreview(folder: string, port: number): Promise<PreviewServer> {
  const site = await openSite(folder);
  const relay = site.relay && createRelay(site.relay.allowed);
  const server = createServer((incoming, outgoing) => {
    if (relay && site.relay?.paths.includes(incoming.url ?? '')) return void serveNode(relay, incoming, outgoing);
    answer(site, incoming, outgoing).catch((error: unknown) =>
      outgoing.destroy(error instanceof Error ? error : undefined),
    );
  });
  server.listen(port, HOST);
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${bound}${site.base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
