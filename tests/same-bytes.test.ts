import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { buildFiles } from './builder/build.ts';
import { ENVIRONMENT } from './environment.ts';
import { EVERY_KIND } from './fixtures/every-kind.ts';
import { writeFiles } from './project.ts';

const BIN = resolve(import.meta.dirname, '../src/cli/bin.js');

/** Each file's bytes by its path below the folder. */
function bytesIn(folder: string): Map<string, Buffer> {
  const written = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = written.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length), readFileSync(path)]));
}

it('the same project gives the same bytes, wherever, whenever and in whatever order its files were written', async () => {
  // In a process that has built others, and in one that builds nothing else.
  const one = bytesIn(join(await buildFiles(EVERY_KIND), 'dist'));
  const root = mkdtempSync(join(tmpdir(), 'curlew-of-another-name-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFiles(root, Object.fromEntries(Object.entries(EVERY_KIND).toReversed()));
  const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  await promisify(execFile)(process.execPath, [BIN, 'build'], { cwd: root, env: { ...ENVIRONMENT, ...elsewhere } });
  const other = bytesIn(join(root, 'dist'));
  expect(one.size).toBeGreaterThan(50);
  expect([...other.keys()]).toEqual([...one.keys()]);
  expect([...one].filter(([path, bytes]) => !other.get(path)?.equals(bytes)).map(([path]) => path)).toEqual([]);
});
