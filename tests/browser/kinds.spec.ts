import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readSiteLinks } from '../../src/site/site-links.ts';
import { EVERY_KIND, KINDS, LOGIN } from '../fixtures/every-kind.ts';
import { htmlFaults } from '../html-rules.ts';
import { expectAccessible, expectReflow } from './access.ts';
import { type BuiltSite, buildSite } from './built-site.ts';

/** The site of every kind of page. */
let built: BuiltSite;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  built = await buildSite(EVERY_KIND);
});

test.afterAll(async () => {
  await built.close();
});

test.setTimeout(90_000);

for (const language of ['', 'zh-cn/']) {
  for (const [kind, path] of Object.entries(KINDS)) {
    test(`${kind} ${language ? 'in Chinese' : 'in English'}`, async ({ page }) => {
      await page.goto(built.url + language + path);
      await expectAccessible(page, kind);
      await expectReflow(page, kind);
    });
  }
}

test('the markup of each is valid', async () => {
  const folder = join(built.folder, 'dist');
  for (const path of [...Object.values(KINDS).flatMap((one) => [one, `zh-cn/${one}`]), LOGIN]) {
    const file = join(folder, path.endsWith('.html') ? path : join(path, 'index.html'));
    expect([path, await htmlFaults(readFileSync(file, 'utf8'))]).toEqual([path, []]);
  }
});

test('every link and fragment of every page leads somewhere', async () => {
  for (const folder of [join(built.folder, 'dist'), join(import.meta.dirname, '../../dist')]) {
    const { idsOf, faults } = await readSiteLinks(folder, '/');
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    const paths = pages.map((name) => `/${name.split('\\').join('/')}`.replace(/\/index\.html$/, '/'));
    expect(paths.filter((path) => idsOf(path) === undefined)).toEqual([]);
    expect(faults).toEqual([]);
  }
});

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  test("no kind of page hides anything that can't be opened", async ({ page }) => {
    for (const [kind, path] of Object.entries(KINDS)) {
      await page.goto(built.url + path);
      await expect.soft(page.getByRole('heading', { level: 1 }), kind).toBeVisible();
      const hidden = await page.locator('main').evaluate((main) => {
        for (const part of main.querySelectorAll('details')) part.open = true;
        // What only script gives a use, and the button of narrow windows.
        const needsScript = '.shared, [role="status"], [hidden], .contents-button';
        return [...main.querySelectorAll('a[href], pre, p, li, dt, dd, td, th, h2, h3, h4')]
          .filter((one) => one.textContent?.trim() && one.getClientRects().length === 0 && !one.closest(needsScript))
          .map((one) => `${one.tagName} ${one.textContent?.slice(0, 60)}`);
      });
      expect.soft([kind, hidden]).toEqual([kind, []]);
    }
  });
});

test('signing in', async ({ page }) => {
  await page.goto(built.url + LOGIN);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expectAccessible(page, 'login');
  await expectReflow(page, 'login');
});
