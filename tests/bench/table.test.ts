import { describe, expect, it } from 'vitest';
import type { Run } from './measure.ts';
import { median, printSecondBuilds, printTable, reloadRow } from './table.ts';

const run = (cpuSeconds: number): Run => ({
  cpuSeconds,
  wallSeconds: 2,
  megabytes: 100.4,
  outputMegabytes: 3,
  pages: 7,
});

describe('the table', () => {
  it('has the median of the runs with the least and the most', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1])).toBe(2.5);
  });

  it('has the reloads of dev in a row of the same form', () => {
    const row = reloadRow({ operations: 300, seconds: [1, 2.5, 1.25] });
    expect(row).toBe('| made-300 | 300 | curlew dev, reload |  |  | 1.25 (1.00–2.50) |  |  | 1 |');
    expect(row.split('|').length).toBe(printTable([], '').split('\n')[0]?.split('|').length);
  });

  it('tells CPU as a ratio to the floor on the same description', () => {
    const table = printTable(
      [
        { description: 'a', operations: 2, subject: 'ours', runs: [run(6), run(9), run(7)] },
        { description: 'a', operations: 2, subject: 'floor', runs: [run(2), run(4), run(3)] },
        { description: 'b', operations: 1, subject: 'ours', runs: [], failure: 'exit 1' },
      ],
      'floor',
    );
    expect(table.split('\n').slice(2)).toEqual([
      '| a | 2 | ours | 7.0 (6.0–9.0) | 2.3 | 2.0 (2.0–2.0) | 100 (100–100) | 3.0 | 7 |',
      '| a | 2 | floor | 3.0 (2.0–4.0) | 1.0 | 2.0 (2.0–2.0) | 100 (100–100) | 3.0 | 7 |',
      '| b | 1 | ours | exit 1 |  |  |  |  |  |',
    ]);
  });

  it('tells second builds as shares of the first that each follows, and what failed', () => {
    const facts = { description: 'a', operations: 200 };
    const results = [{ ...facts, subject: 'curlew', runs: [run(6), run(8)] }];
    const table = printSecondBuilds(
      [
        { ...facts, change: 'one guide changed', runs: [run(3), run(2)] },
        { ...facts, change: 'one operation changed', runs: [], failure: 'exit 1' },
      ],
      results,
    );
    expect(table.split('\n').slice(2)).toEqual([
      '| a | 200 | one guide changed | 2.5 (2.0–3.0) | 0.38 (0.25–0.50) | 2.0 (2.0–2.0) | 1.00 (1.00–1.00) |',
      '| a | 200 | one operation changed | exit 1 |  |  |  |',
    ]);
  });
});
