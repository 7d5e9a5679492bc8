import { expect, type Page, test } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { fill } from '../../src/i18n/translate.ts';
import { zhCN } from '../../src/i18n/zh-CN.ts';
import { axeFaults } from './access.ts';

const SITE = process.env.SITE_URL ?? '';
/** The files of an index but the first. */
const PARTS = /\/_curlew\/search\/zh-cn\/.+\.json/;
const CHAT = 'reference/create-chat-completion/';

/** Collects whatever a page must never do. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(SITE) && !/^(data|blob):/.test(request.url())) faults.push(request.url());
  });
  return faults;
}

const box = (page: Page) => page.getByRole('dialog').getByRole('combobox');
const options = (page: Page) => page.getByRole('dialog').getByRole('option');
const active = (page: Page) => page.locator('.search [aria-selected="true"]');

async function openSearch(page: Page, keys = 'Control+k'): Promise<void> {
  await page.keyboard.press(keys);
  await expect(box(page)).toBeFocused();
}

for (const { locale, root, text, words, place } of [
  { locale: 'zh-CN', root: '', text: zhCN.search, words: 'max_tok', place: '请求体 · 创建对话补全' },
  { locale: 'en', root: 'en/', text: en.search, words: 'max_tok', place: 'Request body · Create a chat completion' },
]) {
  test(`${locale}: a field is found, opened and shown by keyboard alone`, async ({ page }) => {
    const faults = watch(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${SITE}${root}start/`, { waitUntil: 'networkidle' });
    expect(asked.filter((url) => /search|palette/.test(url))).toEqual([]);
    await openSearch(page);
    await expect(page.getByRole('group', { name: text.hints }).getByRole('option')).toHaveCount(3);
    await page.keyboard.type(words);
    await expect(active(page)).toContainText(place);
    await expect(active(page).locator('mark').first()).toHaveText('max');
    await expect(page.getByRole('status').last()).toHaveText(/\d+/);
    const combobox = box(page);
    const id = await active(page).getAttribute('id');
    await expect(combobox).toHaveAttribute('aria-activedescendant', id ?? 'none');
    await page.keyboard.press('ArrowDown');
    await expect(combobox).not.toHaveAttribute('aria-activedescendant', id ?? 'none');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${SITE}${root}${CHAT}#body.max_tokens`);
    await expect(page.locator('[id="body.max_tokens"]')).toBeInViewport();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // What was looked for is offered again; Escape closes without leaving anything.
    await openSearch(page, '/');
    await expect(page.getByRole('group', { name: text.recent }).getByRole('option').first()).toHaveText(words);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(faults).toEqual([]);
  });
}

test('what is typed while the search is still coming is not lost', async ({ page }) => {
  const faults = watch(page);
  const { promise: typed, resolve: release } = Promise.withResolvers<void>();
  await page.route(/\/palette\..*\.js$/, async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto(`${SITE}en/start/`);
  // The index is on its way beside the script that reads it.
  const asked = Promise.all([
    page.waitForRequest(/\/palette\..*\.js$/),
    page.waitForRequest(`${SITE}_curlew/search/en.json`),
  ]);
  await page.keyboard.press('Control+k');
  await asked;
  await page.keyboard.type('max/tok');
  release();
  await expect(box(page)).toHaveValue('max/tok');
  await expect(box(page)).toBeFocused();
  expect(faults).toEqual([]);
});

test('what the press on the button needs comes while the pointer is on its way, once', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().replace(SITE, '')));
  await page.goto(`${SITE}en/start/`, { waitUntil: 'networkidle' });
  asked.length = 0;
  const button = page.getByRole('button', { name: en.site.search });
  await button.hover();
  await page.waitForLoadState('networkidle');
  const ahead = asked.filter((url) => /palette\..*\.js|search\/en\.json/.test(url));
  expect(ahead).toHaveLength(2);
  await button.click();
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('max_tok');
  await expect(active(page)).toContainText('max_tokens');
  expect(asked.filter((url) => ahead.includes(url))).toEqual(ahead);
});

test('a hidden place is opened, also where the address names it already', async ({ page }) => {
  await page.goto(`${SITE}${CHAT}`);
  const target = page.locator('[id="response-429"]');
  const details = page.locator('details:has(> summary > .status):not([open])').last();
  await expect(details).toHaveCount(1);
  for (const round of [1, 2]) {
    await openSearch(page);
    await page.keyboard.type('429 对话');
    await expect(active(page)).toHaveAttribute('href', `/${CHAT}#response-429`);
    await page.keyboard.press('Enter');
    await expect(target, `round ${round}`).toBeInViewport();
    await expect(target).toHaveAttribute('open', '');
    await target.evaluate((element) => element.removeAttribute('open'));
    await page.evaluate(() => scrollTo(0, 0));
  }
});

test('a result opens in a new tab; the search stays', async ({ page, context }) => {
  await page.goto(SITE);
  await openSearch(page);
  await page.keyboard.type('createChat');
  await expect(active(page)).toHaveAttribute('href', `/${CHAT}`);
  const opened = context.waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  expect((await opened).url()).toBe(`${SITE}${CHAT}`);
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('few results say how many the other language has, and lead there and back', async ({ page }) => {
  await page.goto(SITE);
  await openSearch(page);
  await page.keyboard.type('sentence');
  const other = options(page).filter({ hasText: 'English' });
  await expect(other).toHaveText(/English中有\d+条结果/);
  await other.click();
  await expect(options(page).first()).toHaveText(fill(zhCN.search.back, { language: zhCN.site.languageName }));
  await expect(active(page)).toHaveAttribute('lang', 'en');
  await expect(active(page)).toHaveAttribute('href', /^\/en\//);
  await options(page).first().click();
  await expect(other).toHaveText(/English中有\d+条结果/);
  await expect(box(page)).toBeFocused();
});

test('prose of guides is found and leads to the heading above it', async ({ page }) => {
  await page.goto(SITE);
  await openSearch(page);
  await page.keyboard.type('网关或代理出错');
  await expect(active(page)).toContainText('错误与限制');
  await expect(active(page).locator('mark').first()).toHaveText('网关或代理出错');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/errors\/#/);
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe('#响应体');
});

test('more of a group is shown on demand', async ({ page }) => {
  await page.goto(SITE);
  await openSearch(page);
  await page.keyboard.type('model');
  const fields = page.getByRole('group', { name: zhCN.search.groupFields });
  await expect(fields.getByRole('option')).toHaveCount(4);
  await fields.locator('.search-more').click();
  await expect.poll(() => fields.getByRole('option').count()).toBeGreaterThan(4);
});

test('a part that can not be read is told, and read on the next try', async ({ page }) => {
  await page.route(PARTS, (route) => route.abort());
  await page.goto(SITE);
  await openSearch(page);
  await page.keyboard.type('temperature');
  await expect(page.getByRole('alert').filter({ hasText: zhCN.search.failed })).toBeVisible();
  await page.unroute(PARTS);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const retry = page.getByRole('button', { name: zhCN.search.retry });
  await expect(retry).toBeFocused();
  // A search that fails as well takes the focus from nobody.
  await page.route(PARTS, (route) => route.abort());
  const failed = page.waitForEvent('requestfailed', (request) => PARTS.test(request.url()));
  await box(page).evaluate((field) => field.dispatchEvent(new Event('input')));
  await failed;
  await expect(page.locator('.search-list')).not.toHaveAttribute('aria-busy');
  await expect(retry).toBeFocused();
  await page.unroute(PARTS);
  await page.keyboard.press('Enter');
  await expect(active(page)).toContainText('temperature');
  await expect(page.getByRole('alert').filter({ hasText: zhCN.search.failed })).toHaveCount(0);
});

test('a small index is read whole once it is open', async ({ page, context }) => {
  await page.goto(SITE);
  await openSearch(page);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.keyboard.type('流式');
  await expect(active(page)).toHaveAttribute('href', '/streaming/');
  await box(page).fill('temprature');
  await expect(active(page)).toContainText('temperature');
});

test('the button says when the search itself does not load, and tries again', async ({ page }) => {
  await page.route('**/_astro/palette*.js', (route) => route.abort());
  await page.goto(`${SITE}404.html`);
  const button = page.getByRole('button', { name: zhCN.site.search });
  await button.click();
  await expect(page.getByRole('alert')).toHaveText(zhCN.site.searchFailed);
});

