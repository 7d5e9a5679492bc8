const given = new WeakMap<Request, Map<string, number>>();

/**
 * An id that is given once a page: `x`, then `x-2`. Components of one page are made in the order they stand
 * there, so the same page always gets the same ids.
 *
 * @param page - `Astro.request`, which all components of a page share
 */
export function uniqueId(page: Request, id: string): string {
  const counts = given.get(page) ?? new Map<string, number>();
  const count = (counts.get(id) ?? 0) + 1;
  given.set(page, counts.set(id, count));
  return count === 1 ? id : `${id}-${count}`;
}
