import { idStep } from '../schema/tree.ts';
import { shortHash } from './slugs.ts';

/**
 * The ids of values that are listed for one thing: `body.model=gpt-4`.
 *
 * @param id - of the thing
 * @param words - the values as they are shown
 * @returns one for each, none for a value that was there before. Of values that differ only in what an id can't
 *   hold, those that had to change get a hash, so that another value or another order changes nothing
 */
export function valueIds(id: string, words: readonly string[]): (string | undefined)[] {
  const counts = new Map<string, number>();
  for (const one of new Set(words)) counts.set(idStep(one), (counts.get(idStep(one)) ?? 0) + 1);
  const taken = new Set<string>();
  return words.map((one) => {
    const step = idStep(one);
    const own = counts.get(step) === 1 || step === one ? step : `${step}=${shortHash(one)}`;
    if (taken.has(own)) return undefined;
    taken.add(own);
    return `${id}=${own}`;
  });
}
