/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { copyText } from '../copy-text.ts';
import type { JsonOutline } from '../json/outline.ts';
import { canOpen, createRows, type Row } from '../json/rows.ts';
import { usePartText } from '../lazy-part.tsx';
import { copyValue } from './copy-value.ts';
import { PathBar } from './PathBar.tsx';
import { TreeRow } from './TreeRow.tsx';
import { nextRow } from './tree-keys.ts';

export interface TreeTarget {
  readonly node: number;
  readonly takesFocus: boolean;
  /** A place in the text that should show, where the value is a long string. */
  readonly reach?: number;
}

interface OutlineTreeProps {
  readonly outline: JsonOutline;
  readonly label: string;
  /** The node to open and to scroll to. A new object leads there again. */
  readonly target?: TreeTarget | undefined;
  /** What to mark in keys and values. */
  readonly mark?: RegExp | undefined;
}

/**
 * The ARIA tree pattern on a flat list of rows: one of them is in the tab order, arrows move and fold.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/treeview/
 */
export function OutlineTree({ outline, label, target, mark }: OutlineTreeProps): JSX.Element {
  const text = usePartText('answer');
  const box = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => createRows(outline), [outline]);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(rows.opening()));
  const led = useMemo(() => (target ? rows.above(target.node) : undefined), [rows, target]);
  const [active, setActive] = useState('0');
  const [folded, setFolded] = useState<ReadonlySet<string>>(NONE);
  // What only a search opened closes when the search leads elsewhere, or the tree would grow with every step.
  const isOpen = (id: string): boolean => !folded.has(id) && (open.has(id) || (led?.open.includes(id) ?? false));
  const list = rows.list(isOpen);
  const current = list.find(({ id }) => id === active) ?? list[0];
  const element = (id: string): HTMLElement | null | undefined => box.current?.querySelector(`[data-row="${id}"]`);

  useEffect(() => {
    if (!target || !led) return;
    setFolded(NONE);
    setActive(led.id);
    // The rows that lead there are drawn by then.
    const frame = requestAnimationFrame(() => {
      const row = element(led.id);
      row?.scrollIntoView({ block: 'nearest' });
      if (target.takesFocus) row?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [target, led]);

  const fold = (row: Row, wanted: boolean): void => {
    if (!canOpen(row)) return;
    const change = (ids: ReadonlySet<string>, isIn: boolean): ReadonlySet<string> => {
      const next = new Set(ids);
      if (isIn) next.add(row.id);
      else next.delete(row.id);
      return next;
    };
    setOpen(change(open, wanted));
    setFolded(change(folded, !wanted));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!current) return;
    if ((event.ctrlKey || event.metaKey) && event.key === 'c' && current.kind === 'value') {
      if (getSelection()?.isCollapsed !== false) copyText(copyValue(outline, current.node)).catch(() => {});
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = nextRow(list, current, event.key);
    if (!step) return;
    event.preventDefault();
    if (step.kind === 'fold') fold(current, step.isOpen);
    else if (step.kind === 'press') element(current.id)?.querySelector('button')?.click();
    else {
      setActive(step.id);
      element(step.id)?.focus();
    }
  };

  return (
    <div class="console-tree">
      <div ref={box} role="tree" aria-label={label} class="console-tree-rows" onKeyDown={onKeyDown}>
        {list.map((row) => (
          <TreeRow
            key={row.id}
            outline={outline}
            row={row}
            isActive={row === current}
            mark={mark}
            reach={row.id === led?.id ? target?.reach : undefined}
            onChoose={() => setActive(row.id)}
            onFold={() => fold(row, !row.isOpen)}
          />
        ))}
      </div>
      {current?.kind === 'value' && <PathBar outline={outline} node={current.node} label={text.treePlace} />}
    </div>
  );
}

const NONE: ReadonlySet<string> = new Set();
