import { expect, test } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { zhCN } from '../../src/i18n/zh-CN.ts';
import { axeFaults } from './access.ts';

const SITE = process.env.SITE_URL ?? '';

test('a mistyped address leads to what it may mean, in its language', async ({ page }) => {
  const response = await page.goto(`${SITE}en/reference/creat-chat-completion/`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: en.site.notFoundLikely })).toBeVisible();
  const first = page.locator('[data-likely] a').first();
  await expect(first).toHaveAttribute('href', '/en/reference/create-chat-completion/');
  await expect(first).toContainText('POST');
  expect(await axeFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: en.site.notFoundSearch }).click();
  await expect(page.getByRole('combobox')).toHaveValue('creat-chat-completion');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${SITE}en/reference/create-chat-completion/`);
});

test('a guide is found by its address, also in a language that is written otherwise', async ({ page }) => {
  await page.goto(`${SITE}docs/streeming.html`);
  await expect(page.locator('[data-likely]:visible a').first()).toHaveAttribute('href', '/streaming/');
});

test('the part of a page that held a whole API is found too', async ({ page }) => {
  await page.goto(`${SITE}en/old-docs/#tag/Chat/operation/createEmbedding`);
  await expect(page.locator('[data-likely] a').first()).toHaveAttribute('href', '/en/reference/create-embedding/');
});

test('where words find nothing, nothing is offered, and nothing is loaded where there are none', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${SITE}404.html`, { waitUntil: 'networkidle' });
  await expect(page.locator('[data-likely]').first()).toBeHidden();
  await page.goto(`${SITE}en/zzqqzzqq/`, { waitUntil: 'networkidle' });
  await expect(page.locator('[data-likely]')).toBeHidden();
  await page.goto(`${SITE}en/start/`, { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /palette.*js$/.test(url)).length).toBe(1);
});

test('a host with one such page for all languages shows that of the address', async ({ page, request }) => {
  const html = await (await request.get(`${SITE}404.html`)).text();
  await page.route('**/en/reference/*', (route) =>
    route.fulfill({ status: 404, contentType: 'text/html', body: html }),
  );
  await page.goto(`${SITE}en/reference/create-embeding`);
  await expect(page).toHaveTitle(`${en.site.notFoundTitle} · APIGPT.CLOUD`);
  await expect(page.locator('[data-likely] a').first()).toHaveAttribute('href', '/en/reference/create-embedding/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.site.notFoundTitle);
  await expect(page.getByText(zhCN.site.notFoundText)).toBeHidden();
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox')).toHaveAttribute('placeholder', en.search.placeholder);
});

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });
  test('the page leads to the reference and to guides, and is for no search engine', async ({ page }) => {
    await page.goto(`${SITE}en/nothing/`);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
    const main = page.getByRole('main');
    await expect(main.getByRole('link', { name: en.site.backHome })).toHaveAttribute('href', '/en/');
    await expect(main.getByRole('link', { name: en.site.reference })).toHaveAttribute('href', '/en/reference/');
    await expect(main.getByRole('link', { name: 'Quick start' })).toHaveAttribute('href', '/en/start/');
    await expect(main.getByRole('heading', { name: en.site.notFoundLikely })).toBeHidden();
  });
});
