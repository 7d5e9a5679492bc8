import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { zhCN } from '../../src/i18n/zh-CN.ts';
import { axeFaults } from './access.ts';
import { REAL, test } from './service.ts';

interface Given {
  readonly type?: string;
  readonly body?: string | Buffer;
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string };
}

/** Sends from an open console; the real server answers with this. */
async function receive(page: Page, { type, body = '', status = 200, headers = {} }: Given): Promise<void> {
  await page.unroute(`${REAL}/**`);
  await page.route(`${REAL}/**`, (route) =>
    route.fulfill({
      status,
      headers: {
        ...(type === undefined ? {} : { 'content-type': type }),
        'access-control-allow-origin': '*',
        'access-control-expose-headers': '*',
        ...headers,
      },
      body,
    }),
  );
  const button = page.getByRole('button', { name: '试一试' });
  if (await button.isVisible()) {
    await button.click();
    await page.getByLabel('发送到').selectOption(`${REAL}（production）`);
    await page.getByLabel('api-key（API密钥）', { exact: true }).fill('key-9d2e-secret');
  }
  await page.getByRole('button', { name: /^发送/ }).click();
  await expect(answer(page).locator('.console-status')).toContainText(String(status));
  await expect(answer(page)).toHaveAttribute('aria-busy', 'false');
}

const answer = (page: Page): Locator => page.getByRole('region', { name: '响应', exact: true });
const tree = (page: Page): Locator => page.getByRole('tree', { name: '树形' });
const row = (page: Page, text: string): Locator => tree(page).getByRole('treeitem').filter({ hasText: text }).first();
const finder = (page: Page): Locator => page.getByRole('searchbox', { name: '在响应中搜索' });
const announced = (page: Page): Locator => page.locator('.console [role="status"]').last();

async function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

async function saved(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^保存为文件/ }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const JSON_TYPE = 'application/json';
const EXACT =
  '{"big":9007199254740993,"price":1.10,"huge":1e400,"2":"two","1":"one","same":1,"same":2,"url":"https://example.com/x","list":[{"a":{"b":[true,null,"deep needle"]}}],"":{}}';
const LONG = JSON.stringify({
  rows: Array.from({ length: 25_050 }, (_, index) => ({ id: index, text: `item ${index}` })),
});

