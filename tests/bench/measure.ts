import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runNode } from './processes.ts';

/** One run of one command. */
export interface Run {
  readonly wallSeconds: number;
  /** User and system time of all processes of it. */
  readonly cpuSeconds: number;
  /** Peak resident memory of its largest process. */
  readonly megabytes: number;
  readonly outputMegabytes: number;
  readonly pages: number;
  /** The largest page of an operation, in bytes, where the subject tells which pages those are. */
  readonly operationPageBytes?: number;
}

export interface Command {
  /** What is run one after the other and measured together: arguments of Node, the script first. */
  readonly steps: readonly (readonly string[])[];
  readonly cwd: string;
  /** The folder that the command fills. */
  readonly outDir: string;
  readonly env?: { readonly [name: string]: string };
  /** Whether a file of the output, `a/b.html`, is the page of an operation. */
  readonly isOperationPage?: (path: string) => boolean;
}

const USAGE = pathToFileURL(join(import.meta.dirname, 'usage.mjs')).href;

/**
 * Runs a command alone and measures it.
 *
 * @param temporary - a folder for what it leaves behind
 * @throws when it fails, with what it said of the reason
 */
export async function measure(command: Command, temporary: string): Promise<Run> {
  const { steps, cwd, outDir, isOperationPage } = command;
  await mkdir(temporary, { recursive: true });
  const folder = await mkdtemp(join(temporary, 'usage-'));
  try {
    const env = {
      ...process.env,
      // Not only an argument: a peer that starts Node itself is measured too.
      NODE_OPTIONS: `--import ${USAGE}`,
      NODE_ENV: 'production',
      TMPDIR: temporary,
      BENCH_USAGE: folder,
      ...QUIET,
      ...command.env,
    };
    const cpuBefore = childrenCpuSeconds();
    const start = process.hrtime.bigint();
    for (const step of steps) await runNode(step, { cwd, env });
    const wallSeconds = Number(process.hrtime.bigint() - start) / 1e9;
    const cpuAfter = childrenCpuSeconds();
    const used = await usageIn(folder);
    const cpuSeconds = cpuBefore === undefined || cpuAfter === undefined ? used.cpuSeconds : cpuAfter - cpuBefore;
    return { wallSeconds, cpuSeconds, megabytes: used.megabytes, ...(await outputOf(outDir, isOperationPage)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Nothing is told to anybody or looked up while a build is measured. */
const QUIET = {
  ASTRO_TELEMETRY_DISABLED: '1',
  DOCUSAURUS_NO_TELEMETRY: 'true',
  BLUME_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NO_UPDATE_NOTIFIER: '1',
  CI: 'true',
};

/** CPU time of all ended children and theirs, in steps of 10 ms; nothing where the system doesn't tell (not Linux). */
function childrenCpuSeconds(): number | undefined {
  try {
    const text = readFileSync('/proc/self/stat', 'utf8');
    // The second field, the command's name, may hold spaces; proc(5) counts from 1 and has cutime at 16.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return undefined;
  }
}

/** What `usage.mjs` wrote for each process. */
async function usageIn(folder: string): Promise<{ megabytes: number; cpuSeconds: number }> {
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  const all = texts.map((text) => JSON.parse(text) as { megabytes: number; cpuSeconds: number });
  return {
    megabytes: Math.max(...all.map(({ megabytes }) => megabytes)),
    cpuSeconds: all.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
  };
}

async function outputOf(
  folder: string,
  isOperationPage: (path: string) => boolean = () => false,
): Promise<Omit<Run, 'wallSeconds' | 'cpuSeconds' | 'megabytes'>> {
  const names = await readdir(folder, { recursive: true });
  let bytes = 0;
  let largest = 0;
  for (const name of names) {
    const found = await stat(join(folder, name));
    if (!found.isFile()) continue;
    bytes += found.size;
    if (isOperationPage(name.replaceAll(sep, '/'))) largest = Math.max(largest, found.size);
  }
  const pages = names.filter((name) => name.endsWith('.html')).length;
  return { outputMegabytes: bytes / 1e6, pages, ...(largest > 0 ? { operationPageBytes: largest } : {}) };
}
