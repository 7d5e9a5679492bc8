import type { Place } from '../diagnostics/diagnostic.ts';
import type { JsonNode } from '../model/json-text.ts';

/** A stretch of the text, in UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A file of a description. YAML and JSON give the same kind of tree, with offsets into `text`. */
export interface SourceFile {
  /** Relative to the project, with `/`. */
  readonly path: string;
  /** Without a byte order mark. */
  readonly text: string;
  readonly root: JsonNode;
  /** The reference that made us read this file; the description's own file has none. */
  readonly referencedFrom?: Place;
}

/** A text with the name that diagnostics give it. */
export type Source = Pick<SourceFile, 'path' | 'text'>;

/** Offsets at which lines start. Found once a source, and only when a place is printed. */
const lineStarts = new WeakMap<Source, readonly number[]>();

function startsOf(file: Source): readonly number[] {
  const known = lineStarts.get(file);
  if (known) return known;
  const starts = [0];
  for (const match of file.text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  lineStarts.set(file, starts);
  return starts;
}

/** The line an offset stands on, counted from 1. Pass the same object each time: its lines are counted once. */
export function lineAt(source: Source, offset: number): number {
  const starts = startsOf(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The offset of a place that a parser told. @param column - in UTF-16 units; both count from 1 */
export function offsetAt(source: Source, line: number, column: number): number {
  const starts = startsOf(source);
  return Math.min((starts[line - 1] ?? source.text.length) + column - 1, source.text.length);
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/**
 * Where a span stands, for a diagnostic.
 *
 * @returns the place, marked to the end of its first line at most, and the text of that line
 */
export function locate(source: Source, span: Span): { place: Place; source: string } {
  const starts = startsOf(source);
  const line = lineAt(source, span.start);
  const lineStart = starts[line - 1] ?? 0;
  let lineEnd = starts[line] ?? source.text.length;
  // Not by a pattern: a description of 16 MB in one line would be searched whole for each of its faults.
  while (lineEnd > lineStart && isLineBreak(source.text.charCodeAt(lineEnd - 1))) lineEnd -= 1;
  const text = source.text.slice(lineStart, lineEnd);
  const column = span.start - lineStart + 1;
  const length = Math.max(1, Math.min(span.end - span.start, text.length - column + 1));
  return { place: { file: source.path, line, column, length }, source: text };
}