test.describe('a JSON answer', () => {
  test('is a tree with its numbers, its keys and their order as they came', async ({ consolePage: page }) => {
    await receive(page, { type: JSON_TYPE, body: EXACT });
    const rows = await tree(page).getByRole('treeitem').allTextContents();
    expect(rows.slice(1, 9)).toEqual([
      '"big": 9007199254740993',
      '"price": 1.10',
      '"huge": 1e400',
      '"2": "two"',
      '"1": "one"',
      '"same": 1',
      '"same": 2',
      '"url": "https://example.com/x"',
    ]);
    expect(rows[0]).toBe('{ } 10个属性');
    expect(rows[9]).toBe('"list": [ ] 1项');
    await expect(answer(page).locator('a[href^="https:"]')).toHaveCount(0);
    await page.getByRole('tab', { name: '源码' }).click();
    await expect(answer(page).locator('pre')).toContainText('  "price": 1.10,');
    await page.getByLabel('按原样显示').check();
    await expect(answer(page).locator('pre')).toHaveText(EXACT);
  });

  test('is walked and folded by keyboard alone', async ({ consolePage: page }) => {
    await receive(page, { type: JSON_TYPE, body: EXACT });
    const focused = tree(page).locator('[role="treeitem"]:focus');
    await finder(page).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    for (let steps = 0; steps < 3 && (await focused.count()) === 0; steps += 1) await page.keyboard.press('Tab');
    await expect(focused).toContainText('10个属性');
    await expect(focused).toHaveAttribute('aria-level', '1');
    await page.keyboard.press('ArrowDown');
    await expect(focused).toHaveText('"big": 9007199254740993');
    await expect(focused).toHaveAttribute('aria-posinset', '1');
    await expect(focused).toHaveAttribute('aria-setsize', '10');
    await page.keyboard.press('l');
    await expect(focused).toContainText('"list"');
    await page.keyboard.press('ArrowRight');
    await expect(focused).toContainText('0: { } 1个属性');
    await page.keyboard.press('ArrowLeft');
    await expect(focused).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('ArrowLeft');
    await expect(focused).toContainText('"list"');
    await page.keyboard.press(' ');
    await expect(focused).toHaveAttribute('aria-expanded', 'false');
    await expect(row(page, '"a":')).toHaveText(/"list"/);
    await page.keyboard.press('End');
    await expect(focused).toContainText('"": { }');
    await page.keyboard.press('Home');
    await expect(focused).toHaveAttribute('aria-level', '1');
    // One of the rows is in the tab order, and what can be copied of it comes next.
    await expect(tree(page).locator('[tabindex="0"]')).toHaveCount(1);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: '复制值' })).toBeFocused();
  });

  test('gives the path, the pointer and the value of any row', async ({ consolePage: page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await receive(page, { type: JSON_TYPE, body: EXACT });
    const copy = async (name: string): Promise<string> => {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(announced(page)).toHaveText('已复制');
      return clipboard(page);
    };
    await row(page, 'deep needle').click();
    await expect(page.getByRole('group', { name: '选中的值' })).toContainText('list[0].a.b[2]');
    expect(await copy('复制路径')).toBe('list[0].a.b[2]');
    expect(await copy('复制JSON指针')).toBe('/list/0/a/b/2');
    expect(await copy('复制值')).toBe('deep needle');
    await row(page, '"big"').click();
    expect(await copy('复制值')).toBe('9007199254740993');
    await page.keyboard.press('Shift+Tab');
    await row(page, '"price"').focus();
    await page.keyboard.press('Control+c');
    await expect.poll(() => clipboard(page)).toBe('1.10');
    await row(page, '"list"').focus();
    expect(await copy('复制值')).toBe('[{"a":{"b":[true,null,"deep needle"]}}]');
  });

  test('is searched: counted, step by step, what hides a match is opened, in both views', async ({
    consolePage: page,
  }) => {
    await receive(page, { type: JSON_TYPE, body: LONG });
    expect(await tree(page).getByRole('treeitem').count()).toBeLessThan(130);
    await finder(page).fill('ITEM 2404');
    const count = answer(page).locator('.console-search-count');
    await expect(count).toHaveText('1/11');
    await expect(announced(page)).toHaveText('第1处，共11处。');
    await expect(tree(page).locator('.is-active')).toHaveText('"text": "item 2404"');
    await expect(tree(page).locator('.is-active mark')).toHaveText('item 2404');
    await finder(page).press('Enter');
    await expect(tree(page).locator('.is-active')).toHaveText('"text": "item 24040"');
    await expect(tree(page).locator('.is-active')).toBeInViewport();
    await expect(finder(page)).toBeFocused();
    await page.getByRole('button', { name: '上一处' }).click();
    await page.getByRole('button', { name: '上一处' }).click();
    await expect(count).toHaveText('11/11');
    await expect(tree(page).locator('.is-active')).toHaveText('"text": "item 24049"');
    expect(await tree(page).getByRole('treeitem').count()).toBeLessThan(600);
    await page.getByRole('tab', { name: '源码' }).click();
    const mark = answer(page).locator('mark.is-current');
    await expect(mark).toHaveText('item 2404');
    await expect(mark).toBeInViewport();
    await expect(mark.locator('xpath=following-sibling::*[1]')).toHaveText('9"');
    await page.getByLabel('按原样显示').check();
    await expect(mark).toBeInViewport();
    await expect(mark.locator('xpath=following-sibling::*[1]')).toHaveText('9"');
    await finder(page).fill('nothing like it');
    await expect(announced(page)).toHaveText('没有找到。');
    await finder(page).press('Escape');
    await expect(finder(page)).toHaveValue('');
    await expect(answer(page).locator('mark')).toHaveCount(0);
  });

  test('cuts long strings until they are asked for', async ({ consolePage: page }) => {
    const body = JSON.stringify({ text: `${'x'.repeat(1000)}END\u202e`, next: 1 });
    await receive(page, { type: JSON_TYPE, body });
    await expect(row(page, '"text"')).not.toContainText('END');
    await row(page, '"text"').getByRole('button', { name: '全部显示（还有704个字符）' }).click();
    await expect(row(page, '"text"')).toContainText('END⟨U+202E⟩"');
  });

  test('of 50 MB stays in a bounded document, answers clicks and is searched', async ({ consolePage: page }) => {
    test.setTimeout(120_000);
    const item = (index: number) =>
      `{"id":${index},"name":"Name of ${index}","price":1.10,"tags":["a","b"],"text":"${'some text '.repeat(8)}"}`;
    const body = Buffer.from(`[${Array.from({ length: 300_000 }, (_, index) => item(index)).join()}]`);
    expect(body.length).toBeGreaterThan(45_000_000);
    await receive(page, { type: JSON_TYPE, body });
    // While it is being read, the page answers.
    await page.getByRole('tab', { name: /^响应头/ }).click();
    await expect(page.locator('.console-headers')).toContainText('content-type');
    await page.getByRole('tab', { name: '树形' }).click();
    await expect(row(page, '300,000项')).toBeVisible({ timeout: 60_000 });
    expect(await answer(page).locator('*').count()).toBeLessThan(2000);
    await row(page, '[290000 … 299999]').click();
    await row(page, '[299900 … 299999]').click();
    await row(page, '299999:').click();
    await expect(row(page, '"Name of 299999"')).toBeVisible();
    await finder(page).fill('name of 29999');
    await expect(answer(page).locator('.console-search-count')).toHaveText('1/11', { timeout: 60_000 });
    await page.getByRole('tab', { name: '源码' }).click();
    await expect(answer(page).locator('mark.is-current')).toHaveText('Name of 29999');
    expect(await answer(page).locator('*').count()).toBeLessThan(12_000);
  });
});

