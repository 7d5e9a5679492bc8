import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { servePreview } from '../../src/cli/preview/server.ts';
import { en } from '../../src/i18n/en.ts';
import { languages } from '../../src/i18n/languages.ts';
import { fill } from '../../src/i18n/translate.ts';
import { buildProject } from '../builder/build.ts';
import { writeFiles } from '../project.ts';
import { type Recorder, startRecorder } from '../recorder.ts';

const KEY = 'key-4f1c-very-secret';
const folder = mkdtempSync(join(tmpdir(), 'curlew-relay-'));
let api: Recorder;
let thief: Recorder;
let server: Awaited<ReturnType<typeof servePreview>>;
let output = '';

// One worker, so that the site is built once.
test.describe.configure({ mode: 'default' });

function config(relay: string): string {
  return `import curlew from 'curlew';
export default {
  integrations: [
    curlew({ languages: ['en', 'zh-CN'], apis: { pets: { ${relay} connect: [${JSON.stringify(api.url)}, 'https://api.example'] } } }),
  ],
};
`;
}

function describePets(): object {
  return {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    servers: [{ url: api.url }, { url: 'https://api.example' }],
    security: [{ key: [] }],
    paths: {
      '/events': {
        get: {
          operationId: 'listEvents',
          responses: { 200: { description: 'Events', content: { 'text/event-stream': { schema: {} } } } },
        },
      },
    },
    components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
  };
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  api = await startRecorder();
  thief = await startRecorder();
  api.isOpen = false;
  writeFiles(folder, {
    'openapi/pets.json': JSON.stringify(describePets()),
    'astro.config.mjs': config("relay: '/relay/',"),
  });
  const built = await buildProject(folder);
  if (built.code !== 0) throw new Error(built.err);
  output = built.out;
  // A relay that is written for others never asks this machine; one that is tried here does.
  const facts = join(folder, 'dist/_curlew/site.json');
  const { relay, ...rest } = JSON.parse(readFileSync(facts, 'utf8'));
  const allowed = { ...relay.allowed, [api.url]: relay.allowed['https://api.example'] };
  writeFileSync(facts, JSON.stringify({ ...rest, relay: { ...relay, allowed } }));
  server = await servePreview(join(folder, 'dist'), 0);
});

test.afterAll(async () => {
  await server.close();
  await Promise.all([api.close(), thief.close()]);
  rmSync(folder, { recursive: true });
});

const faults: string[] = [];
test.beforeEach(({ page }) => {
  api.requests.length = 0;
  api.play = 'json';
  faults.length = 0;
  page.on('pageerror', (error) => faults.push(String(error)));
});
test.afterEach(() => {
  expect(faults).toEqual([]);
  expect([...thief.requests, ...thief.preflights]).toEqual([]);
});

function readerIn(page: Page, locale: string) {
  const { site, console: text, consoleParts } = languages.get(locale) ?? en;
  const panel = page.locator('.console');
  return {
    text,
    relayText: consoleParts.relay,
    panel,
    key: panel.locator('input[data-secret]'),
    target: panel.getByLabel(text.answeredBy),
    answer: panel.getByRole('region', { name: text.answer, exact: true }),
    async open(): Promise<void> {
      await page.goto(`${server.url}${locale === 'en' ? '' : `${locale.toLowerCase()}/`}reference/list-events/`);
      await page.getByRole('button', { name: site.tryIt, exact: true }).click();
      await expect(panel).toBeVisible();
    },
    async send(): Promise<void> {
      await panel.locator('[data-send]').click();
      await expect(this.answer).toHaveAttribute('aria-busy', 'false');
    },
  };
}

test('the build writes the file beside the site, with the https origins of the servers alone', () => {
  expect(output).toContain('The relay, to be deployed: dist.relay.mjs');
  const text = readFileSync(join(folder, 'dist.relay.mjs'), 'utf8');
  expect(text).toContain('"https://api.example": {');
  expect(text).not.toContain(new URL(api.url).host);
  const names = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => name.endsWith('.mjs'))).toEqual([]);
});

