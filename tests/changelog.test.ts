import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSiteLinks } from '../src/site/site-links.ts';
import { buildProject } from './builder/build.ts';
import { HISTORY } from './fixtures/history.ts';
import { writeFiles } from './project.ts';

let out = '';
const read = (path: string): string => readFileSync(join(out, path), 'utf8');
/** The words of a page's main part, with the addresses of its links: `New in 2.0.0 [/reference/changelog/#id]`. */
function words(path: string): string {
  const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(read(join(path, 'index.html'))) ?? [];
  return main
    .replace(/<wbr>|<\/?var>/g, '')
    .replace(/<a\b[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, '$2 [$1]')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}
/** The words of the element with an id, up to the next line of a list. */
function at(path: string, id: string): string {
  const html = read(join(path, 'index.html'));
  const start = html.indexOf(` id="${id}"`);
  expect(start, id).toBeGreaterThan(0);
  return html
    .slice(start, html.indexOf('<li', start))
    .replace(/^[^>]*>|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

const root = mkdtempSync(join(tmpdir(), 'curlew-changelog-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeAll(async () => {
  writeFiles(root, HISTORY);
  const { code, err } = await buildProject(root, ['--site', 'https://docs.example.com']);
  expect(code, err).toBe(0);
  out = join(root, 'dist');
}, 60_000);

describe('the changelog of an API', () => {
  it('tells each version, the newest first, in every language', () => {
    const page = words('reference/changelog');
    expect(page.indexOf('2.0.0 [#version-2.0.0]')).toBeLessThan(page.indexOf('1.10.0 [#version-1.10.0]'));
    expect(page).toContain('Compared with 1.10.0: 2 added, 1 changed, 2 removed, 2 of them breaking');
    expect(page).toContain('New operations Added List pets [/reference/list-pets/] GET /pets');
    expect(page).toContain('Removed operations Removed DELETE /pets/{id} breaking');
    expect(page).toContain('response status › 409 [/reference/add-pet/#response-409]: new response');
    expect(page).toContain('kind [/reference/schemas/pet/#schema.kind]: became required breaking');
    expect(page).toContain('colour : property removed');
    expect(page).toContain('This list begins after version 1.0.0');
    const chinese = words('zh-cn/reference/changelog');
    expect(chinese).toContain('与1.10.0相比：2项新增、1项变更、2项移除、其中2项不兼容');
    expect(chinese).toContain('响应 › 409 [/zh-cn/reference/add-pet/#response-409]：新增响应');
    expect(chinese).toContain('添加宠物 [/zh-cn/reference/add-pet/]');
  });

  it('is found like other pages', () => {
    expect(words('reference')).toContain('Changelog [/reference/changelog/]');
    expect(read('reference/index.html')).toMatch(
      /<nav class="nav"[\s\S]*href="\/reference\/changelog\/"[\s\S]*<\/nav>/,
    );
    expect(read('llms.txt')).toContain('[Changelog](https://docs.example.com/reference/changelog.md)');
    expect(read('reference.md')).toContain('[Changelog](https://docs.example.com/reference/changelog.md)');
    expect(read('sitemap-0.xml')).toContain('https://docs.example.com/zh-cn/reference/changelog/');
    const found = readdirSync(join(out, '_curlew/search'), { recursive: true, encoding: 'utf8' });
    const index = found.filter((name) => name.endsWith('.json')).map((name) => read(join('_curlew/search', name)));
    expect(index.some((text) => text.includes('reference/changelog/'))).toBe(true);
  });

  it('has a copy in Markdown', () => {
    const copy = read('reference/changelog.md');
    expect(copy).toMatch(/^# Changelog\n\nWhat changed from version to version of Pets\.\n\n## 2\.0\.0\n/);
    expect(copy).toContain('- Removed: `DELETE /pets/{id}` · **breaking**\n');
    expect(copy).toContain(
      '- Changed: `kind`: became required · **breaking**  \n  in `GET /pets/{id}`, `POST /pets`\n',
    );
    expect(read('zh-cn/reference/changelog.md')).toContain('- 变更：`kind`：改为必填 · **不兼容**');
  });

  it('leads to places that are there, as every link does', async () => {
    const { faults } = await readSiteLinks(out, '/');
    expect(faults).toEqual([]);
  });

  it('publishes no older description, and makes no API of it', () => {
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => /(?:^|\/)history\//.test(name))).toEqual([]);
    expect(files.filter((name) => /^openapi\/.*\.yaml$/.test(name))).toEqual(['openapi/pets.yaml']);
    expect(read('openapi/pets.yaml')).toContain('version: 2.0.0');
  });
});

describe('marks of recent versions', () => {
  it('stand at the operation, and lead to the changelog', () => {
    expect(words('reference/list-pets')).toContain('New in 2.0.0 [/reference/changelog/#version-2.0.0.new-operations');
    expect(words('reference/add-pet')).toContain('Changed in 2.0.0 [/reference/changelog/#version-2.0.0.');
    expect(words('zh-cn/reference/list-pets')).toContain('2.0.0新增 [/zh-cn/reference/changelog/#version-2.0.0.');
    expect(words('reference')).toMatch(/List pets New in 2\.0\.0/);
  });

  it('stand at a field and a value of a shared schema wherever it shows', () => {
    for (const [page, root] of [
      ['reference/get-pet', 'response-200'],
      ['reference/add-pet', 'body'],
      ['reference/add-pet', 'response-201'],
      ['reference/schemas/pet', 'schema'],
    ] as const) {
      expect(at(page, `${root}.tag`), page).toContain('New in 1.10.0');
      expect(at(page, `${root}.kind`), page).toMatch(/kind .* Changed in 2\.0\.0 .*"?bird"? New in 1\.10\.0/);
      expect(at(page, `${root}.name`), page).not.toMatch(/ in \d/);
    }
    expect(at('reference/add-pet', 'response-409')).toContain('New in 2.0.0');
    expect(at('zh-cn/reference/get-pet', 'response-200.tag')).toContain('1.10.0新增');
    expect(read('reference/get-pet/index.html')).toContain('aria-label="New in 1.10.0: tag, see the changelog"');
  });

  it('tell what an operation lost', () => {
    const page = words('reference/get-pet');
    expect(page).toContain('Removed in 2.0.0: Pet › colour [/reference/changelog/#version-2.0.0.pet.colour');
    expect(page).toContain('Removed in 1.10.0: query parameter › expand [/reference/changelog/#version-1.10.0.');
    expect(words('reference/list-pets')).not.toContain('Removed in');
    expect(words('zh-cn/reference/get-pet')).toContain('1.10.0已移除：查询参数 › expand');
  });

  it('stand in the copies too', () => {
    const copy = read('reference/get-pet.md');
    expect(copy).toContain('[Changed in 2.0.0](https://docs.example.com/reference/changelog.md)');
    expect(copy).toContain('Removed in 1.10.0: query parameter › `expand`');
    expect(copy).toMatch(/\*\*`tag`\*\* string · New in 1\.10\.0/);
    expect(copy).toContain('`bird` (New in 1.10.0)');
  });
});
