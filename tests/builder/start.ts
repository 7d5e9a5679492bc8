import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ENVIRONMENT } from '../environment.ts';
import { BUILDER } from './build.ts';

/** Starts what builds sites for all tests of a run, and tells them where. @returns what ends it */
export default async function startBuilder(): Promise<() => Promise<void>> {
  const child = fork(join(import.meta.dirname, 'server.ts'), { env: ENVIRONMENT, execArgv: [] });
  const [port] = await once(child, 'message');
  process.env[BUILDER] = `http://127.0.0.1:${port}`;
  return async () => {
    const ended = once(child, 'exit');
    child.disconnect();
    await ended;
  };
}
