import { type GuideNode, guidesIn, guideTree } from '../views/guide-tree.ts';
import type { GuideEntry } from './site-data.ts';

/**
 * Guides in the order of the navigation, one language after the other: by `order`, then by file name. A folder stands
 * where its `index` says, or else where the first of its guides would.
 */
export function inOrder(guides: readonly GuideEntry[]): GuideEntry[] {
  const byLocale = Map.groupBy(guides, ({ locale }) => locale);
  return [...byLocale.values()].flatMap((own) => guidesIn(sorted(guideTree(own))));
}

function sorted(tree: readonly GuideNode<GuideEntry>[]): GuideNode<GuideEntry>[] {
  return tree
    .map((node) => ({ ...node, inside: sorted(node.inside) }))
    .toSorted((one, other) => compare(place(one), place(other)) || compare(one.name, other.name));
}

function place({ guide, inside }: GuideNode<GuideEntry>): number {
  return guide?.data.order ?? Math.min(...inside.map(place));
}

/** By code units, the same on every machine. */
function compare<Value extends string | number>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
