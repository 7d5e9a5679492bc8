import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { parse } from 'yaml';
import { en } from '../../src/i18n/en.ts';
import { zhCN } from '../../src/i18n/zh-CN.ts';
import { type Seen, strayTexts, textsIn, wordsOf } from '../other-language.ts';

const SITE = process.env.SITE_URL ?? '';
const ROOT = resolve(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');
const HAN = /\p{Script=Han}/u;
const HAN_AROUND = /.{0,20}[\p{Script=Han}，。：；]+.{0,20}/u;

const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .sort();
const english = files.filter((name) => name.startsWith('en/'));
const chinese = files.filter((name) => !name.startsWith('en/'));

test('every page is there in both languages', () => {
  expect(english.length).toBeGreaterThan(10);
  expect(english.map((name) => name.replace(/^en\//, ''))).toEqual(chinese);
});

/** All texts of the interface, of the description and of its translation. */
const description = parse(readFileSync(join(ROOT, 'openapi/apigpt.yaml'), 'utf8'));
const overlay = parse(readFileSync(join(ROOT, 'openapi/apigpt.en.overlay.yaml'), 'utf8'));
const englishTexts = [...textsIn(en), ...textsIn(overlay.actions.map(({ update }: { update: unknown }) => update))];
const chineseTexts = [...textsIn(zhCN), ...textsIn(description)];
const otherThan = {
  en: wordsOf(
    chineseTexts.filter((text) => HAN.test(text)),
    englishTexts,
  ),
  'zh-cn': wordsOf(englishTexts, chineseTexts),
};

/** What a page shows and says, but for links to its other language. */
function readPage(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const { lang } = document.documentElement;
    for (const part of document.querySelectorAll('[lang]:not(html)'))
      if (part.getAttribute('lang') !== lang) part.remove();
    // A name is one text, wherever a line may end in it.
    for (const end of document.querySelectorAll('wbr')) end.remove();
    document.body.normalize();
    const runs: string[] = [];
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) runs.push(...[...node.attributes].map(({ value }) => value));
      else if (!node.parentElement?.closest('pre, code, script')) runs.push(node.textContent ?? '');
    }
    return { runs, whole: document.documentElement.textContent ?? '' };
  });
}

test.describe('no page has texts of the other language', () => {
  test.use({ javaScriptEnabled: false });
  test.setTimeout(120_000);

  test('English', async ({ page }) => {
    expect(otherThan.en.phrases.length).toBeGreaterThan(300);
    for (const name of english) {
      await page.goto(SITE + name);
      const seen = await readPage(page);
      expect([name, strayTexts(otherThan.en, seen)]).toEqual([name, []]);
      const [han] = [...seen.runs, seen.whole].flatMap((text) => HAN_AROUND.exec(text)?.[0] ?? []);
      expect([name, han]).toEqual([name, undefined]);
    }
  });

  test('Chinese', async ({ page }) => {
    expect(otherThan['zh-cn'].phrases.length).toBeGreaterThan(300);
    for (const name of chinese) {
      await page.goto(SITE + name);
      const seen = await readPage(page);
      expect([name, strayTexts(otherThan['zh-cn'], seen)]).toEqual([name, []]);
      // A Chinese page is mostly Chinese: texts of guides left in English would show.
      const stray = seen.runs.flatMap((text) => text.match(/(?:[A-Za-z][a-z]+[ ,]+){6,}[a-z]+/g) ?? []);
      expect([name, stray]).toEqual([name, []]);
    }
  });

  test('nor what its console loads', () => {
    for (const language of ['en', 'zh-cn'] as const) {
      const folder = join(DIST, '_curlew/op', language);
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
      expect(names.length).toBeGreaterThan(2);
      for (const name of names) {
        const runs = textsIn(JSON.parse(readFileSync(join(folder, name), 'utf8')));
        expect([name, strayTexts(otherThan[language], { runs, whole: '' })]).toEqual([name, []]);
      }
    }
  });
});

