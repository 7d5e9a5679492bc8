import { nearest } from '../diagnostics/nearest.ts';

/** Holding a path against all others takes time, and a site whose every link is dead has one reason for it. */
const MOST_SEARCHED = 100;

/** Files that no author links to. */
const OURS = /\/(?:_astro|_curlew)\/|\/index\.html$/;

/**
 * Guesses which path was meant by one that leads nowhere: the same last name in another folder, with another
 * ending or none; or a slip of the hand.
 *
 * @param paths - decoded, of every page and file of the site
 */
export function pathGuesser(paths: Iterable<string>): (path: string) => string | undefined {
  const all = [...paths].filter((path) => !OURS.test(path));
  const byName = new Map<string, string[]>();
  for (const path of all) byName.set(lastName(path), [...(byName.get(lastName(path)) ?? []), path]);
  const bare = new Map(all.map((path) => [withoutSlashes(path), path]));
  const guesses = new Map<string, string | undefined>();
  const search = (path: string): string | undefined => {
    const alike = byName.get(lastName(path)) ?? [];
    // Of a page and its copies in other forms, the page is meant, and has the slash at its end.
    const best = alike.toSorted(
      (a, b) =>
        Number(b.endsWith('/')) - Number(a.endsWith('/')) ||
        sharedStart(path, b) - sharedStart(path, a) ||
        a.length - b.length,
    )[0];
    if (best !== undefined || guesses.size >= MOST_SEARCHED) return best;
    const near = nearest(withoutSlashes(path), bare.keys());
    return near === undefined ? undefined : bare.get(near);
  };
  return (path) => {
    if (!guesses.has(path)) guesses.set(path, search(path));
    return guesses.get(path);
  };
}

/** `/docs/Start.mdx`, `/start/` → `start`. */
function lastName(path: string): string {
  const name = path.replace(/\/$/, '').split('/').at(-1) ?? '';
  return name.replace(/\.(?:mdx?|html)$/i, '').toLowerCase();
}

function withoutSlashes(path: string): string {
  return path.replace(/^\/|\/$/g, '');
}

function sharedStart(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count += 1;
  return count;
}
