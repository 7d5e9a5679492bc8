import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What runs samples: a shell, or an interpreter that runs many files in one process. */
export type Runner = 'sh' | 'bash' | 'python' | 'node';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** When each piece of output came, in milliseconds since the start. */
  readonly arrivals: readonly { readonly at: number; readonly text: string }[];
}

const EACH_PYTHON = `
import sys
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        exec(compile(file.read(), path, "exec"), {"__name__": "__main__"})
`;
const EACH_NODE = 'for (const file of process.argv.slice(2)) await import(file);';
const EACH_SHELL = 'shell=$1; shift; for file; do "$shell" "$file" || exit; done';

/** Paste-able endings of file names, by runner. */
const ENDINGS: { readonly [runner in Runner]: string } = { sh: 'sh', bash: 'sh', python: 'py', node: 'mjs' };

/** An empty folder for one run: a planted command would leave its mark here. */
export function makeRunFolder(): string {
  return mkdtempSync(join(tmpdir(), 'curlew-samples-'));
}

/**
 * Runs samples one after the other, as files that hold exactly the printed text, with nothing in the
 * environment but `PATH` and the variables given.
 */
export async function runSamples(
  runner: Runner,
  samples: readonly string[],
  folder: string,
  variables: Readonly<Record<string, string>>,
): Promise<Ran> {
  const files = samples.map((sample, index) => {
    const file = join(folder, `${index}.${ENDINGS[runner]}`);
    writeFileSync(file, sample);
    return file;
  });
  const env = { PATH: process.env.PATH ?? '', HOME: folder, ...variables };
  const started = performance.now();
  const [command, args] = commandFor(runner, folder, files);
  const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const arrivals: { at: number; text: string }[] = [];
  let stderr = '';
  child.stdout
    .setEncoding('utf8')
    .on('data', (text: string) => arrivals.push({ at: performance.now() - started, text }));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const status = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  return { status, stdout: arrivals.map(({ text }) => text).join(''), stderr, arrivals };
}

function commandFor(runner: Runner, folder: string, files: readonly string[]): [string, string[]] {
  switch (runner) {
    case 'sh':
    case 'bash':
      return ['sh', ['-c', EACH_SHELL, 'sh', runner, ...files]];
    case 'python': {
      const all = join(folder, 'all.py');
      writeFileSync(all, EACH_PYTHON);
      return ['python3', [all, ...files]];
    }
    case 'node': {
      const all = join(folder, 'all.mjs');
      writeFileSync(all, EACH_NODE);
      return [process.execPath, [all, ...files]];
    }
  }
}

/** Why Python samples can't run here, with what to do; nothing when they can. */
export async function missingPython(): Promise<string | undefined> {
  const folder = makeRunFolder();
  const ran = await runSamples('python', ['import requests'], folder, {}).catch((error: Error) => error);
  if (!(ran instanceof Error) && ran.status === 0) return undefined;
  const reason = ran instanceof Error ? ran.message : ran.stderr.trim().split('\n').at(-1);
  return `Python samples need python3 with the package requests (${reason}). Install it: apt-get install python3-requests, or pip install requests.`;
}
