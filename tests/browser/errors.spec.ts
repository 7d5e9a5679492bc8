import { expect, type Locator, type Page, type Route } from '@playwright/test';
import { REAL, test } from './service.ts';

const KEY = 'key-91b7-very-secret';
const OPEN = { 'access-control-allow-origin': '*' };
const LANGUAGES = ['zh-CN', 'en'] as const;

/** Opens the console of the chat operation with the real server chosen and a key typed. */
async function ready(page: Page, language: (typeof LANGUAGES)[number] = 'zh-CN'): Promise<void> {
  if (language === 'en') await page.goto(`${process.env.SITE_URL}en/reference/create-chat-completion/`);
  await page.locator('[data-try]').click();
  await page.locator('.console select').first().selectOption('server-0');
  await page.locator('[data-secret]').fill(KEY);
}

const send = (page: Page): Promise<void> => page.locator('[data-send]').click();
const answer = (page: Page): Locator => page.locator('.console-answer');
const body = (page: Page): Locator => page.locator('.console-editor textarea');
const deployment = (page: Page): Locator => page.getByRole('textbox', { name: 'deployment-id' });

/** Has the real server's address answer so; preflights are let through. */
async function play(page: Page, act: (route: Route) => Promise<void>): Promise<void> {
  await page.route(`${REAL}/**`, (route) => {
    if (route.request().method() !== 'OPTIONS') return act(route);
    return route.fulfill({ status: 204, headers: { ...OPEN, 'access-control-allow-headers': '*' } });
  });
}

const json =
  (status: number, value: unknown, headers: { [name: string]: string } = OPEN) =>
  (route: Route): Promise<void> =>
    route.fulfill({ status, headers, contentType: 'application/json', body: JSON.stringify(value) });

const failing = (code: string) => (route: Route) => route.abort(code);

/** A page can't know more, and the owner of the site learns what can. */
const NO_ANSWER = {
  'zh-CN': /浏览器不会告诉网页原因[\s\S]*curlew doctor/,
  en: /don’t tell a page the reason[\s\S]*curlew doctor/,
};

interface Scenario {
  readonly name: string;
  readonly act: (route: Route) => Promise<void>;
  readonly want: { readonly [Language in (typeof LANGUAGES)[number]]: RegExp };
}

const unanswered = (code: string): Scenario => ({
  name: `a connection that fails (${code})`,
  act: failing(code),
  want: NO_ANSWER,
});

/** What is told of each, in words that fit no other case: none is told what the one before it is. */
const scenarios: readonly Scenario[] = [
  unanswered('connectionrefused'),
  {
    name: '400',
    act: json(400, { error: { message: 'nothing about a field' } }),
    want: { 'zh-CN': /服务器拒绝了这些值/, en: /The server refused the values/ },
  },
  unanswered('connectionreset'),
  {
    name: '401',
    act: json(401, { error: { message: 'Access denied' } }),
    want: { 'zh-CN': /这个密钥被拒绝了（401）/, en: /This key was refused \(401\)/ },
  },
  unanswered('namenotresolved'),
  { name: '403', act: json(403, {}), want: { 'zh-CN': /可能没有相应的权限/, en: /may lack the right/ } },
  unanswered('blockedbyclient'),
  { name: '404', act: json(404, {}), want: { 'zh-CN': /这个地址上什么也没有/, en: /nothing at this address/ } },
  unanswered('addressunreachable'),
  {
    name: '429 with a Retry-After that the page may read',
    act: json(429, {}, { ...OPEN, 'retry-after': '7', 'access-control-expose-headers': 'Retry-After' }),
    want: { 'zh-CN': /再等[67]秒/, en: /wait [67] sec/ },
  },
  {
    name: '429 with a Retry-After that it may not read',
    act: json(429, {}, { ...OPEN, 'retry-after': '7' }),
    want: { 'zh-CN': /CORS没有公开Retry-After/, en: /Retry-After header that CORS doesn’t expose/ },
  },
  { name: '500', act: json(500, {}), want: { 'zh-CN': /这是服务器的故障/, en: /The fault is the server’s/ } },
  { name: '504', act: json(504, {}), want: { 'zh-CN': /不再等待/, en: /stopped waiting/ } },
];

for (const language of LANGUAGES) {
  test.describe(`what went wrong, told apart (${language})`, () => {
    test('failed connections and statuses, one after the other', async ({ consolePage: page }) => {
      test.setTimeout(60_000);
      await ready(page, language);
      for (const { name, act, want } of scenarios) {
        await test.step(name, async () => {
          await page.unroute(`${REAL}/**`);
          await play(page, act);
          await send(page);
          await expect.soft(answer(page)).toContainText(want[language]);
          // The other cases are not claimed beside it.
          const told = (await answer(page).textContent()) ?? '';
          const others = scenarios.filter((one) => one.want !== want && one.want[language].test(told));
          expect.soft([name, ...others.map((one) => one.name)]).toEqual([name]);
          await expect.soft(page.locator('[data-secret]')).toHaveValue(KEY);
        });
      }
    });

    test('an answer whose reader is gone from the site', async ({ consolePage: page }) => {
      const reader = /_astro\/(?:answer|AnswerView)\.[^/]*\.js$/;
      await page.route(reader, (route) => route.fulfill({ status: 404, body: '' }));
      await play(page, json(200, { ok: true }));
      await ready(page, language);
      await send(page);
      await expect(answer(page)).toContainText({ 'zh-CN': '请重新加载本页', en: 'Load the page again' }[language]);
      await expect(answer(page)).toHaveAttribute('aria-busy', 'false');
    });

    test('a server that doesn’t allow the page (CORS)', async ({ consolePage: page, service }) => {
      service.recorder.isOpen = false;
      await ready(page, language);
      await send(page);
      await expect(answer(page)).toContainText(NO_ANSWER[language]);
      // The preflight was refused, so nothing followed it.
      expect(service.recorder.preflights).toHaveLength(1);
      expect(service.recorder.requests).toEqual([]);
    });
  });
}

