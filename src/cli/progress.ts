import type { Surroundings } from './command.ts';

const TICK = 200;

/** Tells how a piece of work goes on. */
export interface Progress {
  /** For how long it has been going on. */
  seconds(): number;
  /** Takes the status line away. */
  end(): void;
}

/**
 * Shows what is being done: on a terminal in one line, with the time that has passed; elsewhere a line for
 * each step.
 *
 * @param step - what is being done at the moment; asked again and again
 */
export function startProgress(step: () => string, { note, status }: Surroundings, quiet: boolean): Progress {
  const start = performance.now();
  const seconds = (): number => Math.round(performance.now() - start) / 1000;
  let told = '';
  const tell = (): void => {
    const now = step();
    if (status) status(`${now} … ${seconds().toFixed(1)} s`);
    else if (now !== told) note(`${now} …`);
    told = now;
  };
  if (quiet) return { seconds, end: () => {} };
  tell();
  const timer = setInterval(tell, TICK);
  return {
    seconds,
    end: () => {
      clearInterval(timer);
      status?.('');
    },
  };
}
