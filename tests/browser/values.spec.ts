import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { zhCN } from '../../src/i18n/zh-CN.ts';
import { sharedValues } from '../fixtures/shared-values.ts';
import { axeFaults } from './access.ts';
import { type BuiltSite, buildSite } from './built-site.ts';

const SITE = process.env.SITE_URL ?? '';
const NAME = 'curlew.shared / apigpt';

/** Every test fails on an error of the page. */
const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** What prints samples, and what it prints them from. */
const PRINTING = /^(?:samples|console|shared|op\/|text\/|shell|python|javascript)/;

/** Scripts and files of ours that a page loads, by the beginning of their names. */
function loadsOf(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    const name = /_(?:astro|curlew)\/([\w./-]+)$/.exec(new URL(request.url()).pathname)?.[1];
    if (name && !name.endsWith('.css')) names.push(name.replace(/\..*/, ''));
  });
  return names;
}

const field = (page: Page, key: string): Locator => page.locator(`.shared [data-key="${key}"]:visible`).first();
const title = (page: Page): Locator => page.locator('.shared summary').first();
const kept = (page: Page, name = NAME): Promise<string | null> =>
  page.evaluate((key) => localStorage.getItem(key), name);

async function codes(page: Page): Promise<string[]> {
  const all = page.locator('.code-panel:not([data-panel="http"], [data-panel="author"]) [data-variant-panel] code');
  return (await all.allTextContents()).filter((text) => text.trim() !== '');
}

/** Waits until every sample of the page, shown or not, has a text in it. */
async function expectInAll(page: Page, text: string): Promise<void> {
  await expect
    .poll(async () => {
      const all = await codes(page);
      return all.length > 0 && all.every((code) => code.includes(text));
    })
    .toBe(true);
}

for (const [root, text] of [
  ['', zhCN.site],
  ['en/', en.site],
] as const) {
  test.describe(`with ${root || 'the default language'}`, () => {
    test('set once, a value is in every sample of its operation, on every page', async ({ page }) => {
      await page.goto(`${SITE}${root}reference/create-chat-completion/`);
      await expect(title(page)).toHaveText(text.sharedValues);
      await title(page).click();
      await field(page, 'path deployment-id').fill('gpt 4o');
      await expect.poll(async () => (await codes(page)).join()).toContain('deployments/gpt%204o/chat');
      await expect(title(page)).toHaveText(text.sharedValuesWith.replace('{values}', 'gpt 4o'));
      await field(page, 'query api-version').fill('2024-10-21');
      await expect
        .poll(async () => (await codes(page)).filter((code) => code.includes('2024-10-21')).length)
        .toBe((await codes(page)).length);

      // On a guide, with samples by the service's own library too.
      await page.goto(`${SITE}${root}start/`);
      await expectInAll(page, '2024-10-21');
      await expect.poll(async () => (await codes(page)).every((code) => /gpt(%20| )4o/.test(code))).toBe(true);

      // In the other language.
      await page.goto(`${SITE}${root === '' ? 'en/' : ''}reference/create-chat-completion/`);
      await expectInAll(page, '2024-10-21');
      await expect(title(page)).toContainText('gpt 4o · 2024-10-21');

      // Another operation has the version, and keeps its own deployment.
      await page.goto(`${SITE}${root}reference/create-embedding/`);
      await expectInAll(page, '2024-10-21');
      expect((await codes(page)).join()).not.toMatch(/gpt(%20| )4o/);
      await expect(title(page)).toHaveText(text.sharedValuesWith.replace('{values}', '2024-10-21'));
    });

    test('reset brings the page back as it was built, and keeps nothing', async ({ page }) => {
      await page.goto(`${SITE}${root}reference/create-chat-completion/`);
      const built = await codes(page);
      await title(page).click();
      await field(page, 'path deployment-id').fill('mine');
      await expectInAll(page, 'mine');
      expect(JSON.parse((await kept(page)) ?? '')).toMatchObject({ parameters: [{ value: '"mine"' }] });
      await page.getByRole('button', { name: text.sharedReset }).press('Enter');
      await expect.poll(() => codes(page)).toEqual(built);
      await expect(title(page)).toHaveText(text.sharedValues);
      await expect(title(page)).toBeFocused();
      await expect(page.locator('.shared [role="status"]')).toHaveText(text.sharedUnset);
      await expect(field(page, 'path deployment-id')).toHaveValue('gpt-35-turbo');
      expect(await kept(page)).toBeNull();
    });
  });
}

