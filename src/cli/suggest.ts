import { nearest } from '../diagnostics/nearest.ts';
import { visibleText } from '../diagnostics/visible-text.ts';

const MOST = 20;

/** The end of a message about an unknown name: the one that was probably meant; empty when none is near. */
export function didYouMean(given: string, names: readonly string[]): string {
  const better = nearest(given, names);
  if (better === undefined) return '';
  // An option is seen as one; any other name stands in quotes.
  return ` Did you mean ${better.startsWith('--') ? better : `"${visibleText(better)}"`}?`;
}

/**
 * As `didYouMean`, with all the names there are where none is near.
 *
 * @param plural - what they are: `commands`
 */
export function suggest(given: string, names: readonly string[], plural: string): string {
  const better = didYouMean(given, names);
  if (better !== '') return better;
  if (names.length === 0) return ` There are no ${plural}.`;
  const some = names.slice(0, MOST).map(visibleText).join(', ');
  const rest = names.length > MOST ? `, and ${names.length - MOST} more` : '';
  return ` The ${plural} are ${some}${rest}.`;
}
