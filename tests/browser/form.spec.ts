import { expect, type Locator, type Page, test } from '@playwright/test';
import { en, type Messages } from '../../src/i18n/en.ts';
import { fill } from '../../src/i18n/translate.ts';
import { zhCN } from '../../src/i18n/zh-CN.ts';
import { describeForm } from '../fixtures/form-api.ts';
import { axeFaults } from './access.ts';
import { type BuiltSite, buildSite } from './built-site.ts';

let server: BuiltSite;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await buildSite({
    'openapi/forms.json': describeForm('https://forms.example'),
    'astro.config.mjs': `import curlew from 'curlew';\nexport default { integrations: [curlew({ languages: ['en', 'zh-CN'] })] };\n`,
  });
});

test.afterAll(async () => {
  await server.close();
});

const faults: string[] = [];
test.beforeEach(({ page }) => {
  faults.length = 0;
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
});
test.afterEach(() => expect(faults).toEqual([]));

/** Opens the console of an operation; `view` is chosen for its body. */
async function open(page: Page, operation: string, text: Messages, view?: 'form' | 'json'): Promise<Locator> {
  await page.goto(`${server.url}${text === en ? '' : 'zh-cn/'}reference/${operation}/`);
  await page.locator('[data-try]').first().click();
  const form = page.locator('.console');
  if (view)
    await form
      .getByRole('button', { name: text.console[view === 'form' ? 'viewForm' : 'viewJson'], exact: true })
      .click();
  return form;
}

/** The body as its source has it. */
async function source(form: Locator, text: Messages): Promise<string> {
  await form.getByRole('button', { name: text.console.viewJson, exact: true }).click();
  const value = await form.locator('.console-editor textarea').inputValue();
  await form.getByRole('button', { name: text.console.viewForm, exact: true }).click();
  await expect(form.locator('.form')).toBeVisible();
  return value;
}

const field = (form: Locator, path: string): Locator => form.locator(`[data-at="${path}"]`);
const control = (form: Locator, path: string): Locator => field(form, path).locator('[data-mark="control"]').first();

/** Adds an optional field of the whole body. */
async function add(form: Locator, name: string): Promise<void> {
  await form.locator('.form.is-body > .form-field > .form-control > .form-add > button').click();
  await form
    .locator('.form-add li button')
    .filter({ has: form.page().getByText(name, { exact: true }) })
    .first()
    .click();
}

