import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildProject } from './builder/build.ts';
import { writeProject } from './project.ts';
import { runMain } from './run-main.ts';

const SOURCE = join(import.meta.dirname, 'fixtures/slate/index.html.md');

it('a Slate page becomes a project that builds, and every old anchor leads on', async () => {
  const folder = writeProject({});
  const { code, out, err } = await runMain(['import', 'slate', SOURCE, 'docs'], folder);
  expect([code, err]).toEqual([0, '']);
  const root = join(folder, 'docs');
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');

  // The description.
  const document = parse(read('openapi/api.yaml'));
  expect(Object.keys(document.paths)).toEqual(['/v1/berths', '/v1/berths/{ID}', '/v1/bookings']);
  const { get: list } = document.paths['/v1/berths'];
  expect(list).toMatchObject({ operationId: 'getAllBerths', tags: ['Berths'], security: [{ bearer: [] }] });
  expect(list.parameters.map(({ name, schema }: { name: string; schema: object }) => [name, schema])).toEqual([
    ['depth', { type: 'integer', default: 0 }],
    ['free', { type: 'boolean', default: false }],
  ]);
  expect(list.responses[200].content['application/json'].schema.items.properties).toEqual({
    id: { type: 'integer' },
    name: { type: 'string' },
    depth: { type: 'number' },
    free: { type: ['boolean', 'null'] },
  });
  expect(document.paths['/v1/berths/{ID}'].get.parameters).toEqual([
    { name: 'ID', in: 'path', required: true, description: 'The number of the berth', schema: { type: 'string' } },
  ]);
  const { requestBody } = document.paths['/v1/bookings'].post;
  expect(requestBody.content['application/json']).toMatchObject({
    example: { berth: 2, from: '2026-07-01' },
    schema: {
      required: ['berth'],
      properties: {
        berth: { type: 'integer', description: 'Which berth' },
        from: { type: 'string' },
        nights: { type: 'integer' },
      },
    },
  });

  // The guides.
  expect(read('docs/authentication.mdx')).toContain('<CodeTabs>\n\n```shell\ncurl');
  expect(read('docs/authentication.mdx')).toContain('```javascript title="Node.js"');
  expect(read('docs/authentication.mdx')).toContain('```python title="httpx"');
  expect(read('docs/index.mdx')).toContain('<Warning>');
  expect(read('docs/index.mdx')).toContain('[berths](/berths/) and nothing.');
  expect(read('docs/berths.mdx')).toContain('<TryIt operation="getAllBerths" />');
  expect(existsSync(join(root, 'docs/images/quay.svg'))).toBe(true);
  expect(read('astro.config.mjs')).toContain('"href": "https://harbour.example/keys"');
  expect(read('astro.config.mjs')).not.toContain('Slate');

  // The report.
  for (const [title, line] of [
    ['Carried over', 'The included file "errors" became part of the pages.'],
    ['Guessed', 'Types are those of the samples'],
    ['Left', 'The included file "gone" is not there'],
    ['Left', 'A link to #nothing leads nowhere here'],
    ['Left', 'The image images/none.png is not there'],
    ['Left', 'HTML shown as text on "潮汐": <script>'],
    ['Left', 'GET /v1/berths/{ID}: the page shows no answer'],
  ] as const) {
    expect(out.slice(out.indexOf(title))).toContain(line);
  }
  expect(read('import-report.txt')).toContain('Guessed: look at these');

  // The site: its own check holds every link, those of old anchors too.
  const built = await buildProject(root);
  expect(built.err).not.toContain('error');
  expect(built.code).toBe(0);
  const home = readFileSync(join(root, 'dist/index.html'), 'utf8');
  const moved = new Map(
    [...home.matchAll(/<a\b[^>]*data-moved[^>]*>/g)].map(([tag]) => [
      /id="([^"]*)"/.exec(tag)?.[1] ?? '',
      decodeURI(/href="([^"]*)"/.exec(tag)?.[1] ?? ''),
    ]),
  );
  for (const [anchor, place] of [
    ['introduction', '/'],
    ['authentication', '/authentication/'],
    ['berths', '/berths/'],
    ['get-a-berth', '/berths/#get-a-berth'],
    ['http-request', '/berths/#http-request'],
    ['http-request-3', '/berths/#http-request-2'],
    ['berths-book-a-berth-body', '/berths/#body'],
    ['errors', '/errors/'],
    // Nothing Latin is left of it: ten digits of its SHA-1, and a number the second time.
    ['3a52425fe7', '/潮汐/'],
    ['3a52425fe7-2', '/潮汐/#潮汐'],
  ] as const) {
    expect([anchor, moved.get(anchor)]).toEqual([anchor, place]);
  }
});

it('writes over nothing, and tells what is no Slate page', async () => {
  const folder = writeProject({ 'page.md': '# No frontmatter\n', 'wrong.md': '---\na: [\n---\n', 'full/file.txt': '' });
  const run = (...args: string[]) => runMain(['import', 'slate', ...args], folder);
  expect(await run('page.md', 'new')).toMatchObject({ code: 1, err: expect.stringContaining('no frontmatter') });
  expect(await run('wrong.md', 'new')).toMatchObject({ code: 1, err: expect.stringContaining('no YAML') });
  expect(await run('page.md', 'full')).toMatchObject({ code: 2, err: expect.stringContaining('not empty') });
  expect(await run('gone.md')).toMatchObject({ code: 2, err: expect.stringContaining('There is no file') });
  expect(await runMain(['import', 'docusaurus', 'page.md'], folder)).toMatchObject({ code: 2 });
  expect(existsSync(join(folder, 'new'))).toBe(false);
});
