import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { servePreview } from '../../src/cli/preview/server.ts';
import { EVERY_KIND, KINDS, LOGIN } from '../fixtures/every-kind.ts';
import { writeFiles } from '../project.ts';
import { runCli } from '../run-cli.ts';
import { expectAccessible, expectReflow } from './access.ts';

/** The site of every kind of page, by its address. */
const test = base.extend<object, { site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'curlew-kinds-'));
      writeFiles(folder, EVERY_KIND);
      const built = await runCli(['build'], folder);
      if (built.code !== 0) throw new Error(built.err);
      const server = await servePreview(join(folder, 'dist'), 0);
      await use(server.url);
      await server.close();
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

// One worker, so that the site is built once.
test.describe.configure({ mode: 'default' });
test.setTimeout(90_000);

for (const language of ['', 'zh-cn/']) {
  for (const [kind, path] of Object.entries(KINDS)) {
    test(`${kind} ${language ? 'in Chinese' : 'in English'}`, async ({ page, site }) => {
      await page.goto(site + language + path);
      await expectAccessible(page, kind);
      await expectReflow(page, kind);
    });
  }
}

test('signing in', async ({ page, site }) => {
  await page.goto(site + LOGIN);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expectAccessible(page, 'login');
  await expectReflow(page, 'login');
});
