import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { guide, petsYaml } from '../foreign/files.ts';

const BIN = resolve(import.meta.dirname, '../../src/cli/bin.js');
const PETS = 'openapi/pets.yaml';
const START = 'docs/en/start.mdx';
const CONFIG = 'astro.config.mjs';
const TIMEOUT = 20_000;

const FILES: { readonly [path: string]: string } = {
  [PETS]: petsYaml().replace(
    '        - name: colour',
    '        - { name: access_token, in: query, schema: { type: string } }\n        - name: colour',
  ),
  [START]: guide('Start', 'Hello.'),
  'docs/zh-CN/start.mdx': guide('开始', '你好。'),
  [CONFIG]: config('Before'),
};

function config(title: string): string {
  return `import { defineConfig } from 'astro/config';
import curlew from 'curlew';
export default defineConfig({ integrations: [curlew({ title: '${title}' })] });
`;
}

let folder = '';
let child: ChildProcess;
let printed = '';
let site = '';
let sandbox = '';

const save = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const remove = (path: string): void => rmSync(join(folder, path));
/** What one of the files says, with one thing in it replaced. */
const change = (path: string, from: string, to: string): void => {
  const text = readFileSync(join(folder, path), 'utf8');
  expect(text).toContain(from);
  save(path, text.replace(from, to));
};

/** Opens a page and waits until it hears of saved files. */
async function open(page: Page, path: string): Promise<void> {
  const listens = page.waitForEvent('console', (message) => message.text().includes('[vite] connected'));
  await page.goto(site + path);
  await listens;
}

const overlay = (page: Page) => page.locator('vite-error-overlay #message-content');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

test.describe.configure({ mode: 'serial' });
test.use({ locale: 'en-GB' });

test.beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'curlew-reload-')));
  for (const [path, text] of Object.entries(FILES)) save(path, text);
  child = spawn(process.execPath, [BIN, 'dev', '.', '--port', '0'], { cwd: folder });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  await expect.poll(() => printed, { timeout: TIMEOUT }).toContain('Ctrl-C stops both.');
  site = /Site: +(\S+)/.exec(printed)?.[1] ?? '';
  sandbox = /Sandbox: +(\S+)/.exec(printed)?.[1] ?? '';
});

test.afterAll(async () => {
  if (child.exitCode === null) {
    const closed = once(child, 'close');
    child.kill('SIGINT');
    await closed;
  }
  rmSync(folder, { recursive: true, force: true });
});

test.beforeEach(({ page }) => {
  page.setDefaultTimeout(TIMEOUT);
});

test('a saved description shows on the open page, and its sandbox answers anew', async ({ page }) => {
  await open(page, 'reference/list-pets/');
  change(PETS, 'summary: List pets', 'summary: List all pets');
  await expect(heading(page, 'List all pets')).toBeVisible();
  change(PETS, 'example: [Rex]', 'example: [Bello]');
  await expect.poll(async () => (await fetch(`${sandbox}/pets?limit=1`)).text()).toContain('Bello');
  change(PETS, 'summary: List all pets', 'summary: List pets');
  await expect(heading(page, 'List pets')).toBeVisible();
});

test('an overlay that is added, changed and removed', async ({ page }) => {
  await open(page, 'zh-cn/reference/list-pets/');
  const overlayOf = (summary: string): string => `overlay: 1.0.0
info: { title: 中文, version: '1' }
actions:
  - target: $.paths['/pets'].get
    update: { summary: ${summary} }
`;
  save('openapi/pets.zh-CN.overlay.yaml', overlayOf('列出宠物'));
  await expect(heading(page, '列出宠物')).toBeVisible();
  save('openapi/pets.zh-CN.overlay.yaml', overlayOf('所有宠物'));
  await expect(heading(page, '所有宠物')).toBeVisible();
  remove('openapi/pets.zh-CN.overlay.yaml');
  await expect(heading(page, 'List pets')).toBeVisible();
});

test('a broken description shows its mistake, also on a page opened now, until it is mended', async ({ page }) => {
  await open(page, 'reference/list-pets/');
  change(PETS, 'summary: List pets', 'summary: [List pets');
  await expect(overlay(page)).toContainText(`${PETS}:12:7 error yaml-syntax`);
  await expect.poll(() => printed).toContain('yaml-syntax');
  await open(page, 'start/');
  await expect(overlay(page)).toContainText('yaml-syntax');
  change(PETS, 'summary: [List pets', 'summary: List every pet');
  await expect(overlay(page)).toHaveCount(0);
  await open(page, 'reference/list-pets/');
  await expect(heading(page, 'List every pet')).toBeVisible();
  await expect.poll(() => printed).toContain('The mistakes are gone.');
  change(PETS, 'summary: List every pet', 'summary: List pets');
  await expect(heading(page, 'List pets')).toBeVisible();
});

