import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { servePreview } from '../../../src/cli/preview/server.ts';
import { buildWithCurlew } from '../subjects/curlew.ts';
import { BENCH } from '../subjects/subject.ts';
import { chatDescription, type StreamServer } from './stream-server.ts';

/** A console that is measured. */
export interface ConsoleSubject {
  readonly name: string;
  /** Its package in `tests/bench/package.json`. */
  readonly packageName?: string;
  /** Whether `--quick` leaves it out. */
  readonly isSlow?: boolean;
  /** Makes its site in an empty folder, with the server as the API. Not measured. */
  readonly prepare: (server: StreamServer, folder: string) => Promise<Prepared>;
}

export interface Prepared {
  /** The page with the operation. */
  readonly url: string;
  /** What opens the console on that page, and what sends in it: CSS selectors. */
  readonly open: string;
  readonly send: string;
  /** What a reader does between the two, such as choosing the real server. */
  readonly fill?: (page: Page) => Promise<void>;
  readonly close: () => Promise<void>;
}

async function prepareCurlew(server: StreamServer, folder: string): Promise<Prepared> {
  await mkdir(join(folder, 'openapi'), { recursive: true });
  await writeFile(join(folder, 'openapi/chat.json'), JSON.stringify(chatDescription(server.url)));
  const config = `import curlew from 'curlew';\nexport default { integrations: [curlew({ connect: ['${server.url}'] })] };\n`;
  await writeFile(join(folder, 'astro.config.mjs'), config);
  const out = join(folder, 'dist');
  await buildWithCurlew(folder, out);
  const preview = await servePreview(out, 0);
  return {
    url: `${preview.url}reference/create-chat-completion/`,
    open: '[data-try]',
    send: '[data-send]',
    fill: async (page) => {
      await page.locator('.console select').first().selectOption('server-0');
    },
    close: () => preview.close(),
  };
}

/** A page that loads a peer from the packages beside us. */
async function preparePage(server: StreamServer, folder: string, name: string, html: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'openapi.json'), JSON.stringify(chatDescription(server.url)));
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chat</title>${html}</html>`,
  );
  server.mount(`/${name}/`, folder);
  return `${server.url}/${name}/`;
}

async function prepareScalar(server: StreamServer, folder: string): Promise<Prepared> {
  server.mount('/scalar-files/', join(BENCH, 'node_modules/@scalar/api-reference/dist/browser'));
  const url = await preparePage(
    server,
    folder,
    'scalar',
    '<div id="app"></div><script src="/scalar-files/standalone.js"></script><script>Scalar.createApiReference("#app", { url: "openapi.json" })</script>',
  );
  // In the address bar of the dialog; another one is for narrow windows.
  return {
    url,
    open: '.show-api-client-button',
    send: '[id^="scalar-client"] button.scalar-button-solid',
    close: async () => {},
  };
}

async function prepareSwagger(server: StreamServer, folder: string): Promise<Prepared> {
  server.mount('/swagger-files/', join(BENCH, 'node_modules/swagger-ui-dist'));
  const url = await preparePage(
    server,
    folder,
    'swagger',
    '<link rel="stylesheet" href="/swagger-files/swagger-ui.css"><div id="app"></div><script src="/swagger-files/swagger-ui-bundle.js"></script><script>SwaggerUIBundle({ url: "openapi.json", dom_id: "#app", docExpansion: "full" })</script>',
  );
  return { url, open: '.try-out__btn', send: '.execute', close: async () => {} };
}

export const consoleSubjects: readonly ConsoleSubject[] = [
  { name: 'curlew', prepare: prepareCurlew },
  { name: 'scalar', packageName: '@scalar/api-reference', prepare: prepareScalar },
  { name: 'swagger-ui', packageName: 'swagger-ui-dist', isSlow: true, prepare: prepareSwagger },
];
