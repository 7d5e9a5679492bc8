import { expect, type Locator, type Page, test } from '@playwright/test';
import { en } from '../../src/i18n/en.ts';
import { type BuiltSite, buildSite } from './built-site.ts';

const text = en.console;
let server: BuiltSite;

const note = { $ref: '#/components/schemas/Note' };
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const parameters = [{ name: 'noteId', in: 'path', required: true, schema: { type: 'integer' } }];
const DESCRIPTION = {
  openapi: '3.1.0',
  info: { title: 'Notes', version: '1' },
  servers: [{ url: 'https://notes.example.com/v1' }],
  paths: {
    '/notes': {
      get: {
        operationId: 'listNotes',
        responses: { 200: { description: 'All.', ...json({ type: 'array', items: note }) } },
      },
      post: {
        operationId: 'createNote',
        requestBody: { required: true, ...json(note) },
        responses: { 201: { description: 'Made.', ...json(note) } },
      },
    },
    '/notes/{noteId}': {
      parameters,
      get: {
        operationId: 'readNote',
        responses: {
          200: { description: 'One.', ...json(note) },
          404: {
            description: 'None.',
            ...json({ type: 'object', properties: { message: { type: 'string' } } }),
          },
        },
      },
      delete: { operationId: 'deleteNote', responses: { 204: { description: 'Gone.' } } },
    },
  },
  components: {
    schemas: {
      Note: {
        type: 'object',
        required: ['title'],
        properties: {
          id: { type: 'integer', readOnly: true },
          title: { type: 'string' },
          password: { type: 'string', writeOnly: true },
        },
      },
    },
  },
};

test.beforeAll(async () => {
  test.setTimeout(120_000);
  server = await buildSite({ 'openapi/notes.json': JSON.stringify(DESCRIPTION) });
});

test.afterAll(async () => {
  await server.close();
});

async function send(page: Page, operation: string, fill: (form: Locator) => Promise<void> = async () => {}) {
  await page.goto(`${server.url}reference/${operation}/`);
  await page.locator('[data-try]').click();
  const form = page.locator('.console');
  await fill(form);
  await page.locator('[data-send]').click();
  return form.getByRole('region', { name: text.answer, exact: true });
}

test('what is created on one page is read on another, and gone after it was deleted', async ({ page, context }) => {
  const elsewhere: string[] = [];
  page.on('pageerror', (error) => elsewhere.push(error.message));
  page.on('request', (request) => !request.url().startsWith(server.url) && elsewhere.push(request.url()));

  const made = await send(page, 'create-note', (form) =>
    form.locator('.console-editor textarea').fill('{ "title": "Buy bread", "password": "do-not-keep" }'),
  );
  await expect(made).toContainText('201');
  await expect(made).toContainText('Buy bread');

  const number = (form: Locator) => form.getByLabel('noteId', { exact: true }).fill('1');
  await expect(await send(page, 'read-note', number)).toContainText('Buy bread');
  await expect(await send(page, 'list-notes')).toContainText('Buy bread');
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('do-not-keep');

  const other = await context.newPage();
  await expect(await send(other, 'read-note', number)).toContainText('"string"');
  await other.close();

  await expect(await send(page, 'delete-note', number)).toContainText('204');
  const gone = await send(page, 'read-note', number);
  await expect(gone).toContainText('404');
  await expect(gone).toContainText('it was deleted in this sandbox');
  expect(elsewhere).toEqual([]);
});
