/** How a line of code is marked. */
export type LineMark = 'mark' | 'ins' | 'del';

/** What stands after the language of a fence. */
export interface CodeMeta {
  readonly title?: string;
  /** By line, counted from 1; of two marks on a line, the later one holds. */
  readonly marks: ReadonlyMap<number, LineMark>;
  readonly isNumbered: boolean;
  readonly problems: readonly MetaProblem[];
}

/** Offsets are into the meta. */
export interface MetaProblem {
  readonly kind: 'unknown' | 'lines';
  /** The word, or the lines as written. */
  readonly text: string;
  readonly start: number;
}

/** The words that a fence's meta may have. */
export const META_WORDS: readonly string[] = ['title', 'ins', 'del', 'showLineNumbers'];

const PIECE = /(?:(\w[\w-]*)=)?(?:"([^"]*)"|\{([^{}]*)\})|[^\s"{}]+|["{}]/g;

/**
 * Reads the meta of a fence: `title="a.js" {2,5-7} ins={3} del={2} showLineNumbers`, as Docusaurus and Expressive Code
 * have it.
 *
 * @param lineCount - of the code
 */
export function readCodeMeta(meta: string, lineCount: number): CodeMeta {
  const marks = new Map<number, LineMark>();
  const problems: MetaProblem[] = [];
  let title: string | undefined;
  let isNumbered = false;
  for (const { 0: piece, 1: word, 2: quoted, 3: braced, index: start } of meta.matchAll(PIECE)) {
    if (word === 'title' && quoted !== undefined) title = quoted;
    else if (piece === 'showLineNumbers') isNumbered = true;
    else if (braced !== undefined && (word === undefined || word === 'ins' || word === 'del')) {
      const lines = readLines(braced, lineCount);
      for (const line of lines ?? []) marks.set(line, word ?? 'mark');
      if (!lines) problems.push({ kind: 'lines', text: braced, start: start + piece.length - braced.length - 1 });
    } else problems.push({ kind: 'unknown', text: word ?? piece, start });
  }
  return { ...(title ? { title } : {}), marks, isNumbered, problems };
}

/** The lines of `2,5-7`; nothing when they can't be read as such or lie outside the code. */
function readLines(text: string, lineCount: number): number[] | undefined {
  const lines: number[] = [];
  for (const range of text.split(',')) {
    const match = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(range);
    const [first, last] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
    if (!match || first < 1 || last < first || last > lineCount) return undefined;
    for (let line = first; line <= last; line += 1) lines.push(line);
  }
  return lines;
}
