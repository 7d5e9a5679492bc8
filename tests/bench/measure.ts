import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One run of one command. */
export interface Run {
  readonly wallSeconds: number;
  /** User and system time of the process and the helpers it waited for. */
  readonly cpuSeconds: number;
  /** Peak resident memory of the process itself. */
  readonly megabytes: number;
  readonly outputMegabytes: number;
  readonly pages: number;
}

export interface Command {
  /** Arguments of Node, the script first. */
  readonly args: readonly string[];
  readonly cwd: string;
  /** The folder that the command fills. */
  readonly outDir: string;
}

/** How long a build may take before it counts as hanging. */
const PATIENCE = 1_200_000;

/** Runs a command alone and measures it. @throws when it fails, with the end of what it said */
export async function measure({ args, cwd, outDir }: Command): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'curlew-bench-'));
  const usageFile = join(folder, 'usage.json');
  try {
    await rm(outDir, { recursive: true, force: true });
    const cpuBefore = childrenCpuSeconds();
    const start = process.hrtime.bigint();
    await runNode(['--import', join(import.meta.dirname, 'usage.mjs'), ...args], cwd, usageFile);
    const wallSeconds = Number(process.hrtime.bigint() - start) / 1e9;
    const cpuAfter = childrenCpuSeconds();
    const own = JSON.parse(await readFile(usageFile, 'utf8')) as { megabytes: number; cpuSeconds: number };
    const cpuSeconds = cpuBefore === undefined || cpuAfter === undefined ? own.cpuSeconds : cpuAfter - cpuBefore;
    return { wallSeconds, cpuSeconds, megabytes: own.megabytes, ...(await outputOf(outDir)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

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

function runNode(args: readonly string[], cwd: string, usageFile: string): Promise<void> {
  return new Promise((done, fail) => {
    const env = { ...process.env, BENCH_USAGE: usageFile, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-2000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    child.on('error', fail);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) done();
      else fail(new Error(code === null ? `nothing after ${PATIENCE / 1000} s` : `exit ${code}: ${said.trim()}`));
    });
  });
}

async function outputOf(folder: string): Promise<Pick<Run, 'outputMegabytes' | 'pages'>> {
  const names = await readdir(folder, { recursive: true });
  let bytes = 0;
  for (const name of names) {
    const found = await stat(join(folder, name));
    if (found.isFile()) bytes += found.size;
  }
  return { outputMegabytes: bytes / 1e6, pages: names.filter((name) => name.endsWith('.html')).length };
}
