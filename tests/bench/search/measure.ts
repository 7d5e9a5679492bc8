import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { servePreview } from '../../../src/cli/preview/server.ts';
import { startBrowser } from '../browser.ts';
import { findDescription, operationsOf } from '../descriptions.ts';
import { buildWithCurlew } from '../subjects/curlew.ts';

/** One search on a page with an empty cache. Times are milliseconds, sizes bytes as brotli makes them. */
export interface Search {
  /** From the last letter to the first results, with all that has to be fetched for them. */
  readonly first: number;
  /** The same once more on that page: nothing is fetched. */
  readonly again: number;
  /** What was fetched of the index, its first part included. */
  readonly bytes: number;
  readonly requests: number;
}

export interface SearchResult {
  readonly description: string;
  readonly operations: number;
  readonly index: { readonly files: number; readonly bytes: number; readonly packed: number };
  readonly queries: readonly { readonly query: string; readonly searches: readonly Search[] }[];
}

/** @param named - the description that is searched for names of its own */
export async function measureSearch(folder: string, runs: number, named: string): Promise<SearchResult> {
  const descriptions = join(folder, 'descriptions');
  const { name, file, operations } = await findDescription(named, descriptions);
  const out = join(folder, 'site');
  await buildWithCurlew(file, out);
  const server = await servePreview(out, 0);
  const browser = await startBrowser();
  try {
    const queries: { query: string; searches: Search[] }[] = [];
    for (const query of await queriesOf(file)) {
      const searches: Search[] = [];
      for (let index = 0; index < runs; index += 1) searches.push(await searchFor(query, browser, server.url));
      queries.push({ query, searches });
    }
    return { description: name, operations, index: await weighIndex(join(out, '_curlew/search')), queries };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What readers type: a name by its beginning, a piece of a path, a word of a sentence, with a slip. */
async function queriesOf(file: string): Promise<string[]> {
  const all = operationsOf(JSON.parse(await readFile(file, 'utf8')));
  const { path = '', operation } = all[Math.floor(all.length / 2)] ?? {};
  const id = String(operation?.operationId ?? '');
  const words = String(operation?.summary ?? '').split(' ');
  const word = words.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  const slip = word.slice(0, 2) + word.slice(3);
  const query = [id.slice(0, -1), path.split('{')[0]?.slice(0, -1), words.slice(0, 2).join(' '), slip, '404'];
  return query.filter((one) => one !== undefined && one.length > 1) as string[];
}

async function weighIndex(folder: string): Promise<SearchResult['index']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(files.map((file) => readFile(file)));
  return {
    files: files.length,
    bytes: contents.reduce((sum, { length }) => sum + length, 0),
    packed: contents.reduce((sum, content) => sum + brotliCompressSync(content).length, 0),
  };
}

async function searchFor(query: string, browser: Browser, url: string): Promise<Search> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/_curlew/search/')) bodies.push(response.body());
    });
    await page.goto(`${url}reference/`, { waitUntil: 'networkidle' });
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    const first = await typeIn(page, query);
    const again = await typeIn(page, query);
    // Only now: the site is served by this process.
    const sizes = (await Promise.all(bodies)).map((body) => brotliCompressSync(body).length);
    return { first, again, bytes: sizes.reduce((sum, size) => sum + size, 0), requests: sizes.length };
  } finally {
    await context.close();
  }
}

/** Puts a query in the box at once, which no reader types so fast. @returns until something to choose is listed */
async function typeIn(page: Page, query: string): Promise<number> {
  const box = page.getByRole('combobox');
  await box.fill('');
  return page.evaluate(
    (text) =>
      new Promise<number>((done, fail) => {
        const input = document.querySelector<HTMLInputElement>('.search [role="combobox"]');
        const list = document.querySelector('.search [role="listbox"]');
        if (!input || !list) {
          fail(new Error('there is no search'));
          return;
        }
        input.value = text;
        const start = performance.now();
        const look = (): void => {
          if (!list.querySelector('[role="option"] mark')) return;
          watcher.disconnect();
          done(performance.now() - start);
        };
        const watcher = new MutationObserver(look);
        watcher.observe(list, { childList: true, subtree: true });
        setTimeout(() => fail(new Error(`nothing is found for "${text}"`)), 10_000);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    query,
  );
}
