import type { Diagnostic, Place, Severity } from './diagnostic.ts';
import { columnWidth, visibleText } from './visible-text.ts';

/** A longer source line is shown as the part around the place: descriptions of 16 MB in one line exist. */
const LINE_LIMIT = 160;

function printPlace(place: Place): string {
  return `${visibleText(place.file)}:${place.line}:${place.column}`;
}

/** The part of the line to show, and where in it the marked piece starts and ends. */
function clip(source: string, start: number, end: number): { text: string; start: number; end: number } {
  if (source.length <= LINE_LIMIT) return { text: source, start, end };
  const from = Math.max(0, Math.min(start - LINE_LIMIT / 4, source.length - LINE_LIMIT));
  const to = Math.min(source.length, from + LINE_LIMIT);
  const before = from > 0 ? '… ' : '';
  const after = to < source.length ? ' …' : '';
  const shift = before.length - from;
  return { text: before + source.slice(from, to) + after, start: start + shift, end: Math.min(end, to) + shift };
}

function printSource(place: Place, source: string): string[] {
  const start = Math.min(place.column - 1, source.length);
  const clipped = clip(source, start, Math.min(start + place.length, Math.max(source.length, start + 1)));
  const width = (from: number, to?: number) => columnWidth(visibleText(clipped.text.slice(from, to)));
  const number = String(place.line);
  const mark = '^'.repeat(Math.max(1, width(clipped.start, clipped.end)));
  return [
    `    ${number} | ${visibleText(clipped.text)}`.trimEnd(),
    `    ${' '.repeat(number.length)} | ${' '.repeat(width(0, clipped.start))}${mark}`,
  ];
}

/**
 * A diagnostic as people read it: place, severity and code, the sentence, the source line with the place
 * marked below it, and the fix. The marks stay below their text where Chinese takes two columns a letter.
 *
 * @returns lines joined with `\n`, without one at the end; nothing in them but printable text
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { place, severity, code, message, source, referencedFrom, fix } = diagnostic;
  const lines = [`${place ? `${printPlace(place)}  ` : ''}${severity}  ${code}`];
  lines.push(...message.split('\n').map((line) => `  ${visibleText(line)}`));
  if (place && source !== undefined) lines.push(...printSource(place, source));
  if (referencedFrom) lines.push(`  referenced from ${printPlace(referencedFrom)}`);
  if (fix !== undefined) lines.push(...`Fix: ${fix}`.split('\n').map((line) => `  ${visibleText(line)}`));
  return lines.join('\n');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By file, line and column; those without a place come first. The order never depends on a locale. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compareText(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

export function countSeverity(diagnostics: readonly Diagnostic[], severity: Severity): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `2 errors, 1 warning`; notes are counted only where there are some. */
export function summarizeDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const notes = countSeverity(diagnostics, 'info');
  return [
    amount(countSeverity(diagnostics, 'error'), 'error'),
    amount(countSeverity(diagnostics, 'warning'), 'warning'),
    ...(notes > 0 ? [amount(notes, 'note')] : []),
  ].join(', ');
}

/** As many as this are all shown, so that one run is enough to mend them. */
const SHOWN_ALL = 100;
/** Of more, how many warnings and notes of one kind a file shows: hundreds of the same bury the rest. */
const SHOWN_ALIKE = 5;
/** Errors stand in the way, so more of them are shown. */
const SHOWN_ERRORS = 50;

interface Alike {
  readonly shown: Diagnostic;
  /** How many of its kind follow that aren't shown, after the last that is. */
  readonly more: number;
}

/** Leaves out what repeats itself: of one severity and code in one file the first few are kept. */
function withoutFlood(sorted: readonly Diagnostic[]): Alike[] {
  if (sorted.length <= SHOWN_ALL) return sorted.map((shown) => ({ shown, more: 0 }));
  const kind = ({ severity, code, place }: Diagnostic): string => `${severity} ${code} ${place?.file ?? ''}`;
  const limit = ({ severity }: Diagnostic): number => (severity === 'error' ? SHOWN_ERRORS : SHOWN_ALIKE);
  const total = new Map<string, number>();
  for (const one of sorted) total.set(kind(one), (total.get(kind(one)) ?? 0) + 1);
  const met = new Map<string, number>();
  return sorted.flatMap((shown) => {
    const count = (met.get(kind(shown)) ?? 0) + 1;
    const all = total.get(kind(shown)) ?? 0;
    met.set(kind(shown), count);
    // One more takes no more room than the line that would stand for it.
    if (all <= limit(shown) + 1) return { shown, more: 0 };
    return count > limit(shown) ? [] : { shown, more: count === limit(shown) ? all - count : 0 };
  });
}

/**
 * All of them as people read them, sorted, with an empty line between two and the counts at the end. Of more than
 * a hundred, those of one kind in a file are shown as the first of them with the number of the others; the report
 * for programs has them all.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const kept = withoutFlood(sortDiagnostics(diagnostics));
  const printed = kept.map(({ shown, more }) => {
    const text = formatDiagnostic(shown);
    return more === 0 ? text : `${text}\n  … and ${more} more like this (${shown.code})`;
  });
  const hint = kept.some(({ more }) => more > 0) ? '; `curlew check --format json` tells each' : '';
  return [...printed, summarizeDiagnostics(diagnostics) + hint].join('\n\n');
}

/** What another program gets to read of diagnostics. */
export interface DiagnosticsReport {
  /** Sorted. */
  readonly diagnostics: readonly Diagnostic[];
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** All of them for another program. A source line too long for a frame is left out. */
export function reportDiagnostics(diagnostics: readonly Diagnostic[]): DiagnosticsReport {
  return {
    diagnostics: sortDiagnostics(diagnostics).map(({ source, ...rest }) => ({
      ...rest,
      ...(source !== undefined && source.length <= LINE_LIMIT ? { source } : {}),
    })),
    errors: countSeverity(diagnostics, 'error'),
    warnings: countSeverity(diagnostics, 'warning'),
    notes: countSeverity(diagnostics, 'info'),
  };
}

/** The report as JSON, indented by 2. */
export function diagnosticsToJson(diagnostics: readonly Diagnostic[]): string {
  return JSON.stringify(reportDiagnostics(diagnostics), null, 2);
}
