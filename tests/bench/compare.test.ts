import { describe, expect, it } from 'vitest';
import { figuresOf, type Json, printComparison } from './compare.ts';

const file = (cpu: readonly number[], first: number): { readonly [key: string]: Json } => ({
  date: '2026-01-01',
  runs: 3,
  results: [
    {
      description: 'made',
      operations: 100,
      subject: 'curlew',
      runs: cpu.map((cpuSeconds) => ({ cpuSeconds, pages: 9 })),
    },
    { description: 'made', operations: 100, subject: 'broken', runs: [], failure: 'exit 1' },
  ],
  search: { description: 'made', index: { files: 3 }, queries: [{ query: '404', searches: [{ first }] }] },
});

describe('two files of figures', () => {
  it('are read as medians by what they are figures of', () => {
    expect([...figuresOf(file([3, 1, 2], 40))]).toEqual([
      ['results, made, curlew, cpuSeconds', 2],
      ['search, made, index, files', 3],
      ['search, made, queries, 404, first', 40],
    ]);
  });

  it('are compared where both have one', () => {
    const { search: _search, ...older } = file([4, 4, 4], 0);
    expect(printComparison(older, file([3, 1, 2], 40)).split('\n')).toEqual([
      '| figure | before | now | ratio |',
      '| --- | --: | --: | --: |',
      '| results, made, curlew, cpuSeconds | 4.00 | 2.00 | 0.50 |',
    ]);
  });

  it('have the visits of pages, the second builds and the sandbox too, without the sizes of the tries', () => {
    const figures = figuresOf({
      secondBuilds: [
        { description: 'made', operations: 9, change: 'one guide changed', runs: [{ wallSeconds: 4, pages: 3 }] },
      ],
      reloads: { operations: 300, seconds: [1, 3, 2] },
      consoles: [
        { subject: 'curlew', runs: [{ ready: 80, stream: { events: 20, end: 7 } }], long: { events: 100, heap: 5 } },
      ],
      pages: [
        {
          description: 'made',
          operations: 9,
          subject: 'redoc',
          pace: 'slow',
          visits: [{ visible: 5 }, { visible: 7 }],
        },
      ],
      sandbox: { streams: 9, complete: 8, p50: 30 },
      versions: { redoc: '2.5.4' },
    });
    expect([...figures]).toEqual([
      ['secondBuilds, made, one guide changed, wallSeconds', 4],
      ['reloads, seconds', 2],
      ['consoles, curlew, ready', 80],
      ['consoles, curlew, stream, end', 7],
      ['consoles, curlew, long, heap', 5],
      ['pages, made, redoc, slow, visible', 6],
      ['sandbox, complete', 8],
      ['sandbox, p50', 30],
    ]);
  });
});
