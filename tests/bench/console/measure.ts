import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, ElementHandle, Page } from '@playwright/test';
import { startBrowser } from '../browser.ts';
import { tell } from '../builds.ts';
import { usedHeap, watch, whenQuiet } from './page-watch.ts';
import { type StreamServer, startStreamServer } from './stream-server.ts';
import { type ConsoleSubject, consoleSubjects, type Prepared } from './subjects.ts';

/** One run of one console. Times are milliseconds, sizes bytes. */
export interface ConsoleRun {
  /** All that was fetched until Send could be pressed, brotli, without the page itself and what it loads at once for ours. */
  readonly pressBytes: number;
  readonly pageBytes: number;
  /** From the press that opens the console to a Send that can be pressed, on a CPU slowed four times. */
  readonly ready: number;
  /** The same where the pointer rested on the button before, as long as hands take to press. */
  readonly reached: number;
  readonly stream: StreamRun;
}

export interface StreamRun {
  readonly events: number;
  /** After the first byte was sent. */
  readonly firstToken: number;
  /** When the document changed last, after the last byte was sent. */
  readonly end: number;
  readonly longestTask: number;
  /** What script holds after the end. */
  readonly heap: number;
}

export interface ConsoleResult {
  readonly subject: string;
  readonly runs: readonly ConsoleRun[];
  /** A million events, once. */
  readonly long?: StreamRun;
  readonly failure?: string;
}

const EVENTS = 20_000;
const MANY_EVENTS = 1_000_000;
const SLOWED = 4;
/** Milliseconds from the pointer on a button to its press. */
const DWELL = 300;
/** Milliseconds that a stream may take to be shown. */
const PATIENCE = 180_000;

/** @param isQuick - leaves the million out */
export async function measureConsoles(folder: string, runs: number, isQuick: boolean): Promise<ConsoleResult[]> {
  const server = await startStreamServer();
  const browser = await startBrowser();
  try {
    const results: ConsoleResult[] = [];
    for (const subject of consoleSubjects.filter(({ isSlow }) => !(isQuick && isSlow))) {
      results.push(await measureOne(subject, browser, server, join(folder, subject.name), runs, isQuick));
    }
    return results;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measureOne(
  { name, prepare }: ConsoleSubject,
  browser: Browser,
  server: StreamServer,
  folder: string,
  runs: number,
  isQuick: boolean,
): Promise<ConsoleResult> {
  const done: ConsoleRun[] = [];
  let prepared: Prepared | undefined;
  try {
    prepared = await prepare(server, folder);
    const ready = prepared;
    for (let index = 0; index < runs; index += 1) done.push(await measureRun(browser, server, ready));
    if (isQuick) return { subject: name, runs: done };
    const long = await inPage(browser, async (page) => {
      await open(page, ready);
      return measureStream(page, server, ready, MANY_EVENTS);
    }).catch(tell);
    return typeof long === 'string'
      ? { subject: name, runs: done, failure: `a million events: ${long}` }
      : { subject: name, runs: done, long };
  } catch (error) {
    return { subject: name, runs: done, failure: tell(error) };
  } finally {
    await prepared?.close();
  }
}

async function measureRun(browser: Browser, server: StreamServer, prepared: Prepared): Promise<ConsoleRun> {
  const first = await inPage(browser, (page) => measureReady(page, prepared, false));
  const { ready: reached } = await inPage(browser, (page) => measureReady(page, prepared, true));
  const stream = await inPage(browser, async (page) => {
    await open(page, prepared);
    return measureStream(page, server, prepared, EVENTS);
  });
  return { ...first, reached, stream };
}

async function inPage<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** @param isReached - the pointer is on the button before it is pressed */
async function measureReady(
  page: Page,
  { url, open, send }: Prepared,
  isReached: boolean,
): Promise<Omit<ConsoleRun, 'stream' | 'reached'>> {
  const bodies: Promise<Buffer | undefined>[] = [];
  page.on('response', (response) => {
    bodies.push(response.body().catch(() => undefined));
  });
  // Only where nothing is measured: the page is served by this process.
  const bytes = async (): Promise<number> => {
    await page.waitForLoadState('networkidle');
    const all = await Promise.all(bodies);
    return all.reduce((sum, body) => sum + (body ? brotliCompressSync(body).length : 0), 0);
  };
  await page.goto(url);
  await page.locator(open).first().waitFor();
  const pageBytes = await bytes();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  if (isReached) {
    await page.locator(open).first().hover();
    await page.waitForTimeout(DWELL);
  }
  const opener = await page.locator(open).first().elementHandle();
  const ready = await page.evaluate(
    ([button, sender]) =>
      new Promise<number>((done) => {
        const start = performance.now();
        const look = (): void => {
          if (document.querySelector<HTMLElement>(sender)?.offsetParent) done(performance.now() - start);
          else setTimeout(look);
        };
        button?.click();
        look();
      }),
    [opener as ElementHandle<HTMLElement> | null, send] as const,
  );
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { pageBytes, pressBytes: (await bytes()) - pageBytes, ready };
}

async function open(page: Page, { url, open: opener, send, fill }: Prepared): Promise<void> {
  await page.goto(url);
  await page.locator(opener).first().click();
  await page.locator(send).first().waitFor();
  await fill?.(page);
  await page.waitForLoadState('networkidle');
}

async function measureStream(page: Page, server: StreamServer, { send }: Prepared, events: number): Promise<StreamRun> {
  const session = await page.context().newCDPSession(page);
  server.events = events;
  await watch(page);
  // A page that freezes on the first events ends the press only once it moves again.
  await page.locator(send).first().click({ timeout: PATIENCE });
  const { firstShown, lastChange, longestTask } = await whenQuiet(page, PATIENCE);
  const { sent } = server;
  if (!sent) throw new Error('the page was quiet before the stream was over');
  return {
    events,
    firstToken: firstShown - sent.first,
    end: lastChange - sent.last,
    longestTask,
    heap: await usedHeap(session),
  };
}
