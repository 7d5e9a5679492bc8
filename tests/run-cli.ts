import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const BIN = resolve(import.meta.dirname, '../src/cli/bin.js');

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs the command line as a user does.
 *
 * @param onError - told all of standard error so far, with the means to press Ctrl-C
 */
export function runCli(
  args: readonly string[],
  folder: string,
  onError?: (text: string, stop: () => void) => void,
): Promise<CliResult> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd: folder });
    const text = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text.out += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      text.err += chunk;
      onError?.(text.err, () => child.kill('SIGINT'));
    });
    child.on('close', (code) => done({ code, ...text }));
  });
}
