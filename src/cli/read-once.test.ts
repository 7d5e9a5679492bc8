import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { readConfigured } from './configured-project.ts';
import { main } from './main.ts';

const API = 'openapi: 3.2.0\ninfo: { title: Pets, version: "1" }\npaths: {}\n';
const FILES = { 'openapi/pets.yaml': API, 'docs/start.mdx': '---\ntitle: Start\n---\n\n[a](/nowhere/)\n' };
const CONFIG = `import curlew from ${JSON.stringify(resolve(import.meta.dirname, '../site/integration.ts'))};
export default { integrations: [curlew()] };
`;

vi.mock('./configured-project.ts', { spy: true });
afterEach(() => vi.unstubAllEnvs());

it('check reads a project once: without a config only the build does', async () => {
  const out: string[] = [];
  const code = await main(['check'], {
    folder: writeProject(FILES),
    print: (line) => out.push(line),
    note: () => {},
    stop: new AbortController().signal,
  });
  expect(out.join('\n')).toContain('docs/start.mdx:5:5  error  link-dead');
  expect(code).toBe(1);
  expect(readConfigured).not.toHaveBeenCalled();
});

it('with a config, what was read is kept for the build', async () => {
  const root = writeProject({ ...FILES, 'astro.config.mjs': CONFIG });
  vi.stubEnv('XDG_CACHE_HOME', join(root, 'cache'));
  const { diagnostics } = await readConfigured(root);
  expect(diagnostics).toEqual([]);
  expect(readdirSync(join(root, 'cache/curlew/descriptions'))).toHaveLength(1);
});