test('nothing is loaded before a press where nothing is set', async ({ page }) => {
  const loads = loadsOf(page);
  for (const path of ['reference/create-chat-completion/', 'start/']) {
    await page.goto(SITE + path, { waitUntil: 'networkidle' });
    expect(loads.filter((name) => PRINTING.test(name))).toEqual([]);
  }
  await title(page).click();
  await expect.poll(() => loads).toContain('shared-bar');
  expect(loads.filter((name) => PRINTING.test(name))).not.toEqual([]);
});

test('what was set shows after the page, and nothing moves or flashes', async ({ page }) => {
  await page.addInitScript((name) => {
    const parameters = [
      { in: 'path', name: 'deployment-id', before: '"gpt-35-turbo"', value: '"my-own-deployment"' },
      { in: 'query', name: 'api-version', before: '"2023-05-15"', value: '"2024-10-21"' },
    ];
    localStorage.setItem(name, JSON.stringify({ form: 1, variables: [], parameters }));
    const seen = { shift: 0, empty: false };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    const look = (): void => {
      const shown = [...document.querySelectorAll<HTMLElement>('.code-tabs code')].filter((one) => one.offsetParent);
      if (shown.some((code) => code.textContent === '')) seen.empty = true;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, NAME);
  for (const path of ['reference/create-chat-completion/', 'en/start/', 'en/reference/create-embedding/']) {
    await page.goto(SITE + path);
    await expectInAll(page, '2024-10-21');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const seen = await page.evaluate(() => (window as unknown as { seen: { shift: number; empty: boolean } }).seen);
    expect(seen).toEqual({ shift: 0, empty: false });
  }
});

test('copy gives what is shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${SITE}en/reference/create-chat-completion/`);
  await title(page).click();
  await field(page, 'path deployment-id').fill('mine');
  await expectInAll(page, 'mine');
  await page.locator('.code-tabs [data-copy]').click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/deployments/mine/chat');
});

for (const [what, text] of [
  ['no JSON', '{"form":1'],
  ['of another form', '{"form":99,"parameters":[]}'],
  ['of wrong types', '{"form":1,"server":{},"variables":[null],"parameters":"x"}'],
  [
    'hostile',
    JSON.stringify({
      form: 1,
      server: 'https://evil.example',
      variables: [{ name: 'host', value: 'evil.example/' }],
      parameters: [
        { in: 'path', name: 'deployment-id', before: '"gpt-35-turbo"', value: '".."' },
        { in: 'query', name: 'api-version', before: '"2023-05-15"', value: '"a\\r\\nb"' },
        { in: 'header', name: 'api-key', before: '', value: '"secret"' },
        { in: 'query', name: '<img src=x>', before: '', value: '"<img src=x>"' },
      ],
    }),
  ],
] as const) {
  test(`what is kept is passed over where it is ${what}`, async ({ page }) => {
    await page.goto(`${SITE}en/reference/create-chat-completion/`);
    const built = await codes(page);
    await page.evaluate(([name, value]) => localStorage.setItem(name, value), [NAME, text] as const);
    const loads = loadsOf(page);
    await page.reload();
    await expect.poll(() => loads).toContain('shared-bar');
    await page.waitForLoadState('networkidle');
    expect(await codes(page)).toEqual(built);
    await expect(title(page)).toHaveText(en.site.sharedValues);
    // The next value that is set replaces it.
    await title(page).click();
    await field(page, 'path deployment-id').fill('mine');
    await expectInAll(page, 'mine');
    expect((await codes(page)).join()).not.toMatch(/evil|secret|img/);
  });
}

test('the address sets nothing', async ({ page }) => {
  await page.goto(`${SITE}en/reference/create-chat-completion/?deployment-id=mine&api-version=1#deployment-id=mine`, {
    waitUntil: 'networkidle',
  });
  expect((await codes(page)).join()).not.toContain('mine');
  expect(await kept(page)).toBeNull();
});

test.describe('the console', () => {
  const CHAT = `${SITE}en/reference/create-chat-completion/`;
  const deployment = (page: Page): Locator => page.locator('.console').getByRole('textbox', { name: 'deployment-id' });
  const open = async (page: Page): Promise<void> => {
    await page.locator('[data-try]').click();
    await expect(page.locator('.console')).toBeVisible();
  };

  test('starts with the shared values, and follows them', async ({ page }) => {
    await page.goto(CHAT);
    await title(page).click();
    await field(page, 'path deployment-id').fill('mine');
    await expectInAll(page, 'mine');
    await page.reload();
    await open(page);
    await expect(deployment(page)).toHaveValue('mine');
    await expect(page.locator('.console-request summary')).toContainText('/deployments/mine/');
    await title(page).click();
    await field(page, 'path deployment-id').fill('ours');
    await expect(deployment(page)).toHaveValue('ours');
    await expectInAll(page, 'ours');
    await page.getByRole('button', { name: en.site.sharedReset }).click();
    await expect(deployment(page)).toHaveValue('gpt-35-turbo');
  });

  test('keeps a change to its own request until it is offered to all', async ({ page }) => {
    await page.goto(CHAT);
    await open(page);
    const share = page.getByRole('button', { name: en.site.sharedShare });
    await expect(share).toBeHidden();
    await deployment(page).fill('trial');
    await expect(page.locator('.shared-offer')).toContainText(en.site.sharedOffer.replace('{values}', 'trial'));
    expect(await kept(page)).toBeNull();
    await deployment(page).fill('gpt-35-turbo');
    await expect(share).toBeHidden();
    await deployment(page).fill('trial');
    await share.press('Enter');
    await expect(share).toBeHidden();
    await expect(title(page)).toBeFocused();
    await expect(title(page)).toContainText('trial');
    await expect(deployment(page)).toHaveValue('trial');
    await page.goto(`${SITE}start/`);
    await expectInAll(page, 'trial');
  });

  test('has its own value beside a shared one that changes', async ({ page }) => {
    await page.goto(CHAT);
    await open(page);
    await deployment(page).fill('trial');
    await title(page).click();
    await field(page, 'query api-version').fill('2024-10-21');
    await expectInAll(page, '2024-10-21');
    await expect(deployment(page)).toHaveValue('trial');
  });

  test('has heard of the bar already when it is opened, and loses nothing typed before its code is there', async ({
    page,
  }) => {
    let letIn = (): void => undefined;
    const isTyped = new Promise<void>((done) => {
      letIn = done;
    });
    await page.route(/\/shared-bar[^/]*\.js/, async (route) => {
      await isTyped;
      await route.continue();
    });
    await page.goto(CHAT);
    await open(page);
    await deployment(page).fill('trial');
    await title(page).click();
    await field(page, 'query api-version').fill('2024-10-21');
    letIn();
    await expectInAll(page, '2024-10-21');
    await expect(deployment(page)).toHaveValue('trial');
  });

  test('leaves no key in what is kept', async ({ page }) => {
    await page.goto(CHAT);
    await open(page);
    await page.locator('input[data-secret]').fill('key-4f1c-very-secret');
    await deployment(page).fill('trial');
    await page.getByRole('button', { name: en.site.sharedShare }).click();
    await expect(title(page)).toContainText('trial');
    const storage = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(storage).toContain('trial');
    expect(storage).not.toContain('key-4f1c');
    await expect(page.locator('.shared [data-key]')).toHaveCount(2);
  });
});

test.describe('an API with servers, variables and a workspace', () => {
  let server: BuiltSite;
  const WORK = 'curlew.shared / work';

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    server = await buildSite(sharedValues);
  });

  test.afterAll(async () => {
    await server.close();
  });

  test('has all of them in one bar, and what differs in one line', async ({ page }) => {
    await page.goto(`${server.url}reference/work/list-tasks/`);
    await title(page).click();
    await field(page, 'variable region').selectOption('eu');
    await field(page, 'path workspace_id').fill('zebra/1');
    await field(page, 'header X-Tenant').fill('blue');
    await expectInAll(page, 'https://eu.work.example/v1/workspaces/zebra%2F1/tasks');
    await expectInAll(page, 'blue');
    await expect(title(page)).toHaveText('Shared values: eu · zebra/1 · blue');
    await field(page, 'server').selectOption({ label: 'https://{host}.test.example' });
    await expect(page.locator('[data-key="variable region"]')).toBeHidden();
    await field(page, 'variable host').fill('mine');
    await expectInAll(page, 'https://mine.test.example/workspaces/zebra%2F1/tasks');

    await page.goto(`${server.url}zh-cn/reference/work/get-task/`);
    await expectInAll(page, 'https://mine.test.example/workspaces/zebra%2F1/tasks/t1');
    await page.goto(`${server.url}start/`);
    // One bar for the samples of one API; the other API has nothing to set in its sample, and none of this.
    await expect(page.locator('.shared')).toHaveCount(1);
    await expect.poll(async () => (await codes(page)).filter((code) => code.includes('mine.test')).length).toBe(6);
    expect((await codes(page)).filter((code) => code.includes('https://other.example/one'))).toHaveLength(3);
    await page.goto(`${server.url}reference/other/list-notes/`, { waitUntil: 'networkidle' });
    await expectInAll(page, 'https://other.example/workspaces/acme/notes');
    expect(await kept(page, 'curlew.shared / other')).toBeNull();
    await page.goto(`${server.url}reference/other/read-one/`);
    await expect(page.locator('.shared')).toHaveCount(0);
  });

  test('refuses what would reach out of its place, and says so', async ({ page }) => {
    await page.goto(`${server.url}reference/work/list-tasks/`);
    await title(page).click();
    for (const bad of ['v1/../x', 'a?b', 'a#b', 'a@b', 'a\\b', 'a b']) {
      await field(page, 'variable base').fill(bad);
      await expect(field(page, 'variable base')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.locator('.shared-refused:visible')).toHaveText(en.site.sharedRefused);
      expect(await kept(page, WORK)).toBeNull();
    }
    await field(page, 'variable base').press('Tab');
    await expect(field(page, 'variable base')).toHaveValue('v1');
    await expect(page.locator('.shared-refused:visible')).toHaveCount(0);
    await field(page, 'variable base').fill('v2');
    await expectInAll(page, 'https://us.work.example/v2/');
  });

  test('a line more in a sample moves nothing when the page comes', async ({ page }) => {
    await page.addInitScript((name) => {
      const parameters = [{ in: 'header', name: 'X-Tenant', before: '', value: '"blue"' }];
      localStorage.setItem(name, JSON.stringify({ form: 1, variables: [], parameters }));
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        const all = window as unknown as { shift: number };
        for (const entry of list.getEntries()) all.shift += (entry as PerformanceEntry & { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    }, WORK);
    await page.goto(`${server.url}reference/work/list-tasks/`);
    await expectInAll(page, 'X-Tenant');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
    // It is there in full as soon as the reader turns to it.
    const code = page.locator('.code-tabs pre:visible').first();
    await code.hover();
    expect(await code.evaluate((pre) => pre.scrollHeight - Math.round(pre.clientHeight))).toBeLessThanOrEqual(1);
  });

  test('two pages that are open follow each other, and one that is come back to follows', async ({ page, context }) => {
    await page.goto(`${server.url}reference/work/list-tasks/`);
    const other = await context.newPage();
    await other.goto(`${server.url}reference/work/create-task/`);
    await title(other).click();
    await field(other, 'path workspace_id').fill('zebra');
    await expectInAll(page, '/zebra/');
    await expect(title(page)).toContainText('zebra');
    await page.goto(`${server.url}reference/work/get-task/`);
    await title(page).click();
    await field(page, 'path workspace_id').fill('lion');
    await expectInAll(page, '/lion/');
    await page.goBack();
    await expectInAll(page, '/lion/');
  });

  test('the console chooses the server, its variables and the workspace that are shared', async ({ page }) => {
    await page.goto(`${server.url}reference/work/list-tasks/`);
    await title(page).click();
    await field(page, 'server').selectOption('1');
    await field(page, 'variable host').fill('mine');
    await expectInAll(page, 'mine.test');
    await page.reload();
    await page.locator('[data-try]').click();
    await expect(page.locator('.console-request summary')).toContainText(
      'https://mine.test.example/workspaces/acme/tasks',
    );
    await page.getByLabel(en.console.answeredBy).selectOption('server-0');
    await expect(page.locator('.shared-offer')).toContainText('{region}.work.example');
    await page.getByRole('button', { name: en.site.sharedShare }).click();
    await expect(title(page)).toHaveText('Shared values');
    await page.goto(`${server.url}reference/work/get-task/`, { waitUntil: 'networkidle' });
    await expectInAll(page, 'https://us.work.example/v1/workspaces/acme/tasks/t1');
  });

  test('where storage is forbidden, values hold for the page', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    });
    await page.goto(`${server.url}reference/work/list-tasks/`);
    await title(page).click();
    await field(page, 'path workspace_id').fill('zebra');
    await expectInAll(page, '/zebra/');
    await page.getByRole('button', { name: en.site.sharedReset }).click();
    await expectInAll(page, '/acme/');
  });

  test('the open bar has no fault that axe finds, and never scrolls sideways', async ({ page }) => {
    test.slow();
    await page.goto(`${server.url}reference/work/list-tasks/`);
    await title(page).click();
    await field(page, 'variable base').fill('a b');
    await field(page, 'path workspace_id').fill('a-very-long-name-of-a-workspace-that-goes-on-and-on-and-on-and-on');
    for (const [colorScheme, width] of [
      ['light', 1440],
      ['dark', 320],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      expect(await axeFaults(page, undefined, '.shared')).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no bar, nor anything else that only script can use', async ({ page }) => {
    await page.goto(`${SITE}en/reference/create-chat-completion/`);
    await expect(page.locator('.shared, [data-example-pick], [data-theme-switch]')).toHaveCount(3);
    for (const one of await page.locator('.shared, [data-example-pick], [data-theme-switch]').all()) {
      await expect(one).toBeHidden();
    }
  });
});
