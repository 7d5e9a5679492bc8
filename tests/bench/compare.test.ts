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
});
