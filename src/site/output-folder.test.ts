import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { openFreshFolder } from './output-folder.ts';

/** The id of a process that is gone. */
const GONE = spawnSync(process.execPath, ['-e', '']).pid;

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

describe('the folder that a build writes to', () => {
  it('takes the place of what was there', async () => {
    const root = writeProject({ 'site/index.html': 'before', 'site/gone.html': '' });
    const fresh = openFreshFolder(join(root, 'site'));
    write(join(fresh.path, 'index.html'), 'after');
    expect(readFileSync(join(root, 'site/index.html'), 'utf8')).toBe('before');
    await fresh.swapIn();
    await fresh.close();
    expect(readFileSync(join(root, 'site/index.html'), 'utf8')).toBe('after');
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(['site', 'site/index.html']);
  });

  it('goes away when the build fails, and leaves the process as it was', async () => {
    const root = writeProject({ 'site/index.html': 'before' });
    const listeners = process.listenerCount('exit');
    const fresh = openFreshFolder(join(root, 'site'));
    write(join(fresh.path, 'index.html'), 'after');
    await fresh.close();
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(['site', 'site/index.html']);
    expect(process.listenerCount('exit')).toBe(listeners);
  });

  const table: { name: string; given: { [file: string]: string }; want: string[] }[] = [
    {
      name: 'what killed builds left is cleared',
      given: { 'site/a': '', [`.site-${GONE}/b`]: '', [`.site-${GONE}-old/c`]: '' },
      want: ['site/a'],
    },
    {
      name: 'a site that a killed build had moved away comes back',
      given: { [`.site-${GONE}-old/c`]: '', [`.site-${GONE}/b`]: '' },
      want: ['site/c'],
    },
    {
      name: 'another build that is running is left alone',
      given: { [`.site-${process.ppid}/b`]: '', [`.site-${process.ppid}-old/c`]: '' },
      want: [`.site-${process.ppid}-old/c`, `.site-${process.ppid}/b`],
    },
    {
      name: 'other folders are none of ours',
      given: { [`.site-${GONE}x/b`]: '', [`.other-${GONE}/b`]: '', [`site-${GONE}/b`]: '' },
      want: [`.other-${GONE}/b`, `.site-${GONE}x/b`, `site-${GONE}/b`],
    },
  ];
  for (const { name, given, want } of table) {
    it(name, async () => {
      const root = writeProject(given);
      await openFreshFolder(join(root, 'site')).close();
      const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      expect(files.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)).sort()).toEqual(want);
    });
  }

  it('needs no folder around it', async () => {
    const root = writeProject({});
    const fresh = openFreshFolder(join(root, 'a/b/site'));
    write(join(fresh.path, 'index.html'), 'new');
    await fresh.swapIn();
    await fresh.close();
    expect(existsSync(join(root, 'a/b/site/index.html'))).toBe(true);
  });

  it('swaps in beside others that do so all the time', async () => {
    const root = writeProject({});
    const script = `import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFreshFolder } from ${JSON.stringify(join(import.meta.dirname, 'output-folder.ts'))};
for (let index = 0; index < 150; index += 1) {
  const fresh = openFreshFolder(${JSON.stringify(join(root, 'site'))});
  mkdirSync(fresh.path, { recursive: true });
  writeFileSync(join(fresh.path, 'index.html'), 'whole');
  await fresh.swapIn();
  await fresh.close();
}`;
    const builds = [1, 2, 3].map(async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let err = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text;
      });
      const [code] = await once(child, 'close');
      return { code, err };
    });
    expect(await Promise.all(builds)).toEqual(builds.map(() => ({ code: 0, err: '' })));
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(['site', 'site/index.html']);
  });
});
