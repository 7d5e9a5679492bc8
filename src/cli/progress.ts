import { currentRun } from '../site/run.ts';
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

/** The progress of the build that this process is about to start. */
export function startBuildProgress(surroundings: Surroundings, quiet = false): Progress {
  return startProgress(watchBuild(), surroundings, quiet);
}

/** What the build in this process is doing, whenever it is asked. */
function watchBuild(): () => string {
  // The run ends when the pages are written; they are checked after that.
  let run = currentRun();
  return () => {
    run = currentRun() ?? run;
    if (run?.pages) return `Checking ${run.pages.length} pages`;
    return run?.sources ? 'Making the pages' : 'Reading the project';
  };
}
