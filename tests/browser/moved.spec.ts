import { expect, test } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { guide, petsYaml } from '../foreign/files.ts';
import { type BuiltSite, buildSite } from './built-site.ts';

test.describe('a page whose API got another beside it', () => {
  let server: BuiltSite;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    server = await buildSite({
      'openapi/pets.yaml': petsYaml(),
      'openapi/zoo.yaml': petsYaml('Zoo', 'zoo.example.com').replace('listPets', 'listAnimals'),
      'docs/start.mdx': guide('Start', 'Text.'),
    });
  });

  test.afterAll(async () => {
    await server.close();
  });

  test('is reached by its old address, at the same field', async ({ page }) => {
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${server.url}start/`);
    await page.goto(`${server.url}reference/list-pets/?lang=python#query-colour`);
    await expect(page).toHaveURL(`${server.url}reference/pets/list-pets/?lang=python#query-colour`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('List pets');
    await page.goBack();
    await expect(page).toHaveURL(`${server.url}start/`);
    // Both have this one.
    await page.goto(`${server.url}reference/add-pet/`);
    await expect(page).toHaveURL(`${server.url}reference/`);
    expect(faults).toEqual([]);
  });

  test('is reached without script, too', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}reference/list-animals/`);
    await expect(page).toHaveURL(`${server.url}reference/zoo/list-animals/`);
    await context.close();
  });

  test('says so to who stays', async ({ page }) => {
    await page.route('**/MovedPage*', (route) => route.abort());
    await page.goto(`${server.url}reference/list-animals/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.site.movedTitle);
    await page.getByRole('link', { name: en.site.movedTo }).click();
    await expect(page).toHaveURL(`${server.url}reference/zoo/list-animals/`);
  });
});