for (const text of [en, zhCN]) {
  const words = text.consoleParts.form;
  test.describe(text.site.languageName, () => {
    test('an edit of a field changes its place in the source and nothing else', async ({ page }) => {
      const form = await open(page, 'order', text, 'form');
      const before = await source(form, text);
      expect(before).toContain('"big": 12345678901234567890');
      await control(form, '/title').fill('Supper "late"');
      expect(await source(form, text)).toBe(before.replace('"Dinner"', '"Supper \\"late\\""'));
      await control(form, '/count').fill('2.50');
      const after = before.replace('"Dinner"', '"Supper \\"late\\""').replace('1.0', '2.50');
      expect(await source(form, text)).toBe(after);
      // What the form shows of the source is there after it was edited there.
      await form.getByRole('button', { name: text.console.viewJson, exact: true }).click();
      await form.locator('.console-editor textarea').fill(after.replace('2.50', '7'));
      await form.getByRole('button', { name: text.console.viewForm, exact: true }).click();
      await expect(control(form, '/count')).toHaveValue('7');
      await expect(form).toContainText(fill(words.readOnlyKept, { names: 'id' }));
    });

    test('every kind of field writes its value', async ({ page }) => {
      const form = await open(page, 'order', text, 'form');
      const typed: readonly (readonly [name: string, act: (control: Locator) => Promise<unknown>, want: string])[] = [
        ['note', (one) => one.fill('a\nb'), '"note": "a\\nb"'],
        ['price', (one) => one.fill('12.30'), '"price": 12.30'],
        ['size', (one) => one.selectOption('"m"'), '"size": "m"'],
        ['level', (one) => one.selectOption('2'), '"level": 2'],
        ['paid', (one) => one.selectOption('true'), '"paid": true'],
        ['day', (one) => one.fill('2024-02-29'), '"day": "2024-02-29"'],
        ['at', (one) => one.fill('2024-02-29T10:00'), '"at": "2024-02-29T10:00:00Z"'],
        ['alarm', (one) => one.fill('07:30'), '"alarm": "07:30:00Z"'],
        ['kind', async () => {}, '"kind": "order"'],
        ['code', (one) => one.selectOption({ label: '"1"' }), '"code": "1"'],
        ['setup', async () => {}, '"setup": {"retries":[1]}'],
        ['extra', (one) => one.fill('{"x": [1.10]}'), '"extra": {"x": [1.10]}'],
        ['old', (one) => one.fill('z'), '"old": "z"'],
      ];
      for (const [name, act] of typed) {
        await add(form, name);
        await act(control(form, `/${name}`));
      }
      const written = await source(form, text);
      for (const [, , want] of typed) expect(written).toContain(want);
      await expect(control(form, '/size')).toContainText(/m · /);
      await expect(control(form, '/level')).toContainText('2 · High');
      await expect(field(form, '/old')).toContainText(text.console.deprecated);
      await expect(field(form, '/price')).toContainText(fill(words.constraintMultipleOf, { value: '0.01' }));
      // A number that is taken out leaves the body and keeps its field.
      await control(form, '/price').fill('');
      expect(await source(form, text)).not.toContain('price');
    });

    test('a password is masked until it is shown, and no browser takes it for one of the site', async ({ page }) => {
      const isMasked = (input: Locator) =>
        input.evaluate((one) => getComputedStyle(one).getPropertyValue('-webkit-text-security') === 'disc');
      const look = async (form: Locator, input: Locator, name: string): Promise<void> => {
        await input.fill('hush');
        expect(await isMasked(input)).toBe(true);
        await expect(input).toHaveAttribute('type', 'text');
        await expect(input).toHaveAttribute('autocomplete', 'off');
        const show = form.getByRole('button', { name: fill(text.console.showKeyFor, { name }) });
        await show.press('Enter');
        await expect(show).toHaveAttribute('aria-pressed', 'true');
        expect(await isMasked(input)).toBe(false);
        await expect(input).toHaveValue('hush');
      };
      const form = await open(page, 'order', text, 'form');
      await add(form, 'lock');
      await look(form, control(form, '/lock'), 'lock');
      expect(await source(form, text)).toContain('"lock": "hush"');
      // By its name, whatever control it has, and whatever lies in a list or an object of such a name.
      for (const name of ['password', 'otp', 'api_keys', 'credentials', 'private_key']) await add(form, name);
      const addKey = field(form, '/api_keys').getByRole('button', {
        name: fill(words.addItemTo, { name: 'api_keys' }),
      });
      await addKey.click();
      for (const [path, typed] of [
        ['/password', 'two\nlines'],
        ['/otp', '123'],
        ['/api_keys/0', 'key'],
        ['/credentials/user', 'me'],
        ['/private_key', '{"a": 1}'],
      ] as const) {
        const input = control(form, path);
        await input.fill(typed);
        expect([path, await isMasked(input)]).toEqual([path, true]);
        await expect(input).toHaveValue(typed);
        await field(form, path).locator('[aria-pressed="false"]').last().press('Enter');
        expect([path, await isMasked(input)]).toEqual([path, false]);
      }
      expect(JSON.parse(await source(form, text))).toMatchObject({
        password: 'two\nlines',
        otp: 123,
        api_keys: ['key'],
        credentials: { user: 'me' },
        private_key: { a: 1 },
      });
      const other = await open(page, 'find', text);
      await other.locator('summary', { hasText: fill(text.console.optionalParameters, { count: 6 }) }).click();
      await look(other, other.getByRole('textbox', { name: 'pin', exact: true }), 'pin');
    });

    test('what may be a secret shows in no request, sample or storage, and is copied on demand', async ({
      page,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const form = await open(page, 'updates', text);
      await form.getByRole('textbox', { name: 'token', exact: true }).fill('12:hush');
      await form.locator('summary', { hasText: fill(text.console.optionalParameters, { count: 1 }) }).click();
      await form.getByRole('textbox', { name: 'access_token', exact: true }).fill('hush too');
      await expect(form.locator('.console-request > summary')).toContainText(
        'https://bots.example/bot••••••••/updates?access_token=••••••••',
      );
      const code = page.locator('[data-panel="shell"] code').first();
      await expect(code).toContainText("'https://bots.example/bot{token}/updates?access_token={access_token}'");
      await page.getByRole('button', { name: text.console.copyWithKey }).click();
      const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
      await expect.poll(copied).toContain("'https://bots.example/bot12:hush/updates?access_token=hush%20too'");
      await form.locator('[data-send]').click();
      await form.getByRole('button', { name: text.console.more, exact: true }).click();
      await expect(form.locator('.console-history-path').first()).toContainText('/bot{token}/updates');
      const stored = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]));
      expect(stored).toContain('bot{token}');
      expect(stored).not.toContain('hush');
      expect(await page.evaluate(() => document.body.textContent)).not.toContain('hush');
    });

    test('null, a list by places, a map and what lies deeper', async ({ page }) => {
      const form = await open(page, 'order', text, 'form');
      await add(form, 'nick');
      await control(form, '/nick').fill('Bo');
      await field(form, '/nick').getByRole('checkbox').check();
      expect(await source(form, text)).toContain('"nick": null');
      await field(form, '/nick').getByRole('checkbox').uncheck();
      expect(await source(form, text)).toContain('"nick": "Bo"');

      await add(form, 'pair');
      const addPair = field(form, '/pair').getByRole('button', { name: fill(words.addItemTo, { name: 'pair' }) });
      await addPair.click();
      await control(form, '/pair/0').fill('x');
      await addPair.click();
      await expect(control(form, '/pair/1')).toBeFocused();
      await page.keyboard.type('3');
      await expect(addPair).toHaveCount(0);

      await add(form, 'labels');
      await field(form, '/labels').locator('[data-mark="add"]').click();
      await expect(field(form, '/labels/name').locator('[data-mark="name"]')).toBeFocused();
      await page.keyboard.type('red');
      await control(form, '/labels/red').fill('5');

      await add(form, 'lines');
      await field(form, '/lines').locator('[data-mark="add"]').click();
      await control(form, '/lines/0/name').fill('Soup');
      await control(form, '/lines/0/amount').fill('2');

      await add(form, 'parent');
      await field(form, '/parent').locator('[data-mark="control"]').first().waitFor();
      await control(form, '/parent/title').fill('Inner');
      const body = JSON.parse(await source(form, text));
      expect(body).toMatchObject({
        pair: ['x', 3],
        labels: { red: 5 },
        lines: [{ name: 'Soup', amount: 2 }],
        parent: { title: 'Inner' },
      });
    });

    test('a branch that is chosen sets its discriminator, and the other one comes back as it was', async ({ page }) => {
      const form = await open(page, 'order', text, 'form');
      const before = await source(form, text);
      const picker = field(form, '/shipping').getByRole('combobox', {
        name: fill(words.variant, { name: 'shipping' }),
      });
      await expect(picker.locator('option:checked')).toHaveText('Post');
      await picker.selectOption({ label: 'Pickup' });
      await control(form, '/shipping/shop').fill('Corner');
      const body = JSON.parse(await source(form, text));
      expect(body.shipping).toEqual({ by: 'Pickup', city: 'Ulm', shop: 'Corner' });
      await field(form, '/shipping').getByRole('combobox').first().selectOption({ label: 'Post' });
      expect(await source(form, text)).toBe(before);
    });

    test('a list is put in order by keyboard, told and focused', async ({ page }) => {
      const form = await open(page, 'order', text, 'form');
      const said = form.locator('[role="status"]').last();
      const item = (number: number): string => fill(words.itemOf, { number, name: 'tags' });
      await form.getByRole('button', { name: fill(words.moveDown, { name: item(1) }) }).focus();
      await page.keyboard.press('Enter');
      await expect(form.getByRole('button', { name: fill(words.moveDown, { name: item(2) }) })).toBeFocused();
      await expect(said).toHaveText(fill(words.moved, { name: item(1), number: 2, count: 3 }));
      await control(form, '/tags/2').focus();
      await page.keyboard.press('Alt+ArrowUp');
      await expect(control(form, '/tags/1')).toBeFocused();
      expect(JSON.parse(await source(form, text)).tags).toEqual(['b', 'c', 'a']);
      await form.getByRole('button', { name: fill(words.remove, { name: item(3) }) }).focus();
      await page.keyboard.press('Enter');
      await expect(form.getByRole('button', { name: fill(words.remove, { name: item(2) }) })).toBeFocused();
      await form.getByRole('button', { name: fill(words.addItemTo, { name: 'tags' }) }).focus();
      await page.keyboard.press('Enter');
      await page.keyboard.type('new');
      expect(JSON.parse(await source(form, text)).tags).toEqual(['b', 'c', 'new']);
    });

    test('a mistake in the source loses nothing and leads back to itself', async ({ page }) => {
      const form = await open(page, 'order', text, 'json');
      const editor = form.locator('.console-editor textarea');
      const broken = (await editor.inputValue()).replace('"count": 1.0,', '"count": 1.0');
      await editor.fill(broken);
      await form.getByRole('button', { name: text.console.viewForm, exact: true }).click();
      await expect(form).toContainText(words.formFault);
      await form.getByRole('button', { name: text.console.goToFault }).click();
      await expect(editor).toBeFocused();
      expect(await editor.inputValue()).toBe(broken);
    });

    test('what differs from the description is told at its field', async ({ page }) => {
      const form = await open(page, 'order', text, 'form');
      await control(form, '/count').fill('12');
      await expect(control(form, '/count')).toHaveAccessibleDescription(
        new RegExp(fill(text.consoleParts.advice.maximum, { limit: '9' })),
      );
      await control(form, '/count').fill('x');
      expect(await source(form, text)).toContain('"count": "x"');
    });

    test('forms and uploads have fields too', async ({ page }) => {
      const form = await open(page, 'login', text, 'form');
      await control(form, '/user').fill('ann');
      await add(form, 'roles');
      await field(form, '/roles').locator('[data-mark="add"]').click();
      await page.keyboard.type('admin');
      expect(JSON.parse(await source(form, text))).toMatchObject({ user: 'ann', roles: ['admin'] });
      const upload = await open(page, 'upload', text, 'form');
      await expect(control(upload, '/title')).toBeVisible();
      await expect(field(upload, '/photo')).toHaveCount(0);
      await expect(upload.locator('input[type="file"]')).toHaveCount(1);
    });

    test('parameters that take more than a line have fields, and their source', async ({ page }) => {
      const form = await open(page, 'find', text);
      const sent = form.locator('.console-request > summary');
      const ids = form.getByRole('group', { name: 'ids', exact: true });
      await ids.getByRole('button', { name: fill(words.addItemTo, { name: 'ids' }) }).click();
      await page.keyboard.type('42');
      await expect(sent).toContainText('ids=42');
      await form
        .locator('details > summary')
        .filter({ hasText: fill(text.console.optionalParameters, { count: 6 }) })
        .click();
      await form.getByLabel('since', { exact: true }).fill('2024-01-02');
      await form.getByLabel('sort', { exact: true }).selectOption('"down"');
      await form.getByRole('checkbox', { name: `${words.emptyValue} flag` }).check();
      await expect(sent).toContainText(/since=2024-01-02&sort=down&flag=(?:&|$)/);
      const filter = form.getByRole('group', { name: 'filter', exact: true });
      await filter.getByRole('button', { name: words.showJson }).click();
      await form.getByLabel('filter', { exact: true }).fill('{"name": "a"}');
      await expect(sent).toContainText('filter%5Bname%5D=a');
      // In a narrow window a control stands below its name.
      await page.setViewportSize({ width: 320, height: 800 });
      const boxes = [form.getByText('since', { exact: true }), form.getByLabel('since', { exact: true })];
      const [above, below] = await Promise.all(boxes.map((one) => one.boundingBox()));
      expect([below?.x, (below?.y ?? 0) > (above?.y ?? 0)]).toEqual([above?.x, true]);
      // Folded again, what is filled in stays in view.
      await form.locator('.console-group details[open] > summary').first().click();
      await expect(form.getByLabel('since', { exact: true })).toBeVisible();
      await expect(form.getByLabel('limit', { exact: true })).toBeHidden();
    });

    test('the editor completes names and values by keyboard', async ({ page }) => {
      const form = await open(page, 'order', text, 'json');
      const editor = form.locator('.console-editor textarea');
      const list = form.getByRole('listbox', { name: text.consoleParts.editor.suggestions });
      await editor.fill('{\n  "title": "T",\n  \n}');
      await editor.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(20, 20));
      await expect(form.locator('.assist-line')).toBeVisible();
      await editor.pressSequentially('"si');
      await expect(list.getByRole('option')).toHaveText([/^size/]);
      await expect(editor).toHaveAttribute(
        'aria-activedescendant',
        (await list.getByRole('option').getAttribute('id')) ?? '',
      );
      await page.keyboard.press('Enter');
      await expect(list.getByRole('option')).toHaveCount(3);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await expect(editor).toHaveValue('{\n  "title": "T",\n  "size": "m"\n}');
      await expect(list).toBeHidden();
      await expect(form.locator('.assist-line')).toContainText('size');
      await page.keyboard.press('ControlOrMeta+Z');
      await page.keyboard.press('ControlOrMeta+Z');
      await expect(editor).not.toHaveValue(/"m"/);
      await page.keyboard.press('Control+Space');
      await page.keyboard.press('Escape');
      await expect(list).toBeHidden();
      await expect(editor).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(editor).not.toBeFocused();
    });

    test('has no fault that axe finds, and never scrolls sideways', async ({ page }) => {
      test.setTimeout(90_000);
      await page.setViewportSize({ width: 320, height: 800 });
      const form = await open(page, 'order', text, 'form');
      for (const name of ['lines', 'nick', 'labels', 'at', 'either', 'parent']) await add(form, name);
      await field(form, '/lines').locator('[data-mark="add"]').click();
      await field(form, '/labels').locator('[data-mark="add"]').click();
      // What stays in place covers a part of something else wherever a page is scrolled to.
      await page.evaluate(() => scrollTo(0, 0));
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        expect(await axeFaults(page, undefined, '.console')).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });
}

