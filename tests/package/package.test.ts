import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFiles } from '../project.ts';
import { type Installed, installPackage, run, serve } from './installed.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ASTRO_SITE = join(ROOT, 'tests/fixtures/astro-site');

let installed: Installed;
beforeAll(async () => {
  installed = await installPackage();
});
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }));

function read(...path: string[]): string {
  return readFileSync(join(...path), 'utf8');
}

/** Files below a folder, with `/`, sorted. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function pagesIn(site: string): string[] {
  return filesIn(site).filter((name) => name.endsWith('.html'));
}

/** A folder below the one with `node_modules`, as a user's project would be. */
function makeProject(name: string, files: { readonly [path: string]: string }): string {
  const folder = join(installed.folder, name);
  writeFiles(folder, files);
  return folder;
}

async function curlew(args: readonly string[], folder: string): Promise<string> {
  const { code, out, err } = await run(join(installed.folder, 'node_modules/.bin/curlew'), args, folder);
  expect(code, out + err).toBe(0);
  return out;
}

async function astro(args: readonly string[], folder: string): Promise<string> {
  const { code, out, err } = await run(join(installed.folder, 'node_modules/.bin/astro'), args, folder);
  expect(code, out + err).toBe(0);
  return out + err;
}

/** Nothing in a site tells where it was made. */
function expectNoPlaces(site: string): void {
  for (const name of filesIn(site)) {
    const text = read(site, name);
    for (const place of [installed.folder, ROOT, homedir(), 'node_modules'])
      expect(text.includes(place), name).toBe(false);
  }
}

const description = (title: string, operation: string): string => `openapi: 3.1.0
info: { title: ${title}, version: '1' }
servers: [{ url: https://${title.toLowerCase()}.example.com }]
paths:
  /things/{id}:
    get:
      operationId: ${operation}
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses: { '200': { description: It }, '404': { description: None } }
    delete:
      operationId: remove
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses: { '204': { description: Gone } }
`;

