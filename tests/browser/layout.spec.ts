import { expect, type Locator, type Page, test } from '@playwright/test';
import { guide } from '../foreign/files.ts';
import { axeFaults } from './access.ts';
import { type BuiltSite, buildSite } from './built-site.ts';

const LONG_PATH = '/organizations/{organization}/ledgers/{ledger}/accounts/{account}/transfers/{transfer}/entries';

function apiOf(title: string): string {
  const parameters = [...LONG_PATH.matchAll(/\{(\w+)\}/g)].map(
    ([, name]) => `{ name: ${name}, in: path, required: true, schema: { type: string } }`,
  );
  return `openapi: 3.2.0
info: { title: ${title}, version: '1' }
servers: [{ url: 'https://api.example.com' }]
paths:
  ${LONG_PATH}:
    get:
      operationId: listEntries
      summary: List entries
      parameters: [${parameters.join(', ')}]
      responses: { 200: { description: Entries., content: { application/json: { schema: { $ref: '#/components/schemas/Wallet' } } } } }
components:
  schemas:
    Wallet:
      type: object
      properties:
        provider:
          type: string
          enum: [first, second, third]
          x-enumDescriptions: { first: The first one., second: The second one., third: The third one. }
`;
}

const TABLE = `| Field | Type | Required | Meaning |
|---|---|---|---|
| \`settlement_instruction_reference_number_of_the_other_party\` | string | no | 对手方分配的结算指令参考号，最长一百四十个字符 |
| \`amount\` | integer | yes | 以最小货币单位表示的金额 |

| \`finish_reason_of_choice\` | Meaning |
|---|---|
| \`length\` | 达到最大长度或模型的上下文长度，回复在这里被截断 |

- [x] Done
  1. Inside

<Schema name="Wallet" api="ledger" />`;

const FILES = {
  'openapi/ledger.yaml': apiOf('Ledger'),
  'openapi/ledger-archive.yaml': apiOf('Ledger archive'),
  'docs/en/index.mdx': guide('Home', 'Text.'),
  'docs/en/tables.mdx': guide('Tables', TABLE),
  'docs/de/tables.mdx': guide('Tabellen', 'Text.'),
  'languages/de.yaml': 'site.menu: Menü\n',
  'languages/ar.yaml': 'site.menu: القائمة\n',
  'languages/pt-BR.yaml': 'site.menu: Menu\n',
};

let built: BuiltSite;

test.use({ locale: 'en-GB' });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  built = await buildSite(FILES);
});

test.afterAll(async () => {
  await built.close();
});

