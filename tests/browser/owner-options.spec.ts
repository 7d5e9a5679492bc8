import { expect, test } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { ownerOptions } from '../fixtures/owner-options.ts';
import { type BuiltSite, buildSite } from './built-site.ts';

const text = en.console;
let server: BuiltSite;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await buildSite(ownerOptions);
});

test.afterAll(async () => {
  await server.close();
});

test('without a sandbox the console asks for the key of the first server, by keyboard', async ({ page }) => {
  await page.route('https://pets.example/**', (route) =>
    route.fulfill({ json: [], headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' } }),
  );
  await page.goto(`${server.url}reference/animals/list-pets/`);
  await page.locator('[data-try]').focus();
  await page.keyboard.press('Enter');
  const target = page.getByLabel(text.answeredBy);
  await expect(target).toHaveValue('server-0');
  await expect(target.locator('option')).toHaveCount(1);
  const send = page.locator('[data-send]');
  await send.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-console]')).toContainText('https://pets.example needs a key. Type it here.');
  await expect(page.locator('input[data-secret]')).toBeFocused();
  await page.keyboard.type('k-1');
  const sent = page.waitForRequest((request) => request.method() === 'GET' && request.url().startsWith('https://pets'));
  await send.focus();
  await page.keyboard.press('Enter');
  expect((await sent).headers()['x-key']).toBe('k-1');
});

for (const [scheme, name] of [
  ['light', 'rgb(29, 78, 216)'],
  ['dark', undefined],
] as const) {
  test(`the accent of the owner shows in ${scheme}, and the policy lets its style through`, async ({ page }) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
    });
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`${server.url}start/`);
    await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(1);
    const colour = await page.locator('.nav a[aria-current]').evaluate((link) => getComputedStyle(link).color);
    if (name) expect(colour).toBe(name);
    else expect(colour).not.toMatch(/oklch|rgb\(29, 78, 216\)/);
    // A replaced component brings its own style and script.
    await expect(page.locator('.banner')).toHaveCSS('color', 'rgb(0, 128, 0)');
    await expect(page.locator('html')).toHaveAttribute('data-banner', 'seen');
    expect(faults).toEqual([]);
  });
}
