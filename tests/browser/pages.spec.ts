import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'yaml';
import { axeFaults } from './access.ts';

const SITE = process.env.SITE_URL ?? '';
const DIST = join(import.meta.dirname, '../../dist');

const pages = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => `/${name.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
  .sort();
/** What access.spec.ts looks at from every side. */
const kinds = ['', 'start/', '404.html'];
/** Each other guide once, in one language. */
const guides = pages.filter(
  (page) => !page.startsWith('/en/') && !page.includes('/reference/') && !kinds.includes(page.slice(1)),
);
const operationPages = pages.filter((page) => /\/reference\/(?!all\/)[^/]+\/$/.test(page));

/** Collects whatever a page must never do. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(SITE) && !/^(data|blob):/.test(request.url()))
      faults.push(`request: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // A page that is left drops what it was still fetching ahead.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`);
  });
  return faults;
}

test('the site has the pages of the three operations in both languages', () => {
  expect(operationPages).toEqual([
    ...['create-chat-completion', 'create-completion', 'create-embedding'].map((name) => `/en/reference/${name}/`),
    ...['create-chat-completion', 'create-completion', 'create-embedding'].map((name) => `/reference/${name}/`),
  ]);
});

/** As many tests go through all pages, each through some: a page of the browser for each would take far longer. */
const WALKS = 6;

for (let walk = 0; walk < WALKS; walk += 1) {
  test(`pages keep their own policy and talk to no other host (${walk + 1} of ${WALKS})`, async ({ page }) => {
    test.setTimeout(120_000);
    const faults = watch(page);
    for (const path of pages.filter((_, index) => index % WALKS === walk)) {
      await page.goto(SITE + path.slice(1), { waitUntil: 'networkidle' });
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
      expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'none'")]);
      expect([path, policy]).toEqual([path, expect.not.stringContaining('unsafe')]);
      const inline = await page.locator('[style], script:not([src], [type="application/ld+json"])').count();
      expect([path, inline, faults]).toEqual([path, 0, []]);
    }
  });
}

for (const [index, path] of guides.entries()) {
  test(`${path} has no fault that axe finds, and never scrolls sideways`, async ({ page }) => {
    // Guides have one template, so they take turns.
    await page.setViewportSize({ width: index % 2 === 0 ? 1440 : 390, height: 900 });
    await page.emulateMedia({ colorScheme: index % 2 === 0 ? 'light' : 'dark' });
    await page.goto(SITE + path.slice(1));
    expect(await axeFaults(page)).toEqual([]);
    for (const width of [320, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}

test('the policy is a real one: what it forbids does not load', async ({ page }) => {
  await page.goto(SITE);
  const blocked = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
        fetch('https://evil.example/').catch(() => {});
      }),
  );
  expect(blocked).toBe('connect-src');
});

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of operationPages) {
    test(`${path} is whole`, async ({ page }) => {
      await page.goto(SITE + path.slice(1));
      const text = (await page.locator('body').textContent()) ?? '';
      const operation = description().find((one) => path.includes(one.slug));
      expect(operation?.facts.length).toBeGreaterThan(20);
      expect(operation?.facts.filter((fact) => !text.includes(fact))).toEqual([]);
      // Every sample is there to read, one below the other.
      for (const language of ['shell', 'python', 'javascript']) {
        await expect(page.locator(`[data-panel="${language}"] code`).first()).toBeVisible();
      }
      await expect(page.locator('[data-try]')).toBeHidden();
    });
  }
});

interface Described {
  readonly slug: string;
  readonly facts: readonly string[];
}

/** Names and values that a page must show, taken from the file itself and not through the model. */
function description(): Described[] {
  const document = parse(readFileSync(join(import.meta.dirname, '../../openapi/apigpt.yaml'), 'utf8'));
  const paths: [string, { post: { operationId: string } & object }][] = Object.entries(document.paths);
  return paths.map(([path, item]) => ({
    slug: item.post.operationId.replace(/([A-Z])/g, (letter) => `-${letter.toLowerCase()}`),
    facts: [path, ...names(item.post, document, new Set())],
  }));
}

function names(node: unknown, document: { [key: string]: unknown }, seen: Set<unknown>): string[] {
  if (typeof node !== 'object' || node === null || seen.has(node)) return [];
  seen.add(node);
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'examples' || key === 'example') return [];
    if (key === '$ref') return names(resolve(document, String(value)), document, seen);
    if (key === 'properties' || key === 'headers') return [...Object.keys(value), ...names(value, document, seen)];
    if (key === 'responses') return [...Object.keys(value), ...names(value, document, seen)];
    if (key === 'enum') return (value as unknown[]).map(String);
    if (['minimum', 'maximum', 'minItems', 'maxItems'].includes(key) && typeof value === 'number' && value > 0)
      return [String(value)];
    return names(value, document, seen);
  });
}

function resolve(document: { [key: string]: unknown }, pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .reduce(
      (node: unknown, key) => (node as { [key: string]: unknown })[key.replaceAll('~1', '/').replaceAll('~0', '~')],
      document,
    );
}

