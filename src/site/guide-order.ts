import { naturalOrder } from '../model/natural-order.ts';
import { type GuideNode, guidesIn, guideTree } from '../views/guide-tree.ts';
import type { GuideEntry } from './site-data.ts';

/**
 * Guides in the order of the navigation, one language after the other: by `order`, then by file name, with numbers
 * in it as numbers. A folder stands where its `index` says, or else where the first of its guides would.
 */
export function inOrder(guides: readonly GuideEntry[]): GuideEntry[] {
  const byLocale = Map.groupBy(guides, ({ locale }) => locale);
  return [...byLocale.values()].flatMap((own) => guidesIn(sorted(guideTree(own))));
}

function sorted(tree: readonly GuideNode<GuideEntry>[]): GuideNode<GuideEntry>[] {
  return tree
    .map((node) => ({ ...node, inside: sorted(node.inside) }))
    .toSorted((one, other) => byPlace(one, other) || naturalOrder(one.name, other.name));
}

function place({ guide, inside }: GuideNode<GuideEntry>): number {
  return guide?.data.order ?? Math.min(...inside.map(place));
}

/** The guides without a place stand at infinity, which has no difference from itself. */
function byPlace(one: GuideNode<GuideEntry>, other: GuideNode<GuideEntry>): number {
  const [a, b] = [place(one), place(other)];
  return a === b ? 0 : a - b;
}