for (const width of [390, 1440]) {
  test(`whatever the focus comes to is seen beside the bar of Send, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    const form = await open(page, 'order', en, 'form');
    await expect(control(form, '/title')).toBeVisible();
    await form.getByRole('combobox').first().focus();
    const hidden: string[] = [];
    let steps = 0;
    for (; steps < 60; steps += 1) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const one = document.activeElement;
        if (!one?.closest('.console-form, .console-request')) return undefined;
        const { x, y, width: across, height } = one.getBoundingClientRect();
        const at = document.elementFromPoint(x + across / 2, y + height / 2);
        return { isSeen: at !== null && (one.contains(at) || at.contains(one)), name: one.ariaLabel ?? one.id };
      });
      if (!found) break;
      if (!found.isSeen) hidden.push(found.name);
    }
    expect(steps).toBeGreaterThan(20);
    expect(hidden).toEqual([]);
  });
}

test('what the server refuses is told at its field, whatever the view', async ({ page }) => {
  // The sandbox holds the body against its description.
  const form = await open(page, 'order', en, 'form');
  await control(form, '/count').fill('12');
  await page.locator('[data-send]').click();
  await expect(form.getByRole('region', { name: en.console.answer })).toContainText(/4\d\d/);
  await expect(control(form, '/count')).toHaveAttribute('aria-invalid', 'true');
  await form.locator('.console-body-status').getByRole('button', { name: en.console.goToFault }).first().click();
  await expect(form.locator('.console-editor textarea')).toBeFocused();
});

test('the tab keeps the view that was chosen', async ({ page }) => {
  const form = await open(page, 'order', en, 'form');
  await expect(form.locator('.form')).toBeVisible();
  await open(page, 'login', en);
  await expect(page.locator('.console .form')).toBeVisible();
});

test('what was typed is there again after a reload and in another language, but for secrets', async ({ page }) => {
  let form = await open(page, 'find', en);
  const sent = page.locator('.console-request > summary');
  const fillOptional = async (name: string, value: string): Promise<void> => {
    const field = form.getByLabel(name, { exact: true });
    if (!(await field.isVisible())) await form.locator('details > summary').filter({ hasText: '(6)' }).click();
    await field.fill(value);
  };
  await form
    .getByRole('group', { name: 'ids', exact: true })
    .getByRole('button', { name: fill(en.consoleParts.form.addItemTo, { name: 'ids' }) })
    .click();
  await page.keyboard.type('42');
  await fillOptional('limit', '7');
  await fillOptional('pin', 'hush');
  await expect(sent).toContainText('ids=42');
  // It comes with what keeps the form.
  const isLoaded = (): Promise<void> => page.locator('.copy-key').waitFor({ state: 'attached' });
  await isLoaded();

  await page.reload();
  await page.locator('[data-try]').click();
  await expect(sent).toContainText('?ids=1&ids=42&limit=7');
  await expect(page.getByLabel('pin', { exact: true })).toHaveValue('');
  form = await open(page, 'order', en, 'json');
  await form.locator('.console-editor textarea').fill('{"title": "half');
  await isLoaded();
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('hush');

  await open(page, 'find', zhCN);
  await expect(sent).toContainText('?ids=1&ids=42&limit=7');
  // What is taken back stays so.
  await fillOptional('limit', '');
  form = await open(page, 'order', zhCN, 'json');
  await expect(form.locator('.console-editor textarea')).toHaveValue('{"title": "half');
  await open(page, 'find', en);
  await expect(sent).toContainText('?ids=1&ids=42');
  await expect(sent).not.toContainText('limit');
});
