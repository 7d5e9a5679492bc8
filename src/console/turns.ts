/** Milliseconds of work after which the page may paint and answer the reader. */
const SLICE = 8;

/**
 * Works through something long, giving the page time in between.
 *
 * @param step - does a millisecond or so of it; answers true once all is done
 * @returns whether it came to its end
 */
export async function inTurns(step: () => boolean, signal: AbortSignal): Promise<boolean> {
  let since = performance.now();
  while (!signal.aborted) {
    if (step()) return true;
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  return false;
}
