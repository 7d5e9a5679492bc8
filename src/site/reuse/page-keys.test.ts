import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from '../../../tests/fixtures/second-build.ts';
import { writeFiles, writeProject } from '../../../tests/project.ts';
import { type LoadOptions, loadApi } from '../../openapi/load.ts';
import { operationSlug, webhookSlug } from '../../views/urls.ts';
import type { CurlewOptions } from '../options.ts';
import { openProject, publicFolder } from '../project.ts';
import { readProject } from '../read-project.ts';
import { type Run, withRun } from '../run.ts';
import { apisOf, type SiteData } from '../site-data.ts';
import type { KeptResult } from './kept-descriptions.ts';
import { openLastBuild } from './last-build.ts';
import { contentKey, type OwnPage, pageKey, siteKey } from './page-keys.ts';

/** The pages about an operation, a webhook or a schema, by names that say which. */
function pagesOf(site: SiteData): Map<string, OwnPage> {
  const pages = site.locales.flatMap((locale) =>
    apisOf(site, locale).flatMap((api): [string, OwnPage][] => [
      ...api.operations.map((operation): [string, OwnPage] => [
        `${locale} ${api.id} ${operationSlug(api, operation)}`,
        { kind: 'operation', locale, api, operation },
      ]),
      ...(api.webhooks ?? []).map((webhook): [string, OwnPage] => [
        `${locale} ${api.id} webhook ${webhookSlug(api, webhook)}`,
        { kind: 'webhook', locale, api, webhook },
      ]),
      ...Object.keys(api.schemas).map((id): [string, OwnPage] => [
        `${locale} ${api.id} ${id.replace('#/components/schemas/', '')}`,
        { kind: 'schema', locale, api, id, sheet: 1 },
      ]),
    ]),
  );
  return new Map(pages);
}

async function load(file: string, options: LoadOptions): Promise<KeptResult> {
  const result = await loadApi(file, options);
  return { ...result, modelKey: JSON.stringify(result.api) };
}

async function keysOf(root: string, options: CurlewOptions = {}): Promise<{ keys: Map<string, string>; site: string }> {
  const project = openProject(root);
  const place = { base: '/', publicDir: publicFolder(project), load };
  const { data, diagnostics } = await readProject(project, options, place);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const run: Run = { project, diagnostics: [], troubles: [], lastBuild: openLastBuild(join(root, 'dist'), true) };
  const keys = new Map<string, string>();
  let site = '';
  await withRun(run, async () => {
    for (const [name, page] of pagesOf(data)) {
      for (const [part, keyOf] of [['page', pageKey] as const, ['content', contentKey] as const]) {
        const key = keyOf(data, page);
        expect(key, name).toMatch(/^[0-9a-f]{64}$/);
        keys.set(`${part} ${name}`, key ?? '');
      }
    }
    site = siteKey(data) ?? '';
  });
  return { keys, site };
}

const OPTIONS: CurlewOptions = { title: 'Pets', logo: '/logo.svg' };

interface Row {
  readonly name: string;
  readonly edit?: { readonly [path: string]: readonly [before: string, after: string] };
  readonly write?: { readonly [path: string]: string };
  readonly options?: CurlewOptions;
  /** The keys that become others; `/ pets /` of both kinds in every language. */
  readonly changed: RegExp | undefined;
}

const PETS = 'openapi/pets.yaml';

