import { expect, it } from 'vitest';
import type { ConsoleRun } from './measure.ts';
import { printConsoles } from './table.ts';

const run = (ready: number, longestTask: number): ConsoleRun => ({
  pageBytes: 12_340,
  pressBytes: 40_000,
  ready,
  reached: ready / 2,
  stream: { events: 20_000, firstToken: 12, end: 200, longestTask, heap: 3_400_000 },
});

it('tells each console in a row, its medians with least and most, and what failed', () => {
  const long = { events: 1_000_000, firstToken: 1, end: 90, longestTask: 61.2, heap: 5_000_000 };
  const table = printConsoles([
    { subject: 'ours', runs: [run(80, 0), run(90, 0), run(85, 0)], long },
    { subject: 'a peer', runs: [run(300, 400)], failure: 'a million events: nothing' },
    { subject: 'another', runs: [], failure: 'it never opened' },
  ]);
  expect(table.split('\n').slice(2)).toEqual([
    '| ours | 12.3 | 40.0 | 85 (80–90) | 43 (40–45) | 12 (12–12) | 200 (200–200) | < 50 | 3.4 (3.4–3.4) | heap 5.0 MB, end after 90 ms, longest task 61 ms |',
    '| a peer | 12.3 | 40.0 | 300 | 150 | 12 | 200 | 400 | 3.4 | a million events: nothing |',
    '| another | it never opened |  |  |  |  |  |  |  |  |',
  ]);
});
