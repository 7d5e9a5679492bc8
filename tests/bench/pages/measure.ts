import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../browser.ts';
import type { Description } from '../descriptions.ts';
import { describePages, OPERATION } from './descriptions.ts';
import { type FileServer, startFileServer } from './server.ts';
import { type PageSubject, pageSubjects } from './subjects.ts';

/** One visit of one page with an empty cache. Times are milliseconds since the navigation began. */
export interface Visit {
  /** As they came over the wire, headers too. */
  readonly bytes: number;
  readonly requests: number;
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

/** @param large - a file of JSON for the large description */
export async function measurePages(folder: string, runs: number, large?: string): Promise<PageResult[]> {
  const server = await startFileServer();
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args, env });
  try {
    const results: PageResult[] = [];
    for (const description of await describePages(join(folder, 'descriptions'), large)) {
      for (const subject of pageSubjects) {
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
  const url = await subject.prepare(description, bench.server, folder);
  const results: PageResult[] = [];
  for (const pace of ['default', 'slow'] as const) {
    const facts = { description: description.name, operations: description.operations, subject: subject.name, pace };
    const visits: Visit[] = [];
    let failure: string | undefined;
    for (let index = 0; index < bench.runs && failure === undefined; index += 1) {
      const visit = await visitPage(bench.browser, url, pace).catch((error: unknown) => tell(error));
      if (typeof visit === 'string') failure = visit;
      else visits.push(visit);
    }
    results.push({ ...facts, visits, ...(failure === undefined ? {} : { failure }) });
    console.error(`${description.name}, ${subject.name}, ${pace}: ${failure ?? `${visits.length} visits`}`);
  }
  return results;
}

function tell(error: unknown): string {
  const [line = ''] = String(error).split('\n');
  return /Timeout|timed out/i.test(line)
    ? `the operation does not show within ${PATIENCE / 1000} s`
    : line.slice(0, 100);
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
async function watchNetwork(session: CDPSession): Promise<{ bytes: number; requests: number }> {
  const sent = { bytes: 0, requests: 0 };
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.startsWith('http')) sent.requests += 1;
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    sent.bytes += encodedDataLength;
  });
  return sent;
}

type Seen = { -readonly [Key in Exclude<keyof Visit, 'bytes' | 'requests' | 'elements'>]: Visit[Key] };

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

async function seenOn(page: Page): Promise<Omit<Visit, 'bytes' | 'requests'>> {
  return page.evaluate(() => ({ ...window.seen, elements: document.querySelectorAll('*').length }));
}
