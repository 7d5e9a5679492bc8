import { expect, test } from '@playwright/test';
import { type BuiltSite, buildSite } from './built-site.ts';

const SITE = process.env.SITE_URL ?? '';

const PARAGRAPH = 'يعيد الحيوان الأليف مع API.';

const LIST = '1. أولاً\n2. ثانياً';
const LONG = 'InteractionApplicationCommandAutocompleteCallbackIntegerData';
const MANY = Array.from({ length: 45 }, (_, at) => `kind_${at}`);

/** What the texts of descriptions can hold, and the APIGPT site doesn't. */
const DESCRIPTION = {
  openapi: '3.1.0',
  info: { title: 'Reading', version: '1', description: 'Pets, one by one.' },
  security: [{ a: [] }, { b: [] }],
  paths: {
    '/pets': {
      post: {
        operationId: 'addPet',
        description: `Adds a pet.\n\n${PARAGRAPH}`,
        requestBody: { content: { 'application/json': { schema: { type: 'object' }, example: { name: 'Rex' } } } },
        responses: { 200: { description: 'Added', content: { 'application/json': { example: { id: 1 } } } } },
      },
    },
    '/long': {
      post: {
        operationId: 'long',
        description: LIST,
        parameters: [{ name: 'kind', in: 'query', schema: { enum: MANY } }],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { one: { type: 'object', properties: { two: { $ref: `#/components/schemas/${LONG}` } } } },
              },
            },
          },
        },
        responses: { 200: { description: 'Fine' } },
      },
    },
    '/pets/all': { get: { operationId: 'listPets', responses: { 200: { description: 'A pet' } } } },
  },
  components: {
    schemas: {
      [LONG]: {
        type: 'object',
        properties: { three: { oneOf: [{ type: 'object', properties: { a: { type: 'string' } } }, { type: 'null' }] } },
      },
    },
    securitySchemes: {
      a: {
        type: 'oauth2',
        flows: {
          clientCredentials: {
            tokenUrl: 'https://a.example/token',
            scopes: { 'applications.commands.permissions.update': 'Allows an app to change what its commands may do' },
          },
        },
      },
      b: { type: 'apiKey', in: 'header', name: 'X-Key' },
    },
  },
};

let built: BuiltSite;

test.beforeAll(async () => {
  test.setTimeout(60_000);
  built = await buildSite({ 'openapi/reading.json': JSON.stringify(DESCRIPTION) });
});

test.afterAll(async () => {
  await built.close();
});

test('in one column, the pages around come after everything else, and on wide screens below the text', async ({
  page,
}) => {
  await page.goto(`${built.url}reference/add-pet/`);
  const around = page.locator('.next-pages');
  const top = async (selector: string) => (await page.locator(selector).last().boundingBox())?.y ?? Number.NaN;
  for (const width of [390, 1000]) {
    await page.setViewportSize({ width, height: 900 });
    expect((await around.boundingBox())?.y).toBeGreaterThan(await top('.panel > .examples'));
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  const text = await page.locator('.operation-text').boundingBox();
  const box = await around.boundingBox();
  expect([box?.x, box?.width]).toEqual([text?.x, text?.width]);
  expect(box?.y).toBeGreaterThanOrEqual((text?.y ?? Number.NaN) + (text?.height ?? Number.NaN));
});

test('a list runs from the side its language begins at, with its numbers', async ({ page }) => {
  await page.goto(`${built.url}reference/long/`);
  await expect(page.locator('.lead ol')).toHaveCSS('direction', 'rtl');
  await page.goto(`${built.url}reference/add-pet/`);
  await expect(page.locator('.lead')).toHaveCSS('direction', 'ltr');
});

test('the longest names of schemas fit on the narrowest screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`${built.url}reference/long/`);
  await expect(page.getByRole('main').getByText(LONG, { exact: true }).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

test('of very many values the first are shown, and any other by a press or its own address', async ({ page }) => {
  await page.goto(`${built.url}reference/long/`);
  const value = (name: string) => page.locator(`[id="query.kind=${name}"]`);
  const last = value('kind_44');
  await expect(value('kind_19')).toBeVisible();
  await expect(last).toBeHidden();
  await page.getByText('25 more values').click();
  await expect(last).toBeVisible();
  await page.goto(`${built.url}reference/#`);
  await page.goto(`${built.url}reference/long/#query.kind=kind_44`);
  await expect(last).toBeVisible();
});

test('a paragraph runs from the side its language begins at', async ({ page }) => {
  await page.goto(`${built.url}reference/add-pet/`);
  const [right, left] = await page
    .locator('.lead p')
    .evaluateAll((paragraphs) =>
      paragraphs.map((paragraph) => {
        const range = document.createRange();
        const text = paragraph.firstChild as Text;
        const box = paragraph.getBoundingClientRect();
        range.setStart(text, text.length - 1);
        range.setEnd(text, text.length);
        const stop = range.getBoundingClientRect();
        range.selectNodeContents(paragraph);
        const words = range.getBoundingClientRect();
        return { stopIsLast: stop.right >= words.right - 1, fromRight: box.right - words.right < 2 };
      }),
    )
    .then(([english, arabic]) => [arabic, english]);
  expect(right).toEqual({ stopIsLast: false, fromRight: true });
  expect(left).toEqual({ stopIsLast: true, fromRight: false });
});

test('words stand clear of the line below them', async ({ page }) => {
  await page.goto(`${built.url}reference/add-pet/`);
  const gap = (above: string, below: string) =>
    page.evaluate(
      ([first = '', second = '']) =>
        (document.querySelector(second)?.getBoundingClientRect().top ?? Number.NaN) -
        (document.querySelector(first)?.getBoundingClientRect().bottom ?? Number.NaN),
      [above, below],
    );
  expect(await gap('#authorization + p', '#authorization + p + .fields')).toBeGreaterThanOrEqual(8);
  await page.goto(`${built.url}reference/`);
  expect(await gap('.api-version', '.api-version + .prose')).toBeGreaterThanOrEqual(8);
});

test('a long name of a scope leaves room for what it allows', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`${built.url}reference/`);
  const [list, words] = await Promise.all(
    ['.values', '.values dd'].map((part) => page.locator(part).first().boundingBox()),
  );
  expect(words?.width).toBeGreaterThan((list?.width ?? Number.NaN) / 3);
});

test('the name of the example in the console can be read beside the buttons', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${built.url}reference/add-pet/`);
  await page.locator('[data-try]').click();
  const box = await page.locator('.console-body-head select').boundingBox();
  expect(box?.width).toBeGreaterThan(140);
});

test('what is current is told in colours of the reader, too', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${built.url}reference/add-pet/`);
  const styleOf = (selector: string, name: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, one) => getComputedStyle(element).getPropertyValue(one), name);
  const current = await styleOf('.nav a[aria-current="page"]', 'background-color');
  expect(current).not.toBe(await styleOf('.nav a:not([aria-current])', 'background-color'));
  expect(await styleOf('.nav a[aria-current="page"] .method', 'color')).toBe(
    await styleOf('.nav a[aria-current="page"]', 'color'),
  );
  expect(await styleOf('.sections a:not([aria-current])', 'border-bottom-color')).toBe(
    await styleOf('html', 'background-color'),
  );
});

