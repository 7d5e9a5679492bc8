import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { describeKnot } from '../fixtures/knot-api.ts';
import { type BuiltSite, buildSite } from './built-site.ts';

let server: BuiltSite;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await buildSite({ 'openapi/knot.json': describeKnot('https://knot.example') });
});
test.afterAll(() => server.close());

test('schemas that lead to each other are one file for all consoles, forms and answers', async ({ page }) => {
  expect(readdirSync(join(server.folder, 'dist/_curlew/schemas'))).toHaveLength(1);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/_curlew/schemas/')) asked.push(request.url());
  });
  await page.route('https://knot.example/nodes', (route) =>
    route.fulfill({
      json: { name: 'one', next: { name: 2 } },
      headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' },
    }),
  );
  await page.goto(`${server.url}reference/add-node/`);
  await page.locator('[data-try]').click();
  const form = page.locator('.console');
  await form.getByRole('button', { name: en.console.viewForm, exact: true }).click();
  await expect(form.locator('[data-at="/name"]')).toBeVisible();
  expect(asked).toHaveLength(1);
  await form.getByLabel(en.console.answeredBy).selectOption('server-0');
  await page.locator('[data-send]').click();
  // What the answer holds is compared with the schema of a schema within the circle.
  await expect(form.locator('.console-differences')).toContainText('next.name');

  // Nothing of a request is within it here, so it comes with the answer.
  asked.length = 0;
  await page.goto(`${server.url}reference/get-node/`);
  await page.locator('[data-try]').click();
  await expect(page.locator('[data-send]')).toBeVisible();
  expect(asked).toEqual([]);
  await form.getByLabel(en.console.answeredBy).selectOption('server-0');
  await page.locator('[data-send]').click();
  await expect(form.locator('.console-differences')).toContainText('next.name');
  expect(asked).toHaveLength(1);
});

test('where the file can not be had, the console says so, and opens once it can', async ({ page }) => {
  await page.route('**/_curlew/schemas/*', (route) => route.abort());
  await page.goto(`${server.url}reference/add-node/`);
  await page.locator('[data-try]').click();
  await expect(page.locator('[data-try-failed]')).toBeVisible();
  await page.unroute('**/_curlew/schemas/*');
  await page.locator('[data-try]').click();
  await expect(page.locator('[data-send]')).toBeVisible();
});
