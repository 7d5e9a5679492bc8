import { expect, type Locator, test } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { zhCN } from '../../src/i18n/zh-CN.ts';
import { axeFaults, expectAccessible, expectReflow, walkFocus } from './access.ts';

const SITE = process.env.SITE_URL ?? '';

/** One page of each kind; others are in kinds.spec.ts. */
const KINDS = [
  '',
  'start/',
  'reference/',
  'reference/create-chat-completion/',
  'reference/schemas/chat-message/',
  '404.html',
];

for (const language of ['', 'en/']) {
  for (const kind of KINDS) {
    const path = language + kind;
    test(`/${path} has no fault that axe finds, nor any that shows in another size`, async ({ page }) => {
      test.setTimeout(90_000);
      await page.goto(SITE + path);
      await expectAccessible(page, path);
      await expectReflow(page, path);
    });
  }
}

for (const [language, text] of [
  ['', zhCN],
  ['en/', en],
] as const) {
  test(`the console is accessible in ${text.site.languageName}: form, JSON, a stream and its answer`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    await page.goto(`${SITE}${language}reference/create-chat-completion/`);
    await page.locator('[data-try]').first().click();
    const console = page.locator('.console');
    const view = (name: string): Locator => console.getByRole('button', { name, exact: true });
    await view(text.console.viewForm).click();
    await expectAccessible(page, 'form');
    await view(text.console.viewJson).click();
    await console.getByLabel(text.console.bodyExample, { exact: true }).selectOption({ index: 1 });
    await expectAccessible(page, 'JSON');
    await console.getByRole('button', { name: new RegExp(`^${text.console.send}`) }).click();
    await expect(console.locator('[data-stop]')).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);
    const answer = page.getByRole('region', { name: text.console.answer, exact: true });
    await expect(answer.getByText('200').first()).toBeVisible();
    // The button stays, so that the focus does too.
    await expect(console.locator('[data-stop]')).toHaveAttribute('aria-disabled', 'true', { timeout: 60_000 });
    await expectAccessible(page, 'answer');
  });
}

test('every control of a page is reached by Tab, marked and never covered', async ({ page }) => {
  test.setTimeout(120_000);
  for (const path of ['en/start/', 'en/reference/create-embedding/']) {
    await page.goto(SITE + path);
    const seen = await walkFocus(page, path);
    expect(seen[0]).toBe('a Skip to content');
    expect(seen.length).toBeGreaterThan(10);
  }
});
