import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import type { GUIDE_COMPONENTS } from '../../src/site/guide-components.ts';
import { runCli } from '../run-cli.ts';
import { axeFaults } from './access.ts';
import { type BuiltSite, buildSite } from './built-site.ts';

const SITE = process.env.SITE_URL ?? '';
const text = en.site;
let built: BuiltSite;
let writing: string;

/** What each component of the list prints, by which it is found on the page. */
const PRINTED: { readonly [Name in keyof typeof GUIDE_COMPONENTS]: string } = {
  AppPage: 'p:has-text("Get a key on the page of your account")',
  Badge: '.flag-new',
  Card: '.cards > a.card',
  Cards: '.cards',
  CodeTabs: '.code-fences > .code-panel',
  Danger: '.aside-danger',
  Figure: 'figure.figure > figcaption',
  Note: '.aside-note',
  ResponseExample: 'figure.code > .code-bar',
  Sample: '.code-tabs[data-request]',
  Schema: '.schema-part .fields > .field',
  Step: 'ol.steps > li.step',
  Steps: 'ol.steps',
  Tab: '.tabs > .tab-panel',
  Tabs: '.tabs',
  Tip: '.aside-tip',
  TryIt: 'a.try-card',
  Warning: '.aside-warning',
};

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'curlew-guides-'));
  const { code, err } = await runCli(['init'], folder);
  if (code !== 0) throw new Error(err);
  const made = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  built = await buildSite(
    Object.fromEntries(made.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')])),
  );
  rmSync(folder, { recursive: true });
  writing = `${built.url}writing/`;
});

test.afterAll(async () => {
  await built.close();
});

/** Collects whatever a page must never do. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}

test('the page about writing shows each component, as its source and as it looks', async ({ page }) => {
  const faults = watch(page);
  const source = readFileSync(join(built.folder, 'docs/writing.mdx'), 'utf8');
  await page.goto(writing);
  const codes = await page.locator('figure.code[data-language="mdx"] code').allTextContents();
  for (const [name, printed] of Object.entries(PRINTED)) {
    expect(codes.filter((code) => code.includes(`<${name}`)).length, `source of ${name}`).toBeGreaterThan(0);
    expect(source.replace(/^(`{3,})mdx[\s\S]*?^\1$/gm, ''), `use of ${name}`).toContain(`<${name}`);
    expect(await page.locator(printed).count(), name).toBeGreaterThan(0);
  }
  expect(await page.locator('[style]').count()).toBe(0);
  expect(faults).toEqual([]);
});

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const) {
  test(`axe finds no fault in ${colorScheme} at ${width} pixels, and nothing scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(writing);
    await page
      .locator('details')
      .last()
      .evaluate((one) => one.toggleAttribute('open', true));
    expect(await axeFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test('tabs are chosen by key, follow their group, and are kept', async ({ page }) => {
  await page.goto(`${SITE}en/start/`);
  const tabs = page.locator('.tabs').first();
  const [first, second] = [tabs.getByRole('tab').first(), tabs.getByRole('tab').last()];
  await expect(tabs.getByRole('tabpanel')).toHaveCount(1);
  await expect(tabs.getByRole('tabpanel')).toContainText('export APIGPT_API_KEY');
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(second).toBeFocused();
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(first).toHaveAttribute('tabindex', '-1');
  await expect(tabs.getByRole('tabpanel', { name: 'Windows (PowerShell)' })).toContainText('$env:APIGPT_API_KEY');
  await page.goto(`${SITE}en/authentication/`);
  await expect(page.locator('.tabs').getByRole('tabpanel')).toContainText('Read-Host -MaskInput');
  await page.locator('.tabs').getByRole('tab').first().click();
  await page.goBack();
  await page.reload();
  await expect(first).toHaveAttribute('aria-selected', 'true');
});

test('an address that leads into a tab opens it, and keeps nothing', async ({ page }) => {
  await page.goto(writing);
  const panel = page.locator('.tabs > .tab-panel').last();
  await expect(panel).toBeHidden();
  await panel
    .locator('p')
    .last()
    .evaluate((one) => {
      one.id = 'inside';
      location.hash = 'inside';
    });
  await expect(page.locator('#inside')).toBeInViewport();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('code as tabs follows the language of samples, and a tab of its own changes no other', async ({ page }) => {
  await page.goto(writing);
  const fences = page.locator('.code-fences');
  const sample = page.locator('.code-tabs[data-request]');
  await expect(fences.getByRole('tabpanel')).toContainText('pip install');
  await sample.getByRole('tab', { name: 'JavaScript' }).click();
  await expect(fences.getByRole('tabpanel', { name: 'harbour.mjs' })).toContainText('await fetch');
  await sample.getByRole('tab', { name: 'Python' }).click();
  await expect(fences.getByRole('tabpanel', { name: 'Shell' })).toBeVisible();
  // Both tabs are of one language here, so the second is none that samples have.
  await page.goto(`${SITE}en/start/`);
  const install = page.locator('.code-fences');
  await page.locator('.code-tabs[data-request]').first().getByRole('tab', { name: 'Python' }).click();
  await install.getByRole('tab', { name: 'Node.js' }).click();
  await expect(install.getByRole('tabpanel')).toContainText('npm install');
  const chosen = page.locator('.code-tabs[data-request]').first().getByRole('tab', { selected: true });
  await expect(chosen).toHaveText('Python');
});

test('long lines wrap by a switch that shows where there is one, for every page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto(writing);
  const long = page.locator('figure.code', { has: page.locator('.numbered') });
  const short = page.locator('.step figure.code');
  const wrap = long.getByRole('button', { name: text.wrap });
  const overflow = (): Promise<number> => long.locator('pre').evaluate((one) => one.scrollWidth - one.clientWidth);
  await expect(wrap).toBeVisible();
  await expect(short.getByRole('button', { name: text.wrap })).toBeHidden();
  expect(await overflow()).toBeGreaterThan(0);
  await wrap.click();
  expect(await overflow()).toBe(0);
  await expect(wrap).toHaveAttribute('aria-pressed', 'true');
  await page.goto(`${built.url}reference/list-harbours/`);
  const samples = page.locator('.code-tabs');
  const [code] = await samples
    .locator('pre:visible')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one.firstElementChild as Element).whiteSpace));
  expect(code).toBe('pre-wrap');
  await page.goto(writing);
  await expect(wrap).toHaveAttribute('aria-pressed', 'true');
  await wrap.click();
  expect(await overflow()).toBeGreaterThan(0);
});

test('copy gives exactly the code, without numbers and signs', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(writing);
  const code = page.locator('figure.code', { has: page.locator('.numbered') });
  await expect(code.locator('mark.line')).toHaveText(/^key = /);
  await expect(code.locator('del.line')).toHaveText(/json\(\)\)\s*$/);
  await expect(code.locator('ins.line')).toContainText('timeout=10');
  await expect(code.locator('pre')).toHaveAttribute('aria-label', 'Code: tides.py');
  await code.getByRole('button', { name: text.copy }).click();
  await expect(code.getByRole('status')).toHaveText(text.copied);
  const source = readFileSync(join(built.folder, 'docs/writing.mdx'), 'utf8');
  const want = /^```python title="tides.py".*\n([\s\S]*?)\n```$/m.exec(source)?.[1];
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(want);
});

test('images have their size before they arrive', async ({ page }) => {
  await page.route('**/*.svg', async (route) => {
    if (route.request().resourceType() === 'image') await arrived;
    await route.continue();
  });
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.goto(writing, { waitUntil: 'domcontentloaded' });
  const images = page.locator('.prose img');
  const heights = (): Promise<number[]> =>
    images.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  const before = await heights();
  expect(before).toEqual([200, 200]);
  expect(await images.evaluateAll((all) => all.map((one) => one.getAttribute('loading')))).toEqual(['eager', 'lazy']);
  arrive();
  await images.last().scrollIntoViewIfNeeded();
  await expect
    .poll(() => images.evaluateAll((all) => all.every((one) => (one as HTMLImageElement).complete)))
    .toBe(true);
  expect(await heights()).toEqual(before);
});

