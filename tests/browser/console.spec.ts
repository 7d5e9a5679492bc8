import { brotliCompressSync } from 'node:zlib';
import { expect, type Locator, type Page } from '@playwright/test';
import { REAL, test } from './service.ts';

const SITE = process.env.SITE_URL ?? '';
const KEY = 'key-4f1c-very-secret';

/** Opens the console; `server` also chooses the real server instead of the sandbox. */
async function open(page: Page, answeredBy: 'sandbox' | 'server' = 'sandbox'): Promise<void> {
  await page.getByRole('button', { name: '试一试' }).click();
  await expect(page.getByRole('region', { name: '试一试' })).toBeVisible();
  if (answeredBy === 'server') await page.getByLabel('发送到').selectOption(`${REAL}（production）`);
}

const key = (page: Page): Locator => page.getByLabel('api-key（API密钥）', { exact: true });
const deployment = (page: Page): Locator => page.getByRole('textbox', { name: 'deployment-id' });
const body = (page: Page): Locator => page.getByLabel('请求体 application/json');
const example = (page: Page): Locator => page.locator('.console').getByLabel('示例', { exact: true });
const send = (page: Page): Locator => page.getByRole('button', { name: /^发送/ });
const stop = (page: Page): Locator => page.getByRole('button', { name: '停止' });
const answer = (page: Page): Locator => page.getByRole('region', { name: '响应', exact: true });
const status = (page: Page): Locator => page.locator('.console [role="status"]').last();

/** The code of a tab of the page's samples, shown or not. */
async function sample(page: Page, tab: string): Promise<string> {
  return (await page.locator(`[data-panel="${tab}"] code`).first().textContent()) ?? '';
}

function requestsOf(page: Page): string[] {
  const urls: string[] = [];
  page.on('request', (request) => urls.push(request.url()));
  return urls;
}

