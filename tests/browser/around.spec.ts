import { expect, type Locator, type Page } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { languages } from '../../src/i18n/languages.ts';
import { fill } from '../../src/i18n/translate.ts';
import { axeFaults } from './access.ts';
import { REAL, test } from './service.ts';

const SITE = process.env.SITE_URL ?? '';
const KEY = 'key-4f1c-very-secret';
const CHAT = 'reference/create-chat-completion/';

/** What a reader sees and presses, in one language. */
function consoleIn(page: Page, locale: string) {
  const { site, console: text, consoleParts } = languages.get(locale) ?? en;
  const around = consoleParts.around;
  const panel = page.locator('.console');
  const button = (name: string, exact = true): Locator => panel.getByRole('button', { name, exact });
  return {
    text,
    around,
    page: `${SITE}${locale === 'en' ? 'en/' : ''}${CHAT}`,
    panel,
    button,
    key: panel.getByLabel(fill(text.keyLabel, { name: 'api-key' }), { exact: true }),
    deployment: panel.getByRole('textbox', { name: 'deployment-id' }),
    body: panel.getByRole('textbox', { name: `${text.body} application/json` }),
    example: panel.getByLabel(text.bodyExample, { exact: true }),
    target: panel.getByLabel(text.answeredBy),
    answer: panel.getByRole('region', { name: text.answer, exact: true }),
    said: panel.locator('[role="status"]').last(),
    rows: panel.locator('.console-history-row'),
    arrived: panel.locator('[data-arrived]'),
    async open(answeredBy: 'sandbox' | 'server' = 'sandbox'): Promise<void> {
      await page.getByRole('button', { name: site.tryIt, exact: true }).click();
      await expect(panel).toBeVisible();
      if (answeredBy === 'server') await this.target.selectOption('server-0');
    },
    async send(): Promise<void> {
      await panel.locator('[data-send]').click();
      await expect(this.answer).toHaveAttribute('aria-busy', 'false');
    },
    async more(): Promise<void> {
      await button(text.more).click();
      await expect(panel.getByRole('region', { name: around.title })).toBeVisible();
    },
  };
}

/** Everything of a page that could hold a key, but the field it was typed into. */
function everything(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      location.href,
      JSON.stringify(history.state),
      document.title,
      new XMLSerializer().serializeToString(document),
    ].join('\n'),
  );
}

const faults: string[] = [];
test.beforeEach(({ page, service }) => {
  faults.length = 0;
  service.thief.requests.length = 0;
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Trusted/.test(message.text()))
      faults.push(message.text());
  });
});
test.afterEach(({ service }) => {
  expect(faults).toEqual([]);
  expect([...service.thief.requests, ...service.thief.preflights]).toEqual([]);
});