test('a footnote leads to its text and back', async ({ page }) => {
  await page.goto(writing);
  await page.locator('[data-footnote-ref]').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.footnotes li')).toBeInViewport();
  await expect(page.getByRole('region', { name: text.footnotes })).toHaveCount(1);
  await page.getByRole('link', { name: 'Back to footnote 1 in the text' }).click();
  await expect(page.locator('[data-footnote-ref]')).toBeInViewport();
  // Beside the section of that name there is no other heading.
  await expect(page.locator('.contents a', { hasText: text.footnotes })).toHaveCount(1);
});

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  test('all tabs show under their titles, and no button does nothing', async ({ page }) => {
    await page.goto(writing);
    for (const title of ['macOS and Linux', 'Windows']) {
      await expect(page.locator('.tab-title', { hasText: title })).toBeVisible();
    }
    for (const panel of await page.locator('.tab-panel, .code-fences .code-panel').all()) {
      await expect(panel).toBeVisible();
    }
    await expect(page.locator('.code-label', { hasText: 'Shell' }).first()).toBeVisible();
    await expect(page.locator('.code-title', { hasText: 'harbour.mjs' })).toBeVisible();
    await expect(page.locator('main button:visible')).toHaveCount(0);
  });
});

test('on paper all tabs show under their titles', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(writing);
  await expect(page.locator('.tab-title', { hasText: 'Windows' })).toBeVisible();
  for (const panel of await page.locator('.tab-panel, .code-fences .code-panel').all()) {
    await expect(panel).toBeVisible();
  }
  await expect(page.locator('.code-title', { hasText: 'harbour.mjs' })).toBeVisible();
  await expect(page.locator('.code-tools:visible')).toHaveCount(0);
});