test('the slash is typed into fields, and keys of a search that is open are its own', async ({ page }) => {
  await page.goto(`${SITE}${CHAT}`);
  await page.locator('select').first().focus();
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openSearch(page);
  await page.keyboard.type('/chat/compl');
  await expect(box(page)).toHaveValue('/chat/compl');
  await expect(active(page)).toHaveAttribute('href', `/${CHAT}`);
  await expect(active(page).locator('.method-post')).toHaveText('POST');
});

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const) {
  test(`the search has no fault that axe finds, and fits: ${colorScheme}, ${width} px`, async ({ page }) => {
    const faults = watch(page);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(SITE);
    await page.getByRole('button', { name: zhCN.site.search }).click();
    for (const words of ['', 'max_tok', 'zzzz']) {
      await box(page).fill(words);
      await expect(words === 'zzzz' ? page.locator('.search-none') : options(page).first()).toBeVisible();
      expect(await axeFaults(page, undefined, '.search')).toEqual([]);
    }
    const sheet = await page.locator('.search').boundingBox();
    if (width === 390) expect(sheet).toEqual({ x: 0, y: 0, width, height: 800 });
    await page.setViewportSize({ width: 320, height: 640 });
    await box(page).fill('max_tokens completion');
    await expect(active(page)).toBeVisible();
    expect(await page.locator('.search-body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0);
    await page.getByRole('button', { name: zhCN.search.close }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
  });
}

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing offers a search', async ({ page }) => {
    await page.goto(SITE);
    await expect(page.locator('[data-search]')).toBeHidden();
  });
});
