/**
 * The number of typing slips between two names: one letter added, left out or changed, or two neighbours
 * swapped. Stops counting past `limit`.
 */
function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    older = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

function slipsAllowed(name: string): number {
  // A Chinese word of two characters says as much as a Latin one of eight letters.
  if (name.length <= 2) return name.length === 2 && /[^\u0000-\u02ff]/.test(name) ? 1 : 0;
  return name.length <= 4 ? 1 : name.length <= 8 ? 2 : 3;
}

/**
 * The name somebody probably meant.
 *
 * @param names - at equal distance the first wins
 * @returns nothing when no name is near enough to be a slip of the hand; long texts are never near
 */
export function nearest(given: string, names: Iterable<string>): string | undefined {
  if (given.length > 100) return undefined;
  const low = given.toLowerCase();
  const limit = slipsAllowed(low);
  let best: string | undefined;
  let least = limit + 1;
  for (const name of names) {
    const distance = slips(low, name.toLowerCase(), least - 1);
    if (distance < least) {
      best = name;
      least = distance;
    }
  }
  return best;
}

/** Finds what was probably meant among many names for many mistakes; nothing once that has cost too much. */
export type Suggest = (given: string, names: Iterable<string>) => string | undefined;

/** Names that are looked at for all mistakes together: thousands of each would else take minutes. */
const MOST_NAMES = 300_000;

/** Makes what finds the names meant by the mistakes of one description. */
export function suggester(): Suggest {
  let left = MOST_NAMES;
  return (given, names) => {
    if (left <= 0) return undefined;
    const all = [...names];
    left -= all.length;
    return nearest(given, all);
  };
}
