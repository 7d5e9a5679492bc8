import { expect, type Page, test } from '@playwright/test';
import { languages, targets } from '../../src/samples/targets.ts';

const SITE = process.env.SITE_URL ?? '';
const CHAT = `${SITE}en/reference/create-chat-completion/`;

/** Scripts that a page loads, by the beginning of their names. */
function scriptsOf(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    const name = /_astro\/([\w.-]+?)\.[\w-]+\.js$/.exec(request.url())?.[1];
    if (name) names.push(name);
  });
  return names;
}

const shownCode = async (page: Page): Promise<string> =>
  (await page.locator('.panel .code-panel[data-shown] [data-variant-panel][data-shown] code').textContent()) ?? '';

test('every language is there, printed when it is asked for, and kept for every page', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  const scripts = scriptsOf(page);
  await page.goto(CHAT, { waitUntil: 'networkidle' });
  expect(scripts.filter((name) => !/^(Page|boot|prefetch)/.test(name))).toEqual([]);
  const more = page.locator('[data-more]');
  const offered = await more
    .locator('option:not([value=""])')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value')));
  expect(offered).toEqual(languages.slice(3).map(({ id }) => id));
  for (const id of offered) {
    await more.selectOption(id);
    const tab = page.locator(`.panel [data-tab="${id}"]`);
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    await expect(tab).toBeInViewport();
    await expect.poll(() => shownCode(page)).toContain('Say this message is from apigpt.cloud!');
    expect(await shownCode(page)).toContain('APIGPT_API_KEY');
  }
  // One tab beside the usual ones: the chosen language's.
  await expect(page.locator('.panel [data-tab]:visible')).toHaveCount(4);
  await more.selectOption('go');
  await page.goto(`${SITE}en/start/`);
  for (const tabs of await page.locator('.code-tabs:not([data-client], .code-fences)').all()) {
    await expect(tabs.locator('[data-panel="go"] code')).toContainText('package main');
  }
  expect(faults).toEqual([]);
});

test('a library is chosen once, and another that is not on the page is printed', async ({ page }) => {
  const scripts = scriptsOf(page);
  await page.goto(CHAT);
  await page.getByRole('tab', { name: 'Python' }).click();
  const panel = page.locator('.panel [data-panel="python"]');
  const libraries = targets.filter(({ language }) => language === 'python').map(({ library }) => library);
  await expect(panel.getByRole('button')).toHaveCount(libraries.length);
  await panel.getByRole('button', { name: 'httpx' }).click();
  await expect(panel.getByRole('button', { name: 'httpx' })).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => shownCode(page)).toContain('import httpx');
  // The file of Python came, and no other language's.
  expect(scripts).toContain('python');
  expect(scripts.filter((name) => /^(shell|javascript|java|openai)$|-(curl|http|client|raw)$/.test(name))).toEqual([]);
  await page.goto(`${SITE}en/reference/create-embedding/`);
  await expect.poll(() => shownCode(page)).toContain('import httpx');
  await page.getByRole('tab', { name: 'JavaScript' }).click();
  await expect.poll(() => shownCode(page)).toContain('await fetch(');
});

test('a chosen example shows in every tab, and where the console begins', async ({ page }) => {
  await page.goto(CHAT);
  await page.getByLabel('Example', { exact: true }).selectOption('stream');
  await expect.poll(() => shownCode(page)).toContain('--no-buffer');
  for (const name of ['Python', 'JavaScript']) {
    await page.getByRole('tab', { name }).click();
    await expect.poll(() => shownCode(page)).toMatch(/"?stream"?: [Tt]rue/);
  }
  await page.locator('[data-try]').click();
  await expect(page.locator('.console-editor textarea')).toHaveValue(/"stream": true/);
  await page.locator('.console select').last().selectOption({ index: 0 });
  await expect.poll(() => shownCode(page)).not.toMatch(/"?stream"?: [Tt]rue/);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('[data-example-pick] select')).toHaveValue('first');
});

test('the key is in a copied sample only on purpose', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await page.goto(CHAT);
  await page.locator('[data-try]').click();
  const withKey = page.getByRole('button', { name: 'Copy with my key' });
  await expect(withKey).toBeHidden();
  await page.locator('input[data-secret]').fill('it\'s "mine"');
  await expect(withKey).toBeVisible();
  await page.getByRole('tab', { name: 'Shell' }).click();
  await page.locator('.panel .code-tabs [data-copy]').click();
  expect(await copied()).toContain('$APIGPT_API_KEY');
  expect(await page.content()).not.toContain('"mine"');
  await withKey.click();
  await expect.poll(copied).toContain(`'api-key: it'\\''s "mine"'`);
  await page.getByRole('tab', { name: 'HTTP' }).click();
  await withKey.click();
  await expect.poll(copied).toContain('api-key: it\'s "mine"');
  expect(await page.content()).not.toContain('"mine"');
});

test('tabs, languages and libraries by keyboard', async ({ page }) => {
  await page.goto(CHAT);
  await page.getByRole('tab', { name: 'Shell' }).focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('tab', { name: 'JavaScript' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('[data-more]')).toBeFocused();
  await page.keyboard.type('Ruby');
  await page.keyboard.press('Enter');
  await expect.poll(() => shownCode(page)).toContain("require 'net/http'");
});
