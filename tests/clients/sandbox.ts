import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const BIN = join(import.meta.dirname, '../../src/cli/bin.js');
const STARTUP = 20_000;

export interface SandboxProcess {
  readonly url: string;
  readonly pid: number;
  /** When each request was answered, in milliseconds, and with what; in order. */
  readonly answers: { readonly at: number; readonly status: number }[];
  stop(): Promise<void>;
}

/**
 * Starts `curlew sandbox` as a user does, on a free port.
 *
 * @throws with what the command said when it doesn't come up
 */
export async function startSandboxProcess(key: string, more: readonly string[] = []): Promise<SandboxProcess> {
  const child = spawn(process.execPath, [BIN, 'sandbox', '--port', '0', '--key', key, ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const answers: { at: number; status: number }[] = [];
  const said: string[] = [];
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line);
    const status = /^[A-Z]+ \S+ (\d{3}) \d+ ms/.exec(line)?.[1];
    if (status) answers.push({ at: performance.now(), status: Number(status) });
  });
  const url = new Promise<string>((done, fail) => {
    const failed = (): void => fail(new Error(`The sandbox didn't start:\n${said.join('\n')}`));
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
      if (found) done(found);
    });
    child.once('close', failed);
    setTimeout(failed, STARTUP).unref();
  });
  const stop = (): Promise<void> => {
    child.kill();
    return ended;
  };
  return {
    url: await url.catch(async (error) => stop().then(() => Promise.reject(error))),
    pid: child.pid ?? 0,
    answers,
    stop,
  };
}