describe('the tarball', () => {
  it('holds what is compiled, what Vite compiles, and licences; no tests and no site', () => {
    const kinds = new Set(installed.files.map((name) => name.split('/')[0]));
    expect([...kinds].sort()).toEqual([
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'THIRD-PARTY-LICENSES',
      'lib',
      'package.json',
      'src',
    ]);
    expect(installed.files.filter((name) => /\.test\.|tsconfig|^src\/(?:cli|openapi)\//.test(name))).toEqual([]);
    expect(installed.files.filter((name) => /^lib\/.*(?<!\.d)\.tsx?$/.test(name))).toEqual([]);
  });

  it('holds every file that its package.json names', () => {
    const { bin, exports } = JSON.parse(read(installed.folder, 'node_modules/curlew/package.json'));
    const named = JSON.stringify([bin, exports]).match(/(?:\.\/)?(?:lib|src)\/[^"]+/g) ?? [];
    expect(named.length).toBe(5);
    for (const name of named) expect(installed.files).toContain(name.replace(/^\.\//, ''));
  });
});

describe('the installed command', () => {
  it('shows its help', async () => {
    const out = await curlew(['--help'], installed.folder);
    for (const name of [
      'init',
      'import',
      'build',
      'dev',
      'preview',
      'check',
      'sandbox',
      'sample',
      'doctor',
      'diff',
      'texts',
    ])
      expect(out).toContain(`  ${name} `);
  });

  it('builds a folder that holds one description, with a page for each operation', async () => {
    const folder = makeProject('one', { 'pets.yaml': description('Pets', 'getPet') });
    await curlew(['build'], folder);
    const site = join(folder, 'dist');
    expect(pagesIn(site)).toEqual([
      '404.html',
      'index.html',
      'reference/all/index.html',
      'reference/get-pet/index.html',
      'reference/index.html',
      'reference/remove/index.html',
    ]);
    expect(read(site, 'reference/get-pet/index.html')).toContain('https://pets.example.com');
    // Compiled for Preact, whose views make elements by functions of this name in other packages.
    const mount = filesIn(join(site, '_astro')).find((name) => /^console\..*\.js$/.test(name)) ?? '';
    expect(read(site, '_astro', mount)).not.toMatch(/react\/jsx|<div/);
    expect(read(site, '_astro', mount)).toContain('data-secret');
    expectNoPlaces(site);
  });

  it('makes a project, and builds it', async () => {
    const folder = join(installed.folder, 'new');
    mkdirSync(folder);
    await curlew(['init'], folder);
    await curlew(['build', '--strict'], folder);
    expect(pagesIn(join(folder, 'dist'))).toEqual(expect.arrayContaining(['index.html', 'start/index.html']));
    expectNoPlaces(join(folder, 'dist'));
  });

  it('builds two descriptions and guides in two languages', async () => {
    const guide = (title: string): string =>
      `---\ntitle: ${title}\n---\nimport { Note } from 'curlew/components';\n\n<Note>${title}</Note>\n`;
    const folder = makeProject('several', {
      'openapi/pets.yaml': description('Pets', 'getPet'),
      'openapi/shops.yaml': description('Shops', 'getShop'),
      'docs/en/start.mdx': guide('Start'),
      'docs/zh-CN/start.mdx': guide('开始'),
      'astro.config.mjs':
        "import curlew from 'curlew';\nexport default { integrations: [curlew({ defaultLocale: 'zh-CN' })] };\n",
    });
    await curlew(['build', '--base', '/docs/'], folder);
    const site = join(folder, 'dist');
    const below = ['pets/', 'shops/'].flatMap((api) => [api, `${api}all/`, `${api}remove/`]);
    below.push('', 'pets/get-pet/', 'shops/get-shop/');
    // Addresses of when there was one description lead on.
    below.push('all/', 'get-pet/', 'get-shop/', 'remove/');
    const pages = ['', 'start/', ...below.map((path) => `reference/${path}`)];
    expect(pagesIn(site)).toEqual(
      ['', 'en/']
        .flatMap((language) => [`${language}404.html`, ...pages.map((path) => `${language}${path}index.html`)])
        .sort(),
    );
    expect(read(site, 'start/index.html')).toContain('href="/docs/reference/pets/"');
  });
});

/** Waits for an answer; a server that hangs fails the test. */
async function get(url: string): Promise<{ status: number; text: string; title: string | undefined }> {
  const response = await fetch(url, { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(20_000) });
  const text = await response.text();
  return { status: response.status, text, title: /<h1[^>]*>([^<]*)/.exec(text)?.[1] };
}

describe('the installed command, where it serves, checks and prints', () => {
  const bin = (): string => join(installed.folder, 'node_modules/curlew/lib/cli/bin.js');

  it('prints its version', async () => {
    const { version } = JSON.parse(read(ROOT, 'package.json'));
    expect(await curlew(['--version'], installed.folder)).toBe(`${version}\n`);
  });

  it('checks: fine, and broken with the place', async () => {
    const folder = makeProject('checked', { 'pets.yaml': description('Pets', 'getPet') });
    await curlew(['check', '--strict'], folder);
    writeFiles(folder, { 'pets.yaml': description('Pets', 'getPet').replace('name: id,', 'name: di,') });
    const { code, out, err } = await run('npx', ['curlew', 'check'], folder);
    expect(out + err).toContain('path-parameter-missing');
    expect(code).toBe(1);
  });

  it('prints a sample, which asks the server that it is told to', async () => {
    const folder = makeProject('sampled', { 'pets.yaml': description('Pets', 'getPet') });
    const server = ['--server', 'http://127.0.0.1:9'];
    const out = await curlew(
      ['sample', 'pets.yaml', 'getPet', '--lang', 'shell', '--param', 'id=7', ...server],
      folder,
    );
    expect(out).toMatch(/^curl .*http:\/\/127\.0\.0\.1:9\/things\/7/s);
  });

  it('serves a sandbox that knows its key', async () => {
    const folder = makeProject('simulated', {
      'pets.yaml': `${description('Pets', 'getPet')}security: [{ key: [] }]
components: { securitySchemes: { key: { type: apiKey, in: header, name: X-Key } } }
`,
    });
    const server = await serve(bin(), ['sandbox', '--port', '0', '--key', 'k1'], folder);
    try {
      const ask = (key: string): Promise<Response> =>
        fetch(`${server.url}things/1`, { method: 'DELETE', headers: { 'X-Key': key } });
      expect((await ask('k1')).status).toBe(204);
      expect((await ask('k2')).status).toBe(401);
    } finally {
      await server.stop();
    }
  });

  it('previews a site that it builds with a sandbox, and one that is built', async () => {
    const folder = makeProject('previewed', { 'pets.yaml': description('Pets', 'getPet') });
    for (const args of [['--sandbox'], ['--out', '.curlew/preview']]) {
      const server = await serve(bin(), ['preview', ...args, '--port', '0'], folder);
      try {
        expect((await get(`${server.url}reference/get-pet/`)).title).toBe('getPet');
        expect((await get(`${server.url}nowhere/`)).status).toBe(404);
      } finally {
        await server.stop();
      }
    }
  });
});

describe('where Astro is not installed beside it, as Yarn leaves it', () => {
  let bare: string;
  beforeAll(() => {
    const modules = join(installed.folder, 'node_modules');
    bare = realpathSync(mkdtempSync(join(tmpdir(), 'curlew-bare-')));
    mkdirSync(join(bare, 'node_modules'));
    for (const name of readdirSync(modules)) {
      if (name !== 'astro' && name !== 'curlew') symlinkSync(join(modules, name), join(bare, 'node_modules', name));
    }
    cpSync(join(modules, 'curlew'), join(bare, 'node_modules/curlew'), { recursive: true });
    writeFiles(bare, { 'openapi/pets.yaml': description('Pets', 'get') });
  });
  afterAll(() => rmSync(bare, { recursive: true, force: true }));
  const inBare = (...args: readonly string[]): ReturnType<typeof run> =>
    run(process.execPath, ['node_modules/curlew/lib/cli/bin.js', ...args], bare);

  it.for(['build', 'dev'])('%s says so, and how to get it', async (command) => {
    const { code, out, err } = await inBare(command);
    expect(err).toMatch(/^Pages are made with Astro, which isn't installed here\. Install it: .*yarn add astro@\^/m);
    expect(err).not.toContain(' at ');
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('what needs no pages works', async () => {
    const { code, out } = await inBare('sample', 'openapi/pets.yaml', 'get', '--lang', 'shell');
    expect(out).toContain('curl');
    expect(code).toBe(0);
  });
});

describe('types', () => {
  it('hold for a strict TypeScript project, and refuse a wrong option', async () => {
    const compilerOptions = {
      strict: true,
      noEmit: true,
      target: 'ES2022',
      module: 'ESNext',
      moduleResolution: 'bundler',
      types: [],
    };
    const folder = makeProject('typed', {
      'tsconfig.json': JSON.stringify({ compilerOptions, files: ['right.ts', 'wrong.ts'] }),
      'right.ts': `import type { AstroIntegration } from 'astro';
import curlew, { type CurlewOptions } from 'curlew';

const options: CurlewOptions = { title: 'Pets', accent: '#1d4ed8', samples: ['python', 'shell'], sandbox: false };
export const integrations: AstroIntegration[] = [curlew(), curlew(options)];
`,
      'wrong.ts': `import curlew from 'curlew';

curlew({ titel: 'Pets' });
curlew({ sandbox: 'no' });
`,
    });
    const { out } = await run(
      process.execPath,
      [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.', '--pretty', 'false'],
      folder,
    );
    // Those of Astro's own packages are looked at too, and are not all right.
    const faults = out.split('\n').filter((line) => /^(?:\w+\.ts|(?:\.\.\/)*node_modules\/curlew\/.*)\(/.test(line));
    expect(faults).toEqual([
      expect.stringMatching(/^wrong\.ts\(3,10\): .*'titel' does not exist/),
      expect.stringMatching(/^wrong\.ts\(4,10\): .*not assignable/),
    ]);
  });
});

describe('dev servers', () => {
  it('curlew dev serves the pages and the console', async () => {
    const folder = makeProject('served', { 'pets.yaml': description('Pets', 'getPet') });
    const command = join(installed.folder, 'node_modules/curlew/lib/cli/bin.js');
    const server = await serve(command, ['dev', '--port', '0'], folder);
    try {
      expect((await get(`${server.url}reference/get-pet/`)).title).toBe('getPet');
      const view = join(installed.folder, 'node_modules/curlew/src/console/Console.tsx');
      expect((await get(`${server.url}@fs${view}`)).text).toMatch(/preact.*jsx/);
    } finally {
      await server.stop();
    }
  });

  it('astro dev serves ours beside the pages of a site, and guides added meanwhile', async () => {
    const folder = join(installed.folder, 'served-beside');
    cpSync(ASTRO_SITE, folder, { recursive: true });
    writeFiles(folder, {
      'astro.config.mjs':
        "import curlew from 'curlew';\nexport default { base: '/shop', trailingSlash: 'never', integrations: [curlew()] };\n",
    });
    const command = join(installed.folder, 'node_modules/astro/bin/astro.mjs');
    const server = await serve(command, ['dev', '--port', '0', '--host', '127.0.0.1'], folder);
    const shop = `${server.url}shop`;
    try {
      expect((await get(shop)).title).toBe('Home of the shop');
      expect((await get(`${shop}/news`)).status).toBe(200);
      expect((await get(`${shop}/news/`)).status).toBe(404);
      expect((await get(`${shop}/reference/get-pet/`)).title).toBe('One pet');
      expect((await get(`${shop}/more/`)).status).toBe(404);
      writeFiles(folder, { 'docs/more.md': '---\ntitle: More\n---\nText\n' });
      await expect.poll(async () => (await get(`${shop}/more/`)).status, { timeout: 20_000 }).toBe(200);
    } finally {
      await server.stop();
    }
  });
});

describe('an Astro site with pages of its own', () => {
  /** The site with another config. */
  async function build(name: string, config: string): Promise<string> {
    const folder = join(installed.folder, name);
    cpSync(ASTRO_SITE, folder, { recursive: true });
    writeFiles(folder, { 'astro.config.mjs': config });
    await astro(['build'], folder);
    return join(folder, 'dist');
  }

  it('gets ours, and keeps its own as they were', async () => {
    const before = await build('before', 'export default {};\n');
    const site = await build('beside', read(ASTRO_SITE, 'astro.config.mjs'));
    const theirs = ['404.html', 'index.html', 'news/index.html'];
    expect(pagesIn(before)).toEqual(theirs);
    expect(pagesIn(site)).toEqual(
      [
        ...theirs,
        'start/index.html',
        ...['', 'get-pet/', 'schemas/pet/'].map((path) => `reference/${path}index.html`),
      ].sort(),
    );
    for (const page of theirs) expect(read(site, page), page).toBe(read(before, page));
    for (const page of pagesIn(site).filter((name) => !theirs.includes(name))) {
      expect(read(site, page), page).toContain('http-equiv="Content-Security-Policy"');
      expect(read(site, page), page).not.toMatch(/<style|\sstyle=|<script(?![^>]*\ssrc=)/);
    }
    const guide = read(site, 'start/index.html');
    expect(guide).toContain('<p>Say &quot;please&quot;.</p>');
    expect(guide).toContain('<i class="tok-keyword">const</i>');
    expect(guide).toContain('href="/reference/get-pet/#try"');
    expect(filesIn(site)).toContain('_curlew/op/en/pets/get-pet.json');
    expectNoPlaces(site);
  });

  it('keeps its own way of addresses, and ours end with a slash', async () => {
    const site = await build(
      'files',
      `import mdx from '@astrojs/mdx';
import curlew from 'curlew';
import { writeFileSync } from 'node:fs';

/** Which packages the scripts of the site are made of. */
const bundled = {
  name: 'bundled',
  generateBundle(_options, bundle) {
    if (this.environment.name !== 'client') return;
    const modules = Object.values(bundle).flatMap((chunk) => Object.entries(chunk.modules ?? {}));
    const ids = modules.filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => id);
    writeFileSync(new URL('bundled.json', import.meta.url), JSON.stringify(ids));
  },
};

export default {
  base: '/shop',
  trailingSlash: 'never',
  build: { format: 'file', inlineStylesheets: 'always' },
  integrations: [mdx(), curlew({ title: 'Pets API' })],
  vite: { plugins: [bundled] },
};
`,
    );
    expect(pagesIn(site)).toEqual([
      '404.html',
      'index.html',
      'news.html',
      'reference/get-pet/index.html',
      'reference/index.html',
      'reference/schemas/pet/index.html',
      'start/index.html',
    ]);
    expect(read(site, 'news.html')).toContain('<h1 id="news-of-the-shop">“News” of the shop</h1>');
    const page = read(site, 'reference/get-pet/index.html');
    expect(page).toContain('<a href="/shop/reference/get-pet/" aria-current="page">');
    expect(page).not.toContain('<style');

    const ids: string[] = JSON.parse(read(site, '../bundled.json'));
    const packages = ids.flatMap(
      (id) => /node_modules\/(?!.*node_modules\/)((?:@[^/]+\/)?[^/]+)|^\0(\w+)\//.exec(id)?.slice(1) ?? [],
    );
    const licensed = read(installed.folder, 'node_modules/curlew/THIRD-PARTY-LICENSES').matchAll(
      /^(\S+) \d+\.\d+\.\d+ \(/gm,
    );
    const names = new Set(packages.filter((name) => name !== undefined && name !== 'curlew'));
    expect([...names].sort()).toEqual([...licensed].map((match) => match[1]));
  });
});