test('a guide: saved, broken and mended, added and removed', async ({ page }) => {
  await open(page, 'start/');
  save(START, guide('Start', 'Hello again.'));
  await expect(page.getByText('Hello again.')).toBeVisible();
  save(START, guide('Start', 'Hello <Bad'));
  await expect(overlay(page)).toContainText(`${START}:5:7 error mdx-syntax`);
  save(START, guide('Start', 'Mended.'));
  await expect(page.getByText('Mended.')).toBeVisible();
  await expect(overlay(page)).toHaveCount(0);
  const link = page.getByRole('link', { name: 'Second guide' }).first();
  save('docs/en/second.mdx', guide('Second guide', 'New.'));
  await expect(link).toBeVisible();
  remove('docs/en/second.mdx');
  await expect(link).toHaveCount(0);
});

test('a description that comes and goes', async ({ page }) => {
  await open(page, 'start/');
  save('openapi/zoo.yaml', petsYaml('Zoo', 'zoo.example.com').replaceAll('/pets', '/animals'));
  await expect.poll(async () => (await fetch(`${site}reference/zoo/list-pets/`)).status).toBe(200);
  await expect.poll(async () => (await fetch(`${sandbox}/animals?limit=1`)).status).toBe(200);
  remove('openapi/zoo.yaml');
  // Beside another description, the address from before it leads on, and so is there all the time.
  await expect.poll(async () => (await fetch(`${site}reference/zoo/list-pets/`)).status).toBe(404);
  expect((await fetch(`${site}reference/list-pets/`)).status).toBe(200);
});

test('what was typed in the console and how far the page was scrolled are kept', async ({ page }) => {
  await open(page, 'reference/add-pet/');
  await page.getByRole('button', { name: 'Try it' }).click();
  const body = page.getByLabel('Request body application/json');
  await body.fill('{ "name": "Bello" }');
  await page.setViewportSize({ width: 1440, height: 300 });
  await page.evaluate(() => scrollTo(0, 120));
  change(PETS, 'What it is called.', 'Its call name.');
  await expect(page.getByText('Its call name.').first()).toBeAttached();
  await expect(body).toHaveValue('{ "name": "Bello" }');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(120);
  // Once more, since what was filled in again has to be kept again.
  change(PETS, 'Its call name.', 'A name.');
  await expect(page.getByText('A name.').first()).toBeAttached();
  await expect(body).toHaveValue('{ "name": "Bello" }');

  await open(page, 'reference/list-pets/');
  await expect(page.getByRole('region', { name: 'Try it' })).toBeHidden();
  await page.getByRole('button', { name: 'Try it' }).click();
  await page.getByRole('textbox', { name: 'limit' }).fill('3');
  const optional = page.locator('.console summary', { hasText: 'Optional' });
  await optional.click();
  await page.getByRole('textbox', { name: 'access_token' }).fill('tok-1');
  change(PETS, 'name: colour', 'name: size');
  await expect(page.getByLabel('size')).toBeAttached();
  await expect(page.getByRole('textbox', { name: 'limit' })).toHaveValue('3');
  // What may be a secret lies in no storage.
  await optional.click();
  await expect(page.getByRole('textbox', { name: 'access_token' })).toHaveValue('');
});

test('a saved config is used at once, a wrong one told until it is mended', async ({ page }) => {
  test.setTimeout(90_000);
  const mistakes = [
    { text: config('x').replace('title:', 'titel:'), want: `${CONFIG}:3:55 error option-unknown` },
    { text: 'export default {{', want: 'error config-syntax' },
    { text: "throw new Error('boo');", want: 'The config fails when it is read: boo.' },
    { text: 'export default { markdown: 7 };', want: 'error option-wrong' },
  ];
  await open(page, 'start/');
  for (const [index, { text, want }] of mistakes.entries()) {
    save(CONFIG, text);
    await expect(overlay(page)).toContainText(want, { timeout: TIMEOUT });
    const listens = page.waitForEvent('console', (message) => message.text().includes('[vite] connected'));
    save(CONFIG, config(`Title ${index}`));
    await expect(page.getByRole('banner').getByText(`Title ${index}`)).toBeVisible({ timeout: TIMEOUT });
    await listens;
    await expect(overlay(page)).toHaveCount(0);
  }
});
