import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ENVIRONMENT } from './environment.ts';
import { EVERY_KIND } from './fixtures/every-kind.ts';
import { writeFiles } from './project.ts';

const BIN = resolve(import.meta.dirname, '../src/cli/bin.js');

/** Builds the project in a folder of its own, with its files written in this order. @returns each file's bytes by its path */
async function build(
  name: string,
  files: readonly (readonly [string, string])[],
  env: { readonly [name: string]: string },
): Promise<Map<string, Buffer>> {
  const root = mkdtempSync(join(tmpdir(), name));
  try {
    writeFiles(root, Object.fromEntries(files));
    await promisify(execFile)(process.execPath, [BIN, 'build'], { cwd: root, env: { ...ENVIRONMENT, ...env } });
    const out = join(root, 'dist');
    const written = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = written.map((entry) => join(entry.parentPath, entry.name)).sort();
    return new Map(paths.map((path) => [path.slice(out.length), readFileSync(path)]));
  } finally {
    rmSync(root, { recursive: true });
  }
}

it('the same project gives the same bytes, wherever, whenever and in whatever order its files were written', async () => {
  const files = Object.entries(EVERY_KIND);
  const one = await build('curlew-a-', files, { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' });
  const other = await build('curlew-of-another-name-', files.toReversed(), {
    TZ: 'America/St_Johns',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
  });
  expect(one.size).toBeGreaterThan(50);
  expect([...other.keys()]).toEqual([...one.keys()]);
  expect([...one].filter(([path, bytes]) => !other.get(path)?.equals(bytes)).map(([path]) => path)).toEqual([]);
}, 120_000);
