import type { Operation } from '../model/operation.ts';
import { decodePercent } from './match.ts';

/** What is called as a secret is one, also where an author lists it among the other parameters. */
const SECRET = /(^|[-_]|api|access|subscription)key$|token|secret|sig(nature)?$|passw|auth|code$/i;

/** The query parameters of an operation whose values may stand in a log. */
export function queryNames({ parameters }: Operation): string[] {
  return parameters.flatMap(({ in: place, name }) => (place === 'query' && !SECRET.test(name) ? [name] : []));
}

/**
 * A path and query for a log. Whatever isn't known to be harmless is masked.
 *
 * @param names - of the query parameters that may be shown
 */
export function shownPath({ pathname, search }: URL, names: readonly string[] = []): string {
  const pairs = search.slice(1).split('&').filter(Boolean);
  const shown = pairs.map((pair) => {
    const [name = '', value] = pair.split('=');
    const [root = ''] = decodePercent(name).split('[');
    if (names.includes(root)) return pair;
    // A text alone may be the secret itself.
    return value === undefined ? '***' : `${name}=***`;
  });
  return shown.length > 0 ? `${pathname}?${shown.join('&')}` : pathname;
}
