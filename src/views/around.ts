/** A page doesn't grow with its API: of any longer list it shows the part around its own place. */
export const LONGEST_LIST = 24;

/**
 * A list, or the part of a long one around an item.
 *
 * @param most - as many items are shown at most
 */
export function around<Item>(
  list: readonly Item[],
  item: Item | undefined,
  most: number = LONGEST_LIST,
): readonly Item[] {
  if (list.length <= most) return list;
  const at = item === undefined ? 0 : list.indexOf(item);
  const start = Math.max(0, Math.min(at - most / 2, list.length - most));
  return list.slice(start, start + most);
}
