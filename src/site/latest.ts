/**
 * In milliseconds. Long enough for what an editor or git saves together, and longer than the 50 for which
 * Vite's watcher is silent about a file after each change of it.
 */
const PAUSE = 60;

/**
 * Lets calls that come close together do the work once, and never two at a time: a call during the work has
 * it done once more.
 */
export function latest(work: () => Promise<void>): () => void {
  let waiting = false;
  let working = false;
  const start = async (): Promise<void> => {
    waiting = false;
    working = true;
    try {
      await work();
    } finally {
      working = false;
      if (waiting) setTimeout(start, PAUSE);
    }
  };
  return () => {
    if (!waiting && !working) setTimeout(start, PAUSE);
    waiting = true;
  };
}
