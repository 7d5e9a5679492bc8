import { columnWidth, visibleText } from '../../diagnostics/visible-text.ts';
import type { Examined, Report } from './examine.ts';
import type { Fault } from './fault.ts';

/** The report for people: a table for each server, each fault once, and what to write into a gateway. */
export function reportText({ origin, ok, examined, mends }: Report): string {
  const servers = [...new Set(examined.map(({ server }) => server))];
  const parts = servers.flatMap((server) => {
    const own = examined.filter((one) => one.server === server);
    const title = `${visibleText(server)}, asked as ${origin}`;
    return [title, ...table(own), ...faultLines(own), ''];
  });
  const mended = mends.flatMap(({ server, gateways }) => [
    `What ${visibleText(server)} should answer, for the usual gateways:`,
    '',
    ...gateways.flatMap(({ gateway, text }) => [`  ${gateway}`, ...text.split('\n').map((line) => `    ${line}`), '']),
  ]);
  const failing = examined.filter(({ faults }) => faults.some(({ severity }) => severity === 'error')).length;
  const end =
    examined.length === 0
      ? 'There is nothing to ask: no description has an operation with a server.'
      : ok
        ? 'The console can send every request.'
        : `${failing} of ${examined.length} kinds of requests fail from the console.`;
  return [...parts, ...mended, end].join('\n');
}

function table(rows: readonly Examined[]): string[] {
  const cells = rows.map(({ method, headers, operation, operations, asked, faults }) => [
    visibleText(method),
    visibleText(headers.join(', ')) || '–',
    operations > 1 ? `${visibleText(operation)} and ${operations - 1} more` : visibleText(operation),
    result(asked, faults),
  ]);
  const all = [['method', 'headers', 'operation', 'result'], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => columnWidth(row[column] ?? ''))));
  return all.map((row) =>
    `  ${row.map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - columnWidth(cell)))).join('  ')}`.trimEnd(),
  );
}

function result(asked: Examined['asked'], faults: readonly Fault[]): string {
  if (faults.some(({ severity }) => severity === 'error')) {
    return `fails: ${[...new Set(faults.filter(({ severity }) => severity === 'error').map(({ code }) => code))].join(', ')}`;
  }
  if (faults.length > 0) return `passes, but: ${[...new Set(faults.map(({ code }) => code))].join(', ')}`;
  return asked.length > 0 ? 'passes' : 'passes: nothing to ask';
}

/** Each fault once, with the first request that met it. */
function faultLines(rows: readonly Examined[]): string[] {
  const seen = new Set<string>();
  return rows.flatMap(({ operation, faults }) =>
    faults.flatMap(({ code, severity, message, fix }) => {
      if (seen.has(message)) return [];
      seen.add(message);
      return ['', `  ${severity}  ${code}  (${visibleText(operation)})`, `    ${message}`, `    Fix: ${fix}`];
    }),
  );
}

/** The report for scripts. */
export function reportJson(report: Report): string {
  return JSON.stringify(report, null, 2);
}
