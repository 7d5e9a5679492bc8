import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const DIST = join(import.meta.dirname, '../../dist');
const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
const site = process.env.SITE_URL ?? '';

test('every page but those of errors has a Markdown copy, whose links lead somewhere', () => {
  // All of an API on one page is in the copies of its parts.
  const isCopied = (name: string): boolean => !/^_curlew\/|(^|\/)all\/index\.html$/.test(name);
  const pages = files.filter((name) => /(^|\/)index\.html$/.test(name) && isCopied(name));
  const twins = pages.map((name) => (name === 'index.html' ? 'index.md' : name.replace(/\/index\.html$/, '.md')));
  expect(files).toEqual(expect.arrayContaining(twins));
  const known = new Set(files.map((name) => `/${name}`));
  const dead = twins.flatMap((name) => {
    const links = readFileSync(join(DIST, name), 'utf8').matchAll(/\]\((\/[^)\s]*)\)/g);
    return [...links].flatMap(([, href = '']) =>
      known.has(decodeURI(href.replace(/#.*/, ''))) ? [] : `${name}: ${href}`,
    );
  });
  expect(dead).toEqual([]);
});

test('headings of Chinese copies have no half-width brackets', () => {
  const copies = files.filter((name) => /^(reference\/|[^/]+$)/.test(name) && name.endsWith('.md'));
  const faults = copies.flatMap((name) =>
    [...readFileSync(join(DIST, name), 'utf8').matchAll(/^#+ .*[^\x00-\x7f] ?\(.*$/gm)].map(
      ([line]) => `${name}: ${line}`,
    ),
  );
  expect(copies.length).toBeGreaterThan(20);
  expect(faults).toEqual([]);
});

for (const [path, copied] of [
  ['start/', '已把本页复制为Markdown。'],
  ['en/reference/create-chat-completion/', 'The page is copied as Markdown.'],
] as const) {
  test(`${path} can be copied as Markdown, by keyboard`, async ({ page, context }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(site + path);
    const wanted = await page.request.get(`${site}${path.slice(0, -1)}.md`);
    expect(wanted.headers()['content-type']).toBe('text/markdown; charset=utf-8');
    await expect(page.locator('link[rel="alternate"][type="text/markdown"]')).toHaveAttribute(
      'href',
      `/${path.slice(0, -1)}.md`,
    );
    await page.locator('[data-copy-page]').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.page-tools [role="status"]')).toHaveText(copied);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await wanted.text());
    expect(errors).toEqual([]);
  });
}

test('without script only the link is there', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${site}en/start/`);
  await expect(page.locator('[data-copy-page]')).toBeHidden();
  await page.locator('.page-tools a').click();
  await expect(page).toHaveURL(`${site}en/start.md`);
  await page.close();
});
