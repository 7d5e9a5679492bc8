import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { ENVIRONMENT } from './environment.ts';

const BIN = resolve(import.meta.dirname, '../src/cli/bin.js');

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs the command line as a user does.
 *
 * @param onText - told all that has been printed so far, with the means to press Ctrl-C
 * @param surroundings - another user of this machine, which only root can become; what is added to the environment
 */
export function runCli(
  args: readonly string[],
  folder: string,
  onText?: (text: string, stop: () => void) => void,
  { uid, env }: { readonly uid?: number | undefined; readonly env?: typeof ENVIRONMENT } = {},
): Promise<CliResult> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: folder,
      env: { ...ENVIRONMENT, ...env },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    const text = { out: '', err: '' };
    const take = (stream: 'out' | 'err') => (chunk: string) => {
      text[stream] += chunk;
      onText?.(text.out + text.err, () => child.kill('SIGINT'));
    };
    child.stdout.setEncoding('utf8').on('data', take('out'));
    child.stderr.setEncoding('utf8').on('data', take('err'));
    child.on('close', (code) => done({ code, ...text }));
  });
}