const rows: readonly Row[] = [
  { name: "a guide's text", edit: { 'docs/en/start.mdx': ['Do it.', 'Do it now.'] }, changed: undefined },
  { name: "a guide's title", edit: { 'docs/en/start.mdx': ['title: Start', 'title: Begin'] }, changed: /^page/ },
  { name: 'a guide', write: { 'docs/en/more.mdx': '---\ntitle: More\n---\n\nMore.\n' }, changed: /^page/ },
  { name: 'an option', options: { ...OPTIONS, title: 'Cats' }, changed: /./ },
  { name: 'the logo', edit: { 'public/logo.svg': ['M0 0h8v8z', 'M0 0h8v4z'] }, changed: /^page/ },
  { name: 'a picture for tabs', write: { 'public/favicon.svg': '<svg/>' }, changed: /^page/ },
  { name: "the API's version", edit: { [PETS]: ["version: '1.0'", "version: '1.1'"] }, changed: /./ },
  { name: 'a server', edit: { [PETS]: ['https://api.example.com', 'https://api2.example.com'] }, changed: /./ },
  { name: 'a security scheme', edit: { [PETS]: ['Yours from the app.', 'From the app.'] }, changed: /./ },
  { name: 'a tag', edit: { [PETS]: ['What pets play with.', 'What pets chew.'] }, changed: /./ },
  { name: "an operation's id", edit: { [PETS]: ['operationId: listLostToys', 'operationId: lostToys'] }, changed: /./ },
  {
    name: 'what is deprecated',
    edit: { [PETS]: ['operationId: getPet,', 'operationId: getPet, deprecated: true,'] },
    changed: /./,
  },
  {
    name: 'a schema that nothing uses',
    edit: { [PETS]: ['    Toys: {', '    More: { type: string }\n    Toys: {'] },
    changed: /./,
  },
  {
    name: 'an older version',
    write: { 'openapi/history/pets/one.yaml': PROJECT[PETS]?.replace('name: { type', 'nick: { type') ?? '' },
    changed: /./,
  },
  { name: "an operation's text", edit: { [PETS]: ['One more.', 'Another.'] }, changed: / pets create-pet$/ },
  {
    name: "an operation's title, which lists and pages that lead to it show",
    edit: { [PETS]: ['summary: List pets', 'summary: All pets'] },
    // In Chinese it has another one.
    changed: /^page en pets |^content en pets list-pets$/,
  },
  {
    name: 'a schema two references deep',
    edit: { [PETS]: ['The city.', 'The town.'] },
    changed: / pets (?:Pet|Owner|Address|list-pets|create-pet|get-pet|webhook pet-lost)$/,
  },
  {
    name: 'who uses a schema, and what that tells of others',
    edit: {
      [PETS]: [
        "summary: Get a pet, description: The one., parameters: [{ name: petId, in: path, required: true, schema: { type: string } }], responses: { '200': { description: The pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }",
        "summary: Get a pet, description: The one., parameters: [{ name: petId, in: path, required: true, schema: { type: string } }], responses: { '200': { description: The pet. } }",
      ],
    },
    changed: / pets (?:get-pet|list-pets|create-pet)$|^page \S+ pets Pet$/,
  },
  {
    name: 'a text of one language',
    edit: { 'openapi/pets.zh-CN.overlay.yaml': ['全部玩具。', '所有玩具。'] },
    changed: / zh-CN pets list-toys$/,
  },
  {
    name: 'a text that gets a translation, of the same words',
    edit: {
      'openapi/pets.zh-CN.overlay.yaml': [
        'actions:',
        'actions:\n  - { target: "$.paths[\'/pets\'].post", update: { description: One more. } }',
      ],
    },
    changed: / zh-CN pets create-pet$/,
  },
  {
    name: 'the other API',
    edit: { 'openapi/shop.yaml': ['Its number.', 'A number.'] },
    changed: / shop (?:Order|get-order)$/,
  },
];

it.each(rows)('what changes with $name', async ({ edit = {}, write = {}, options = OPTIONS, changed }) => {
  const root = writeProject(PROJECT);
  const { keys: before, site } = await keysOf(root, OPTIONS);
  for (const [path, [old, now]] of Object.entries(edit)) {
    const text = readFileSync(join(root, path), 'utf8');
    expect(text).toContain(old);
    writeFileSync(join(root, path), text.replaceAll(old, now));
  }
  writeFiles(root, write);
  const { keys: after, site: siteAfter } = await keysOf(root, options);
  const others = [...after.keys()].filter((name) => before.get(name) !== after.get(name));
  expect(others).toEqual([...after.keys()].filter((name) => changed?.test(name)));
  expect(site).toMatch(/^[0-9a-f]{64}$/);
  expect(siteAfter === site).toBe(changed === undefined);
});

it('every page has keys of its own', async () => {
  const { keys } = await keysOf(writeProject(PROJECT), OPTIONS);
  expect(keys.size).toBeGreaterThan(40);
  expect(new Set(keys.values()).size).toBe(keys.size);
});

it('nothing has a key where nothing is reused', async () => {
  const project = openProject(writeProject(PROJECT));
  const { data } = await readProject(project, OPTIONS, { base: '/', publicDir: publicFolder(project) });
  const pages = [...pagesOf(data).values()];
  expect(pages.map((page) => pageKey(data, page))).toEqual(pages.map(() => undefined));
  expect(siteKey(data)).toBeUndefined();
});
