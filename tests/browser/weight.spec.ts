import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const SITE = process.env.SITE_URL ?? '';

/** What may be fetched for a page before any press; bytes as brotli makes them, document and all. */
const LIMITS = {
  '': { bytes: 22_000, elements: 450 },
  'start/': { bytes: 24_000, elements: 750 },
  'reference/': { bytes: 21_000, elements: 400 },
  'reference/create-chat-completion/': { bytes: 30_000, elements: 2700 },
  'reference/create-embedding/': { bytes: 25_000, elements: 1750 },
  'reference/schemas/chat-message/': { bytes: 20_000, elements: 350 },
  'reference/all/': { bytes: 37_000, elements: 6500 },
};

/** Brotli's work on a page's script, boot included. */
const SCRIPT = 6000;
const REQUESTS = 6;
/** Each family, weight and size is a font that the browser makes before it shows a first line. */
const FONTS = 16;

function shownFonts(): string[] {
  const fonts = new Set<string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const box = texts.currentNode.parentElement;
    if (!box || texts.currentNode.textContent?.trim() === '' || box.getClientRects().length === 0) continue;
    const { fontFamily, fontWeight, fontSize, fontStyle } = getComputedStyle(box);
    fonts.add(`${fontFamily} ${fontWeight} ${fontSize} ${fontStyle}`);
  }
  return [...fonts];
}

for (const [path, limits] of Object.entries(LIMITS)) {
  test(`/${path} stays as light as it is`, async ({ page }) => {
    const loads: Promise<{ type: string; bytes: number }>[] = [];
    page.on('response', (response) => {
      const type = response.request().resourceType();
      loads.push(response.body().then((body) => ({ type, bytes: brotliCompressSync(body).length })));
    });
    // The network may be idle for a while before a long page is read to its script.
    await page.goto(SITE + path);
    await page.waitForLoadState('networkidle');
    const loaded = await Promise.all(loads);
    const sum = (type?: string): number =>
      loaded.reduce((total, load) => total + (type === undefined || load.type === type ? load.bytes : 0), 0);
    expect(sum('document')).toBeGreaterThan(1000);
    expect(sum()).toBeLessThanOrEqual(limits.bytes);
    expect(sum('script')).toBeGreaterThan(1000);
    expect(sum('script')).toBeLessThanOrEqual(SCRIPT);
    expect(loaded.length).toBeLessThanOrEqual(REQUESTS);
    expect(loaded.filter(({ type }) => type === 'font')).toEqual([]);
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThanOrEqual(limits.elements);
    expect((await page.evaluate(shownFonts)).length).toBeLessThanOrEqual(FONTS);
  });
}

test('a page asks for its styles without waiting for its script, and for nothing else before it shows', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.resourceType()));
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  // Nothing is answered yet: what is asked for by then is asked for in one go.
  await page.route(/\/_astro\//, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${SITE}en/reference/create-chat-completion/`, { waitUntil: 'commit' });
  await expect.poll(() => asked).toEqual(['document', 'stylesheet', 'script']);
  release();
  await expect(page.locator('[data-try]')).toBeVisible();
});

/** The console's script, the samples', styles, data and texts: one more would wait where a browser asks a host for six at a time. */
const PRESS_REQUESTS = 5;

test('the first press of the console asks for all that it needs at once', async ({ page }) => {
  await page.goto(`${SITE}en/reference/create-chat-completion/`);
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  // Nothing is answered yet, so nothing asks for more.
  await page.route(/\/_(?:astro|curlew)\//, async (route) => {
    await released;
    await route.continue();
  });
  await page.locator('[data-try]').click();
  await expect.poll(() => asked.length).toBe(PRESS_REQUESTS);
  expect(asked.filter((url) => /\.css$/.test(url))).toHaveLength(1);
  expect(asked.filter((url) => /\.json$/.test(url))).toHaveLength(2);
  release();
  await expect(page.locator('[data-send]')).toBeVisible();
  expect(asked).toHaveLength(PRESS_REQUESTS);
});
