import { expect, type Page, test } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { fill } from '../../src/i18n/translate.ts';
import { zhCN } from '../../src/i18n/zh-CN.ts';
import { axeFaults } from './access.ts';
import { type BuiltSite, buildSite } from './built-site.ts';

const SITE = process.env.SITE_URL ?? '';
const CHAT = 'reference/create-chat-completion/';

/** Collects whatever a page must never do. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}

for (const { site, root } of [
  { site: zhCN.site, root: '' },
  { site: en.site, root: 'en/' },
]) {
  test.describe(site.languageName, () => {
    const nav = (page: Page) => page.getByRole('navigation', { name: site.menu });

    test('the way to a page, its parts and the pages around it are landmarks with links', async ({ page }) => {
      const faults = watch(page);
      await page.goto(SITE + root + CHAT);
      const crumbs = page.getByRole('navigation', { name: site.breadcrumbs }).getByRole('listitem');
      await expect(crumbs).toHaveCount(3);
      await expect(crumbs.first()).toHaveText(site.home);
      const parts = page.getByRole('navigation', { name: site.onThisPage });
      const current = parts.locator('[aria-current="location"]');
      await expect(current).toHaveCount(0);
      await parts.getByRole('link', { name: site.responses, exact: true }).click();
      await expect(current).toHaveText(site.responses);
      await expect(page.locator('#responses')).toBeInViewport();
      // Nothing hides the heading.
      const [line = 0, heading = 0] = await page
        .locator('.sections, #responses')
        .evaluateAll((all) =>
          all.map((one) => one.getBoundingClientRect()).map(({ bottom, top }, at) => (at ? top : bottom)),
        );
      expect(heading).toBeGreaterThanOrEqual(line);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await expect(current).toHaveText(site.servers);
      const next = page.getByRole('navigation', { name: site.neighbours }).locator('a[rel="next"]');
      await expect(next).toHaveAttribute('href', `/${root}reference/create-completion/`);
      await next.click();
      await expect(page).toHaveURL(`${SITE}${root}reference/create-completion/`);
      await expect(page.locator('a[rel="prev"]')).toHaveAttribute('href', `/${root}${CHAT}`);
      expect(faults).toEqual([]);
    });

    test('the filter finds operations and guides, by keyboard', async ({ page }) => {
      const faults = watch(page);
      await page.goto(`${SITE}${root}start/`);
      const field = nav(page).getByRole('searchbox', { name: site.filter });
      await field.focus();
      await page.keyboard.type('POST /chat');
      const found = page.locator('#navFound a');
      await expect(found).toHaveCount(1);
      await expect(nav(page).getByRole('status')).toHaveText(fill(site.filterCount, { count: 1 }));
      await expect(nav(page).locator('section').first()).toBeHidden();
      await page.keyboard.press('ArrowDown');
      await expect(found).toBeFocused();
      await page.keyboard.press('ArrowUp');
      await expect(field).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(field).toHaveValue('');
      await expect(nav(page).locator('section').first()).toBeVisible();
      await page.keyboard.type('zzzz');
      await expect(nav(page).getByRole('status')).toHaveText(site.filterNone);
      await field.fill(root ? 'stream' : '流式');
      await expect(found).toHaveCount(1);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`${SITE}${root}streaming/`);
      expect(faults).toEqual([]);
    });

    test('on a small screen it is a modal drawer', async ({ page }) => {
      const faults = watch(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(SITE + root + CHAT);
      const button = page.getByRole('button', { name: site.menu });
      const drawer = page.getByRole('dialog', { name: site.menu });
      const open = async (): Promise<void> => {
        await button.press('Enter');
        await expect(drawer).toBeVisible();
      };
      await open();
      await expect(drawer.locator('[aria-current="page"]')).toBeInViewport();
      expect(await axeFaults(page)).toEqual([]);
      // The page behind takes no focus and doesn't scroll.
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press('Tab');
        const outside = await page.evaluate(() => document.activeElement?.closest('main, .header') !== null);
        expect(outside).toBe(false);
      }
      await page.mouse.move(370, 600);
      await page.mouse.wheel(0, 600);
      expect(await page.evaluate(() => [scrollY, getComputedStyle(document.documentElement).overflow])).toEqual([
        0,
        'hidden',
      ]);
      await page.keyboard.press('Escape');
      await expect(drawer).toBeHidden();
      await expect(button).toBeFocused();
      await open();
      await page.mouse.click(380, 600);
      await expect(drawer).toBeHidden();
      await open();
      await drawer.getByRole('button', { name: site.close }).click();
      await expect(drawer).toBeHidden();
      // A window that grows wide has its navigation at the side again.
      await open();
      await page.setViewportSize({ width: 1440, height: 900 });
      await expect(drawer).toBeHidden();
      await expect(nav(page)).toBeVisible();
      expect(faults).toEqual([]);
    });
  });
}

test('contents of a guide are a column, or a button that opens them', async ({ page }) => {
  await page.goto(`${SITE}start/`);
  const contents = page.getByRole('navigation', { name: zhCN.site.onThisPage });
  const last = contents.getByRole('link').last();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(last).toHaveAttribute('aria-current', 'location');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(contents).toBeHidden();
  await page.getByRole('button', { name: zhCN.site.onThisPage }).press('Enter');
  await last.click();
  await expect(contents).toBeHidden();
  expect(new URL(page.url()).hash).not.toBe('');
});

test('a page that is likely next is fetched ahead, and not where data is dear', async ({ page }) => {
  const link = page.locator('main a[href="/authentication/"]').first();
  const hints = page.locator('link[rel="prefetch"]');
  await page.goto(`${SITE}start/`);
  await link.hover();
  await expect(hints).toHaveCount(1);
  const fetched = (path: string): Promise<boolean> =>
    page.evaluate((end) => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(end)), path);
  await expect.poll(() => fetched('/authentication/')).toBe(true);
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } }),
  );
  await page.reload();
  const loaded = page.waitForResponse((response) => /prefetch\.[^/]+\.js/.test(response.url()));
  await link.focus();
  await loaded;
  await page.getByRole('link', { name: zhCN.site.reference }).first().focus();
  await page.waitForFunction((start) => performance.now() > start + 200, await page.evaluate(() => performance.now()));
  await expect(hints).toHaveCount(0);
});

test('motion between pages is for those who welcome it', async ({ page }) => {
  for (const [reducedMotion, moves] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    await page.emulateMedia({ reducedMotion });
    await page.goto(`${SITE}start/`);
    await page.evaluate(() =>
      addEventListener('pageswap', (event) =>
        localStorage.setItem('moves', String((event as Event & { viewTransition?: unknown }).viewTransition != null)),
      ),
    );
    await page.getByRole('navigation', { name: zhCN.site.menu }).getByRole('link', { name: '认证' }).click();
    await expect(page).toHaveURL(`${SITE}authentication/`);
    expect(await page.evaluate(() => localStorage.getItem('moves')), reducedMotion).toBe(String(moves));
  }
});

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('the navigation is a popover, and has nothing that does nothing', async ({ page }) => {
    await page.goto(SITE + CHAT);
    const link = page.getByRole('navigation', { name: zhCN.site.menu }).getByRole('link', { name: '创建文本补全' });
    await expect(link).toBeHidden();
    await page.getByRole('button', { name: zhCN.site.menu }).press('Enter');
    await expect(link).toBeVisible();
    await expect(page.getByRole('searchbox')).toBeHidden();
    await expect(page.locator('details[data-load]')).toBeHidden();
    await link.click();
    await expect(page).toHaveURL(`${SITE}reference/create-completion/`);
  });
});

test.describe('of a large API', () => {
  let server: BuiltSite;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    server = await buildSite({
      'openapi/large.json': largeApi(),
      'docs/start.mdx': '---\ntitle: Start\n---\n\nText.\n',
    });
  });

  test.afterAll(async () => {
    await server.close();
  });

  const text = en.site;
  const nav = (page: Page) => page.getByRole('navigation', { name: text.menu });
  const toggle = (page: Page, title: string) =>
    nav(page).locator(`summary[aria-label="${fill(text.pagesOf, { title })}"]`);

  test('groups open in place, and the rest of a long list too', async ({ page }) => {
    const faults = watch(page);
    await page.goto(`${server.url}reference/op-1-2/`);
    await expect(nav(page).getByRole('link', { name: 'Operation 1-2 GET' })).toHaveAttribute('aria-current', 'page');
    await expect(nav(page).locator('details[open]')).toHaveCount(1);
    const inside = nav(page).getByRole('link', { name: 'Operation 3-1 GET' });
    await expect(inside).toHaveCount(0);
    await toggle(page, 'Group 3').press('Enter');
    await expect(inside).toBeVisible();
    await expect(nav(page).locator('.method-delete').last()).toHaveText('DELETE');
    await toggle(page, 'Group 3').press('Enter');
    await expect(inside).toBeHidden();
    const groups = nav(page).locator('section').last().locator(':scope > ul > li.nav-group > a');
    await expect(groups).toHaveCount(24);
    await nav(page)
      .getByRole('link', { name: fill(text.allGroups, { count: 30 }) })
      .press('Enter');
    await expect(groups).toHaveCount(30);
    // What was open stays so, and the focus goes on.
    await expect(nav(page).locator('[aria-current="page"]')).toBeVisible();
    await expect(groups.nth(24)).toBeFocused();
    await nav(page)
      .getByRole('link', { name: fill(text.allOperations, { count: 26 }) })
      .click();
    await expect(nav(page).getByRole('link', { name: 'Operation 1-25 GET' })).toBeVisible();
    await expect(nav(page).locator('section').last().locator(':scope > ul > li').first()).toHaveText(text.overview);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('the line that was pressed stands still from page to page', async ({ page }) => {
    await page.setViewportSize({ width: 1200, height: 500 });
    await page.goto(`${server.url}reference/op-1-2/`);
    await toggle(page, 'Group 20').click();
    const link = nav(page).getByRole('link', { name: 'Operation 20-3 GET' });
    await link.scrollIntoViewIfNeeded();
    const topOf = (): Promise<number> => link.evaluate((one) => Math.round(one.getBoundingClientRect().top));
    const before = await topOf();
    await link.click();
    await expect(page).toHaveURL(`${server.url}reference/op-20-3/`);
    await expect(link).toHaveAttribute('aria-current', 'page');
    expect(await topOf()).toBe(before);
    // Before its first frame, not after.
    const shifts = await page.evaluate(() => performance.getEntriesByType('layout-shift').length);
    expect(shifts).toBe(0);
    // A page that was come to otherwise shows its own line.
    await page.goto(`${server.url}reference/op-27-0/`);
    await expect(nav(page).locator('[aria-current="page"]')).toBeInViewport();
  });

  test('the filter shows the first of many, and has what no page holds', async ({ page }) => {
    const lists: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/_curlew/nav/')) lists.push(request.url().slice(server.url.length));
    });
    await page.goto(`${server.url}start/`);
    expect(lists).toEqual([]);
    const field = nav(page).getByRole('searchbox');
    await field.focus();
    await page.keyboard.type('operation');
    await expect(page.locator('#navFound a')).toHaveCount(50);
    await expect(nav(page).getByRole('status')).toContainText(fill(text.filterMore, { count: 11 }));
    expect(lists).toEqual(['_curlew/nav/en/guides.json', '_curlew/nav/en/large/list-1.json']);
    await field.fill('op-29');
    await expect(page.locator('#navFound a')).toHaveCount(1);
  });
});

/** Thirty groups, one with more operations than are shown at a time. */
function largeApi(): string {
  const paths: { [path: string]: object } = {};
  for (let group = 0; group < 30; group += 1) {
    const count = group === 1 ? 26 : group === 3 || group === 20 ? 4 : 1;
    for (let at = 0; at < count; at += 1) {
      paths[`/group-${group}/${at}`] = {
        [at === count - 1 && group === 3 ? 'delete' : 'get']: {
          operationId: `op-${group}-${at}`,
          summary: `Operation ${group}-${at}`,
          tags: [`Group ${group}`],
          responses: { 200: { description: 'ok' } },
        },
      };
    }
  }
  return JSON.stringify({ openapi: '3.1.0', info: { title: 'Large', version: '1' }, paths });
}
