import { type Surroundings, UsageError } from './command.ts';

const TRIES = 20;

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/**
 * Starts a server on a port, or on the next free one, and says so then.
 *
 * @param port - 0 for any free one
 * @param start - rejects with `EADDRINUSE` when the port is taken
 */
export async function onFreePort<T>(
  port: number,
  start: (port: number) => Promise<T>,
  { note }: Surroundings,
): Promise<T> {
  for (let candidate = port; candidate < port + TRIES && candidate <= 65535; candidate += 1) {
    try {
      const started = await start(candidate);
      if (candidate !== port) note(`Port ${port} is taken; ${candidate} is used.`);
      return started;
    } catch (error) {
      if (codeOf(error) === 'EACCES') throw new UsageError(`This account may not open port ${candidate}.`);
      if (codeOf(error) !== 'EADDRINUSE') throw error;
    }
  }
  throw new UsageError(`The ports from ${port} on are taken. Choose another one with --port.`);
}
