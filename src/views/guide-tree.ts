/** A guide, a folder of guides, or both: a folder with an `index`, which is its page. */
export interface GuideNode<Guide> {
  /** Below the folder of the language: `payments`, `payments/refunds`. */
  readonly name: string;
  readonly guide?: Guide;
  readonly inside: readonly GuideNode<Guide>[];
}

interface Draft<Guide> extends GuideNode<Guide> {
  guide?: Guide;
  readonly inside: Draft<Guide>[];
}

/** The guides of a language in their folders; what comes first stands first. A single folder of all is none. */
export function guideTree<Guide extends { readonly name: string }>(guides: readonly Guide[]): GuideNode<Guide>[] {
  const top: Draft<Guide>[] = [];
  const known = new Map<string, Draft<Guide>>();
  const nodeOf = (name: string): Draft<Guide> => {
    const found = known.get(name);
    if (found) return found;
    const node: Draft<Guide> = { name, inside: [] };
    known.set(name, node);
    const end = name.lastIndexOf('/');
    (end < 0 ? top : nodeOf(name.slice(0, end)).inside).push(node);
    return node;
  };
  for (const guide of guides) nodeOf(guide.name).guide = guide;
  const [only, ...others] = top;
  return only && others.length === 0 && !only.guide ? only.inside : top;
}

/** The guides of a tree as they are read: each before what lies inside it. */
export function guidesIn<Guide>(tree: readonly GuideNode<Guide>[]): Guide[] {
  return tree.flatMap(({ guide, inside }) => [...(guide ? [guide] : []), ...guidesIn(inside)]);
}

/** What a folder without a page is called: its name as words. */
export function folderTitle(name: string): string {
  const words = name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/[-_]+/g, ' ')
    .trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
}