test.describe('what the description says', () => {
  test('is compared with what came, and a difference leads to its place', async ({ consolePage: page }) => {
    const body = JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 'yesterday',
      model: 'gpt-35-turbo',
      choices: [{ index: 0, message: { role: 'robot', content: 'hi' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
    await receive(page, { type: JSON_TYPE, body });
    const list = answer(page).locator('.console-differences');
    await list.locator('summary').click();
    await expect(list.locator('summary')).toHaveText('与数据结构有2处不同');
    await expect(list).toContainText('choices[0].message.role');
    await list.getByRole('button', { name: 'choices[0].message.role' }).click();
    await expect(tree(page).locator('[role="treeitem"]:focus')).toHaveText('"role": "robot"');
    await page.getByRole('tab', { name: '源码' }).click();
    await list.getByRole('button', { name: 'created' }).click();
    await expect(tree(page).locator('[role="treeitem"]:focus')).toHaveText('"created": "yesterday"');
  });

  test('is met by the sandbox', async ({ consolePage: page }) => {
    await page.getByRole('button', { name: '试一试' }).click();
    await page.getByRole('button', { name: /^发送/ }).click();
    await expect(answer(page)).toContainText('符合数据结构。');
    await expect(answer(page)).toContainText('模拟');
  });

  test('is told of headers, those that are missing too', async ({ consolePage: page }) => {
    await receive(page, { type: JSON_TYPE, body: '{}', headers: { 'Apim-Request-Id': 'abc-1' } });
    await page.getByRole('tab', { name: /^响应头/ }).click();
    const headers = page.locator('.console-headers');
    await expect(headers.getByRole('row').filter({ hasText: 'apim-request-id' })).toContainText('这次请求的编号。');
    await expect(answer(page)).toContainText('浏览器只让网页看到服务器通过CORS公开的响应头。');
    await receive(page, { type: JSON_TYPE, body: '{}' });
    await page.getByRole('tab', { name: /^响应头/ }).click();
    await expect(page.locator('.console-headers-missing')).toContainText('apim-request-id');
  });

  test('may lack the status or the media type', async ({ consolePage: page }) => {
    await receive(page, { type: 'text/plain', body: 'hello' });
    await expect(answer(page)).toContainText(
      '说明文件中此状态码没有text/plain，只有application/json或text/event-stream。',
    );
    await receive(page, { type: JSON_TYPE, body: '{}', status: 418 });
    await expect(answer(page)).toContainText('说明文件中没有状态码418，只有');
    await receive(page, { status: 200 });
    await expect(answer(page)).toContainText('响应没有响应体。');
    await expect(answer(page)).toContainText('说明文件中此状态码应有响应体。');
  });
});

test.describe('other bodies', () => {
  test('that say they are JSON and aren’t are text, with the place of the fault', async ({ consolePage: page }) => {
    await receive(page, { type: JSON_TYPE, body: '{\n  "a": 1,\n}' });
    await expect(answer(page)).toContainText(
      '响应自称是application/json，但不是JSON：第2行第9列的逗号后面没有内容。按文本显示。',
    );
    await expect(answer(page).locator('pre')).toContainText('"a": 1,');
    await receive(page, { body: '{"a": 1.10}' });
    await expect(row(page, '"a"')).toHaveText('"a": 1.10');
  });

  test('that are text without a type aren’t compared', async ({ consolePage: page }) => {
    await receive(page, { status: 401, body: 'hello' });
    await expect(answer(page).locator('pre')).toHaveText('hello');
    await expect(answer(page)).not.toContainText(zhCN.consoleParts.answer.comparing);
  });

  test('that nobody can describe any more aren’t compared', async ({ consolePage: page }) => {
    await page.route('**/*.answers.json', (route) => route.abort());
    await receive(page, { type: JSON_TYPE, body: '{}' });
    await expect(tree(page)).toBeVisible();
    await expect(answer(page)).not.toContainText(zhCN.consoleParts.answer.comparing);
  });

  test('of markup are their source, and nothing in them runs or is asked for', async ({
    consolePage: page,
    service,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const script = `<script>document.title='ran'</script><img src="${service.thief.url}/x" onerror="document.title='ran'">`;
    for (const type of ['text/html', 'image/svg+xml', 'application/xml', 'application/xhtml+xml']) {
      const body = `<svg xmlns="http://www.w3.org/2000/svg" onload="document.title='ran'">${script}</svg>`;
      await receive(page, { type, body });
      await expect(answer(page).locator('pre')).toHaveText(body);
      await expect(answer(page).locator('img, script, iframe, pre svg')).toHaveCount(0);
      const isXml = type !== 'text/html';
      await expect(answer(page).locator('pre .tok-property', { hasText: 'xmlns' })).toHaveCount(isXml ? 1 : 0);
    }
    await receive(page, { type: JSON_TYPE, body: JSON.stringify({ [script]: script }) });
    await expect(tree(page)).toContainText('onerror');
    expect(await page.title()).not.toBe('ran');
    expect(service.thief.requests).toEqual([]);
    expect(asked.filter((url) => url.startsWith(service.thief.url))).toEqual([]);
  });

  test('are decoded by their charset', async ({ consolePage: page }) => {
    await receive(page, { type: 'text/plain; charset=GBK', body: Buffer.from([0xc4, 0xe3, 0xba, 0xc3]) });
    await expect(answer(page).locator('pre')).toHaveText('你好');
  });

  test('are images with their dimensions; one that is none shows its bytes', async ({ consolePage: page }) => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
      'base64',
    );
    await receive(page, { type: 'image/png', body: png });
    await expect(answer(page).getByRole('img', { name: '返回的图片' })).toBeVisible();
    await expect(answer(page)).toContainText('2×3像素');
    expect(await answer(page).locator('img').getAttribute('src')).toMatch(/^blob:/);
    expect(await saved(page)).toEqual({ name: 'response.png', bytes: png });
    await receive(page, { type: 'image/png', body: '<script>document.title="ran"</script>' });
    await expect(answer(page)).toContainText('响应自称是image/png，但浏览器无法这样显示。');
    await expect(answer(page).locator('.console-hex')).toContainText('3c 73 63 72 69 70 74 3e  <script>');
    expect(await page.title()).not.toBe('ran');
  });

  test('are sound and film in players, from memory', async ({ consolePage: page }) => {
    await receive(page, { type: 'audio/wav', body: wav() });
    await expect(answer(page).locator('audio')).toHaveAttribute('src', /^blob:/);
    await expect(answer(page).locator('audio')).toHaveJSProperty('controls', true);
    expect((await saved(page)).name).toBe('response.wav');
    await receive(page, { type: 'video/mp4', body: Buffer.from([0, 1, 2, 3]) });
    await expect(answer(page)).toContainText('响应自称是video/mp4，但浏览器无法这样显示。');
  });

  test('are saved under names of ours, whatever they call themselves', async ({ consolePage: page }) => {
    const headers = {
      'content-disposition': 'attachment; filename="../../evil.exe"',
      'access-control-expose-headers': '*',
    };
    const pdf = Buffer.from('%PDF-1.4 hello');
    await receive(page, { type: 'application/pdf', body: pdf, headers });
    await expect(answer(page).locator('iframe, embed, object')).toHaveCount(0);
    expect(await saved(page)).toEqual({ name: 'response.pdf', bytes: pdf });
    await receive(page, { type: 'application/x-msdownload', body: Buffer.from([0x4d, 0x5a, 0, 255]), headers });
    await expect(answer(page).locator('.console-hex')).toHaveText(/^0000 {2}4d 5a 00 ff +MZ\.\.$/);
    expect((await saved(page)).name).toBe('response.bin');
    await receive(page, { type: 'text/html', body: '<b>hi</b>', headers });
    expect(await saved(page)).toEqual({ name: 'response.txt', bytes: Buffer.from('<b>hi</b>') });
    await receive(page, { type: JSON_TYPE, body: EXACT, headers });
    expect(await saved(page)).toEqual({ name: 'response.json', bytes: Buffer.from(EXACT) });
  });

  test('may be empty', async ({ consolePage: page }) => {
    await receive(page, { status: 204 });
    await expect(answer(page)).toContainText('响应没有响应体。');
  });
});

test('every view is named, has enough contrast and never scrolls sideways', async ({ page, service }) => {
  test.setTimeout(90_000);
  service.recorder.play = 'json';
  await page.goto(`${process.env.SITE_URL}en/reference/create-chat-completion/`);
  await page.route(`${REAL}/**`, (route) =>
    route.fulfill({
      status: 200,
      headers: { 'content-type': JSON_TYPE, 'access-control-allow-origin': '*' },
      body: EXACT,
    }),
  );
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.locator('.console select').first().selectOption({ index: 1 });
  await page.locator('input[data-secret]').first().fill('key');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('searchbox', { name: 'Search the response' }).fill('e');
  await page.locator('.console-differences summary').click();
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 320],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    for (const tab of ['Tree', 'Source']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await axeFaults(page, undefined, '.console-answer')).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  }
});

/** A tenth of a second of silence. */
function wav(): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + 800, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(800, 40);
  return Buffer.concat([head, Buffer.alloc(800, 128)]);
}
