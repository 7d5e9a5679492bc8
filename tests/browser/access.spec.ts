import { expect, type Locator, type Page, test } from '@playwright/test';
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

test('a fault would be found', async ({ page }) => {
  await page.goto(`${SITE}en/start/`);
  await page.evaluate(() => {
    document.documentElement.removeAttribute('lang');
    document.querySelector('h1')?.after(document.createElement('input'));
  });
  expect(await axeFaults(page)).toEqual([
    expect.stringMatching(/^html-has-lang: html, /),
    'label: #pageContent > input, <input>',
    'target-size: #pageContent > input, <input>',
  ]);
  expect(await axeFaults(page, ['label'], 'main')).toHaveLength(1);
  expect(await axeFaults(page, undefined, 'header')).toEqual([]);
});

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
    await expectAccessible(page, 'JSON', '.console');
    await console.getByRole('button', { name: new RegExp(`^${text.console.send}`) }).click();
    await expect(console.locator('[data-stop]')).toBeVisible();
    expect(await axeFaults(page, undefined, '.console')).toEqual([]);
    const answer = page.getByRole('region', { name: text.console.answer, exact: true });
    await expect(answer.getByText('200').first()).toBeVisible();
    // The button stays, so that the focus does too.
    await expect(console.locator('[data-stop]')).toHaveAttribute('aria-disabled', 'true', { timeout: 60_000 });
    await expectAccessible(page, 'answer', '.console');
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

/** Presses Tab until what has this name is focused. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  for (let count = 0; count < 250; count += 1) {
    await page.keyboard.press(key);
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent;
      return (element?.getAttribute('aria-label') ?? label ?? '').trim().replace(/\s+/g, ' ');
    });
    if (typeof name === 'string' ? found === name : name.test(found)) return;
  }
  throw new Error(`Tab never comes to ${name}.`);
}

test('all is done by keyboard: navigation, tabs, console, language', async ({ page }) => {
  test.setTimeout(90_000);
  const { site: text, console: words } = en;
  await page.goto(`${SITE}en/start/`);
  await tabTo(page, text.skipToContent);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#pageContent$/);
  await page.goto(`${SITE}en/start/`);
  await tabTo(page, text.search);
  await page.keyboard.press('Enter');
  const found = page.getByRole('dialog').getByRole('option');
  await page.keyboard.type('embedding');
  await expect(found.first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: text.search, exact: true })).toBeFocused();
  await tabTo(page, text.filter);
  await page.keyboard.type('embedding');
  await expect(page.locator('#navFound a').first()).toBeVisible();
  await tabTo(page, /^Create embeddings/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${SITE}en/reference/create-embedding/`);

  await tabTo(page, text.tryIt);
  await page.keyboard.press('Enter');
  const console = page.getByRole('region', { name: words.title });
  await expect(console).toBeVisible();
  await tabTo(page, new RegExp(`^${words.send}`));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: words.answer, exact: true }).getByText('200').first()).toBeVisible();
  await tabTo(page, en.consoleParts.answer.viewTree);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: en.consoleParts.answer.viewSource })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await tabTo(page, words.close, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(console).toBeHidden();

  await tabTo(page, 'Shell');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-panel="python"]').first()).toBeVisible();
  await tabTo(page, zhCN.site.languageName, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${SITE}reference/create-embedding/`);
  await expect(page.locator('[data-panel="python"]').first()).toBeVisible();
});