test('the quick start says in both which model answered', () => {
  for (const name of ['start/index.html', 'en/start/index.html']) {
    const sentence = /<p>.*GPT-3\.5 Turbo.*<\/p>/.exec(readFileSync(join(DIST, name), 'utf8'))?.[0];
    for (const part of ['>gpt-35-turbo</code>', '>gpt-3.5-turbo</code>']) expect(sentence, name).toContain(part);
  }
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

test('switching the language keeps what the address names while it is in view', async ({ page }) => {
  await page.goto(`${SITE}reference/create-chat-completion/#response-429`);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(`${SITE}en/reference/create-chat-completion/#response-429`);
  await expect(page.locator('#response-429')).toBeInViewport();
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('link', { name: '简体中文' }).click();
  await expect(page).toHaveURL(`${SITE}reference/create-chat-completion/`);
});

test.describe('the reader’s language is offered', () => {
  const offer = (page: Page, name: string): Locator => page.getByRole('complementary').getByRole('link', { name });

  test.describe('by the browser', () => {
    test.use({ locale: 'en-GB' });
    test('until it is declined, which moves nothing and sends nothing', async ({ page }) => {
      await page.goto(SITE);
      await expect(offer(page, en.site.readInLanguage)).toBeVisible();
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const observe = (list: PerformanceObserverEntryList): void =>
              resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0));
            new PerformanceObserver(observe).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve(0), 100);
          }),
      );
      // A fixed box moves nothing; other scripts of the page may, by less than one can see.
      expect(shift).toBeLessThan(0.001);
      const requests: string[] = [];
      // The pointer has the page's own script for fetching ahead loaded, once.
      page.on('request', (request) => /\/_astro\/prefetch\./.test(request.url()) || requests.push(request.url()));
      await page.getByRole('button', { name: en.site.notNow }).click();
      await expect(offer(page, en.site.readInLanguage)).toBeHidden();
      expect(requests).toEqual([]);
      await page.reload();
      await expect(page.locator('[data-language-offer]')).toBeHidden();
    });

    test('and taken, by keyboard, it holds where a link leads to the other', async ({ page }) => {
      await page.goto(`${SITE}start/`);
      await offer(page, en.site.readInLanguage).press('Enter');
      await expect(page).toHaveURL(`${SITE}en/start/`);
      await expect(page.locator('[data-language-offer]')).toBeHidden();
      await page.goto(`${SITE}reference/create-chat-completion/`);
      await offer(page, en.site.readInLanguage).click();
      await expect(page).toHaveURL(`${SITE}en/reference/create-chat-completion/`);
    });
  });

  test.describe('on a phone', () => {
    test.use({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
    test('by the link in the header, so that nothing lies on the text', async ({ page }) => {
      const ground = (): Promise<string> =>
        page.getByRole('link', { name: 'English' }).evaluate((link) => getComputedStyle(link).backgroundColor);
      await page.goto(`${SITE}start/`);
      await expect.poll(ground).not.toBe('rgba(0, 0, 0, 0)');
      await expect(page.locator('[data-language-offer]')).toBeHidden();
      await page.getByRole('link', { name: 'English' }).click();
      await expect(page).toHaveURL(`${SITE}en/start/`);
      expect(
        await page.locator('.header-links [data-language]').evaluate((link) => getComputedStyle(link).backgroundColor),
      ).toBe('rgba(0, 0, 0, 0)');
    });
  });

  test('by an earlier choice, before what the browser says', async ({ page }) => {
    await page.goto(SITE);
    await expect(page.locator('[data-language-offer]')).toBeHidden();
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.locator('[data-language-offer]')).toBeHidden();
    await page.goto(`${SITE}chat/`);
    await expect(offer(page, en.site.readInLanguage)).toBeVisible();
  });
});

test('old addresses lead to the new pages', async ({ page }) => {
  const rows = [
    ['#apigpt-cloud-openai', 'start/'],
    ['#01', 'authentication/'],
    ['#02', `start/#${encodeURIComponent('第一个请求')}`],
    ['#03-chat-api', 'chat/'],
    ['#create-chat-completion', 'reference/create-chat-completion/'],
    ['?python#create-chat-completion', 'reference/create-chat-completion/?python'],
    ['#request-body', 'reference/create-chat-completion/#request-body'],
    ['#04-completions-api', 'completions/'],
    ['#05-embeddings-api', 'embeddings/'],
    ['#errors', 'errors/'],
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
