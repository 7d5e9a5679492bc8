import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

export interface Ended {
  /** `null` when a signal ended it. */
  readonly code: number | null;
  /** It was stopped for its silence. */
  readonly hung: boolean;
  readonly lines: readonly string[];
  readonly stderr: string;
}

/**
 * Runs a script of this folder.
 *
 * @param folder - the child's own: Astro keeps a build's bundle in the working folder, where two builds would meet
 * @param patience - how long it may say nothing before it is stopped, in milliseconds
 */
export function runScript(args: readonly string[], folder: string, patience: number): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let hung = false;
    const stop = (): void => {
      hung = true;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(stop, patience);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      clearTimeout(timer);
      timer = setTimeout(stop, patience);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal) stderr += `\nEnded by ${signal}.`;
      done({ code, hung, lines: stdout.split('\n').filter((line) => line !== ''), stderr });
    });
  });
}

/** What a script that died had to say, in one line. */
export function lastWords({ code, stderr }: Ended): string {
  const lines = stripVTControlCharacters(stderr)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.find((line) => /Error|ERR|FATAL|failed|not /.test(line)) ?? lines.at(-1) ?? `exit ${code}`;
}
