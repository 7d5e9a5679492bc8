import { expect, test } from '@playwright/test';
import { fieldKind, parameterSchema, typedValue } from '../../src/console/fields/parameter-text.ts';
import { en } from '../../src/i18n/en.ts';
import type { Api } from '../../src/model/api.ts';
import { loadApi } from '../../src/openapi/load.ts';
import { buildRequest } from '../../src/request/build.ts';
import { defaultValues } from '../../src/request/defaults.ts';
import type { RequestValues } from '../../src/request/values.ts';
import { describeOperations, OPERATIONS, type TypedOperation } from '../fixtures/serialization.ts';
import { type Recorder, startRecorder } from '../recorder.ts';
import { compareSent, fileBytes } from '../samples/send-all.ts';
import { type BuiltSite, buildSite } from './built-site.ts';

const text = en.console;
let server: BuiltSite;
let recorder: Recorder;
let api: Api;

// One worker, so that the site is built once.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  recorder = await startRecorder();
  server = await buildSite({
    'openapi/values.json': describeOperations(`${recorder.url}/case-0`),
    'astro.config.mjs': `import curlew from 'curlew';\nexport default { integrations: [curlew({ connect: ['${recorder.url}'] })] };\n`,
  });
  const loaded = await loadApi('openapi/values.json', { root: server.folder });
  if (!loaded.api) throw new Error(JSON.stringify(loaded.diagnostics));
  api = loaded.api;
});

test.afterAll(async () => {
  await server.close();
  await recorder.close();
});

/** The values that a form holds once this is typed. */
function typedValues(given: TypedOperation): RequestValues {
  const operation = operationOf(given);
  const usual = defaultValues(api, operation);
  const { body } = given;
  const files = Object.entries(body?.files ?? {}).flatMap(([at, names]) =>
    names.map((name) => ({ at, name, ...(at === 'photo' ? { contentType: 'image/png' } : {}) })),
  );
  return {
    ...usual,
    parameters: given.parameters.flatMap(({ in: place, name, typed }) => {
      const parameter = operation.parameters.find((one) => one.in === place && one.name === name);
      const value = parameter && typedValue(fieldKind(parameterSchema(api.schemas, parameter)), typed);
      return value === undefined ? [] : { in: place, name, value };
    }),
    ...(body
      ? { body: { mediaType: body.mediaType, text: body.typed ?? '', ...(files.length > 0 ? { files } : {}) } }
      : {}),
  };
}

function operationOf({ id }: TypedOperation): Api['operations'][number] {
  const found = api.operations.find(({ operationId }) => operationId === id);
  if (!found) throw new Error(`no operation ${id}`);
  return found;
}

for (const given of OPERATIONS) {
  test(`what is typed for ${given.id} arrives as every sample sends it`, async ({ page }) => {
    const { request, problems } = buildRequest(api, operationOf(given), typedValues(given));
    expect(problems).toEqual([]);
    recorder.requests.length = 0;
    await page.goto(`${server.url}reference/${given.id}/`);
    await page.locator('[data-try]').click();
    const form = page.locator('.console');
    await form.getByLabel(text.answeredBy).selectOption('server-0');
    // Each that is opened leaves the list.
    const folded = form.locator('details:not([open]) > summary');
    while ((await folded.count()) > 0) await folded.first().click();
    for (const { in: place, name, typed } of given.parameters) {
      const parameter = operationOf(given).parameters.find((one) => one.in === place && one.name === name);
      // Lists and objects have fields of their own, and their source beside them.
      if (parameter && fieldKind(parameterSchema(api.schemas, parameter)) === 'json') {
        const fields = form.locator('.form').filter({ has: page.getByText(name, { exact: true }) });
        await fields.getByRole('button', { name: en.consoleParts.form.showJson }).click();
      }
      await form.getByLabel(name, { exact: true }).fill(typed);
    }
    const { body } = given;
    if (body?.typed !== undefined) await form.locator('.console-editor textarea').fill(body.typed);
    for (const [at, names] of Object.entries(body?.files ?? {})) {
      const picked = names.map((name) => ({
        name,
        mimeType: name.endsWith('.png') ? 'image/png' : '',
        buffer: fileBytes(name),
      }));
      await form.getByLabel(at || text.bodyFile, { exact: true }).setInputFiles(picked);
    }
    await page.locator('[data-send]').click();
    const record = await recorder.request(0);
    const { found, wanted } = compareSent(record, request, {});
    expect(found).toEqual(wanted);
  });
}

test('a server gets no file that was not chosen, and the sandbox needs none', async ({ page }) => {
  recorder.requests.length = 0;
  await page.goto(`${server.url}reference/file-body/`);
  await page.locator('[data-try]').click();
  const form = page.locator('.console');
  await page.locator('[data-send]').click();
  await expect(form.getByRole('region', { name: text.answer })).toContainText('200');
  await form.getByLabel(text.answeredBy).selectOption('server-0');
  await page.locator('[data-send]').click();
  await expect(form).toContainText('Choose the file file.png first.');
  expect(recorder.requests).toEqual([]);
});