test.describe('fields that the server names', () => {
  const refusal = json(422, {
    title: 'Unprocessable',
    errors: [
      { detail: 'no such deployment', source: { parameter: 'deployment-id' } },
      { detail: 'must be user', pointer: '#/messages/0/role' },
      { detail: 'is not a version', parameter: 'api-version' },
    ],
  });

  test('are marked in the form until they are changed', async ({ consolePage: page }) => {
    await play(page, refusal);
    await ready(page);
    await send(page);
    await expect(answer(page)).toContainText('服务器指出了它拒绝的内容');
    await expect(deployment(page)).toHaveAccessibleDescription(/服务器说：no such deployment/);
    // An optional one is unfolded.
    const version = page.getByRole('textbox', { name: 'api-version' });
    await expect(version).toBeVisible();
    await expect(version).toHaveAttribute('aria-invalid', 'true');
    await answer(page).getByRole('button', { name: '跳到那里' }).click();
    await expect(deployment(page)).toBeFocused();
    await deployment(page).fill('gpt-4');
    await expect(deployment(page)).not.toHaveAttribute('aria-invalid');
    await expect(version).toHaveAttribute('aria-invalid', 'true');
    await expect(body(page)).toHaveAccessibleDescription(/\/messages\/0\/role\s+服务器说：must be user/);
    await page.locator('.console-body-status').getByRole('button', { name: '跳到此处' }).click();
    const selected = (): Promise<string> =>
      body(page).evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
    await expect.poll(selected).toBe('"user"');
    await body(page).fill('{"messages": []}');
    await expect(body(page)).not.toHaveAccessibleDescription(/服务器说/);
  });

  test('and no mark stays after the next send', async ({ consolePage: page }) => {
    await play(page, refusal);
    await ready(page, 'en');
    await send(page);
    await expect(deployment(page)).toHaveAccessibleDescription(/The server says: no such deployment/);
    await page.unroute(`${REAL}/**`);
    await play(page, json(200, { ok: true }));
    await send(page);
    await expect(answer(page)).toContainText('200');
    await expect(deployment(page)).not.toHaveAttribute('aria-invalid');
  });

  test('say what they say as text', async ({ consolePage: page }) => {
    await play(page, json(400, { error: { param: 'deployment-id', message: '<img src=x onerror=alert(1)>‮' } }));
    await ready(page);
    await send(page);
    await expect(deployment(page)).toHaveAccessibleDescription(/<img src=x onerror=alert\(1\)>/);
    expect(await page.locator('.console img').count()).toBe(0);
  });
});

test.describe('time', () => {
  test('a limit that the reader sets ends the request, and the next may do without', async ({ consolePage: page }) => {
    let release = (): void => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await play(page, async (route) => {
      await held;
      await json(200, { ok: true })(route).catch(() => {});
    });
    await ready(page);
    await page.locator('.console-request summary').click();
    await page.getByLabel('时限（秒）').fill('1');
    await send(page);
    await expect(answer(page)).toContainText('1秒内没有收到响应');
    await page.getByLabel('时限（秒）').fill('');
    await send(page);
    await expect(answer(page)).toContainText(/已等待[34]秒/, { timeout: 10_000 });
    release();
    await expect(answer(page)).toContainText('200');
  });

  test('a stream has no limit but the reader’s', async ({ consolePage: page, service }) => {
    await ready(page);
    service.recorder.play = 'stream';
    service.recorder.pace = 200;
    await page.locator('.console-request summary').click();
    await expect(page.getByLabel('时限（秒）')).toHaveAccessibleDescription(/5分钟|300秒/);
    await page.locator('.console-body-head select').selectOption({ index: 1 });
    await body(page).fill('{"messages": [], "stream": true}');
    await expect(page.getByLabel('时限（秒）')).toHaveAccessibleDescription(/没有时限/);
    await page.getByLabel('时限（秒）').fill('1');
    await send(page);
    await expect(answer(page)).toContainText('设定的时限已到');
    await expect(page.locator('.console-feed')).toContainText('piece 1');
    expect((await service.recorder.request(0)).method).toBe('POST');
  });
});

test('all that is sent is shown before it is sent, the key masked', async ({ consolePage: page, service }) => {
  await ready(page);
  await page.locator('.console-request summary').click();
  const shown = page.locator('.console-request pre');
  await expect(shown).toContainText('POST /openai/deployments/gpt-35-turbo/chat/completions HTTP/1.1');
  await expect(shown).toContainText('api-key: ••••••••');
  await expect(shown).not.toContainText(KEY);
  await body(page).fill('{"messages": [{"role": "user", "content": "shown first"}]}');
  const text = (await shown.textContent()) ?? '';
  expect(text).toContain('shown first');
  await send(page);
  const { body: sent } = await service.recorder.request(0);
  expect(text.endsWith(sent.toString())).toBe(true);
});
