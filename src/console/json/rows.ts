import { type JsonOutline, keyOf } from './outline.ts';
import { type Step, stepsTo } from './paths.ts';

/** The most children shown one below the other; more of them stand in ranges that open by themselves. */
export const GROUP = 100;

/** One line of the tree. */
export type Row = RowPlace & (ValueRow | RangeRow);

interface RowPlace {
  /** Names the row as long as the text is the same. */
  readonly id: string;
  /** The whole is 1. */
  readonly level: number;
  /** Among the rows beside it, from 1. */
  readonly position: number;
  readonly beside: number;
  readonly isOpen: boolean;
}

export interface ValueRow {
  readonly kind: 'value';
  readonly node: number;
  /** Its key, or its index in an array; none for the whole. */
  readonly name: string | number | undefined;
  /** How many children it has. */
  readonly size: number;
}

/** Children of a long object or array, `to` exclusive. */
export interface RangeRow {
  readonly kind: 'range';
  readonly node: number;
  readonly from: number;
  readonly to: number;
}

/** The rows of one outline. What was counted once is kept: a count looks at every child. */
export interface Rows {
  /** Those that show while these are open, in the order they stand. */
  list(isOpen: (id: string) => boolean): Row[];
  /** What must be open for a node to show. */
  above(node: number): { readonly open: readonly string[]; readonly id: string };
  /** What is open at first: as much as a reader takes in at a look. */
  opening(): string[];
}

/** About as many rows are open at first. */
const AT_FIRST = 120;

export function createRows(outline: JsonOutline): Rows {
  /** The number of children, and each hundredth of them. */
  const counted = new Map<number, { readonly size: number; readonly marks: readonly number[] }>();

  const count = (node: number) => {
    const known = counted.get(node);
    if (known) return known;
    const marks: number[] = [];
    const end = outline.after(node);
    let size = 0;
    for (let child = node + 1; child < end; child = outline.after(child)) {
      if (size % GROUP === 0) marks.push(child);
      size += 1;
    }
    const found = { size, marks };
    counted.set(node, found);
    return found;
  };

  const children = (node: number, from: number, to: number, add: (step: Step) => void): void => {
    let child = count(node).marks[Math.floor(from / GROUP)] ?? outline.after(node);
    for (let at = from - (from % GROUP); at < to; at += 1) {
      if (at >= from) add({ node: child, name: keyOf(outline, child) ?? at, position: at });
      child = outline.after(child);
    }
  };

  /** What stands directly below a row: values, or ranges of them. */
  const below = (node: number, from: number, to: number): Row[] => {
    const rows: Row[] = [];
    const step = rangeStep(to - from);
    if (step === 1) {
      children(node, from, to, (child) => rows.push(valueRow(child)));
    } else {
      for (let at = from; at < to; at += step) rows.push(rangeRow(node, at, Math.min(to, at + step)));
    }
    return rows.map((row, at) => ({ ...row, position: at + 1, beside: rows.length }));
  };

  const valueRow = ({ node, name }: Step): Row => ({
    kind: 'value',
    id: String(node),
    node,
    name,
    size: count(node).size,
    level: 1,
    position: 1,
    beside: 1,
    isOpen: false,
  });

  const belowRow = (row: Row): Row[] =>
    row.kind === 'range' ? below(row.node, row.from, row.to) : below(row.node, 0, row.size);

  const whole = (): Row => valueRow({ node: 0, name: undefined, position: 0 });

  return {
    list(isOpen) {
      const rows: Row[] = [];
      const visit = (row: Row, level: number): void => {
        const shown = { ...row, level, isOpen: isOpen(row.id) && canOpen(row) };
        rows.push(shown);
        if (shown.isOpen) for (const inner of belowRow(row)) visit(inner, level + 1);
      };
      visit(whole(), 1);
      return rows;
    },
    above(node) {
      const steps = stepsTo(outline, node);
      const open = steps.slice(1).flatMap(({ position }, at) => {
        const parent = steps[at]?.node ?? 0;
        return [String(parent), ...rangesAround(parent, count(parent).size, position)];
      });
      return { open, id: String(node) };
    },
    opening() {
      const open: string[] = [];
      let shown = 1;
      for (let waiting = [whole()]; waiting.length > 0; ) {
        const [row, ...rest] = waiting as [Row, ...Row[]];
        waiting = rest;
        if (!canOpen(row)) continue;
        const length = row.kind === 'range' ? rangeLength(row.to - row.from) : rangeLength(row.size);
        if (shown + length > AT_FIRST) continue;
        open.push(row.id);
        shown += length;
        waiting.push(...belowRow(row));
      }
      return open;
    },
  };
}

export function canOpen(row: Row): boolean {
  return row.kind === 'range' || row.size > 0;
}

function rangeRow(node: number, from: number, to: number): Row {
  return {
    kind: 'range',
    id: rangeId(node, from, to),
    node,
    from,
    to,
    level: 1,
    position: 1,
    beside: 1,
    isOpen: false,
  };
}

function rangeId(node: number, from: number, to: number): string {
  return `${node}:${from}-${to}`;
}

/** How many children one row below stands for. */
function rangeStep(size: number): number {
  let step = 1;
  while (size / step > GROUP) step *= GROUP;
  return step;
}

/** How many rows stand directly below. */
function rangeLength(size: number): number {
  return Math.ceil(size / rangeStep(size));
}

function rangesAround(node: number, size: number, position: number): string[] {
  const ids: string[] = [];
  let [from, to] = [0, size];
  for (let step = rangeStep(size); step > 1; step = rangeStep(to - from)) {
    from += Math.floor((position - from) / step) * step;
    to = Math.min(to, from + step);
    ids.push(rangeId(node, from, to));
  }
  return ids;
}
