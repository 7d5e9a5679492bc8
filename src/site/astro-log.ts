import { currentRun } from './run.ts';

/** Said before the error itself is thrown, which a command tells in its own words. */
export const HOOK_FAILED = /^An unhandled error occurred while running the "[^"]+" hook/;

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
      if (HOOK_FAILED.test(message)) return;
      if (level === 'error') run?.troubles.push(line);
      else run?.log?.(line);
    },
  };
}
