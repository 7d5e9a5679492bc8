import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENVIRONMENT } from '../environment.ts';
import { BUILDER } from './build.ts';

/**
 * Starts what builds sites for all tests of a run, and tells them where. What builds keep for the next one they keep
 * in a folder of this run, which the processes of the tests inherit.
 *
 * @returns what ends it
 */
export default async function startBuilder(): Promise<() => Promise<void>> {
  const kept = mkdtempSync(join(tmpdir(), 'curlew-test-cache-'));
  process.env.XDG_CACHE_HOME = kept;
  const env = { ...ENVIRONMENT, XDG_CACHE_HOME: kept };
  const child = fork(join(import.meta.dirname, 'server.ts'), { env, execArgv: [] });
  const [port] = await once(child, 'message');
  process.env[BUILDER] = `http://127.0.0.1:${port}`;
  return async () => {
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
    rmSync(kept, { recursive: true, force: true });
  };
}
