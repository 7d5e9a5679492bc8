import { join } from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { startBrowser } from '../browser.ts';
import { tell } from '../builds.ts';
import type { Description } from '../descriptions.ts';
import { describePages, OPERATION } from './descriptions.ts';
import { type FileServer, startFileServer } from './server.ts';
import { type PageSubject, pageSubjects } from './subjects.ts';

/** One visit of one page with an empty cache. Times are milliseconds since the navigation began. */
export interface Visit {
  /** As they came over the wire, headers too. */
  readonly bytes: number;
  readonly requests: number;
  /** Of the bytes, those of scripts, without their headers. */
  readonly scriptBytes: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** What the operation says of itself stands in the window. */
  readonly visible: number;
  /** The sum of all layout shifts. */
  readonly shift: number;
  /** What tasks of the main thread took beyond 50 ms each. */
  readonly blocking: number;
  readonly elements: number;
}

export type Pace = 'default' | 'slow';

export interface PageResult {
  readonly description: string;
  readonly operations: number;
  readonly subject: string;
  readonly pace: Pace;
  readonly visits: readonly Visit[];
  readonly failure?: string;
}

/** How long the operation may take to show. */
const PATIENCE = 60_000;
const SLOWED = 4;
/** «Fast 4G» as Chromium's own tools have it; bytes a second and milliseconds. */
const FAST_4G = { offline: false, downloadThroughput: 1_012_500, uploadThroughput: 168_750, latency: 165 };

/**
 * @param large - the large description, by its name or path
 * @param isQuick - the peers show the small description only, where they are not slow
 */
export async function measurePages(
  folder: string,
  runs: number,
  large: string,
  isQuick: boolean,
): Promise<PageResult[]> {
  const server = await startFileServer();
  const browser = await startBrowser();
  try {
    const results: PageResult[] = [];
    for (const [index, description] of (await describePages(join(folder, 'descriptions'), large)).entries()) {
      for (const subject of pageSubjects) {
        if (isQuick && subject.packageName !== undefined && index > 0) continue;
        results.push(...(await measureOne(subject, description, { browser, server, folder, runs })));
      }
    }
    return results;
  } finally {
    await browser.close();
    await server.close();
  }
}

interface Bench {
  readonly browser: Browser;
  readonly server: FileServer;
  readonly folder: string;
  readonly runs: number;
}

async function measureOne(subject: PageSubject, description: Description, bench: Bench): Promise<PageResult[]> {
  const folder = join(bench.folder, `${subject.name.replace(' ', '-')}-${description.name}`);
  const url = await subject
    .prepare(description, bench.server, folder)
    .catch((error: unknown) => new Error(tell(error)));
  if (typeof url === 'string') await warm(url);
  const results: PageResult[] = [];
  for (const pace of ['default', 'slow'] as const) {
    const facts = { description: description.name, operations: description.operations, subject: subject.name, pace };
    const visits: Visit[] = [];
    let failure = typeof url === 'string' ? undefined : url.message;
    for (let index = 0; index < bench.runs && failure === undefined; index += 1) {
      const visit = await visitPage(bench.browser, String(url), pace).catch(tellVisit);
      if (typeof visit === 'string') failure = visit;
      else visits.push(visit);
    }
    results.push({ ...facts, visits, ...(failure === undefined ? {} : { failure }) });
    console.error(`${description.name}, ${subject.name}, ${pace}: ${failure ?? `${visits.length} visits`}`);
  }
  return results;
}

/** Has the server compress what the page names, so that no visit waits for it. */
async function warm(url: string): Promise<void> {
  const html = await (await fetch(url)).text();
  for (const [, file = ''] of html.matchAll(/"([^"]+\.(?:js|css|json|svg))"/g)) {
    await (await fetch(new URL(file, url))).arrayBuffer();
  }
}

function tellVisit(error: unknown): string {
  const said = tell(error);
  return /Timeout|timed out/i.test(said) ? `the operation does not show within ${PATIENCE / 1000} s` : said;
}

async function visitPage(browser: Browser, url: string, pace: Pace): Promise<Visit> {
  // By itself this Chromium has a language that Elements can't read.
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const session = await context.newCDPSession(page);
    const sent = await watchNetwork(session);
    if (pace === 'slow') {
      await session.send('Network.emulateNetworkConditions', FAST_4G);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    }
    await page.addInitScript(watchPage, OPERATION.text);
    await page.goto(url, { waitUntil: 'commit', timeout: PATIENCE });
    await page.waitForFunction(() => window.seen.visible > 0, undefined, { timeout: PATIENCE, polling: 100 });
    await page.waitForLoadState('networkidle', { timeout: PATIENCE });
    return { ...sent, ...(await seenOn(page)) };
  } finally {
    await context.close();
  }
}

/** @returns numbers that grow as answers end */
async function watchNetwork(session: CDPSession): Promise<Pick<Visit, 'bytes' | 'requests' | 'scriptBytes'>> {
  const sent = { bytes: 0, requests: 0, scriptBytes: 0 };
  /** The scripts by request, each with the size of its headers. */
  const scripts = new Map<string, number>();
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.set(requestId, response.encodedDataLength);
  });
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.startsWith('http')) sent.requests += 1;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sent.bytes += encodedDataLength;
    const headers = scripts.get(requestId);
    if (headers !== undefined) sent.scriptBytes += encodedDataLength - headers;
  });
  return sent;
}

type Seen = { -readonly [Key in Exclude<keyof Visit, 'bytes' | 'requests' | 'scriptBytes' | 'elements'>]: Visit[Key] };

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Runs in the page before its own scripts. */
function watchPage(text: string): void {
  const seen: Seen = { firstPaint: 0, largestPaint: 0, visible: 0, shift: 0, blocking: 0 };
  window.seen = seen;
  const observe = (type: string, take: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry);
    }).observe({ type, buffered: true });
  };
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.firstPaint = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => {
    seen.largestPaint = startTime;
  });
  observe('layout-shift', (entry) => {
    if ('value' in entry) seen.shift += Number(entry.value);
  });
  observe('longtask', ({ duration }) => {
    seen.blocking += duration - 50;
  });
  const look = (): void => {
    const found = document.evaluate(
      `//*[normalize-space(text())='${text}']`,
      document,
      null,
      XPathResult.ORDERED_NODE_SNAPSHOT_TYPE,
    );
    for (let at = 0; at < found.snapshotLength; at += 1) {
      const element = found.snapshotItem(at);
      const box = element instanceof HTMLElement ? element.getBoundingClientRect() : undefined;
      if (box && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight) {
        seen.visible = performance.now();
        return;
      }
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function seenOn(page: Page): Promise<Omit<Visit, 'bytes' | 'requests' | 'scriptBytes'>> {
  return page.evaluate(() => ({ ...window.seen, elements: document.querySelectorAll('*').length }));
}
