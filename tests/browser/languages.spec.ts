import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';

const SITE = process.env.SITE_URL ?? '';
const DIST = join(import.meta.dirname, '../../dist');

const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .sort();
const english = files.filter((name) => name.startsWith('en/'));
const chinese = files.filter((name) => !name.startsWith('en/'));

test('every page is there in both languages', () => {
  expect(english.length).toBeGreaterThan(10);
  expect(english.map((name) => name.replace(/^en\//, ''))).toEqual(chinese);
});

test.describe('texts', () => {
  test.use({ javaScriptEnabled: false });
  test.setTimeout(120_000);

  test('of an English page hold no Chinese but the name of the language', async ({ page }) => {
    for (const name of english) {
      await page.goto(SITE + name);
      const text = await page.evaluate(() => {
        for (const link of document.querySelectorAll('[lang]:not(html)')) link.remove();
        const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
          ['aria-label', 'title', 'content', 'data-copied'].map((key) => element.getAttribute(key) ?? ''),
        );
        return [document.title, document.body.textContent, ...attributes].join('\n');
      });
      expect([name, text.match(/.{0,20}[\p{Script=Han}，。：；]+.{0,20}/u)?.[0]]).toEqual([name, undefined]);
    }
  });

  test('of a Chinese page hold no English sentence of the interface', async ({ page }) => {
    // Words that are the same in both languages, or that code and prose use too, prove nothing.
    const sentences = Object.values(en.site).filter(
      (words) => /^[A-Z][a-z]+( \S+){2,}/.test(words) && !words.includes('{'),
    );
    expect(sentences.length).toBeGreaterThan(5);
    for (const name of chinese) {
      await page.goto(SITE + name);
      const text = await page.evaluate(() => {
        for (const code of document.querySelectorAll('pre, code, [lang]:not(html)')) code.remove();
        return document.body.textContent ?? '';
      });
      expect([name, sentences.filter((words) => text.includes(words))]).toEqual([name, []]);
      // A Chinese page is mostly Chinese: a description's text left in English would show.
      const runs = text.match(/(?:[A-Za-z][a-z]+[ ,]+){6,}[a-z]+/g) ?? [];
      expect([name, runs]).toEqual([name, []]);
    }
  });
});

test('switching the language keeps the page and the place', async ({ page }) => {
  await page.goto(`${SITE}reference/create-chat-completion/`);
  const field = page.locator('[id="body.top_p"]');
  await field.evaluate((element) => scrollBy(0, element.getBoundingClientRect().top - 300));
  const before = (await field.boundingBox())?.y ?? 0;
  // By script, since a click of the test tool first scrolls to where a sticky header would lie.
  await page.getByRole('link', { name: 'English' }).evaluate((link) => (link as HTMLElement).click());
  await expect(page).toHaveURL(`${SITE}en/reference/create-chat-completion/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Create a chat completion');
  await expect.poll(async () => Math.abs(((await field.boundingBox())?.y ?? 0) - before)).toBeLessThan(120);
  await page.getByRole('link', { name: '简体中文' }).click();
  await expect(page).toHaveURL(`${SITE}reference/create-chat-completion/`);
});

test('old addresses lead to the new pages', async ({ page }) => {
  const rows = [
    ['#01', 'authentication/'],
    ['#02', 'start/'],
    ['#03-chat-api', 'chat/'],
    ['#create-chat-completion', 'reference/create-chat-completion/'],
    ['#request-body', 'reference/create-chat-completion/#request-body'],
    ['#04-completions-api', 'completions/'],
    ['#05-embeddings-api', 'embeddings/'],
  ] as const;
  for (const [anchor, target] of rows) {
    await page.goto(`${SITE}404.html`);
    await page.goto(SITE + anchor);
    await expect(page).toHaveURL(SITE + target);
  }
});

test.describe('old addresses with script off', () => {
  test.use({ javaScriptEnabled: false });
  test('offer the way on', async ({ page }) => {
    await page.goto(`${SITE}#03-chat-api`);
    const link = page.locator('[id="03-chat-api"]');
    await expect(link).toBeVisible();
    await link.click();
    await expect(page).toHaveURL(`${SITE}chat/`);
  });
});
