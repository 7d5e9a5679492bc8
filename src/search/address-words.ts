/** Parts of addresses that say where on a site something is, not what: ours, and those of pages made otherwise. */
const PLACES = new Set(
  '404 api docs index model models operation operations paths reference schema schemas section tag tags webhooks'.split(
    ' ',
  ),
);
/** So many parts of an address, its last ones, say what was looked for. */
const TELLING = 2;
/** In all no more characters than fit the search's field. */
const LONGEST = 99;

/**
 * What a reader may look for who came with an address that leads nowhere: `/en/reference/pets/creat-pet.html` →
 * `pets`, `creat-pet`.
 *
 * @param path - below the root of the language, encoded
 * @param fragment - what follows `#`, encoded: pages that hold a whole API name its parts there
 * @returns the words of its last parts, the most telling ones last; empty where the address has none
 */
export function addressWords(path: string, fragment: string): string[] {
  const parts = [...path.split('/'), ...fragment.split('/')]
    .map((part) => decoded(part).replace(/\.[a-z]{2,5}$/i, ''))
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && !PLACES.has(part.toLowerCase()));
  return parts.slice(-TELLING).map((part) => part.slice(0, LONGEST));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