for (const locale of ['zh-CN', 'en']) {
  test.describe(`in ${locale}`, () => {
    test('what was sent is sent again to the byte, and its history holds no key', async ({
      consolePage: page,
      service,
    }) => {
      const reader = consoleIn(page, locale);
      await page.goto(reader.page);
      await reader.open('server');
      await reader.key.fill(KEY);
      await reader.deployment.fill('my deployment');
      await reader.body.fill('{"messages": [{"role": "user", "content": "你好 1.10"}], "temperature": 1.10}');
      await reader.send();
      await reader.deployment.fill('other');
      await reader.example.selectOption('example-1');
      await reader.more();
      await expect(reader.rows).toHaveCount(1);
      await expect(reader.rows.first()).toContainText('my%20deployment');
      await expect(reader.rows.first()).toContainText('200');
      await reader.rows.first().getByRole('button', { name: reader.around.resend }).click();
      const [first, second] = [await service.recorder.request(0), await service.recorder.request(1)];
      expect([second.method, second.target, second.body.toString()]).toEqual([
        first.method,
        first.target,
        first.body.toString(),
      ]);
      expect(second.headers).toEqual(first.headers);
      expect(second.headers).toContainEqual(['api-key', KEY]);
      // What stood in the form is put aside, and both requests are listed.
      await expect(reader.rows).toHaveCount(3);
      await expect(reader.rows.filter({ hasText: reader.around.unsent })).toContainText('other');
      expect(await everything(page)).not.toContain(KEY);
      const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
      expect(stored).toContain('my%20deployment');
      expect(stored).not.toContain('"ok"');
    });

    test('is filled in again without being sent, and no edit is lost', async ({ consolePage: page }) => {
      const reader = consoleIn(page, locale);
      await page.goto(reader.page);
      await reader.open();
      await reader.body.fill('{"messages": [], "user": "first"}');
      await reader.send();
      await reader.body.fill('{"messages": [], "user": "second"}');
      await reader.deployment.fill('second');
      await reader.more();
      const urls: string[] = [];
      page.on('request', (request) => urls.push(request.url()));
      await reader.rows.last().getByRole('button', { name: reader.around.fillIn }).click();
      await expect(reader.said).toHaveText(reader.around.restored);
      await expect(reader.body).toHaveValue('{"messages": [], "user": "first"}');
      await expect(reader.deployment).toHaveValue('gpt-35-turbo');
      await expect(reader.rows).toHaveCount(2);
      await reader.rows.first().getByRole('button', { name: reader.around.fillIn }).click();
      await expect(reader.body).toHaveValue('{"messages": [], "user": "second"}');
      await expect(reader.deployment).toHaveValue('second');
      await expect(reader.rows).toHaveCount(2);
      // The site's own code may load.
      expect(urls.filter((url) => !url.startsWith(`${SITE}_astro/`))).toEqual([]);
      await reader.button(reader.around.clear).click();
      await expect(reader.rows).toHaveCount(0);
      // How far the navigation is scrolled is no part of it.
      expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual(
        expect.not.arrayContaining([expect.stringMatching(/^(?!curlew\.nav$)/)]),
      );
    });

    test('a request for another origin is asked about before it is sent again', async ({
      consolePage: page,
      service,
    }) => {
      const reader = consoleIn(page, locale);
      await page.goto(reader.page);
      await reader.open('server');
      await reader.key.fill(KEY);
      await reader.send();
      await service.recorder.request(0);
      await reader.target.selectOption('in-page');
      await reader.more();
      await reader.rows.last().getByRole('button', { name: reader.around.resend }).click();
      await expect(reader.panel).toContainText(fill(reader.around.askOrigin, { origin: REAL }));
      await expect(reader.panel.locator('[data-send]')).toBeFocused();
      await expect(reader.target).toHaveValue('server-0');
      expect(service.recorder.requests).toHaveLength(1);
      await page.keyboard.press('Enter');
      await service.recorder.request(1);
    });

    test('a page that came over plain http copies as well, and says where it can’t', async ({
      consolePage: page,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      // Such a page has no clipboard.
      await page.addInitScript(() => {
        Object.assign(window, { kept: navigator.clipboard });
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      });
      const copied = (): Promise<string> =>
        page.evaluate(() => (window as unknown as { kept: Clipboard }).kept.readText());
      const reader = consoleIn(page, locale);
      await page.goto(reader.page);
      await reader.open('server');
      await reader.key.fill(KEY);
      await reader.more();
      const copyLink = reader.button(reader.around.copyLink);
      await copyLink.click();
      await expect(reader.said).toHaveText(reader.around.linkCopied);
      await expect(copyLink).toBeFocused();
      expect(await copied()).toContain(`${reader.page}#try&v=1&`);
      const withKey = page.getByRole('button', { name: reader.text.copyWithKey });
      await withKey.click();
      await expect.poll(copied).toContain(KEY);
      expect(await everything(page)).not.toContain(KEY);
      await page.evaluate(() => {
        document.execCommand = () => false;
      });
      await copyLink.click();
      await expect(reader.said).toHaveText(reader.text.copyRefused);
      await expect(reader.panel.getByText(reader.text.copyRefused).first()).toBeVisible();
    });

    test('a link fills the same request in elsewhere, says so, and sends nothing', async ({
      consolePage: page,
      context,
      service,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const reader = consoleIn(page, locale);
      await page.goto(reader.page);
      await reader.open('server');
      await reader.key.fill(KEY);
      await reader.deployment.fill('a b/ü');
      await reader.panel.locator('.console-group summary').first().click();
      await reader.panel.getByRole('textbox', { name: 'api-version' }).fill('2023-05-15&x=1');
      const typed = '{\n  "messages": [{"role": "user", "content": "你好 😀 & #1"}],\n  "temperature": 1.10\n}';
      await reader.body.fill(typed);
      await reader.more();
      await reader.button(reader.around.copyLink).click();
      await expect(reader.said).toHaveText(reader.around.linkCopied);
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link.startsWith(`${reader.page}#try&v=1&to=server&server=0&`)).toBe(true);
      expect(link).not.toContain(KEY);

      const other = await context.newPage();
      const urls: string[] = [];
      other.on('request', (request) => urls.push(request.url()));
      other.on('pageerror', (error) => faults.push(String(error)));
      const friend = consoleIn(other, locale);
      await other.goto(link);
      await expect(friend.arrived).toContainText(friend.around.arrived);
      await expect(friend.arrived).toContainText('deployment-id');
      await expect(friend.said).toHaveText(friend.around.arrived);
      await expect(friend.deployment).toHaveValue('a b/ü');
      await expect(friend.body).toHaveValue(typed);
      await expect(friend.target).toHaveValue('server-0');
      await expect(friend.key).toHaveValue('');
      await expect(friend.panel.getByRole('textbox', { name: 'api-version' })).toBeVisible();
      await other.waitForLoadState('networkidle');
      expect(urls.filter((url) => !url.startsWith(SITE))).toEqual([]);
      expect(service.recorder.requests).toEqual([]);

      // The same request goes out once both press Send.
      await friend.key.fill(KEY);
      await friend.send();
      await reader.send();
      const [theirs, mine] = [await service.recorder.request(0), await service.recorder.request(1)];
      expect([theirs.target, theirs.body.toString()]).toEqual([mine.target, mine.body.toString()]);

      await friend.arrived.getByRole('button', { name: friend.around.reset }).click();
      await expect(friend.arrived).toBeHidden();
      await expect(friend.deployment).toHaveValue('gpt-35-turbo');
      await expect(friend.target).toHaveValue('in-page');
      await other.close();
    });

    test('two answers are compared, by sign and colour', async ({ consolePage: page, service }) => {
      const reader = consoleIn(page, locale);
      await page.goto(reader.page);
      await reader.open('server');
      await reader.key.fill(KEY);
      await reader.send();
      await service.recorder.request(0);
      // Before the first answer is there, a second press would take its place.
      await expect(reader.answer).toContainText('200');
      service.recorder.play = 'unauthorized';
      await reader.send();
      await expect(reader.answer).toContainText('401');
      await reader.more();
      await reader.rows.first().getByRole('checkbox').check();
      await expect(reader.panel).toContainText(reader.around.chooseSecond);
      await reader.rows.last().getByRole('checkbox').check();
      const view = reader.panel.getByRole('region', { name: reader.around.comparison });
      await expect(view.getByRole('row', { name: reader.around.status })).toContainText(/200.*401/);
      await expect(view.getByRole('row', { name: 'content-type' })).toContainText('application/json');
      await expect(view.locator('del')).toHaveText(['−   "ok": true\n']);
      await expect(view.locator('ins').first()).toHaveText('+   "error": {\n');
      // What is reached by keyboard says what it is.
      const counts = view.getByRole('group', { name: /\d.*\d/ });
      const colours = await counts.evaluate((pre) =>
        ['del', 'ins', 'span'].map((name) => {
          const line = pre.querySelector(name);
          return line && getComputedStyle(line).backgroundColor;
        }),
      );
      expect(new Set(colours).size).toBe(3);
    });

    test('an operation that costs says so, and beside Send for a real server', async ({ consolePage: page }) => {
      const costs = { 'zh-CN': '调用真实服务器会产生费用', en: 'billed to the account' }[locale] ?? '';
      const reader = consoleIn(page, locale);
      for (const name of ['create-chat-completion', 'create-completion', 'create-embedding']) {
        await page.goto(reader.page.replace('create-chat-completion', name));
        await expect(page.locator('main .operation-head')).toContainText(costs);
      }
      await reader.open();
      await expect(reader.panel).not.toContainText(costs);
      await reader.target.selectOption('server-0');
      await expect(reader.panel).toContainText(costs);
    });
  });
}

test('HAR holds the request and its answer, and no key', async ({ consolePage: page, context, service }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const reader = consoleIn(page, 'zh-CN');
  await reader.open('server');
  await reader.more();
  await expect(reader.button(reader.around.copyHar)).toBeDisabled();
  await reader.key.fill(KEY);
  const body = await reader.body.inputValue();
  await reader.send();
  await reader.button(reader.around.copyHar).click();
  await expect(reader.said).toHaveText(reader.around.harCopied);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).not.toContain(KEY);
  const { log } = JSON.parse(text);
  expect(log.creator).toEqual({ name: 'Curlew', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  const [entry] = log.entries;
  const sent = await service.recorder.request(0);
  expect(entry.request).toMatchObject({
    method: 'POST',
    url: `${REAL}${sent.target}`,
    postData: { mimeType: 'application/json', text: body },
  });
  expect(entry.request.headers).toContainEqual({ name: 'api-key', value: '{APIGPT_API_KEY}' });
  expect(entry.response).toMatchObject({
    status: 200,
    content: { size: 11, mimeType: 'application/json', text: '{"ok":true}' },
  });
  expect(entry.time).toBeGreaterThan(0);

  const saved = page.waitForEvent('download');
  await reader.rows.first().getByRole('button', { name: 'HAR' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('request.har');
});

test('an answer that echoes the key is kept without it', async ({ consolePage: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const headers = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };
  await page.route(`${REAL}/**`, (route) => route.fulfill({ headers, body: JSON.stringify({ echo: KEY }) }));
  const reader = consoleIn(page, 'zh-CN');
  await reader.open('server');
  await reader.key.fill(KEY);
  await reader.send();
  await reader.more();
  await reader.button(reader.around.copyHar).click();
  await expect(reader.said).toHaveText(reader.around.harCopied);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).not.toContain(KEY);
  expect(text).toContain('echo');
});

test('the history goes along to other pages of the tab, without keys and answers', async ({
  consolePage: page,
  service,
}) => {
  const reader = consoleIn(page, 'zh-CN');
  await reader.open('server');
  await reader.key.fill(KEY);
  await reader.deployment.fill('my deployment');
  await reader.body.fill('{"messages": [], "user": "kept"}');
  await reader.send();
  // What writes the history loads with the press, and an answer of this machine may be there before it.
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).toContain('createChatCompletion');
  await page.goto(`${SITE}reference/create-embedding/`);
  await reader.open();
  await reader.more();
  await expect(reader.rows).toHaveCount(1);
  await expect(reader.rows.first()).toContainText('createChatCompletion');
  await reader.rows.first().getByRole('link', { name: reader.around.openThere }).click();
  await expect(page).toHaveURL(new RegExp(CHAT));
  await expect(reader.arrived).toContainText(reader.around.arrivedFromHistory);
  await expect(reader.deployment).toHaveValue('my deployment');
  await expect(reader.body).toHaveValue('{"messages": [], "user": "kept"}');
  await expect(reader.target).toHaveValue('server-0');
  await expect(reader.key).toHaveValue('');
  expect(service.recorder.requests).toHaveLength(1);
  expect(await everything(page)).not.toContain(KEY);
});

/** Links that none of ours would be. */
const LINKS: readonly (readonly [name: string, fragment: string])[] = [
  ['huge', `try&v=1&body=${'x'.repeat(300_000)}`],
  ['of many fields', `try&v=1${'&a=b'.repeat(2000)}`],
  ['badly encoded', 'try&v=1&path.deployment-id=%E0%A4%A&%=%'],
  ['with names of objects', 'try&v=1&__proto__=1&path.__proto__=2&constructor=3&example=__proto__'],
  ['with another server', 'try&v=1&server=https://thief.example&server=7&to=https://thief.example'],
  ['with a key', `try&v=1&header.api-key=${KEY}&auth.apiKey=${KEY}&key=${KEY}`],
  ['with markup', 'try&v=1&<img src=x onerror=alert(1)>=1'],
  ['of another version', 'try&v=99&path.deployment-id=x'],
  ['to nothing in the history', 'try&entry=17-000001'],
];
test('a hostile link breaks nothing and sends nothing', async ({ consolePage: page, service }) => {
  test.setTimeout(60_000);
  const reader = consoleIn(page, 'zh-CN');
  for (const [name, fragment] of LINKS) {
    await test.step(name, async () => {
      await page.goto('about:blank');
      await page.goto(`${reader.page}#${fragment}`);
      await expect(reader.arrived).toBeVisible();
      await expect.soft(reader.deployment).toHaveValue('gpt-35-turbo');
      await expect.soft(reader.target).toHaveValue('in-page');
      await expect.soft(reader.key).toHaveValue('');
      expect.soft([name, service.recorder.requests]).toEqual([name, []]);
      const shown = (await reader.arrived.textContent()) ?? '';
      expect.soft(shown.length, name).toBeLessThan(600);
      const isHarmed = await page.evaluate(() => 'polluted' in {} || document.querySelector('.console img') !== null);
      expect.soft([name, isHarmed]).toEqual([name, false]);
      await reader.send();
      await expect.soft(reader.answer).toContainText('200');
    });
  }
});

test('a link that arrives in an open console keeps what was typed', async ({ consolePage: page }) => {
  const reader = consoleIn(page, 'zh-CN');
  await reader.open();
  await reader.deployment.fill('mine');
  await reader.body.fill('{"messages": [], "user": "mine"}');
  await page.evaluate(() => {
    location.hash = '#try&v=1&path.deployment-id=theirs&example=stream';
  });
  await expect(reader.deployment).toHaveValue('theirs');
  await expect(reader.body).toHaveValue(/"stream": true/);
  await reader.more();
  await reader.rows.first().getByRole('button', { name: reader.around.fillIn }).click();
  await expect(reader.deployment).toHaveValue('mine');
  await expect(reader.body).toHaveValue('{"messages": [], "user": "mine"}');
  await reader.button('关闭控制台').click();
  await reader.open();
  await reader.button(reader.around.keep).click();
  await expect(reader.arrived).toBeHidden();
  await expect(reader.deployment).toHaveValue('mine');
});

test('what stands around works by keyboard, has no fault that axe finds, and never scrolls sideways', async ({
  consolePage: page,
}) => {
  test.slow();
  const reader = consoleIn(page, 'en');
  await page.goto(`${reader.page}#try&v=1&path.deployment-id=gpt-35-turbo&nothing=1`);
  await expect(reader.arrived).toBeVisible();
  await reader.send();
  await reader.body.fill('{"messages": [{"role": "user", "content": "Another"}]}');
  await reader.send();
  const more = reader.button(reader.text.more);
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(reader.rows).toHaveCount(2);
  const pressed = async (name: string | RegExp): Promise<void> => {
    for (let at = 0; at < 20; at += 1) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
      if (typeof name === 'string' ? label === name : name.test(label)) return page.keyboard.press('Space');
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await pressed(/^Compare the answer/);
  await pressed(/^Compare the answer/);
  await expect(reader.panel.getByRole('region', { name: reader.around.comparison })).toBeVisible();
  for (const [colorScheme, width] of [
    ['light', 320],
    ['dark', 1440],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    expect(await axeFaults(page, undefined, '.console')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }
  await more.press('Enter');
  await expect(reader.panel.getByRole('region', { name: reader.around.title })).toBeHidden();
});