test.describe('with the sandbox', () => {
  test('opening, typing and leaving fields sends nothing', async ({ consolePage: page, service }) => {
    await open(page);
    await page.waitForLoadState('networkidle');
    const urls = requestsOf(page);
    await expect(page.getByRole('heading', { name: '试一试' })).toBeFocused();
    await deployment(page).fill('gpt-4');
    await key(page).fill(KEY);
    await page.getByLabel('发送到').selectOption(`${REAL}（production）`);
    await page.getByLabel('发送到').press('Enter');
    await deployment(page).press('Enter');
    await page.waitForTimeout(300);
    // The site's own code and texts may load.
    const own = [`${SITE}_astro/`, `${SITE}_curlew/text/`];
    expect(urls.filter((url) => !own.some((start) => url.startsWith(start)))).toEqual([]);
    expect(service.recorder.requests).toEqual([]);
  });

  test('a stream grows as it arrives, with no key and no network, and Stop ends it', async ({ consolePage: page }) => {
    await open(page);
    await example(page).selectOption('流式响应');
    const text = page.locator('.console-feed');
    await send(page).click();
    await expect(text).not.toBeEmpty();
    const urls = requestsOf(page);
    const first = (await text.textContent()) ?? '';
    await expect.poll(async () => ((await text.textContent()) ?? '').length).toBeGreaterThan(first.length);
    await stop(page).click();
    await expect(answer(page)).toContainText('已停止，显示的是停止前收到的内容。', { timeout: 1000 });
    const stopped = await text.textContent();
    await page.waitForTimeout(400);
    expect(await text.textContent()).toBe(stopped);
    await expect(answer(page)).toHaveAttribute('aria-busy', 'false');
    expect(urls).toEqual([]);
  });

  test('a whole stream shows its text, its events and why it ended; only its ends are announced', async ({
    consolePage: page,
  }) => {
    await open(page);
    await example(page).selectOption('流式响应');
    const said: string[] = [];
    await page.exposeFunction('noteStatus', (sentence: string) => sentence && said.push(sentence));
    await page.evaluate(() => {
      const live = [...document.querySelectorAll('.console [role="status"]')].at(-1);
      const note = (window as unknown as { noteStatus(sentence: string): void }).noteStatus;
      if (live)
        new MutationObserver(() => note(live.textContent ?? '')).observe(live, {
          childList: true,
          subtree: true,
          characterData: true,
        });
    });
    await send(page).click();
    await expect(answer(page)).toContainText('结束原因：stop');
    await expect(status(page)).toContainText('响应已完成，状态码200');
    expect(said).toEqual([
      '正在发送……',
      '响应已开始，状态码200。',
      expect.stringContaining('响应已完成，状态码200，用时'),
    ]);
    await expect(answer(page)).toContainText('模拟');
    await page.getByRole('tab', { name: '文本' }).press('ArrowRight');
    await expect(page.getByRole('tab', { name: /^事件/ })).toBeFocused();
    await expect(page.locator('.console-event').last()).toContainText('[DONE]');
    await page.getByRole('tab', { name: '原文' }).click();
    await expect(answer(page)).toContainText('data: [DONE]');
  });

  test('a JSON answer is laid out', async ({ consolePage: page }) => {
    await open(page);
    await page.keyboard.press('Control+Enter');
    await expect(answer(page)).toContainText('"finish_reason": "stop"');
    await expect(answer(page)).toContainText('200');
    await expect(answer(page).getByRole('tab', { name: /^响应头/ })).toBeVisible();
  });

  test('every sample and the exact request follow the form', async ({ consolePage: page }) => {
    await expect(page.locator('[data-tab="http"]')).toBeHidden();
    await open(page);
    await expect(page.locator('[data-tab="http"]')).toBeVisible();
    await deployment(page).fill('my deployment');
    await body(page).fill('{"messages": [{"role": "user", "content": "它\'s 1.10"}], "temperature": 1.10}');
    for (const tab of ['http', 'shell', 'python', 'javascript']) {
      await expect.poll(() => sample(page, tab)).toContain('my%20deployment');
      await expect.poll(() => sample(page, tab)).toContain('1.10');
    }
    await expect(page.locator('.console-request summary')).toContainText(
      `POST ${REAL}/openai/deployments/my%20deployment/chat/completions`,
    );
    // A sample keeps the last values when the console is closed, and so does the form.
    await page.getByRole('button', { name: '关闭控制台' }).click();
    await expect(page.getByRole('button', { name: '试一试' })).toBeFocused();
    expect(await sample(page, 'shell')).toContain('my%20deployment');
    await open(page);
    await expect(deployment(page)).toHaveValue('my deployment');
    await expect(body(page)).toHaveValue(/1\.10/);
  });

  test('printed again, a sample looks as it was built', async ({ consolePage: page }) => {
    const looks = (): Promise<string[]> =>
      page
        .locator('[data-panel="python"] code')
        .first()
        .evaluate((code) =>
          [...code.children].map((node) => {
            const { color, fontWeight, fontStyle, textDecorationLine } = getComputedStyle(node);
            return [color, fontWeight, fontStyle, textDecorationLine, node.textContent].join(' ');
          }),
        );
    const built = await looks();
    expect(built.length).toBeGreaterThan(10);
    await open(page);
    await deployment(page).fill('other');
    await expect.poll(looks).not.toEqual(built);
    await deployment(page).fill('gpt-35-turbo');
    await expect.poll(looks).toEqual(built);
  });
});

