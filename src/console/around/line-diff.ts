export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** How many insertions and deletions are looked for: the cost grows with their square. */
const EDIT_LIMIT = 400;

/**
 * The shortest way from one list of lines to another (E. W. Myers, "An O(ND) Difference Algorithm", 1986). Lists
 * that differ in too much are told as one block that goes and one that comes.
 */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - start;
  while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const line =
    (kind: DiffLine['kind']) =>
    (text: string): DiffLine => ({ kind, text });
  const old = before.slice(start, before.length - tail);
  const young = after.slice(start, after.length - tail);
  return [
    ...before.slice(0, start).map(line('same')),
    ...(middle(old, young) ?? [...old.map(line('removed')), ...young.map(line('added'))]),
    ...before.slice(before.length - tail).map(line('same')),
  ];
}

function middle(before: readonly string[], after: readonly string[]): DiffLine[] | undefined {
  const most = Math.min(before.length + after.length, EDIT_LIMIT);
  /** For each number of edits, how far each diagonal reached with one fewer; index 0 is diagonal `-most - 1`. */
  const steps: Int32Array[] = [];
  const reach = new Int32Array(2 * most + 3);
  const at = (diagonal: number): number => diagonal + most + 1;
  for (let edits = 0; edits <= most; edits += 1) {
    steps.push(reach.slice(at(-edits) - 1, at(edits) + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const left = reach[at(diagonal - 1)] ?? 0;
      const right = reach[at(diagonal + 1)] ?? 0;
      let x = diagonal === -edits || (diagonal !== edits && left < right) ? right : left + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      reach[at(diagonal)] = x;
      if (x >= before.length && x - diagonal >= after.length) return wayBack(steps, before, after);
    }
  }
  return undefined;
}

function wayBack(steps: readonly Int32Array[], before: readonly string[], after: readonly string[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let x = before.length;
  let y = after.length;
  for (let edits = steps.length - 1; edits >= 0; edits -= 1) {
    const reached = steps[edits];
    const reach = (diagonal: number): number => reached?.[diagonal + edits + 1] ?? 0;
    const diagonal = x - y;
    const isAdded = diagonal === -edits || (diagonal !== edits && reach(diagonal - 1) < reach(diagonal + 1));
    const from = edits === 0 ? 0 : isAdded ? reach(diagonal + 1) : reach(diagonal - 1) + 1;
    while (x > from) {
      x -= 1;
      y -= 1;
      lines.push({ kind: 'same', text: before[x] ?? '' });
    }
    if (edits === 0) break;
    if (isAdded) {
      y -= 1;
      lines.push({ kind: 'added', text: after[y] ?? '' });
    } else {
      x -= 1;
      lines.push({ kind: 'removed', text: before[x] ?? '' });
    }
  }
  return lines.reverse();
}

export type DiffBlock =
  | { readonly kind: 'lines'; readonly lines: readonly DiffLine[] }
  /** Lines that are the same in both, and not shown. */
  | { readonly kind: 'gap'; readonly count: number };

/** @param context - how many equal lines stay around each difference */
export function foldSame(lines: readonly DiffLine[], context: number): DiffBlock[] {
  const near = new Uint8Array(lines.length);
  lines.forEach(({ kind }, index) => {
    if (kind === 'same') return;
    near.fill(1, Math.max(0, index - context), index + context + 1);
  });
  const blocks: DiffBlock[] = [];
  let begin = 0;
  while (begin < lines.length) {
    let end = begin;
    while (end < lines.length && near[end] === near[begin]) end += 1;
    const part = lines.slice(begin, end);
    blocks.push(near[begin] === 1 ? { kind: 'lines', lines: part } : { kind: 'gap', count: part.length });
    begin = end;
  }
  return blocks;
}
