import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { descendants, endGroup, reason, runNode, runningProcesses, startNode } from './processes.ts';

function script(text: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'curlew-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'script.mjs');
  writeFileSync(file, text);
  return file;
}

const runs = (pid: number): boolean => runningProcesses().some(([one]) => one === pid);

describe('processes of the bench', () => {
  it('fail with the line that names the error', async () => {
    const file = script(
      `console.log('Building'); console.error('\\u001b[31m[ERROR]\\u001b[0m no such page'); console.error('  at x.js:1'); process.exitCode = 3;`,
    );
    await expect(runNode([file], {})).rejects.toThrow('exit 3: [ERROR] no such page');
    expect(reason('one\n\ntwo\n')).toBe('two');
    expect(reason('')).toBe('it said nothing');
  });

  it('are ended with what they started', async () => {
    const file = script(`import { spawn } from 'node:child_process';
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'ignore' });
console.log(String(child.pid));
setInterval(() => {}, 1e6);`);
    const parent = startNode([file], {});
    const [text] = await once(parent.stdout ?? parent, 'data');
    const child = Number(text);
    expect(runs(child)).toBe(true);
    expect(descendants(process.pid, runningProcesses())).toEqual(expect.arrayContaining([parent.pid, child]));
    endGroup(parent.pid);
    await expect.poll(() => runs(child) || runs(parent.pid ?? 0), { timeout: 60_000 }).toBe(false);
  });

  it('are found by their parents', () => {
    const all = [
      [1, 0],
      [5, 1],
      [6, 5],
      [7, 6],
      [8, 1],
    ] as const;
    expect(descendants(5, all)).toEqual([6, 7]);
    expect(descendants(8, all)).toEqual([]);
  });
});
