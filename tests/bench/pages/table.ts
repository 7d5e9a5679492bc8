import { cell, line } from '../table.ts';
import type { PageResult, Visit } from './measure.ts';

/** The name that `--only` takes. */
export const PAGES = 'pages';

/**
 * A Markdown table of the same operation's page: bytes as they came, brotli; paints and the moment when the operation
 * is in the window; the sum of shifts; what tasks took beyond 50 ms each; elements in the end. Slow is a CPU slowed four
 * times behind a fast 4G connection.
 */
export function printPages(results: readonly PageResult[]): string {
  const head = [
    'description',
    'operations',
    'page of',
    'pace',
    'kB',
    'requests',
    'script kB',
    'first paint ms',
    'largest paint ms',
    'visible ms',
    'shift',
    'blocking ms',
    'elements',
  ];
  const rows = results.map(({ description, operations, subject, pace, visits, failure }) => {
    const start = [description, String(operations), subject, pace];
    if (visits.length === 0) return [...start, failure ?? '', '', '', '', '', '', '', '', ''];
    const pick = (key: keyof Visit, digits = 0, unit = 1): string =>
      cell(
        visits.map((visit) => visit[key] / unit),
        digits,
      );
    return [
      ...start,
      pick('bytes', 1, 1000),
      pick('requests'),
      pick('scriptBytes', 1, 1000),
      pick('firstPaint'),
      pick('largestPaint'),
      pick('visible'),
      pick('shift', 3),
      pick('blocking'),
      pick('elements'),
    ];
  });
  return [
    line(head),
    line(head.map((_, index) => ([0, 2, 3].includes(index) ? '---' : '--:'))),
    ...rows.map(line),
  ].join('\n');
}