test('a link to an example is followed while the console is open, and no edit is lost', async ({
  consolePage: page,
}) => {
  await page.goto(`${SITE}reference/create-chat-completion/#try=nothing-like-it`);
  await expect(example(page)).toHaveValue('example-0');
  await body(page).fill('{"messages": []}');
  await page.evaluate(() => {
    location.hash = '#try=stream';
  });
  await expect(body(page)).toHaveValue(/"stream": true/);
  const chooseEdit = async (): Promise<unknown> =>
    example(page).selectOption({ index: -1 + (await page.locator('.console-body-head option').count()) });
  await chooseEdit();
  await expect(body(page)).toHaveValue('{"messages": []}');

  // It comes with what keeps the form.
  await page.locator('.copy-key').waitFor({ state: 'attached' });
  // On a later page of the tab the edit is there too, and the example that a link asks for stands before it.
  await page.goto(`${SITE}start/`);
  await page.goto(`${SITE}reference/create-chat-completion/#try=stream`);
  await expect(page.locator('.console-body-head option').filter({ hasText: '修改稿' })).toHaveCount(1);
  await expect(body(page)).toHaveValue(/"stream": true/);
  await chooseEdit();
  await expect(body(page)).toHaveValue('{"messages": []}');
});

test('a stream is copied as it came, its text and its source', async ({ consolePage: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const text = 'one\n\n  two \u202e\u200b three\n';
  const data = JSON.stringify({ choices: [{ index: 0, delta: { content: text } }] });
  const stream = `event: m\u202eg\ndata: ${data}\n\ndata: [DONE]\n\n`;
  const headers = { 'content-type': 'text/event-stream', 'access-control-allow-origin': '*' };
  await page.route(`${REAL}/**`, (route) => route.fulfill({ status: 200, headers, body: stream }));
  await open(page, 'server');
  await key(page).fill(KEY);
  await send(page).click();
  const copied = async (): Promise<string> => {
    await answer(page).getByRole('button', { name: /复制/ }).click();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await expect(page.locator('.console-feed')).toContainText('three');
  expect(await copied()).toBe(text);
  await expect(status(page)).toHaveText('已复制');
  await page.locator('.console-feed').evaluate((feed) => getSelection()?.selectAllChildren(feed));
  expect(await page.evaluate(() => getSelection()?.toString())).toContain(text.trimEnd());
  await page.getByRole('tab', { name: /^事件/ }).click();
  await expect(page.locator('.console-events')).toContainText('m⟨U+202E⟩g');
  await page.getByRole('tab', { name: '原文' }).click();
  await expect(page.locator('.console-feed')).toContainText('two ⟨U+202E⟩⟨U+200B⟩ three');
  expect(await copied()).toBe(stream);
});

test.describe('with the real server', () => {
  test('the recorder gets exactly what the page showed', async ({ consolePage: page, service }) => {
    await page.context().addCookies([{ name: 'session', value: 'reader', url: REAL }]);
    await open(page, 'server');
    await key(page).fill(KEY);
    await deployment(page).fill('gpt 35/türbo');
    await page.getByText('可选参数（1）').click();
    await page.getByRole('textbox', { name: 'api-version' }).fill('2023-05-15&x=1');
    await body(page).fill('{\n  "messages": [{"role": "user", "content": "你好 😀"}],\n  "temperature": 1.10\n}');
    await expect.poll(() => sample(page, 'http')).toContain('1.10');
    const shown = await sample(page, 'http');
    await send(page).click();
    const request = await service.recorder.request(0);
    await expect(answer(page)).toContainText('"ok": true');

    const [head = '', ...rest] = shown.split('\n\n');
    const [line = '', ...lines] = head.split('\n');
    expect(`${request.method} ${request.target} HTTP/1.1`).toBe(line);
    expect(request.body.toString('utf8')).toBe(rest.join('\n\n'));
    const sent = new Map(request.headers.map(([name, value]) => [name.toLowerCase(), value]));
    expect(lines.map((one) => one.slice(0, one.indexOf(':')).toLowerCase())).toContain('api-key');
    for (const one of lines) {
      const at = one.indexOf(': ');
      const value = one.slice(at + 2);
      expect(value).not.toContain(KEY);
      expect(sent.get(one.slice(0, at).toLowerCase())).toBe(value === '••••••••' ? KEY : value);
    }
    expect(sent.has('cookie')).toBe(false);
    expect(sent.has('referer')).toBe(false);
  });

  test('a stream is shown as it arrives, and Stop closes the connection', async ({ consolePage: page, service }) => {
    service.recorder.play = 'stream';
    service.recorder.pace = 60;
    service.recorder.events = 200;
    await open(page, 'server');
    await key(page).fill(KEY);
    await send(page).click();
    const text = page.locator('.console-feed');
    await expect(text).toContainText('piece 2');
    expect(await text.textContent()).not.toContain('piece 100 ');
    await stop(page).click();
    const request = await service.recorder.request(0);
    await expect.poll(() => request.aborted, { timeout: 1000 }).toBe(true);
    await expect(answer(page)).toContainText('已停止');
  });

  test('a typed key is in no storage, address, attribute, sample or text', async ({ consolePage: page }) => {
    await open(page, 'server');
    await key(page).fill(KEY);
    await page.getByRole('button', { name: '显示api-key（API密钥）中输入的内容' }).click();
    await expect(key(page)).toHaveAttribute('type', 'text');
    await send(page).click();
    await expect(answer(page)).toContainText('"ok": true');
    expect(await traces(page)).toEqual([]);
    await expect(key(page)).toHaveJSProperty('value', KEY);
    expect(await key(page).evaluate((input) => [...input.attributes].map(({ name }) => name))).not.toContain('name');
    await expect(key(page)).toHaveAttribute('autocomplete', 'off');
  });

  test('«remember» keeps it for this tab and this origin, «forget» empties everything', async ({
    consolePage: page,
  }) => {
    await open(page, 'server');
    await page.getByLabel('在此标签页中记住').check();
    await key(page).fill(KEY);
    expect(await page.evaluate(() => Object.entries(sessionStorage).flat().join(' '))).toContain(`${REAL} `);
    expect(await traces(page)).toEqual(['sessionStorage']);
    await page.reload();
    await open(page);
    // The server is chosen again, too.
    await expect(page.getByLabel('发送到')).toHaveValue('server-0');
    await expect(key(page)).toHaveValue(KEY);
    await page.getByLabel('发送到').selectOption('in-page');
    await expect(key(page)).toHaveValue('');
    await page.getByLabel('发送到').selectOption(`${REAL}（production）`);
    await expect(key(page)).toHaveValue(KEY);
    await page.getByRole('button', { name: '忘记' }).click();
    await expect(key(page)).toHaveValue('');
    await expect(key(page)).toBeFocused();
    expect(await traces(page)).toEqual([]);
    await page.reload();
    await open(page, 'server');
    await expect(key(page)).toHaveValue('');
  });

  test('leaving the page empties the field, also for a page that comes back', async ({ consolePage: page }) => {
    await open(page, 'server');
    await key(page).fill(KEY);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await expect(key(page)).toHaveValue('');
    await send(page).click();
    await expect(page.getByText(`${REAL}需要密钥。请在这里输入，或者改用沙盒。`)).toBeVisible();
  });

  test('a key belongs to the origin it was typed for; another one asks first', async ({
    consolePage: page,
    service,
  }) => {
    await open(page);
    await key(page).fill(KEY);
    await page.getByLabel('发送到').selectOption(`${REAL}（production）`);
    await expect(key(page)).toHaveValue('');
    await send(page).click();
    await expect(key(page)).toBeFocused();
    expect(service.recorder.requests).toEqual([]);
    await expect(page.getByText(`已输入的密钥是给沙盒的，不是给${REAL}的。`)).toBeVisible();
    await page.getByRole('button', { name: `也用于${REAL}` }).click();
    await expect(key(page)).toHaveValue(KEY);
    await send(page).click();
    expect((await service.recorder.request(0)).headers).toContainEqual(['api-key', KEY]);
  });

  test('a redirect to a thief is told and not followed', async ({ consolePage: page, service }) => {
    service.recorder.play = 'redirect';
    service.recorder.redirectTo = service.thief.url;
    await open(page, 'server');
    await key(page).fill(KEY);
    await send(page).click();
    await expect(answer(page)).toContainText(`${REAL}返回了重定向。`);
    await page.waitForTimeout(300);
    expect(service.recorder.requests).toHaveLength(1);
    expect([...service.thief.requests, ...service.thief.preflights]).toEqual([]);
  });
});

/** Where a page holds the key: the names of the places, none when it is nowhere. */
async function traces(page: Page): Promise<string[]> {
  const cookies = await page.context().cookies();
  const found = await page.evaluate(async (secret) => {
    const places: [string, string][] = [
      ['localStorage', JSON.stringify({ ...localStorage })],
      ['sessionStorage', JSON.stringify({ ...sessionStorage })],
      ['IndexedDB', JSON.stringify(await indexedDB.databases())],
      ['address', location.href],
      ['history', JSON.stringify(history.state)],
      ['title', document.title],
      // Attributes and text, the samples among them.
      ['document', new XMLSerializer().serializeToString(document)],
    ];
    return places.filter(([, text]) => text.includes(secret)).map(([name]) => name);
  }, KEY);
  return JSON.stringify(cookies).includes(KEY) ? [...found, 'cookies'] : found;
}

test.describe('bad input', () => {
  test('a missing key stops at its field', async ({ consolePage: page, service }) => {
    await open(page, 'server');
    await send(page).click();
    await expect(key(page)).toBeFocused();
    await expect(key(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(key(page)).toHaveAccessibleDescription(/需要密钥。请在这里输入，或者改用沙盒。/);
    expect(service.recorder.requests).toEqual([]);
  });

  test('a missing required field stops at that field', async ({ consolePage: page }) => {
    await open(page);
    await deployment(page).fill('');
    await expect(deployment(page)).not.toHaveAttribute('aria-invalid');
    await send(page).click();
    await expect(deployment(page)).toBeFocused();
    await expect(deployment(page)).toHaveAccessibleDescription(/请填写此项。/);
    await deployment(page).fill('..');
    await expect(deployment(page)).toHaveAccessibleDescription(/“\.”和“\.\.”/);
  });

  test('an unparsable body tells its place and leads there; no edit is lost', async ({ consolePage: page }) => {
    await open(page);
    const broken = '{\n  "messages": [,\n}';
    await body(page).fill(broken);
    await expect(body(page)).toHaveAccessibleDescription(/第2行第16列：这里缺少一个值。/);
    await send(page).click();
    await expect(body(page)).toBeFocused();
    await expect(answer(page)).toBeHidden();
    await page.getByRole('button', { name: '跳到此处' }).click();
    const caret = (): Promise<number> => body(page).evaluate((area: HTMLTextAreaElement) => area.selectionStart);
    await expect.poll(caret).toBe(broken.indexOf(','));
    await example(page).selectOption('流式响应');
    await expect(body(page)).toHaveValue(/"stream": true/);
    await example(page).selectOption('“第一个请求”的修改稿1');
    await expect(body(page)).toHaveValue(broken);
  });

  test('a body that differs from the description is told and can be sent', async ({ consolePage: page }) => {
    await open(page);
    await body(page).fill('{"temperature": 9}');
    await expect(body(page)).toHaveAccessibleDescription(/缺少“messages”。/);
    await expect(body(page)).toHaveAccessibleDescription(/\/temperature\s*这里不应大于2。/);
    await send(page).click();
    await expect(answer(page)).toContainText('400');
  });

  test('a refused connection is told for what it is, and the curl sample is near', async ({ consolePage: page }) => {
    await page.route(`${REAL}/**`, (route) => route.abort('connectionrefused'));
    await open(page, 'server');
    await key(page).fill(KEY);
    await body(page).fill('{"messages": [{"role": "user", "content": "kept"}]}');
    await send(page).click();
    await expect(answer(page)).toContainText(`本页没有收到${REAL}的响应，浏览器不会告诉网页原因。`);
    await expect(answer(page)).toContainText('CORS');
    await page.getByRole('button', { name: '查看curl示例' }).click();
    await expect(page.getByRole('tab', { name: 'Shell' })).toBeFocused();
    await expect(key(page)).toHaveValue(KEY);
    await expect(body(page)).toHaveValue(/kept/);
  });

  test('a 401 points at the key', async ({ consolePage: page, service }) => {
    service.recorder.play = 'unauthorized';
    await open(page, 'server');
    await key(page).fill(KEY);
    await send(page).click();
    await expect(answer(page)).toContainText('401');
    await expect(answer(page)).toContainText('认证失败');
    await page.getByRole('button', { name: '跳到密钥' }).click();
    await expect(key(page)).toBeFocused();
    await expect(key(page)).toHaveAccessibleDescription(/这个密钥被拒绝了（401）。/);
    await expect(key(page)).toHaveValue(KEY);
    await key(page).fill('another');
    await expect(key(page)).not.toHaveAttribute('aria-invalid');
  });

  test('a 429 counts down and sends nothing by itself', async ({ consolePage: page, service }) => {
    service.recorder.play = 'too-many';
    await open(page, 'server');
    await key(page).fill(KEY);
    await send(page).click();
    await expect(answer(page)).toContainText(/再等[67]秒/);
    await expect(answer(page)).toContainText(/再等[45]秒/);
    await expect(key(page)).toHaveValue(KEY);
    expect(service.recorder.requests).toHaveLength(1);
  });

  test('offline and the site’s own policy are told apart', async ({ consolePage: page, context }) => {
    await open(page, 'server');
    await key(page).fill(KEY);
    await context.setOffline(true);
    await send(page).click();
    await expect(answer(page)).toContainText('浏览器处于离线状态');
    await context.setOffline(false);
    await page.route('**/reference/create-chat-completion/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(` ${REAL};`, ';') });
    });
    await page.reload();
    await open(page, 'server');
    await key(page).fill(KEY);
    await send(page).click();
    await expect(answer(page)).toContainText(`本站的策略不允许向${REAL}发送请求`);
  });
});

test.describe('the whole console', () => {
  test('works by keyboard alone', async ({ consolePage: page }) => {
    await page.getByRole('button', { name: '试一试' }).press('Enter');
    await expect(page.getByRole('heading', { name: '试一试' })).toBeFocused();
    // Tab leaves every field, the editor too.
    const seen: string[] = [];
    for (let at = 0; at < 16; at += 1) {
      await page.keyboard.press('Tab');
      seen.push(
        await page.evaluate(() =>
          document.activeElement?.closest('.console')
            ? document.activeElement.getAttribute('data-send') === ''
              ? 'send'
              : document.activeElement.tagName
            : 'out',
        ),
      );
    }
    expect(seen).toContain('TEXTAREA');
    expect(seen.indexOf('send')).toBeGreaterThan(seen.indexOf('TEXTAREA'));
    await body(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' ');
    await page.keyboard.press('Escape');
    await expect(body(page)).toHaveValue(/ $/);
    await page.keyboard.press('Control+Enter');
    await expect(answer(page)).toContainText('200');
  });

  test('never scrolls sideways', async ({ consolePage: page }) => {
    await open(page, 'server');
    await send(page).click();
    await page.getByLabel('发送到').selectOption('本页内的沙盒（模拟）');
    await example(page).selectOption('流式响应');
    await send(page).click();
    await expect(answer(page)).toContainText('结束原因');
    for (const width of [320, 390, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });

  test('costs at most 45 kB with its first press', async ({ page }) => {
    await page.goto(`${SITE}reference/create-chat-completion/`, { waitUntil: 'networkidle' });
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      sizes.push(response.body().then((bytes) => brotliCompressSync(bytes).length));
    });
    await open(page);
    // The network is idle before the press already; what the press asks for ends with the printed samples.
    await expect(page.locator('[data-tab="http"]')).toBeVisible();
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(10_000);
    expect(total).toBeLessThanOrEqual(45_000);
  });
});
