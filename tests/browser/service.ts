import { readFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { createServer, type TLSSocket } from 'node:tls';
import { test as base, type Page } from '@playwright/test';
import { type Recorder, startRecorder } from '../recorder.ts';

/** The server that the description names. In these tests its address leads to a recorder on this machine. */
export const REAL = 'https://openai.pgpt.cloud';

export interface Service {
  /** What the real server's address leads to. */
  readonly recorder: Recorder;
  /** Another origin, which must never see a key. */
  readonly thief: Recorder;
}

/**
 * Tests whose browser finds our recorder at the address of the real server, over TLS, so that the built site
 * runs as it is: its own policy, its own URLs.
 */
export const test = base.extend<
  { consolePage: Page },
  { front: Front & { readonly recorder: Recorder }; service: Service }
>({
  front: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
    async ({}, use) => {
      const recorder = await startRecorder();
      const front = await startFront(portOf(recorder));
      await use({ ...front, recorder });
      await front.close();
      await recorder.close();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, front }, use) => {
      const rule = `MAP ${new URL(REAL).host} 127.0.0.1:${front.port}`;
      const args = [...(launchOptions.args ?? []), `--host-resolver-rules=${rule}`, '--ignore-certificate-errors'];
      await use({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
  service: [
    async ({ front }, use) => {
      const thief = await startRecorder();
      await use({ recorder: front.recorder, thief });
      await thief.close();
    },
    { scope: 'worker' },
  ],
  consolePage: async ({ page, service }, use) => {
    service.recorder.requests.length = 0;
    service.recorder.preflights.length = 0;
    service.thief.requests.length = 0;
    service.recorder.play = 'json';
    service.recorder.isOpen = true;
    await page.goto(`${process.env.SITE_URL}reference/create-chat-completion/`);
    await use(page);
  },
});

export interface Front {
  readonly port: number;
  close(): Promise<void>;
}

export function portOf({ url }: Pick<Recorder, 'url'>): number {
  return Number(new URL(url).port);
}

/** Takes TLS off and hands the bytes on unchanged. @param to - the port of the server behind */
export async function startFront(to: number): Promise<Front> {
  const folder = join(import.meta.dirname, '../fixtures/tls');
  const sockets = new Set<TLSSocket>();
  const options = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'certificate.pem')) };
  const server = createServer(options, (socket) => {
    sockets.add(socket);
    const inner = connect(to, '127.0.0.1');
    socket.pipe(inner).pipe(socket);
    for (const end of [socket, inner]) {
      end.on('error', () => {});
      end.on('close', () => {
        socket.destroy();
        inner.destroy();
        sockets.delete(socket);
      });
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
