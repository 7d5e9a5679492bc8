import type { Run } from './measure.ts';
import type { Reloads } from './reload.ts';

export interface Result {
  readonly description: string;
  readonly operations: number;
  readonly subject: string;
  readonly runs: readonly Run[];
  /** Why there are no runs. */
  readonly failure?: string;
}

/** The middle of the values; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The name that `--only` takes. */
export const RELOAD = 'curlew dev, reload';

/** A row of a Markdown table. */
export function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The median, with the least and the most where there are several. */
export function cell(values: readonly number[], digits: number): string {
  const middle = median(values).toFixed(digits);
  return values.length > 1
    ? `${middle} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`
    : middle;
}

/** One row of the same form: how long a saved description takes to show, as the wall time. */
export function reloadRow({ operations, seconds }: Reloads): string {
  return line([`made-${operations}`, String(operations), RELOAD, '', '', cell(seconds, 2), '', '', '1']);
}

/** A Markdown table. CPU is also told as a ratio to `floor` on the same description in the same run of the bench. */
export function printTable(results: readonly Result[], floor: string): string {
  const head = [
    'description',
    'operations',
    'subject',
    'CPU s',
    `× ${floor}`,
    'wall s',
    'peak MB',
    'output MB',
    'pages',
  ];
  const rows = results.map(({ description, operations, subject, runs, failure }) => {
    const base = results.find((one) => one.description === description && one.subject === floor);
    const pick = (key: keyof Run): number[] => runs.map((run) => run[key]);
    if (runs.length === 0) return [description, String(operations), subject, failure ?? '', '', '', '', '', ''];
    const cpu = pick('cpuSeconds');
    const ratio =
      base && base.runs.length > 0 ? median(cpu) / median(base.runs.map((run) => run.cpuSeconds)) : undefined;
    return [
      description,
      String(operations),
      subject,
      cell(cpu, 1),
      ratio === undefined ? '' : ratio.toFixed(1),
      cell(pick('wallSeconds'), 1),
      cell(pick('megabytes'), 0),
      cell(pick('outputMegabytes').slice(0, 1), 1),
      cell(pick('pages').slice(0, 1), 0),
    ];
  });
  return [
    line(head),
    line(head.map((_, index) => (index === 0 || index === 2 ? '---' : '--:'))),
    ...rows.map(line),
  ].join('\n');
}
