/** Long enough for the files that an editor or git saves together, in milliseconds. */
const PAUSE = 30;

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
