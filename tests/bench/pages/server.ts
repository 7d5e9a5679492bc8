import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

export interface FileServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Serves a folder's files below a path, `/redoc/`; the last one mounted there. */
  mount(path: string, folder: string): void;
  close(): Promise<void>;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.json', 'application/json'],
  ['.svg', 'image/svg+xml'],
]);

/** As small as brotli gets it, which hosts do ahead; for more than a megabyte that would take minutes. */
function paramsFor({ length }: Buffer): { readonly [name: number]: number } {
  return { [constants.BROTLI_PARAM_QUALITY]: length > 1e6 ? 9 : constants.BROTLI_MAX_QUALITY };
}

/** The same for all subjects: every file brotli-compressed, once, so that no visit waits for it; no cache is allowed. */
export async function startFileServer(): Promise<FileServer> {
  const folders = new Map<string, string>();
  const compressed = new Map<string, Promise<Buffer | undefined>>();
  const read = (file: string): Promise<Buffer | undefined> => {
    const known =
      compressed.get(file) ??
      readFile(file)
        .then((bytes) => brotliCompressSync(bytes, { params: paramsFor(bytes) }))
        .catch(() => undefined);
    compressed.set(file, known);
    return known;
  };
  const serve = async (path: string, response: ServerResponse): Promise<void> => {
    for (const [prefix, folder] of [...folders].sort(([a], [b]) => b.length - a.length)) {
      if (!path.startsWith(prefix)) continue;
      const rest = path.slice(prefix.length);
      const file = join(folder, normalize(`/${rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest}`));
      const bytes = await read(file);
      if (!bytes) break;
      const type = TYPES.get(extname(file)) ?? 'application/octet-stream';
      response
        .writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'br', 'Cache-Control': 'no-store' })
        .end(bytes);
      return;
    }
    response.writeHead(404).end();
  };
  const server = createServer((request, response) => {
    void serve(decodeURI(new URL(request.url ?? '/', 'http://host').pathname), response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mount: (path, folder) => {
      folders.set(path, folder);
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
