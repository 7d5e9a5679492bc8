import { expect, type Page } from '@playwright/test';
import { axeFaults } from './access.ts';
import { test } from './service.ts';

const shell = (page: Page) => page.locator('.panel [data-panel="shell"] pre').first();
const wide = (page: Page) => page.getByRole('button', { name: /宽视图|Wide view/ });

for (const language of ['zh-CN', 'en']) {
  test(`the wide view shows form, code and answer at once (${language})`, async ({ consolePage: page }) => {
    if (language === 'en') await page.goto(`${process.env.SITE_URL}en/reference/create-chat-completion/`);
    await page.locator('[data-try]').click();
    await wide(page).click();
    await expect(page.locator('.panel')).toHaveAttribute('data-wide');
    await expect(wide(page)).toHaveAttribute('aria-pressed', 'true');
    // What is covered can't be reached.
    expect(await page.locator('.operation-text').evaluate((one: HTMLElement) => one.inert)).toBe(true);
    const field = page.getByRole('textbox', { name: 'deployment-id' });
    await field.fill('seen-at-once');
    await expect(shell(page)).toContainText('seen-at-once');
    await expect(field).toBeInViewport({ ratio: 1 });
    await expect(shell(page)).toBeInViewport({ ratio: 1 });
    await field.fill('gpt-35-turbo');
    await page.locator('[data-send]').click();
    await expect(page.locator('.console-status')).toBeInViewport({ ratio: 1 });
    for (const one of ['[data-send]', '.console-head', '.code-tabs', '.console-answer [role="tablist"]']) {
      await expect(page.locator(one).first()).toBeInViewport({ ratio: 1 });
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFaults(page)).toEqual([]);
    }
  });
}

test('the wide view ends with its button, with too little room and with the console', async ({ consolePage: page }) => {
  const isCovered = () => page.locator('.operation-text').evaluate((one: HTMLElement) => one.inert);
  await page.locator('[data-try]').click();
  await wide(page).click();
  await expect(page.locator('.panel')).toHaveAttribute('data-wide');
  await page.setViewportSize({ width: 1000, height: 800 });
  await expect(page.locator('.panel')).not.toHaveAttribute('data-wide');
  await expect(wide(page)).toBeHidden();
  expect(await isCovered()).toBe(false);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.locator('.panel')).toHaveAttribute('data-wide');
  await wide(page).click();
  await expect(page.locator('.panel')).not.toHaveAttribute('data-wide');
  await wide(page).click();
  await expect(page.locator('.panel')).toHaveAttribute('data-wide');
  await page.getByRole('button', { name: '关闭控制台' }).click();
  await expect(page.locator('.panel')).not.toHaveAttribute('data-wide');
  expect(await isCovered()).toBe(false);
  await expect(page.locator('[data-try]')).toBeFocused();
});
