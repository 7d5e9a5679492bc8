import type { measureStreams } from '../../sandbox/many-streams.ts';
import { cell, line } from '../table.ts';
import type { ConsoleResult, ConsoleRun, StreamRun } from './measure.ts';

/** The name that `--only` takes. */
export const CONSOLE = 'console';

/**
 * A Markdown table of the consoles. Bytes are brotli: of the page up to a button that opens the console, and what the
 * press adds until Send can be pressed. "Ready" is that press on a CPU slowed four times, "reached" the same
 * after the pointer rested on the button. Of a stream of 20,000 events
 * sent at once: the first word after the first byte, the last change of the document after the last byte, the longest
 * task of the main thread (browsers tell those over 50 ms), what script holds at the end; and that of a million events.
 */
export function printConsoles(results: readonly ConsoleResult[]): string {
  const head = [
    'console',
    'page kB',
    'press kB',
    'ready ms',
    'reached ms',
    'first word ms',
    'end ms',
    'longest task ms',
    'heap MB',
  ];
  const rows = results.map(({ subject, runs, long, failure }) => {
    const pick = (read: (run: ConsoleRun) => number): number[] => runs.map(read);
    if (runs.length === 0) return [subject, failure ?? '', ...head.slice(1).map(() => '')];
    return [
      subject,
      cell(pick(({ pageBytes }) => pageBytes / 1e3).slice(0, 1), 1),
      cell(pick(({ pressBytes }) => pressBytes / 1e3).slice(0, 1), 1),
      cell(
        pick(({ ready }) => ready),
        0,
      ),
      cell(
        pick(({ reached }) => reached),
        0,
      ),
      cell(
        pick(({ stream }) => stream.firstToken),
        0,
      ),
      cell(
        pick(({ stream }) => stream.end),
        0,
      ),
      longestTask(runs),
      cell(
        pick(({ stream }) => stream.heap / 1e6),
        1,
      ),
      long ? manyEvents(long) : (failure ?? ''),
    ];
  });
  return [
    line([...head, 'a million events']),
    line([...head.map((_, index) => (index === 0 ? '---' : '--:')), '---']),
    ...rows.map(line),
  ].join('\n');
}

function longestTask(runs: readonly ConsoleRun[]): string {
  const tasks = runs.map(({ stream }) => stream.longestTask);
  return tasks.every((task) => task === 0) ? '< 50' : cell(tasks, 0);
}

function manyEvents({ heap, end, longestTask }: StreamRun): string {
  const task = longestTask === 0 ? '< 50' : longestTask.toFixed(0);
  return `heap ${(heap / 1e6).toFixed(1)} MB, end after ${end.toFixed(0)} ms, longest task ${task} ms`;
}

/** What the sandbox's server makes of many streams at once, in a sentence. */
export function printSandbox(seen: Awaited<ReturnType<typeof measureStreams>>): string {
  const { streams, complete, events, p50, p99, elapsed, peakMegabytes } = seen;
  const memory = peakMegabytes === undefined ? '' : `, peak ${peakMegabytes.toFixed(0)} MB`;
  return `Sandbox: ${complete} of ${streams} streams at once complete, ${events} events in ${(elapsed / 1e3).toFixed(1)} s; first byte after ${p50.toFixed(0)} ms (median), ${p99.toFixed(0)} ms (99 of 100)${memory}.`;
}