test('the theme is kept and does not flash', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(SITE);
  await page.getByRole('button', { name: '切换浅色与深色' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto(`${SITE}start/`, { waitUntil: 'commit' });
  // The script that sets it blocks rendering, so the first body there is already has it.
  await page.waitForSelector('body', { state: 'attached' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a code language is chosen once for every page, by click, key and address', async ({ page }) => {
  await page.goto(`${SITE}reference/create-chat-completion/`);
  await page.getByRole('tab', { name: 'Python' }).click();
  await expect(page.locator('[data-panel="python"]')).toBeVisible();
  await expect(page.locator('[data-panel="shell"]')).toBeHidden();
  await page.goto(`${SITE}start/`);
  // The guide's own tabs of code beside it have other languages.
  const sample = page.locator('.code-tabs:not(.code-fences)').first();
  await expect(sample.locator('[data-panel="python"]')).toBeVisible();
  await sample.getByRole('tab', { name: 'Python' }).press('ArrowRight');
  await expect(sample.locator('[data-panel="javascript"]')).toBeVisible();
  await page.goto(`${SITE}start/?shell`);
  await expect(sample.locator('[data-panel="shell"]')).toBeVisible();
  await page.goto(`${SITE}start/?lang=python`);
  await expect(sample.locator('[data-panel="python"]')).toBeVisible();
  // Whoever came by such an address reads on in that language.
  await page.getByRole('link', { name: '对话', exact: true }).first().click();
  await expect(page).toHaveURL(`${SITE}chat/`);
  await expect(sample.locator('[data-panel="python"]')).toBeVisible();
  await page.goto(`${SITE}chat/?lang=klingon`);
  await expect(sample.locator('[data-panel="python"]')).toBeVisible();
});

test('copy gives exactly the code that is shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${SITE}reference/create-chat-completion/`);
  await page.getByRole('tab', { name: 'Python' }).click();
  await page.locator('.code-tabs [data-copy]').first().click();
  const shown = await page.locator('[data-panel="python"] [data-variant-panel="requests"] code').textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  await expect(page.locator('.code-tabs [role="status"]')).toHaveText('已复制');
});

test('the address of a field opens what hides it', async ({ page }) => {
  await page.goto(`${SITE}reference/create-chat-completion/#response-429`);
  await expect(page.locator('#response-429')).toHaveAttribute('open', '');
  await page.goto(`${SITE}reference/create-chat-completion/#body.messages.role`);
  await expect(page.locator('[id="body.messages.role"]')).toBeInViewport();
});

test('a pattern is code, not words', async ({ page }) => {
  await page.goto(`${SITE}reference/schemas/chat-message/`);
  await expect(page.locator('.facts code').first()).toHaveText('^[a-zA-Z0-9_-]+$');
});

test('an address that encodes nothing breaks nothing', async ({ page }) => {
  const faults = watch(page);
  for (const hash of ['#%', '#100%', '#try=%']) {
    await page.goto('about:blank');
    await page.goto(`${SITE}reference/create-chat-completion/${hash}`);
    // Code that runs after the address was read still works.
    await page.evaluate(() => {
      location.hash = '#response-429';
    });
    await expect(page.locator('#response-429')).toHaveAttribute('open', '');
  }
  expect(faults).toEqual([]);
});

test('where copying is refused, the code is selected', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.goto(`${SITE}reference/create-chat-completion/`);
  const faults = watch(page);
  await page.locator('.code-tabs [data-copy]').first().click();
  const shown = await page.locator('[data-panel="shell"] code').first().textContent();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(shown);
  expect(faults).toEqual([]);
});

test('a short page has its footer at the end of the window', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1200 });
  await page.goto(`${SITE}404.html`);
  const bottom = await page.locator('.footer').evaluate((footer) => footer.getBoundingClientRect().bottom);
  expect(bottom).toBe(1200);
});

test('on paper everything shows, dark on light, whatever the theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${SITE}reference/create-chat-completion/`);
  await page.evaluate(() => localStorage.setItem('curlew.theme', 'dark'));
  await page.reload();
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  const paper = await page.evaluate(() => {
    const luminance = (element: Element | null): number => {
      const [r = 0, g = 0, b = 0] = (getComputedStyle(element ?? document.body).color.match(/[\d.]+/g) ?? []).map(
        Number,
      );
      return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
    };
    const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
    return {
      lightest: Math.max(...all('h1, p, code, code i, summary span').map(luminance)),
      clipped: all('pre').filter((pre) => pre.scrollHeight > pre.clientHeight + 1).length,
      hidden: all(
        '.code-panel:not([data-panel="http"]) > [data-variant-panel], details:not(.shared *, .nav *) > :not(.place-link)',
      ).filter((one) => one.getClientRects().length === 0).length,
      labels: all('.code-label')
        .filter((one) => one.offsetParent !== null)
        .map((one) => one.textContent),
      // What only a press makes sense of.
      controls: all('button, [data-panel="http"]').filter((one) => one.offsetParent !== null).length,
    };
  });
  expect(paper).toEqual({
    lightest: expect.any(Number),
    clipped: 0,
    hidden: 0,
    labels: ['Shell', 'Python · requests', 'Python · openai', 'JavaScript · fetch', 'JavaScript · openai'],
    controls: 0,
  });
  expect(paper.lightest).toBeLessThan(0.5);
});

test('on a small screen the navigation is a drawer, by keyboard too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${SITE}start/`);
  const link = page.getByRole('navigation', { name: '目录' }).getByRole('link', { name: '创建对话补全' });
  await expect(link).toBeHidden();
  await page.getByRole('button', { name: '目录' }).press('Enter');
  await expect(link).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(link).toBeHidden();
});

test('an unknown address gets the 404 page', async ({ page }) => {
  const response = await page.goto(`${SITE}nothing/here/`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: '找不到页面' })).toBeVisible();
});
