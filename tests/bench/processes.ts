import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';

/** Groups of processes that the bench started and that have not ended. */
const groups = new Set<number>();

/** Starts Node on a script as the head of a group of its own, so that what it starts can be ended with it. */
export function startNode(args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(process.execPath, args, { ...options, detached: true });
  const { pid } = child;
  if (pid === undefined) return child;
  groups.add(pid);
  // A build that is done may leave a server or a compiler behind.
  child.once('exit', () => {
    endGroup(pid);
    groups.delete(pid);
  });
  return child;
}

/** Ends a process that `startNode` gave, with all that it started. */
export function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined && groups.has(pid)) process.kill(-pid, 'SIGKILL');
  } catch {
    // None of it runs any more.
  }
}

/** How the message begins of what was ended because it took too long. */
export const LATE = 'not done after';

/**
 * Runs one of our own commands or a build to its end.
 *
 * @param patience - milliseconds until it counts as hanging
 * @throws when it fails or hangs, with the end of what it said
 */
export function runNode(args: readonly string[], options: SpawnOptions, patience = 1_200_000): Promise<void> {
  return new Promise((done, fail) => {
    const child = startNode(args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4000);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      endGroup(child.pid);
    }, patience);
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) done();
      else fail(new Error(isLate ? `${LATE} ${patience / 1000} s` : `${signal ?? `exit ${code}`}: ${reason(said)}`));
    });
  });
}

/** The line that tells most of what went wrong: the last one that names an error. */
export function reason(said: string): string {
  const lines = said
    .replace(/\u001b\[[\d;]*m/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    lines.findLast((line) => /error|fatal|heap|cannot|failed/i.test(line) && !/^at /.test(line)) ??
    lines.at(-1) ??
    'it said nothing'
  );
}

/** On Ctrl-C or a request to end: ends every process that descends from this one, removes the folder, and ends. */
export function endWithChildren(folder: string): void {
  const stop = (): void => {
    for (const pid of groups) endGroup(pid);
    for (const pid of descendants(process.pid, runningProcesses())) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended by itself.
      }
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
}

/** Each process that is not over, with its parent. */
export function runningProcesses(): readonly (readonly [pid: number, parent: number])[] {
  // Small Linux systems have no `ps`, others no `/proc`.
  const rows = existsSync('/proc/self/stat')
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .flatMap(statOf)
    : execFileSync('ps', ['-A', '-o', 'pid=,stat=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return rows.flatMap((row) => {
    const [pid, state = '', parent] = row.trim().split(/\s+/);
    return state.startsWith('Z') ? [] : [[Number(pid), Number(parent)] as const];
  });
}

/** Number, state and parent of a process, as `ps` tells them; none when it is over meanwhile. */
function statOf(pid: string): readonly string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the command's name, may hold spaces and brackets.
    const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return [`${pid} ${state} ${parent}`];
  } catch {
    return [];
  }
}

/** The children of a process, theirs, and so on. */
export function descendants(
  of: number,
  processes: readonly (readonly [pid: number, parent: number])[],
): readonly number[] {
  const children = processes.filter(([, parent]) => parent === of).map(([pid]) => pid);
  return children.flatMap((pid) => [pid, ...descendants(pid, processes)]);
}