async function boxOf(part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await part.boundingBox();
  if (!box) throw new Error('not on the page');
  return box;
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test.describe('of several languages', () => {
  test('the header has a list, each by its own name, by press and by key', async ({ page }) => {
    await page.goto(`${built.url}tables/`);
    const button = page.getByRole('button', { name: 'Languages: English' });
    const arabic = page.getByRole('link', { name: 'العربية' });
    await expect(arabic).toBeHidden();
    await button.click();
    await expect(page.locator('.language-list a')).toHaveText(['العربية', 'Deutsch', 'Português']);
    const [list, above] = [await boxOf(page.locator('.language-list')), await boxOf(button)];
    expect(list.y).toBeGreaterThanOrEqual(above.y + above.height);
    expect(Math.abs(list.x + list.width - above.x - above.width)).toBeLessThan(80);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(arabic).toBeHidden();
    await button.press('Enter');
    await page.getByRole('link', { name: 'Deutsch' }).press('Enter');
    await expect(page).toHaveURL(`${built.url}de/tables/`);
  });

  test('the home page leads to those that only have a list of what there is', async ({ page }) => {
    await page.goto(built.url);
    await page.getByRole('button', { name: 'Languages: English' }).click();
    await page.getByRole('link', { name: 'العربية' }).click();
    await expect(page).toHaveURL(`${built.url}ar/`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  for (const { name, act } of [
    { name: 'as it is', act: async () => {} },
    {
      name: 'with letters of twice the size',
      act: (page: Page) => page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%')),
    },
  ]) {
    test(`nothing scrolls sideways on a phone, ${name}`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(`${built.url}tables/`);
      await act(page);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      const [search, languages] = [page.locator('[data-search]'), page.locator('.header-links button')];
      const [left, right] = [await boxOf(languages), await boxOf(search)];
      expect(left.x + left.width).toBeLessThanOrEqual(right.x + 1);
    });
  }

  test.describe('on a phone of one of them', () => {
    test.use({ locale: 'de-DE', viewport: { width: 390, height: 844 } });
    test('the header offers it with the button alone', async ({ page }) => {
      await page.goto(`${built.url}reference/ledger/list-entries/`);
      const ground = (part: Locator): Promise<string> => part.evaluate((one) => getComputedStyle(one).backgroundColor);
      const button = page.locator('.header-links button');
      await expect.poll(() => ground(button)).not.toBe('rgba(0, 0, 0, 0)');
      await button.click();
      expect(await ground(page.getByRole('link', { name: 'العربية' }))).toBe('rgba(0, 0, 0, 0)');
    });
  });
});

test('the words of a table have room, also beside long names and on a phone, where it fits if it can', async ({
  page,
}) => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${built.url}tables/`);
    const words = page.getByRole('cell', { name: /^对手方/ });
    expect((await boxOf(words)).width, String(width)).toBeGreaterThan(120);
    expect(await sideways(page), String(width)).toBeLessThanOrEqual(0);
    const over = (table: Element): number => table.scrollWidth - table.clientWidth;
    expect(await page.locator('.table').last().evaluate(over), String(width)).toBe(0);
  }
});

test('the text of an operation has as much room as its code, as soon as both stand side by side', async ({ page }) => {
  for (const width of [1100, 1280, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${built.url}reference/ledger/list-entries/`);
    const [text, code] = [await boxOf(page.locator('.operation-text')), await boxOf(page.locator('.panel'))];
    expect(code.x, String(width)).toBeGreaterThan(text.x + text.width);
    expect(text.width, String(width)).toBeGreaterThan(code.width);
  }
});

test('in a guide, values stand beside what they mean, and a list inside a task below its words', async ({ page }) => {
  await page.goto(`${built.url}tables/`);
  for (const word of ['first', 'second', 'third']) {
    const value = await boxOf(page.locator('.values dt', { hasText: word }));
    const meaning = await boxOf(page.locator('.values dd', { hasText: word }));
    expect(Math.abs(value.y - meaning.y), word).toBeLessThan(4);
  }
  const task = await boxOf(page.getByRole('checkbox'));
  const inside = await boxOf(page.locator('.task-list-item ol'));
  expect(inside.x).toBeGreaterThanOrEqual(task.x);
});

test('header, navigation and text begin at the same lines, however wide the window is', async ({ page }) => {
  for (const width of [1440, 1920, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${built.url}reference/ledger/`);
    const [title, line] = [await boxOf(page.locator('.wordmark')), await boxOf(page.locator('.nav h2').first())];
    expect(Math.abs(title.x - (line.x + 8)), String(width)).toBeLessThan(2);
    const heading = await boxOf(page.getByRole('heading', { name: 'Operations' }));
    const operation = await boxOf(page.locator('.operations-title'));
    expect(Math.abs(heading.x - operation.x), String(width)).toBeLessThan(2);
  }
});

test('a result of the search says its API, however long its path is', async ({ page }) => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(built.url);
    await page.locator('[data-search]').click();
    await page.keyboard.type('entries');
    const hit = page.getByRole('option', { name: 'List entries' }).first();
    await expect(hit).toBeVisible();
    const [api, row] = [await boxOf(hit.locator('.search-api')), await boxOf(hit)];
    expect(api.x + api.width, String(width)).toBeLessThanOrEqual(row.x + row.width);
    expect(await hit.locator('.search-api').evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  }
});

test('a short name in code ends no line at its hyphen, on a phone too, and a narrow window cuts none off', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${process.env.SITE_URL}start/`);
  const lines = await page
    .locator('code.whole')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.getClientRects().length));
  expect(lines.length).toBeGreaterThan(0);
  expect(new Set(lines)).toEqual(new Set([1]));
  await page.setViewportSize({ width: 320, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
