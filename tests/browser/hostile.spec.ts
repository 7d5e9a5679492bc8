import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { hostileDescription, MARKUP, NAMES } from '../fixtures/hostile.ts';
import { type BuiltSite, buildSite } from './built-site.ts';

const FILES = {
  'astro.config.mjs': `import curlew from 'curlew';
export default { integrations: [curlew({ title: ${JSON.stringify(MARKUP)}, defaultLocale: 'zh-CN' })] };
`,
  'openapi/hostile.json': hostileDescription(),
  'docs/zh-CN/index.mdx': '---\ntitle: Home\ndescription: Home\n---\n\nHome\n',
};

let hostile: BuiltSite;

test.beforeAll(async () => {
  hostile = await buildSite(FILES);
});

test.afterAll(async () => {
  await hostile.close();
});

test.setTimeout(120_000);

/** Collects whatever a description must never bring about. */
function watch(page: Page, site: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site)) faults.push(`request: ${request.url()}`);
  });
  return faults;
}

/** What must not be in a page, by kind. */
function traces(page: Page): Promise<object> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('*')];
    const hrefs = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    return {
      elements: document.querySelectorAll('script:not([src]), style, base, form, iframe, main img').length,
      attributes: all.flatMap((element) =>
        [...element.attributes].map(({ name }) => name).filter((name) => name === 'style' || name.startsWith('on')),
      ),
      links: hrefs.filter((href) => !/^(https:\/\/|\/(?!\/)|#|$)/.test(href)),
      hidden: `${document.title}${document.body.textContent}`.match(/[\u202a-\u202e\u200b]/g) ?? [],
      sideways: document.documentElement.scrollWidth - innerWidth,
    };
  });
}

const CLEAN = { elements: 0, attributes: [], links: [], hidden: [], sideways: 0 };

test('pages of a hostile description show its text as text', async ({ page }) => {
  const faults = watch(page, hostile.url);
  const files = readdirSync(join(hostile.folder, 'dist'), { recursive: true, encoding: 'utf8' });
  const paths = files.filter((name) => name.endsWith('.html')).map((name) => name.replace(/(^|\/)index\.html$/, '$1'));
  expect(paths.length).toBeGreaterThan(9);
  for (const path of paths.sort()) {
    for (const width of [390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(hostile.url + encodeURI(path), { waitUntil: 'networkidle' });
      expect([path, width, await traces(page)]).toEqual([path, width, CLEAN]);
    }
  }
  expect(faults).toEqual([]);
  await page.goto(`${hostile.url}reference/schemas/hostile/`);
  const text = (await page.locator('main').textContent()) ?? '';
  // Every name is there, as written or with what it hides made visible.
  const shown = NAMES.map((name) =>
    name.replace(/[\u202a-\u202e\u200b]/g, (char) => `⟨U+${char.charCodeAt(0).toString(16).toUpperCase()}⟩`),
  );
  expect(shown.filter((name) => !text.includes(name))).toEqual([]);
});

test('the policy names only servers that are one', async ({ page }) => {
  await page.goto(hostile.url);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("connect-src 'self' https://ok.example https://xn--e1afmkfd.example;");
  expect(policy).not.toContain('unsafe');
});

test('a host in another script is told in ASCII', async ({ page }) => {
  for (const path of ['reference/', 'reference/constructor/']) {
    await page.goto(hostile.url + path);
    await expect(page.locator('main')).toContainText(/https:\/\/пример\.example\s*xn--e1afmkfd\.example/);
  }
});

test('ways to authorize: what goes together stands together, and none is one', async ({ page }) => {
  await page.goto(`${hostile.url}reference/in-query/`);
  const ways = page.locator('#authorization ~ .fields > .field');
  await expect(ways).toHaveCount(2);
  await expect(ways.nth(0)).toContainText('key&x');
  await expect(ways.nth(1).locator('.field-label')).toHaveText('query + split');
  await expect(ways.nth(1).locator('.field')).toHaveCount(2);
  await expect(page.locator('#authorization ~ p').first()).toHaveText('凭据可选：不带凭据的请求也会得到响应。');
});

test('a key in the query is in the shown address, masked', async ({ page }) => {
  await page.goto(`${hostile.url}reference/in-query/`);
  await page.getByRole('button', { name: '试一试' }).click();
  const line = page.locator('.console-request summary');
  await expect(line).toContainText('&key%26x=sandbox');
  await page.locator('[data-secret]').fill('very-secret');
  await expect(line).toContainText('&key%26x=••••••••');
});

test('its console shows the text as text, and sends what it shows', async ({ page }) => {
  const faults = watch(page, hostile.url);
  await page.goto(`${hostile.url}reference/constructor/`);
  await page.getByRole('button', { name: '试一试' }).click();
  await expect(page.locator('.console-editor textarea')).toHaveValue(/"__proto__"/);
  expect(await traces(page)).toMatchObject({ elements: 0, attributes: [], links: [], sideways: 0 });
  // What is edited and what is answered stays as it is; everything around it is made visible.
  const around = await page.locator('.console').evaluate((root) => {
    const copy = root.cloneNode(true) as Element;
    for (const editor of copy.querySelectorAll('.console-editor')) editor.remove();
    return copy.textContent?.match(/.{20}[\u202a-\u202e\u200b]/g) ?? [];
  });
  expect(around).toEqual([]);
  await page.locator('[data-send]').click();
  await expect(page.locator('.console-answer')).toContainText('"__proto__": "<img src=x onerror=alert(1)>');
  expect(faults).toEqual([]);
});

for (const { path, name, said } of [
  { path: 'reference/proto/', name: 'X-Key\r\nEvil: 1', said: '不是有效的请求头名称' },
  { path: 'reference/in-cookie/', name: 'session', said: '浏览器不允许网页设置“Cookie”' },
]) {
  test(`a key that no page can send is told, and led to: ${path}`, async ({ page }) => {
    await page.goto(hostile.url + path);
    await page.getByRole('button', { name: '试一试' }).click();
    const refusal = page.locator('[data-refusals]');
    await expect(refusal).toContainText(name.replace(/\s+/g, ' '));
    await expect(refusal).toContainText(said);
    await page.locator('[data-send]').click();
    await expect(refusal).toBeFocused();
    await expect(page.locator('.console-answer')).toHaveCount(0);
  });
}

test('a server that is none is told before anything is sent', async ({ page }) => {
  const faults = watch(page, hostile.url);
  await page.goto(`${hostile.url}reference/constructor/`);
  await page.getByRole('button', { name: '试一试' }).click();
  const target = page.getByLabel('发送到');
  for (const { server, said } of [
    { server: 'server-1', said: '服务器地址中不能包含用户名或密码。' },
    { server: 'server-2', said: '不是可以发送请求的地址' },
    { server: 'server-4', said: '不是可以发送请求的地址' },
  ]) {
    for (const choice of [server, 'in-page']) {
      await target.selectOption(choice);
      await expect(target).toHaveAccessibleDescription(new RegExp(said));
      await page.locator('[data-send]').click();
      await expect(target).toBeFocused();
    }
  }
  expect(faults).toEqual([]);
});
