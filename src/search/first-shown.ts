import type { Group } from './find.ts';

/** A group that has something else below it shows so many at least. */
const FEWEST = 2;
/** Where many groups have something, each shows no more than these: the dialog is to show of all of them. */
const MANY_GROUPS = 3;
const MOST_OF_MANY = 3;
/** What is worth less than so much of the best below it can wait. */
const WEAK = 0.5;

/**
 * How many of each group show at first: those that are weaker by far than the best of a group below it wait, so that a
 * word that many guides mention doesn't hide the operation that it is the name of.
 */
export function firstShown(groups: readonly Group[]): number[] {
  const most = groups.length < MANY_GROUPS ? Number.POSITIVE_INFINITY : MOST_OF_MANY;
  return groups.map(({ hits }, at) => {
    const below = Math.max(0, ...groups.slice(at + 1).map((group) => group.hits[0]?.worth ?? 0));
    const strong = hits.filter(({ worth }) => worth >= below * WEAK).length;
    return Math.min(most, Math.max(strong, Math.min(hits.length, FEWEST)));
  });
}
