import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** When the pieces of one answer went out, by `Date.now()`. */
export interface Sent {
  readonly first: number;
  readonly last: number;
}

export interface StreamServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What `POST /chat/completions` streams. */
  events: number;
  /** Of the newest answer, once its last byte is written. */
  sent: Sent | undefined;
  /** Serves a folder's files below a path, `/scalar/`. */
  mount(path: string, folder: string): void;
  close(): Promise<void>;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.json', 'application/json'],
]);

/** One event of a chat stream; the marks let a page that shows the text be asked for its first and last word. */
function chunk(index: number): string {
  const delta = { content: `t${index} ` };
  return `data: ${JSON.stringify({ id: 'chat', object: 'chat.completion.chunk', choices: [{ index: 0, delta }] })}\n\n`;
}

/** What every console is pointed at: a chat API open to every origin that streams as many events as asked, at once. */
export async function startStreamServer(): Promise<StreamServer> {
  const folders = new Map<string, string>();
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*');
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else if (path === '/chat/completions') void stream(response);
    else void serve(path, response);
  });
  const stream = async (response: ServerResponse): Promise<void> => {
    self.sent = undefined;
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    const first = Date.now();
    // A thousand to a write, as a busy server does it.
    for (let from = 0; from < self.events && !response.destroyed; from += 1000) {
      const many = Math.min(1000, self.events - from);
      const text = Array.from({ length: many }, (_, index) => chunk(from + index)).join('');
      if (!response.write(text)) await new Promise((done) => response.once('drain', done));
    }
    response.end('data: [DONE]\n\n', () => {
      self.sent = { first, last: Date.now() };
    });
  };
  const serve = async (path: string, response: ServerResponse): Promise<void> => {
    for (const [prefix, folder] of folders) {
      if (!path.startsWith(prefix)) continue;
      const rest = path.slice(prefix.length);
      const file = join(folder, normalize(`/${rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest}`));
      const bytes = await readFile(file).catch(() => undefined);
      if (!bytes) break;
      response.writeHead(200, { 'Content-Type': TYPES.get(extname(file)) ?? 'application/octet-stream' }).end(bytes);
      return;
    }
    response.writeHead(404).end();
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const self: StreamServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    events: 0,
    sent: undefined,
    mount: (path, folder) => folders.set(path, folder),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return self;
}

/** The description of that API. */
export function chatDescription(url: string): object {
  const message = {
    type: 'object',
    required: ['role', 'content'],
    properties: { role: { type: 'string', enum: ['user', 'assistant'] }, content: { type: 'string' } },
  };
  const body = {
    type: 'object',
    required: ['messages'],
    properties: { messages: { type: 'array', items: message }, stream: { type: 'boolean' } },
    example: { messages: [{ role: 'user', content: 'Hello' }], stream: true },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Chat', version: '1' },
    servers: [{ url }],
    paths: {
      '/chat/completions': {
        post: {
          operationId: 'createChatCompletion',
          summary: 'Create a chat completion',
          requestBody: { required: true, content: { 'application/json': { schema: body } } },
          responses: {
            '200': { description: 'A stream', content: { 'text/event-stream': { schema: { type: 'string' } } } },
          },
        },
      },
    },
  };
}
