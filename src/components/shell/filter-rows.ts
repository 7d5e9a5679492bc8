import type { NavigationItem } from '../../views/navigation-item.ts';
import type { ListRow } from '../../views/navigation-lists.ts';

/** A page that the filter can find. */
export interface Line {
  readonly item: NavigationItem;
  /** The path of an operation, or the name of a webhook. */
  readonly at?: string;
  readonly title: string;
  /** All that is looked through, folded. */
  readonly text: string;
}

export function lineOf(root: string, [path, title, method, at, id, deprecated]: ListRow): Line {
  return {
    item: {
      title,
      url: root + path,
      ...(method === undefined ? {} : { method }),
      ...(deprecated ? { deprecated: true } : {}),
    },
    ...(at === undefined ? {} : { at }),
    title: fold(title),
    text: fold([title, method, at, id].join('\n')),
  };
}

/** Case and width say nothing: `ＰＯＳＴ` finds `post`. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * The pages that have every word: those whose title begins with what was typed, then those with a title that has
 * all of it, then the rest, each in the order of the navigation.
 */
export function filterRows(lines: readonly Line[], typed: string): readonly Line[] {
  const whole = fold(typed).trim();
  const words = whole.split(/\s+/);
  const found: [Line[], Line[], Line[]] = [[], [], []];
  for (const line of lines) {
    if (!words.every((word) => line.text.includes(word))) continue;
    found[line.title.startsWith(whole) ? 0 : line.title.includes(whole) ? 1 : 2].push(line);
  }
  return found.flat();
}
