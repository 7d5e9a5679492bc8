import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProject } from './builder/build.ts';
import { readPage } from './facts/page.ts';
import { writeFiles } from './project.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures/versions');
const root = mkdtempSync(join(tmpdir(), 'curlew-same-text-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** `common-2.0.yaml` → `common20`: a name that tells a version alone would make it one of an API. */
const idOf = (name: string): string => name.replace(/\.yaml$/, '').replace(/[^a-z\d]/g, '');

beforeAll(async () => {
  const descriptions = readdirSync(FIXTURES).map((name) => [
    `openapi/${idOf(name)}.yaml`,
    readFileSync(join(FIXTURES, name)),
  ]);
  writeFiles(root, {
    'astro.config.mjs': `import curlew from 'curlew';
export default { integrations: [curlew({ languages: ['en', 'zh-CN'] })] };
`,
    ...Object.fromEntries(descriptions),
  });
  const { code, err } = await buildProject(root);
  expect(code, err).toBe(0);
});

/** What a reader sees on each page of an API, by the page's path. Schemas are listed as they are first met. */
function texts(id: string, locale: string): Record<string, string> {
  const folder = join(root, 'dist', locale, 'reference', id);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  return Object.fromEntries(
    names.sort().map((name) => {
      const html = readFileSync(join(folder, name), 'utf8').replace(/<ul class="schema-list">[\s\S]*?<\/ul>/g, (list) =>
        list.split('<li>').sort().join('<li>'),
      );
      // Samples read secrets from variables that bear the API's name.
      const text = readPage(html, `/reference/${name}`).whole.unglued().flat.replaceAll(id.toUpperCase(), 'API');
      return [name, text];
    }),
  );
}

const rows = [
  { name: 'common', older: ['2.0', '3.0', '3.1'], pages: 12 },
  { name: 'rich', older: ['3.0', '3.1'], pages: 6 },
];
for (const locale of ['', 'zh-cn']) {
  describe(`one API in each version has one text, ${locale || 'en'}`, () => {
    for (const { name, older, pages } of rows) {
      it.each(older)(`${name} %s`, (version) => {
        const newest = texts(idOf(`${name}-3.2`), locale);
        expect(Object.keys(newest)).toHaveLength(pages);
        expect(Object.values(newest).filter((text) => text.length < 20)).toEqual([]);
        expect(texts(idOf(`${name}-${version}`), locale)).toEqual(newest);
      });
    }
  });
}
