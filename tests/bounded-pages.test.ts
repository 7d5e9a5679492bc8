import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDescription } from './bench/descriptions.ts';
import { buildProject } from './builder/build.ts';
import { writeFiles } from './project.ts';

const root = mkdtempSync(join(tmpdir(), 'curlew-bounded-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object): object => ({ type: 'object', properties });
const text = { type: 'string', description: 'Some words of it.' };
const numbered = (count: number, make: (at: number) => [string, unknown]): object =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => make(at)));

/** One operation that takes and gives `schema`. */
function description(schema: unknown, schemas: object = {}): string {
  const content = { 'application/json': { schema } };
  const responses = { 200: { description: 'Fine', content } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Bounded', version: '1' },
    paths: { '/it': { post: { operationId: 'it', requestBody: { content }, responses } } },
    components: { schemas },
  });
}

/** Each level is written inside the one above it. */
function deep(levels: number): object {
  return levels === 0 ? text : object({ [`level${levels}`]: deep(levels - 1), beside: text });
}

/** Each level repeats the one below it ten times by an alias: some 10,000 properties of nine lines. */
function aliased(): string {
  const levels = Array.from({ length: 4 }, (_, at) => {
    const inner = at === 0 ? '{ type: string }' : `*level${at - 1}`;
    const properties = Array.from({ length: 10 }, (_, name) => `p${name}: ${inner}`).join(', ');
    return `x-level${at}: &level${at} { type: object, properties: { ${properties} } }`;
  });
  return `openapi: 3.1.0
info: { title: Aliases, version: '1' }
${levels.join('\n')}
paths:
  /it: { post: { operationId: it, responses: { '200': { description: Fine, content: { application/json: { schema: *level3 } } } } } }
`;
}

const DESCRIPTIONS = {
  recursive: description(ref('Node'), {
    Node: object({ value: text, next: ref('Node'), list: { type: 'array', items: ref('Node') } }),
  }),
  mutual: description(ref('A'), {
    A: { allOf: [ref('Base'), object({ b: ref('B') })] },
    B: { oneOf: [ref('A'), ref('C')] },
    C: object({ a: ref('A'), more: { additionalProperties: ref('B') } }),
    Base: object({ parent: ref('A') }),
  }),
  branches: description(
    {
      oneOf: Array.from({ length: 1000 }, (_, at) =>
        at % 10 === 0 ? ref(`Branch${at}`) : { title: `Branch${at}`, ...object({ [`only${at}`]: text }) },
      ),
    },
    numbered(100, (at) => [`Branch${10 * at}`, object({ [`only${10 * at}`]: text })]),
  ),
  deep: description(deep(40)),
  wide: description(ref('Wide'), { Wide: object(numbered(10_000, (at) => [`property${at}`, text])) }),
  aliases: aliased(),
};

beforeAll(async () => {
  const files = Object.entries(DESCRIPTIONS).map(([name, content]) => [`openapi/${name}.yaml`, content]);
  writeFiles(root, Object.fromEntries(files));
  const { code, err } = await buildProject(root);
  expect(code, err).toBe(0);
});

/** The pages of a description, by their path below it. */
function pagesOf(name: string): ReadonlyMap<string, string> {
  const folder = join(root, 'dist/reference', name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  return new Map(files.map((file) => [file.replace(/\/?index\.html$/, ''), readFileSync(join(folder, file), 'utf8')]));
}

/** How many pages each has at most, and how many kilobytes: of the largest, and of all. */
const rows = [
  { name: 'recursive', pages: 3, largest: 20, all: 30 },
  { name: 'mutual', pages: 6, largest: 20, all: 64 },
  { name: 'branches', pages: 130, largest: 100, all: 2000 },
  { name: 'deep', pages: 4, largest: 100, all: 120 },
  { name: 'wide', pages: 55, largest: 110, all: 3500 },
  { name: 'aliases', pages: 55, largest: 100, all: 3000 },
];
describe('what recurses or is deep or wide has few and short pages', () => {
  it.each(rows)('$name', ({ name, pages, largest, all }) => {
    const sizes = [...pagesOf(name).values()].map((html) => html.length / 1000);
    expect(sizes.length).toBeLessThanOrEqual(pages);
    expect(Math.max(...sizes)).toBeLessThan(largest);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(all);
  });
});

describe('nothing of it is lost', () => {
  it('recursion is a link', () => {
    expect(pagesOf('recursive').get('schemas/node')).toMatch(
      /class="cut">[^<]*<a href="\/reference\/recursive\/schemas\/node\/"/,
    );
  });

  it('schemas of a circle have a page each, and lead to each other', () => {
    const pages = pagesOf('mutual');
    for (const [from, to] of ['ab', 'ba', 'bc', 'ca']) {
      expect(pages.get(`schemas/${from}`)).toContain(`href="/reference/mutual/schemas/${to}/"`);
    }
  });

  it('every branch is there, and says what it holds', () => {
    const all = [...pagesOf('branches').values()].join('');
    const names = new Set(all.match(/only\d+(?=<)/g));
    expect(names.size).toBe(1000);
    for (let at = 0; at < 1000; at += 10) expect(all).toContain(`href="/reference/branches/schemas/branch${at}/"`);
  });

  it('every level and property shows', () => {
    const count = (name: string, what: RegExp): number =>
      new Set([...pagesOf(name).values()].join('').match(what)).size;
    expect(count('deep', /level\d+(?=<)/g)).toBe(40);
    expect(count('wide', /property\d+(?=<)/g)).toBe(10_000);
  });
});

/** The same operation in APIs of these sizes. */
describe('a page is as large in an API of any size', () => {
  const SIZES = [10, 600] as const;
  const pages: string[] = [];

  beforeAll(async () => {
    for (const size of SIZES) {
      const project = join(root, `made-${size}`);
      await makeDescription(size, join(project, 'openapi'));
      const { code, err } = await buildProject(project);
      expect(code, err).toBe(0);
      pages.push(readFileSync(join(project, 'dist/reference/update-item5/index.html'), 'utf8'));
    }
  });

  it('in bytes', () => {
    const [small = 0, large = 0] = pages.map((html) => brotliCompressSync(html).length);
    expect(small).toBeGreaterThan(2000);
    expect(large / small).toBeLessThan(1.15);
  });

  it('in elements', () => {
    for (const html of pages) expect(html.match(/<[a-z]/g)?.length).toBeLessThan(1000);
  });
});
