import { expect, test } from '@playwright/test';
import { HISTORY } from '../fixtures/history.ts';
import { axeFaults } from './access.ts';
import { type BuiltSite, buildSite } from './built-site.ts';

/** Of an API with two older versions. */
let built: BuiltSite;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  built = await buildSite(HISTORY);
});

test.afterAll(async () => {
  await built.close();
});

const LANGUAGES = {
  '': { title: 'Changelog', mark: /^New in 1\.10\.0: tag/, added: 'Added' },
  'zh-cn/': { title: '更新日志', mark: /^1\.10\.0新增：tag/, added: '新增' },
} as const;

for (const [root, { title, mark, added }] of Object.entries(LANGUAGES)) {
  test(`from a mark to the changelog and back ${root ? 'in Chinese' : 'in English'}`, async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(`${built.url}${root}reference/get-pet/`);
    const tag = page.locator('[id="response-200.tag"]');
    const link = tag.getByRole('link', { name: mark });
    await expect(link).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);
    await link.click();
    await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
    const entry = page.locator(':target');
    await expect(entry).toBeInViewport();
    await expect(entry).toContainText('tag');
    await expect(entry).toContainText(added);
    // Its line leads to the schema that has the field; Back to where the reader was.
    await expect(entry.getByRole('link', { name: 'tag' })).toHaveAttribute('href', /schemas\/pet\/#schema\.tag$/);
    await page.goBack();
    await expect(link).toBeInViewport();
    expect(faults).toEqual([]);
  });

  test(`the page ${root ? 'in Chinese' : 'in English'}`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${built.url}${root}reference/changelog/`);
        await expect(page.getByRole('heading', { level: 2, name: '2.0.0' })).toBeVisible();
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        expect([colorScheme, width, await axeFaults(page)]).toEqual([colorScheme, width, []]);
      }
    }
    // It is reached from the overview, by keyboard too.
    await page.goto(`${built.url}${root}reference/`);
    const main = page.getByRole('main');
    await main.getByRole('link', { name: title, exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/changelog\/$/);
  });
}
