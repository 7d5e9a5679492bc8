import {
  cpuPerOperation,
  cpuTo,
  firstResults,
  indexFetched,
  ofConsole,
  ofGithub,
  ofPage,
  pageGrowth,
  type Read,
  secondBuild,
  streamMemory,
  visibleToBareHtml,
  visibleToConsoles,
} from './readings.ts';

/** What Curlew may take. */
export interface Budget {
  readonly what: string;
  /** Met up to this. */
  readonly most: number;
  /** As it stands behind a number: ` kB`, `×`. */
  readonly unit: string;
  readonly read: Read;
}

/**
 * What is fast enough to be called so. The share of a peer: half of Blume's CPU and an eighth of Starlight's; an eighth
 * of the time of the best page with a console. "Linear" allows 30 % an operation, "flat" half as much again for fifty
 * times the events.
 */
export const budgets: readonly Budget[] = [
  {
    what: 'operation page, script before any press',
    most: 6,
    unit: ' kB',
    read: ofPage('scriptBytes', 'default', 1000),
  },
  { what: 'operation page, all bytes', most: 30, unit: ' kB', read: ofPage('bytes', 'default', 1000) },
  { what: 'operation page, requests', most: 6, unit: '', read: ofPage('requests') },
  { what: 'operation page, elements', most: 5000, unit: '', read: ofPage('elements') },
  { what: 'operation page, bytes in a large description to a small one', most: 1.15, unit: '×', read: pageGrowth },
  { what: 'operation visible, slow, to bare HTML', most: 1.5, unit: '×', read: visibleToBareHtml },
  { what: 'operation visible, slow, to the best page with a console', most: 1 / 8, unit: '×', read: visibleToConsoles },
  { what: 'operation page, layout shift', most: 0, unit: '', read: ofPage('shift') },
  { what: 'operation page, blocked', most: 0, unit: ' ms', read: ofPage('blocking') },
  { what: 'operation page, blocked, slow', most: 0, unit: ' ms', read: ofPage('blocking', 'slow') },
  {
    what: 'console, bytes with the press',
    most: 45,
    unit: ' kB',
    read: ofConsole(({ pressBytes }) => pressBytes / 1000),
  },
  { what: 'console, ready on a CPU slowed four times', most: 100, unit: ' ms', read: ofConsole(({ ready }) => ready) },
  {
    what: 'stream of 20,000, first word after the first byte',
    most: 50,
    unit: ' ms',
    read: ofConsole(({ stream }) => stream.firstToken),
  },
  {
    what: 'stream of 20,000, end after the last byte',
    most: 250,
    unit: ' ms',
    read: ofConsole(({ stream }) => stream.end),
  },
  {
    what: 'stream of 20,000, longest task',
    most: 50,
    unit: ' ms',
    read: ofConsole(({ stream }) => stream.longestTask),
  },
  { what: 'stream, memory of a million events to 20,000', most: 1.5, unit: '×', read: streamMemory },
  { what: 'build, CPU to the bare Astro site', most: 2.5, unit: '×', read: cpuTo('bare astro') },
  { what: 'build, CPU to Blume', most: 1 / 2, unit: '×', read: cpuTo('blume') },
  { what: 'build, CPU to starlight-openapi', most: 1 / 8, unit: '×', read: cpuTo('starlight-openapi') },
  { what: 'build of GitHub, output', most: 80, unit: ' MB', read: ofGithub(({ outputMegabytes }) => outputMegabytes) },
  {
    what: 'build of GitHub, largest operation page, not compressed',
    most: 300,
    unit: ' kB',
    read: ofGithub(({ operationPageBytes = Number.NaN }) => operationPageBytes / 1000),
  },
  { what: 'build of GitHub, peak memory', most: 1200, unit: ' MB', read: ofGithub(({ megabytes }) => megabytes) },
  { what: 'build, CPU an operation, made to GitHub', most: 1.3, unit: '×', read: cpuPerOperation },
  { what: 'second build, one guide changed, to the first', most: 1 / 3, unit: '×', read: secondBuild },
  { what: 'search, first results', most: 50, unit: ' ms', read: firstResults },
  { what: 'search, share of the index that is fetched', most: 0.5, unit: '×', read: indexFetched },
];
