import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startBrowser } from './browser.ts';
import { makeDescription } from './descriptions.ts';
import { startNode } from './processes.ts';
import { BIN } from './subjects/curlew.ts';

const OPERATIONS = 300;
const PATIENCE = 60_000;

export interface Reloads {
  readonly operations: number;
  /** From each save of the description to the page that shows it. */
  readonly seconds: readonly number[];
}

/** Saves a description of 300 operations again and again while `curlew dev` serves it, an operation's page open. */
export async function measureReloads(folder: string, count: number): Promise<Reloads> {
  const { file } = await makeDescription(OPERATIONS, join(folder, 'openapi'));
  const browser = await startBrowser();
  const child = startNode([BIN, 'dev', '.', '--port', '0'], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  try {
    const url = await servedAt(child);
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    const listens = page.waitForEvent('console', (message) => message.text().includes('[vite] connected'));
    await page.goto(`${url}reference/update-item150/`, { timeout: PATIENCE });
    await listens;
    // The first one finds what the server has not loaded yet.
    await reload(page, file, 'Warming up');
    const seconds: number[] = [];
    for (let index = 0; index < count; index += 1) seconds.push(await reload(page, file, `Saved summary ${index}`));
    return { operations: OPERATIONS, seconds };
  } finally {
    await browser.close();
    if (child.exitCode === null) {
      const closed = once(child, 'close');
      child.kill('SIGINT');
      await closed;
    }
  }
}

/** Gives the operation a new summary. @returns the seconds until it is the page's heading */
async function reload(page: Page, file: string, summary: string): Promise<number> {
  const document = JSON.parse(await readFile(file, 'utf8'));
  document.paths['/items-150/{id}'].post.summary = summary;
  const text = JSON.stringify(document);
  const start = performance.now();
  await writeFile(file, text);
  await page.getByRole('heading', { level: 1, name: summary, exact: true }).waitFor();
  return (performance.now() - start) / 1000;
}

function servedAt(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const url = /Site: +(\S+)[\s\S]*Ctrl-C/.exec(said)?.[1];
        if (url !== undefined) done(url);
      });
    }
    child.on('close', () => fail(new Error(`curlew dev ended: ${said.slice(-500)}`)));
  });
}
