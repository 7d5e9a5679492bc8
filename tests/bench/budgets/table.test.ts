import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Result, SecondBuild } from '../builds.ts';
import type { Figures } from '../figures.ts';
import { newestResults } from '../readme/write.ts';
import { GUIDE_CHANGED } from '../subjects/curlew.ts';
import { budgets } from './budgets.ts';
import { printBudgets } from './table.ts';

const nothing: Figures = {
  date: '2026-01-01',
  machine: 'one',
  runs: 1,
  versions: {},
  results: [],
  secondBuilds: [],
  consoles: [],
  pages: [],
  failures: [],
};

const build = (subject: string, description: string, operations: number, cpuSeconds: number): Result => ({
  subject,
  description,
  operations,
  runs: [{ cpuSeconds, wallSeconds: 10, megabytes: 1500, outputMegabytes: 60, pages: 5, operationPageBytes: 290_000 }],
});

const visit = {
  bytes: 20_000,
  requests: 4,
  scriptBytes: 5900,
  firstPaint: 50,
  largestPaint: 60,
  shift: 0,
  blocking: 0,
};
const page = (subject: string, operations: number, visible: number): Figures['pages'][number] => ({
  subject,
  description: operations > 100 ? 'large' : 'petstore',
  operations,
  pace: 'slow',
  visits: [{ ...visit, visible, elements: 900 }],
});

/** The rows of the budgets whose name begins so. */
const rows = (figures: Partial<Figures>, start: string): readonly string[] =>
  printBudgets(
    budgets.filter(({ what }) => what.en.startsWith(start)),
    { ...nothing, ...figures },
  )
    .split('\n')
    .slice(2);

describe('the table of budgets', () => {
  it('has a reason for each budget that the newest release misses', async () => {
    const figures = JSON.parse(await readFile(await newestResults(), 'utf8')) as Figures;
    const missed = budgets.filter(({ most, read }) => (read(figures)?.value ?? 0) > most);
    expect(missed.length).toBeGreaterThan(0);
    expect(missed.filter(({ why }) => why === undefined)).toEqual([]);
  });

  it('says of each budget that a run without figures measured nothing for it', () => {
    expect(rows({}, '')).toHaveLength(budgets.length);
    for (const row of rows({}, '')) expect(row).toMatch(/^\| .+: ≤ [\d.]+( kB| MB| ms|×)? \| not measured \| {2}\|$/);
  });

  it('compares CPU on the largest real description that the other finished too', () => {
    const results = [
      build('curlew', 'stripe', 452, 20),
      build('curlew', 'github', 1223, 50),
      build('curlew', 'made-2000', 2000, 90),
      build('bare astro', 'github', 1223, 25),
      build('bare astro', 'made-2000', 2000, 10),
      build('blume', 'stripe', 452, 30),
      { ...build('blume', 'github', 1223, 1), runs: [], failure: 'out of memory' },
    ];
    expect(rows({ results }, 'build, CPU')).toEqual([
      '| build, CPU to the bare Astro site: ≤ 2.5× | 2× (github) | yes |',
      '| build, CPU to Blume: ≤ 0.5× | 0.667× (stripe) | no, 1.33 times |',
      '| build, CPU to starlight-openapi: ≤ 0.125× | not measured |  |',
      '| build, CPU an operation, made to GitHub: ≤ 1.3× | 1.1× (made-2000) | yes |',
    ]);
    expect(rows({ results }, 'build of GitHub')).toEqual([
      '| build of GitHub, output: ≤ 80 MB | 60 MB | yes |',
      '| build of GitHub, largest operation page, not compressed: ≤ 300 kB | 290 kB | yes |',
      '| build of GitHub, peak memory: ≤ 1200 MB | 1500 MB | no, 1.25 times |',
    ]);
  });

  it('leaves small sites to the side, whose builds are the start of Node', () => {
    const results = [build('curlew', 'petstore', 20, 9), build('bare astro', 'petstore', 20, 3)];
    const secondBuilds: SecondBuild[] = [{ ...build('', 'petstore', 20, 9), change: GUIDE_CHANGED }];
    expect(rows({ results, secondBuilds }, 'build, CPU to the bare')[0]).toContain('not measured');
    expect(rows({ results, secondBuilds }, 'second')[0]).toContain('not measured');
  });

  it('takes the worst second build, as a share of the first', () => {
    const second = (description: string, wallSeconds: number): SecondBuild => {
      const { runs, ...facts } = build('', description, 500, 1);
      return { ...facts, change: GUIDE_CHANGED, runs: runs.map((run) => ({ ...run, wallSeconds })) };
    };
    const results = [build('curlew', 'a', 500, 1), build('curlew', 'b', 500, 1)];
    expect(rows({ results, secondBuilds: [second('a', 2), second('b', 4)] }, 'second')).toEqual([
      '| second build, one guide changed, to the first: ≤ 0.333× | 0.4× (b) | no, 1.2 times |',
    ]);
  });

  it('holds our page against the best of the others, where ours is worst', () => {
    const pages = [
      page('curlew', 20, 300),
      page('curlew', 1201, 400),
      page('bare HTML', 20, 290),
      page('bare HTML', 1201, 300),
      page('scalar', 20, 4000),
      page('redoc', 20, 2000),
    ];
    expect(rows({ pages }, 'operation visible')).toEqual([
      '| operation visible, slow, to bare HTML: ≤ 1.5× | 1.33× (bare HTML, 1201 operations) | yes |',
      '| operation visible, slow, to the best page with a console: ≤ 0.125× | 0.075× (scalar, 20 operations) | yes |',
    ]);
    expect(rows({ pages }, 'operation page, blocked, slow')).toEqual([
      '| operation page, blocked, slow: ≤ 0 ms | 0 ms (20 operations) | yes |',
    ]);
    expect(rows({ pages }, 'operation page, requests')[0]).toContain('not measured');
  });

  it('holds streams and searches against their milliseconds', () => {
    const stream = { events: 20_000, firstToken: 62, end: 213, longestTask: 0, heap: 4e6 };
    const consoles = [
      {
        subject: 'curlew',
        runs: [{ pressBytes: 44_000, pageBytes: 9, ready: 99.5, reached: 60, stream }],
        long: { ...stream, heap: 5e6 },
      },
    ];
    expect(rows({ consoles }, 'stream')).toEqual([
      '| stream of 20,000, first word after the first byte: ≤ 50 ms | 62 ms | no, 1.24 times |',
      '| stream of 20,000, end after the last byte: ≤ 250 ms | 213 ms | yes |',
      '| stream of 20,000, longest task: ≤ 50 ms | 0 ms | yes |',
      '| stream, memory of a million events to 20,000: ≤ 1.5× | 1.25× | yes |',
    ]);
    const search = {
      description: 'made-1200',
      operations: 1200,
      index: { files: 9, bytes: 9000, packed: 1000 },
      queries: [
        { query: 'a', searches: [{ first: 40, again: 1, bytes: 100, requests: 2 }] },
        { query: 'b', searches: [{ first: 60, again: 1, bytes: 250, requests: 2 }] },
      ],
    };
    expect(rows({ search }, 'search')).toEqual([
      '| search, first results: ≤ 50 ms | 60 ms ("b", 1200 operations) | no, 1.2 times |',
      '| search, share of the index that is fetched: ≤ 0.5× | 0.25× ("b") | yes |',
    ]);
  });
});
