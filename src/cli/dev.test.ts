import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { runCli } from '../../tests/run-cli.ts';

const API = 'openapi: 3.2.0\ninfo: { title: Pets, version: "1" }\npaths: {}\n';

// Astro colours its words in a terminal and on most CI machines.
it.for([{ FORCE_COLOR: '1' }, { NO_COLOR: '1' }])(
  'dev tells what is wrong with a project as other commands do, and nothing else: %o',
  async (env) => {
    const root = writeProject({ 'openapi/pets.yaml': 'openapi: 3.2.0\n' });
    const { code, out, err } = await runCli(['dev', '--port', '0'], root, undefined, { env });
    expect(err).toMatch(/^openapi\/pets\.yaml:1:1 {2}/);
    expect({ code, out }).toEqual({ code: 1, out: '' });
  },
);

it('dev says nothing of addresses that are no page, and what Astro warns of', async () => {
  const root = writeProject({
    'openapi/pets.yaml': API,
    'docs/start.mdx': '---\ntitle: Start\n---\n\n{console.warn("from the guide") ?? "Hi."}\n',
  });
  const statuses: number[] = [];
  const { code, out, err } = await runCli(['dev', '--port', '0'], root, async (text, stop) => {
    const [, url] = /^Site: +(\S+)$/m.exec(text) ?? [];
    if (!url || !text.includes('Ctrl-C') || statuses.length > 0) return;
    statuses.push(0);
    for (const path of ['gone/', 'reference/gone/', 'start/']) statuses.push((await fetch(url + path)).status);
    stop();
  });
  expect(statuses).toEqual([0, 404, 404, 200]);
  expect(out + err).not.toMatch(/getStaticPaths|router/);
  expect(err).toContain('from the guide');
  expect(code).toBe(0);
});

it('dev tells at its start what the site is warned of, once, and its sandbox has what the site shows', async () => {
  const root = writeProject({
    'openapi/pets.yaml': `${API.replace('{}', '')}  /a: { get: { operationId: a, responses: { "200": { description: A } } } }
  /b: { get: { operationId: b, x-internal: true, responses: { "200": { description: B } } } }
tags: [{ name: t }, { name: t }]
`,
    'docs/start.mdx': '---\ntitle: Start\n---\n\n> [!NOTES]\n> A\n',
    'astro.config.mjs': `import curlew from ${JSON.stringify(resolve(import.meta.dirname, '../site/integration.ts'))};
export default { integrations: [curlew({ hideInternal: true })] };
`,
  });
  const statuses: number[] = [];
  const { err } = await runCli(['dev', '--port', '0'], root, async (text, stop) => {
    const [, url] = /^Sandbox: (\S+) /m.exec(text) ?? [];
    if (!url || !text.includes('Ctrl-C') || statuses.length > 0) return;
    statuses.push(0);
    for (const path of ['/a', '/b']) statuses.push((await fetch(url + path)).status);
    stop();
  });
  expect(statuses).toEqual([0, 200, 404]);
  expect(err.match(/ {2}warning {2}\S+/g)).toEqual(['  warning  alert-unknown', '  warning  tag-duplicate']);
});

it('dev says so where the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const root = writeProject({ 'openapi/pets.yaml': API });
  const { code, out, err } = await runCli(['dev', '--port', `${port}`], root, (text, stop) => {
    if (text.includes('Ctrl-C')) stop();
  });
  other.close();
  const [, served] = /^Site: +http:\/\/127\.0\.0\.1:(\d+)\/$/m.exec(out) ?? [];
  expect(served).not.toBe(`${port}`);
  expect(err).toContain(`Port ${port} is taken; ${served} is used.`);
  expect(code).toBe(0);
});
