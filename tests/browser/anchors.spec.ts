import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './access.ts';

const SITE = process.env.SITE_URL ?? '';
const OPERATION = `${SITE}reference/create-chat-completion/`;
const ALL = `${SITE}reference/all/`;
const DIST = join(import.meta.dirname, '../../dist');

const at = (page: Page, id: string) => page.locator(`[id="${id}"]`);

test('an address opens and marks what it names, back and forward too', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${OPERATION}#response-429-header.Retry-After`);
  await expect(at(page, 'response-429')).toHaveAttribute('open', '');
  await expect(at(page, 'response-429-header.Retry-After')).toBeInViewport();
  await page.goto(`${OPERATION}#body.messages.role=assistant`);
  const value = at(page, 'body.messages.role=assistant');
  await expect(value).toBeInViewport();
  // Below the header, which stays where it is.
  const top = await value.evaluate((one) => one.getBoundingClientRect().top);
  expect(top).toBeGreaterThanOrEqual(await page.locator('.header').evaluate((one) => one.clientHeight));
  const colour = (id: string) => at(page, id).evaluate((one) => getComputedStyle(one).backgroundColor);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const marked = await colour('body.messages.role=assistant');
  expect(marked).not.toBe(await colour('body.messages.role=user'));
  await page.goto(`${OPERATION}#request-javascript`);
  await expect(page.getByRole('tab', { name: 'JavaScript' })).toHaveAttribute('aria-selected', 'true');
  await page.goBack();
  await expect.poll(() => colour('body.messages.role=assistant')).toBe(marked);
  await page.goForward();
  await expect(at(page, 'request-javascript')).toBeVisible();
  await page.goto(`${SITE}start/#读懂响应`);
  await expect(page.getByRole('heading', { name: '读懂响应' })).toBeInViewport();
  expect(faults).toEqual([]);
});

test('a press on a name or a heading copies its address, by keyboard too', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.goto(OPERATION);
  await at(page, 'body.top_p').locator('.field-name').click();
  await expect(page.locator('#linkStatus')).toHaveText('链接已复制');
  expect(await copied()).toBe(`${OPERATION}#body.top_p`);
  expect(page.url()).toBe(`${OPERATION}#body.top_p`);
  await at(page, 'response-200').getByRole('link', { name: '200的链接' }).press('Enter');
  await expect.poll(copied).toBe(`${OPERATION}#response-200`);
  await page.goto(`${SITE}start/`);
  await page.getByRole('link', { name: '读懂响应' }).and(page.locator('.anchor')).press('Enter');
  await expect.poll(async () => decodeURI(await copied())).toBe(`${SITE}start/#读懂响应`);
  await expect(page.locator('#linkStatus')).toHaveText('');
});

test('a link to the contents of another place copies nothing', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(ALL);
  await page.evaluate(() => navigator.clipboard.writeText('before'));
  await page.getByRole('navigation', { name: '本页内容' }).getByRole('link', { name: '创建嵌入向量' }).click();
  await expect(page).toHaveURL(`${ALL}#create-embedding`);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('before');
});

test.describe('the page that has all of an API', () => {
  test('has every field of each request, each id once, and is left out by search engines', async () => {
    const ids = (path: string): string[] =>
      [...readFileSync(join(DIST, path, 'index.html'), 'utf8').matchAll(/ id="([^"]*)"/g)].map(
        (match) => match[1] ?? '',
      );
    const all = ids('reference/all');
    expect(new Set(all).size).toBe(all.length);
    for (const name of ['create-chat-completion', 'create-completion', 'create-embedding']) {
      const own = ids(`reference/${name}`).filter((id) => /^(body|response|path|query|callback)[.-]/.test(id));
      expect(own.length).toBeGreaterThan(20);
      expect([name, own.filter((id) => !all.includes(`${name}.${id}`))]).toEqual([name, []]);
    }
    expect(readFileSync(join(DIST, 'reference/all/index.html'), 'utf8')).toContain(
      '<meta name="robots" content="noindex">',
    );
  });

  test('is linked from the overview, has no fault that axe finds and no sideways scroll', async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(`${SITE}reference/`);
    await page.getByRole('link', { name: '全部内容在一页' }).click();
    await expect(page).toHaveURL(ALL);
    await at(page, 'create-embedding.body.input').scrollIntoViewIfNeeded();
    await expect(page.getByRole('link', { name: '试一试' }).first()).toHaveAttribute(
      'href',
      /create-chat-completion\/#try$/,
    );
    expect(await axeFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test('begins a sheet of paper with each request and shows all of it', async ({ page }) => {
    await page.goto(ALL);
    await page.emulateMedia({ media: 'print' });
    const paper = await page.evaluate(() => {
      const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
      return {
        breaks: all('.one-page > .operation').map((one) => getComputedStyle(one).breakBefore),
        hidden: all('main details:not(.shared *) > :not(.place-link)').filter(
          (one) => one.getClientRects().length === 0,
        ).length,
        controls: all('button').filter((one) => one.offsetParent !== null).length,
      };
    });
    expect(paper).toEqual({ breaks: ['page', 'page', 'page'], hidden: 0, controls: 0 });
  });
});
