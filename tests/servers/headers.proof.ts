import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Delivery, headersFor } from '../../src/site/delivery/rules.ts';
import { writeFiles } from '../project.ts';
import { type RunningServer, servers, startServer } from './start.ts';

const BIN = join(import.meta.dirname, '../../src/cli/bin.js');

const PETS = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  servers: [{ url: 'https://pets.example' }],
  paths: { '/pets': { get: { operationId: 'listPets', responses: { 200: { description: 'Fine' } } } } },
};

for (const base of ['/', '/docs/']) {
  const delivery: Delivery = { base, languages: [`${base}zh-cn/`], consoles: [`${base}reference/`], redirects: [] };
  const work = realpathSync(mkdtempSync(join(tmpdir(), 'curlew-servers-')));
  const project = join(work, 'project');

  /** As Astro's config has it: the targets are whole paths. */
  const moved = { '/old/': `${base}reference/`, '/old name/': `${base}start/` };

  beforeAll(() => {
    writeFiles(project, {
      'openapi/pets.json': JSON.stringify(PETS),
      'docs/start.mdx': '---\ntitle: Start\n---\n\nHere.\n',
      'docs/zh-CN/start.mdx': '---\ntitle: 开始\n---\n\n这里。\n',
      'astro.config.mjs': `export default { redirects: ${JSON.stringify(moved)} };\n`,
    });
  });
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  for (const server of servers) {
    describe(`${server.name}, a site at ${base}`, () => {
      let running: RunningServer;

      beforeAll(async () => {
        const root = join(work, server.name);
        const out = join(root, base.slice(1));
        execFileSync(process.execPath, [
          BIN,
          'build',
          project,
          '--out',
          out,
          '--base',
          base,
          '--headers',
          server.name,
          '--quiet',
        ]);
        const beside = { nginx: '.nginx.conf', caddy: '.Caddyfile' };
        const settings =
          server.name === 'apache' ? '' : readFileSync(`${out.replace(/\/$/, '')}${beside[server.name]}`, 'utf8');
        running = await startServer(server, root, settings, join(work, `${server.name}-work`));
      });
      afterAll(() => running?.close());

      const get = (path: string): Promise<Response> => fetch(running.url + path, { redirect: 'manual' });

      it('gives every kind of file its headers', async () => {
        const page = await get(base);
        const script = /src="([^"]*\/_astro\/[^"]*\.js)"/.exec(await page.text())?.[1] ?? '';
        const operation =
          /href="([^"]*\/reference\/[^"#]+\/)"/.exec(await (await get(`${base}reference/`)).text())?.[1] ?? '';
        expect([script, operation]).not.toContain('');
        for (const path of [base, `${base}reference/`, operation, script, `${base}index.md`, `${base}llms.txt`]) {
          const { status, headers } = await get(path);
          expect([path, status]).toEqual([path, 200]);
          for (const [name, value] of headersFor(delivery, path)) {
            expect([path, name, headers.get(name)?.replace(/;\s*/, '; ').toLowerCase()]).toEqual([
              path,
              name,
              value.toLowerCase(),
            ]);
          }
        }
        expect((await get(base)).headers.get('content-type')?.replace(/;\s*/, '; ').toLowerCase()).toBe(
          'text/html; charset=utf-8',
        );
      });

      it('shows the error page with its status and headers, and no control file', async () => {
        for (const path of [`${base}nothing/`, `${base}_headers`]) {
          const response = await get(path);
          expect([path, response.status < 500 && response.status >= 400]).toEqual([path, true]);
          expect(response.headers.get('x-content-type-options')).toBe('nosniff');
        }
        const missing = await get(`${base}nothing/`);
        expect(missing.status).toBe(404);
        expect(await missing.text()).toContain('<html lang="en"');
        const other = await get(`${base}zh-cn/nothing/`);
        expect([other.status, other.headers.get('x-content-type-options')]).toEqual([404, 'nosniff']);
        expect(await other.text()).toContain('<html lang="zh-CN"');
      });

      it('leads a folder to its slash, and moved pages to their new place', async () => {
        const slashed = await get(`${base}reference`);
        expect([slashed.status, new URL(slashed.headers.get('location') ?? '', running.url + base).pathname]).toEqual([
          slashed.status === 308 ? 308 : 301,
          `${base}reference/`,
        ]);
        for (const [from, to] of Object.entries(moved)) {
          const answer = await get(base + encodeURI(from.slice(1)));
          const where = new URL(answer.headers.get('location') ?? 'none:', running.url).pathname;
          expect([from, answer.status, where]).toEqual([from, 301, to]);
        }
      });
    });
  }
}
