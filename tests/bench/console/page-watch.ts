import type { CDPSession, Page } from '@playwright/test';

/** What a page did since `watch`, by `Date.now()` and in milliseconds. */
export interface Watched {
  /** The first word of the stream was in the document; 0 while it isn't. */
  readonly firstShown: number;
  /** The document changed last. */
  readonly lastChange: number;
  /** Of all tasks of the main thread over 50 ms, which is what browsers report; 0 where none was. */
  readonly longestTask: number;
}

type Watching = { -readonly [Key in keyof Watched]: Watched[Key] };

declare global {
  interface Window {
    watched: Watching;
  }
}

/** How long a document must stay the same to be done, in milliseconds. */
const QUIET = 2000;

/** Starts to watch the document for the words of the stream. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched: Watching = { firstShown: 0, lastChange: 0, longestTask: 0 };
    window.watched = watched;
    new MutationObserver(() => {
      watched.lastChange = Date.now();
      if (watched.firstShown === 0 && document.body.textContent?.includes('t0 ')) watched.firstShown = Date.now();
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longestTask = Math.max(watched.longestTask, duration);
    }).observe({ type: 'longtask' });
  });
}

/** Waits until the document has shown something of the stream and stays the same. @throws after `patience` milliseconds */
export async function whenQuiet(page: Page, patience: number): Promise<Watched> {
  await page.waitForFunction(
    (quiet) => window.watched.firstShown > 0 && Date.now() - window.watched.lastChange > quiet,
    QUIET,
    { timeout: patience, polling: 200 },
  );
  return page.evaluate(() => window.watched);
}

/** What script holds after a collection, in bytes. */
export async function usedHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
