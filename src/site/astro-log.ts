import { stripVTControlCharacters } from 'node:util';
import { currentRun } from './run.ts';

/** Whether a message of Astro's, coloured or not, is the one before an error that a command tells in its own words. */
export function isHookFailure(message: string): boolean {
  return /^An unhandled error occurred while running the "[^"]+" hook/.test(stripVTControlCharacters(message));
}

/** As Astro hands it to a logger. */
interface Message {
  readonly label: string | null;
  readonly level: string;
  readonly message: string;
}

/**
 * Where Astro's own messages of a build go: warnings to the command, which keeps standard output for its
 * result. An error waits: it comes with a trace, and the build may know the author's mistake behind it.
 */
export default function astroLog(): { write(message: Message): void } {
  return {
    write({ label, level, message }) {
      const run = currentRun();
      const line = label === null || label === 'SKIP_FORMAT' ? message : `[${label}] ${message}`;
      if (isHookFailure(message)) return;
      if (level === 'error') run?.troubles.push(line);
      else run?.log?.(line);
    },
  };
}