test('on small screens what stays above the text hides none of it, and fades where more is beside it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${SITE}en/start/`);
  await page.evaluate(() => scrollTo(0, 700));
  const bar = page.locator('.contents-button');
  // Wherever the line is looked at there is its own ground.
  const seen = await bar.evaluate((line) => {
    const { left, right, top, bottom } = line.getBoundingClientRect();
    const points = [left + 1, (left + right) / 2, right - 1].map((x) =>
      document.elementFromPoint(x, (top + bottom) / 2),
    );
    return { width: right - left, isOwn: points.every((point) => point !== null && line.contains(point)) };
  });
  expect(seen).toEqual({ width: 358, isOwn: true });
  await bar.getByRole('button').click();
  await expect(page.locator('#pageContents')).toBeInViewport();

  await page.goto(`${SITE}en/reference/create-chat-completion/`);
  const sections = page.locator('.sections');
  const fades = (): Promise<string[]> =>
    sections.evaluate((line) => ['::before', '::after'].map((end) => getComputedStyle(line, end).opacity));
  await expect.poll(fades).toEqual(['0', '1']);
  expect(await sections.evaluate((line) => line.clientHeight)).toBeLessThan(45);
  await sections.evaluate((line) => line.scrollTo({ left: line.scrollWidth }));
  await expect.poll(fades).toEqual(['1', '0']);
  await page.setViewportSize({ width: 1000, height: 844 });
  await page.reload();
  await expect.poll(fades).toEqual(['0', '0']);
});

test('paper has no list to choose from', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${SITE}reference/create-embedding/`);
  await expect(page.locator('.example-pick')).toBeHidden();
});

test.describe('with script off', () => {
  test.use({ javaScriptEnabled: false });

  test('a sample stands clear of the words above it, and names of its languages in line with the code', async ({
    page,
  }) => {
    await page.goto(`${SITE}start/`);
    const gap = await page
      .locator('.prose > .shared + .code')
      .first()
      .evaluate((sample) => {
        const above = sample.previousElementSibling?.previousElementSibling?.getBoundingClientRect().bottom;
        return sample.getBoundingClientRect().top - (above ?? Number.NaN);
      });
    expect(gap).toBeGreaterThanOrEqual(8);
    const panel = page.locator('.code-panel:has(> .code-title)').first();
    const edges = await panel.evaluate((one) =>
      ['.code-title', 'pre'].map((part) => {
        const element = one.querySelector(part);
        return element ? getComputedStyle(element).paddingInlineStart : '';
      }),
    );
    expect(edges[0]).toBe(edges[1]);
  });
});