for (const locale of ['en', 'zh-CN']) {
  test.describe(`in ${locale}`, () => {
    test('where CORS refuses a page, the relay is offered, named, and asked only by another press', async ({
      page,
    }) => {
      const reader = readerIn(page, locale);
      const { text, relayText } = reader;
      const relay = `${new URL(server.url).origin}/relay/`;
      await reader.open();
      await expect(reader.target.locator('option')).toContainText([
        text.targetInPage,
        api.url,
        'https://api.example',
        fill(text.targetRelay, { url: api.url, path: '/relay/' }),
        fill(text.targetRelay, { url: 'https://api.example', path: '/relay/' }),
      ]);
      await expect(reader.target).toHaveValue('in-page');
      await reader.target.selectOption('server-0');
      await reader.key.fill(KEY);
      await reader.send();
      await expect(reader.answer).toContainText(fill(relayText.offer, { relay, origin: api.url }));
      const before = api.requests.length;
      await reader.answer.getByRole('button', { name: relayText.choose }).click();
      await expect(reader.target).toHaveValue('relay-0');
      await expect(reader.target).toBeFocused();
      expect(api.requests).toHaveLength(before);

      // The key was typed for the API alone: the reader is asked before it goes another way.
      await expect(reader.panel).toContainText(fill(text.aboutRelay, { relay, origin: api.url }));
      await expect(reader.panel).toContainText(fill(text.keyThroughRelay, { site: new URL(relay).host }));
      await expect(reader.panel).toContainText(fill(text.sentThrough, { relay }));
      await expect(reader.key).toHaveValue('');
      await reader.panel.locator('[data-send]').click();
      await expect(reader.key).toBeFocused();
      expect(api.requests).toHaveLength(before);
      const bound = `${relay}→${api.url}`;
      await reader.panel.getByRole('button', { name: fill(text.useKeyHere, { to: bound }) }).click();

      // The request and every sample keep the address of the API.
      await expect(reader.panel.locator('.console-request')).toContainText(`${api.url}/events`);
      await expect(page.locator('.code-tabs')).toContainText(`${api.url}/events`);
      await expect(page.locator('.code-tabs')).not.toContainText('/relay/');

      api.requests.length = 0;
      const seen = Promise.withResolvers<void>();
      const events = Array.from({ length: 50 }, (_, index) => `data: {"n":${index}}\n\n`);
      api.script = { type: 'text/event-stream', pieces: [events[0] ?? '', seen.promise, ...events.slice(1)] };
      api.play = 'script';
      await reader.panel.locator('[data-send]').click();
      await expect(reader.answer).toContainText('"n":0');
      seen.resolve();
      await expect(reader.answer).toHaveAttribute('aria-busy', 'false');
      await expect(reader.answer).toContainText('"n":49');
      expect(api.requests).toHaveLength(1);
      const [sent] = api.requests;
      const headers = Object.fromEntries((sent?.headers ?? []).map(([name, value]) => [name.toLowerCase(), value]));
      expect(headers).toMatchObject({ 'x-key': KEY, accept: 'text/event-stream', 'user-agent': 'curlew-relay' });
      expect(headers).not.toHaveProperty('origin');

      // A key that the API refuses is pointed at, as it is without a relay.
      api.play = 'unauthorized';
      await reader.send();
      await expect(reader.panel).toContainText(text.unauthorized);

      api.play = 'redirect';
      api.redirectTo = thief.url;
      await reader.send();
      await expect(reader.answer).toContainText(fill(text.failure.redirect, { origin: api.url }));
      expect(api.requests).toHaveLength(3);
    });

    test('Stop ends the request to the API, and a site without its relay is told apart', async ({ page }) => {
      const reader = readerIn(page, locale);
      await reader.open();
      await reader.target.selectOption('relay-0');
      await reader.key.fill(KEY);
      api.script = { type: 'text/event-stream', pieces: ['data: first\n\n'], end: 'open' };
      api.play = 'script';
      await reader.panel.locator('[data-send]').click();
      await expect(reader.answer).toContainText('first');
      await reader.panel.locator('[data-stop]').click();
      await expect.poll(() => api.requests[0]?.aborted).toBe(true);
      await expect(reader.answer).toContainText(reader.text.stoppedPart);

      const relay = `${new URL(server.url).origin}/relay/`;
      await page.route('**/relay/', (route) =>
        route.fulfill({ status: 404, contentType: 'text/html', body: '<p>no</p>' }),
      );
      await reader.send();
      await expect(reader.answer).toContainText(reader.text.failure.relay);
      await expect(reader.answer).toContainText(fill(reader.relayText.fault.absent, { relay, status: 404 }));
      await page.unroute('**/relay/');

      await reader.target.selectOption('relay-1');
      await reader.key.fill(KEY);
      await page.route('**/relay/', (route) =>
        route.fulfill({ status: 504, headers: { 'Relay-Fault': 'timeout' }, body: '' }),
      );
      await reader.send();
      await expect(reader.answer).toContainText(reader.relayText.fault.timeout);
    });
  });
}

