import { currentRun } from '../run.ts';

/**
 * What a page works out before it is made, such as which others there are: where the last build had the same input,
 * its answer is taken.
 *
 * @param name - of the question, unique in the site
 * @param key - tells all that the answer depends on; nothing where nothing is reused
 * @param work - is given the answer to another input, where there was one; its own has to survive JSON
 */
export function remember<Answer>(name: string, key: string | undefined, work: (before?: Answer) => Answer): Answer {
  const last = currentRun()?.lastBuild;
  return last && key !== undefined ? last.remember(name, key, work) : work();
}
