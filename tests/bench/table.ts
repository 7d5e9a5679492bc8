import type { Result, SecondBuild } from './builds.ts';
import type { Run } from './measure.ts';
import type { Reloads } from './reload.ts';

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
    const pick = (key: Exclude<keyof Run, 'operationPageBytes'>): number[] => runs.map((run) => run[key]);
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

/** What each second build took as a share of the first build that it follows; of wall time or CPU. */
export function sharesOfFirst(
  { description, runs }: SecondBuild,
  results: readonly Result[],
  key: 'wallSeconds' | 'cpuSeconds',
): readonly number[] {
  const first = results.find((one) => one.description === description && one.subject === 'curlew')?.runs ?? [];
  return runs.flatMap((run, index) => (first[index] ? [run[key] / first[index][key]] : []));
}

/** A Markdown table of second builds, over what a first build left. */
export function printSecondBuilds(seconds: readonly SecondBuild[], results: readonly Result[]): string {
  const head = ['description', 'operations', 'second build', 'CPU s', '× first', 'wall s', '× first'];
  const rows = seconds.map((second) => {
    const { description, operations, change, runs, failure } = second;
    const start = [description, String(operations), change];
    if (runs.length === 0) return [...start, failure ?? '', '', '', ''];
    const pair = (key: 'wallSeconds' | 'cpuSeconds'): string[] => [
      cell(
        runs.map((run) => run[key]),
        1,
      ),
      cell(sharesOfFirst(second, results, key), 2),
    ];
    return [...start, ...pair('cpuSeconds'), ...pair('wallSeconds')];
  });
  return [
    line(head),
    line(head.map((_, index) => (index === 0 || index === 2 ? '---' : '--:'))),
    ...rows.map(line),
  ].join('\n');
}