test('no page of another origin, and no link, gets anything from the relay', async ({ page }) => {
  api.script = { type: 'text/html', pieces: ['<script>parent.document.title = "run"</script>'] };
  api.play = 'script';
  const relay = `${new URL(server.url).origin}/relay/`;
  const link = await page.goto(relay);
  expect(link?.status()).toBe(405);
  await expect(page.locator('body')).toHaveText('The relay takes POST alone.');
  const evil = createServer((_, outgoing) =>
    outgoing.setHeader('Content-Type', 'text/html').end('<title>evil</title>'),
  );
  await new Promise<void>((done) => evil.listen(0, '127.0.0.1', done));
  await page.goto(`http://127.0.0.1:${(evil.address() as { port: number }).port}/`);
  const wanted = `GET ${api.url}/events`;
  const got = await page.evaluate(
    async ([url = '', request = '']) => {
      const ask = (init: RequestInit): Promise<string> =>
        fetch(url, { method: 'POST', ...init }).then((one) => one.text(), String);
      return [await ask({ headers: { 'Relay-Request': request } }), await ask({ mode: 'no-cors', body: 'x' })];
    },
    [relay, wanted],
  );
  expect(got).toEqual(['TypeError: Failed to fetch', 'TypeError: Failed to fetch']);
  expect(api.requests).toEqual([]);
  evil.close();
});

test('without the option there is no trace of it on a page, and the rest is the same', async () => {
  test.setTimeout(120_000);
  const read = (out: string): Map<string, string> => {
    const at = join(folder, out);
    const names = readdirSync(at, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    return new Map(names.map((name) => [name, readFileSync(join(at, name), 'utf8')]));
  };
  writeFiles(folder, { 'astro.config.mjs': config('') });
  const built = await buildProject(folder, ['--out', 'without']);
  expect(built.code, built.err).toBe(0);
  expect(built.out).not.toContain('relay');
  const [on, off] = [read('dist'), read('without')];
  for (const [name, page] of off) {
    expect(page, name).not.toContain('relay');
    expect(on.get(name)?.replace(' data-relay="/relay/"', ''), name).toBe(page);
  }
  expect(off.size).toBe(on.size);

  // In the site's folder it would be a public file; what is no path of the site is told with its place.
  const inside = await buildProject(folder, ['--relay', 'dist/relay.mjs']);
  expect([inside.code, inside.err]).toEqual([2, expect.stringContaining('whose files are served')]);
  writeFiles(folder, { 'astro.config.mjs': config("relay: '//relay.example/',") });
  const wrong = await buildProject(folder, ['--out', 'without']);
  expect(wrong.code).toBe(1);
  expect(wrong.err).toMatch(/astro\.config\.mjs:4:\d+ {2}error {2}option-wrong/);
  expect(wrong.err).toContain('has to be a path of this site where no page lies, such as "/relay/"');
});
