import type { NavigationFile } from './api-navigation.ts';
import { folderTitle, type GuideNode, guidesIn, guideTree } from './guide-tree.ts';
import type { NavigationInput, NavigationItem } from './navigation-item.ts';
import { guideUrl } from './urls.ts';

type Guide = NavigationInput['guides'][number];
type Node = GuideNode<Guide>;

/** A site with so few guides has all folders open. */
const FEW_GUIDES = 40;

/** What the navigation shows of the guides: folders are groups. @param current - the address of the page */
export function guideItems(input: NavigationInput, current: string): NavigationItem[] {
  const isSmall = input.guides.length <= FEW_GUIDES;
  const item = (node: Node): NavigationItem => {
    const { inside } = node;
    if (inside.length === 0) return lineOf(input, node);
    return isSmall || holds(input, node, current)
      ? { ...lineOf(input, node), items: inside.map(item) }
      : closed(input, node);
  };
  return treeOf(input).map(item);
}

/** The folders that some page shows closed, each with its lines. */
export function guideFiles(input: NavigationInput): NavigationFile[] {
  if (input.guides.length <= FEW_GUIDES) return [];
  const files = (node: Node): NavigationFile[] => {
    const { name, inside } = node;
    if (inside.length === 0) return [];
    const items = inside.map((one) => (one.inside.length > 0 ? closed(input, one) : lineOf(input, one)));
    return [{ path: folderPath(input, name), items }, ...inside.flatMap(files)];
  };
  return treeOf(input).flatMap(files);
}

const trees = new WeakMap<NavigationInput['guides'], Node[]>();

/** The guides in their folders; each page asks. */
function treeOf({ guides }: NavigationInput): Node[] {
  const tree = trees.get(guides) ?? guideTree(guides);
  trees.set(guides, tree);
  return tree;
}

/** What a folder is called: as its page is, or by its own name. */
function nodeTitle({ name, guide }: Node): string {
  return guide?.title ?? folderTitle(name);
}

function lineOf({ space, locale }: NavigationInput, node: Node): NavigationItem {
  const [first] = guidesIn([node]);
  return {
    title: nodeTitle(node),
    url: guideUrl(space, locale, first?.name ?? node.name),
    ...(node.guide ? {} : { isFolder: true }),
  };
}

function closed(input: NavigationInput, node: Node): NavigationItem {
  return { ...lineOf(input, node), load: folderPath(input, node.name) };
}

function holds({ space, locale }: NavigationInput, node: Node, current: string): boolean {
  return guidesIn([node]).some(({ name }) => guideUrl(space, locale, name) === current);
}

/** No folder of an API's files begins with `_`. */
function folderPath({ locale }: NavigationInput, name: string): string {
  return `${locale.toLowerCase()}/_guides/${name}`;
}
