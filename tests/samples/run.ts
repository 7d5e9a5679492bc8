import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** When each piece of output came, in milliseconds since the start. */
  readonly arrivals: readonly { readonly at: number; readonly text: string }[];
}

/** What runs the samples of one library of a language. */
export interface Runner {
  /** As tests name it: `dash`, `python`, `go`. */
  readonly name: string;
  /** Ending of the file names. */
  readonly ending: string;
  /** Debian packages that it needs. */
  readonly packages: readonly string[];
  /** What it writes to standard error says that something is wrong. */
  readonly isQuiet: boolean;
  /**
   * The command that runs these files one after the other and ends with non-zero at the first that fails.
   *
   * @param folder - where it may write files of its own; it is where the command is started
   */
  command(folder: string, files: readonly string[]): readonly [command: string, args: readonly string[]];
}

/** httpx reads all trusted certificates for every request, which takes ten times as long as to send it: here it is one. */
const CERTIFICATE = join(import.meta.dirname, '../fixtures/tls/certificate.pem');
const EACH_PYTHON = `
import os, sys
os.environ["SSL_CERT_FILE"] = ${JSON.stringify(CERTIFICATE)}
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        exec(compile(file.read(), path, "exec"), {"__name__": "__main__"})
`;
const EACH_NODE = 'for (const file of process.argv.slice(2)) await import(file);';
const EACH_SHELL = 'shell=$1; shift; for file; do "$shell" "$file" || exit; done';

function shell(name: 'sh' | 'bash', packages: readonly string[]): Runner {
  return {
    name,
    ending: 'sh',
    packages,
    // curl shows its progress there.
    isQuiet: false,
    command: (_, files) => ['sh', ['-c', EACH_SHELL, 'sh', name, ...files]],
  };
}

export const SH = shell('sh', ['curl']);
export const BASH = shell('bash', ['curl']);
export const PYTHON: Runner = {
  name: 'python',
  ending: 'py',
  packages: ['python3', 'python3-requests', 'python3-httpx'],
  isQuiet: true,
  command(folder, files) {
    const all = join(folder, 'all.py');
    writeFileSync(all, EACH_PYTHON);
    return [pythonCommand() ?? 'python3', [all, ...files]];
  },
};
export const NODE: Runner = {
  name: 'node',
  ending: 'mjs',
  packages: [],
  isQuiet: true,
  command(folder, files) {
    const all = join(folder, 'all.mjs');
    writeFileSync(all, EACH_NODE);
    return [process.execPath, [all, ...files]];
  },
};

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
    const file = join(folder, `${index}.${runner.ending}`);
    writeFileSync(file, sample);
    return file;
  });
  const env = { PATH: process.env.PATH ?? '', HOME: folder, ...variables };
  const started = performance.now();
  const [command, args] = runner.command(folder, files);
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

const PYTHON_LIBRARIES = ['requests', 'httpx'];
let python: string | undefined;

/** A Python that has the libraries: the one on PATH, or the system's where that one has none of its packages. */
export function pythonCommand(): string | undefined {
  const has = (command: string): boolean =>
    spawnSync(command, ['-c', `import ${PYTHON_LIBRARIES.join(', ')}`], { stdio: 'ignore' }).status === 0;
  python ??= ['python3', '/usr/bin/python3'].find(has);
  return python;
}

/** Why Python samples can't run here, with what to do; nothing when they can. */
export function missingPython(): string | undefined {
  if (pythonCommand() !== undefined) return undefined;
  const packages = PYTHON_LIBRARIES.join(' and ');
  return `Python samples need python3 with ${packages}. Install them: apt-get install python3-requests python3-httpx, or pip install requests httpx.`;
}
