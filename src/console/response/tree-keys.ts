import { canOpen, type Row } from '../json/rows.ts';

/** What a key does in a tree. `press` is for the row's own button. */
export type TreeStep =
  | { readonly kind: 'go'; readonly id: string }
  | { readonly kind: 'fold'; readonly isOpen: boolean }
  | { readonly kind: 'press' };

/**
 * @param rows - those that show, in their order
 * @returns nothing for a key that means nothing here
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/treeview/, "Keyboard Interaction"
 */
export function nextRow(rows: readonly Row[], current: Row, key: string): TreeStep | undefined {
  const at = rows.indexOf(current);
  const go = (row: Row | undefined): TreeStep | undefined => row && { kind: 'go', id: row.id };
  switch (key) {
    case 'ArrowDown':
      return go(rows[at + 1]);
    case 'ArrowUp':
      return go(rows[at - 1]);
    case 'Home':
      return go(rows[0]);
    case 'End':
      return go(rows.at(-1));
    case 'ArrowRight':
      if (canOpen(current) && !current.isOpen) return { kind: 'fold', isOpen: true };
      return current.isOpen ? go(rows[at + 1]) : undefined;
    case 'ArrowLeft':
      if (current.isOpen) return { kind: 'fold', isOpen: false };
      return go(rows.slice(0, at).findLast(({ level }) => level < current.level));
    case 'Enter':
    case ' ':
      return canOpen(current) ? { kind: 'fold', isOpen: !current.isOpen } : { kind: 'press' };
    default:
      return key.length === 1 ? go(named(rows, at, key)) : undefined;
  }
}

/** The next row whose key begins with a character, from the first row on after the last. */
function named(rows: readonly Row[], at: number, char: string): Row | undefined {
  return [...rows.slice(at + 1), ...rows.slice(0, at)].find(
    (row) =>
      row.kind === 'value' &&
      String(row.name ?? '')
        .toLowerCase()
        .startsWith(char.toLowerCase()),
  );
}
