/** A page doesn't grow with its API: of any longer list it shows the part around its own place. */
const LONGEST_LIST = 24;

/** A list, or the part of a long one around an item. */
export function around<Item>(list: readonly Item[], item: Item | undefined): readonly Item[] {
  if (list.length <= LONGEST_LIST) return list;
  const at = item === undefined ? 0 : list.indexOf(item);
  const start = Math.max(0, Math.min(at - LONGEST_LIST / 2, list.length - LONGEST_LIST));
  return list.slice(start, start + LONGEST_LIST);
}
