import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const SITE = process.env.SITE_URL ?? '';

/** What may be fetched for a page before any press; bytes as brotli makes them, document and all. */
const LIMITS = {
  '': { bytes: 22_000, elements: 600 },
  'start/': { bytes: 24_000, elements: 1000 },
  'reference/': { bytes: 22_000, elements: 800 },
  'reference/create-chat-completion/': { bytes: 30_000, elements: 3000 },
  'reference/create-embedding/': { bytes: 25_000, elements: 2000 },
  'reference/schemas/chat-message/': { bytes: 22_000, elements: 800 },
  'reference/all/': { bytes: 40_000, elements: 7000 },
};

/** Brotli's work on a page's script, boot included. */
const SCRIPT = 6000;
const REQUESTS = 6;

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
  });
}
