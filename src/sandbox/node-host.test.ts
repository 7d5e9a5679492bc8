import { Agent, request as httpRequest } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { models, pets } from '../../tests/fixtures/sandbox-apis.ts';
import { type HostOptions, type RequestEntry, type RunningSandbox, startSandbox } from './node-host.ts';

let running: RunningSandbox | undefined;
afterEach(() => running?.close());

async function start(options: HostOptions = {}) {
  const entries: RequestEntry[] = [];
  running = await startSandbox([pets, models], { delay: 0, onRequest: (entry) => entries.push(entry), ...options });
  return { url: running.url, key: running.key, entries, close: running.close };
}

function chat(url: string, more: object = {}, init: RequestInit = {}) {
  return fetch(`${url}/openai/deployments/gpt-35-turbo/chat/completions?api-version=1`, {
    method: 'POST',
    ...init,
    headers: { 'Content-Type': 'application/json', 'api-key': 'secret', ...init.headers },
    body: JSON.stringify({ messages: [{ role: 'user', content: 'Hi' }], ...more }),
  });
}

async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; !done() && tries < 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
}

it('sends a stream piece by piece, over 127.0.0.1', async () => {
  const { url } = await start({ delay: 0.3 });
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const response = await chat(url, { stream: true });
  const times: number[] = [];
  let text = '';
  for await (const chunk of response.body ?? []) {
    times.push(performance.now());
    text += new TextDecoder().decode(chunk);
  }
  expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
  expect(times.length).toBeGreaterThan(10);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(200);
});

it('stops a stream when the client leaves', async () => {
  const { url, entries } = await start({ delay: 5 });
  const control = new AbortController();
  const response = await chat(url, { stream: true }, { signal: control.signal });
  expect(response.status).toBe(200);
  control.abort();
  await expect(response.text()).rejects.toMatchObject({ name: 'AbortError' });
  await until(() => entries.length > 0);
  expect(entries).toMatchObject([{ status: 499, operation: { api: 'models' } }]);
});

it('answers a request that names the whole address, as one through a proxy does', async () => {
  const { url } = await start();
  const { port } = new URL(url);
  const path = 'http://pets.example/v1/pets?limit=1';
  const status = await new Promise((resolve) => {
    const headers = { 'X-Trace': 't' };
    httpRequest({ host: '127.0.0.1', port, path, headers }, (answer) => resolve(answer.resume().statusCode)).end();
  });
  expect(status).toBe(200);
});

it('survives a client that leaves in the middle of its body', async () => {
  const { url, entries } = await start();
  const request = httpRequest(`${url}/v1/pets`, { method: 'POST', headers: { 'Content-Length': '1000' } });
  request.on('error', () => {});
  await new Promise((resolve) => request.write('{"name":', resolve));
  await new Promise((resolve) => setTimeout(resolve, 50));
  request.destroy();
  await until(() => entries.length > 0);
  expect(entries).toMatchObject([{ status: 499, operation: { key: 'POST /pets' } }]);
  expect((await chat(url)).status).toBe(200);
});

it('ends running streams when it is closed', async () => {
  const { url, close } = await start({ delay: 100 });
  const response = await chat(url, { stream: true });
  const begin = performance.now();
  await close();
  await expect(response.text()).rejects.toThrow();
  expect(performance.now() - begin).toBeLessThan(2000);
});

it('lets a short stream come to its end when it is closed, and takes no more', async () => {
  const { url, close } = await start({ delay: 0.1 });
  const response = await chat(url, { stream: true });
  const closed = close();
  expect(await response.text()).toMatch(/data: \[DONE\]\n\n$/);
  await closed;
  await expect(chat(url)).rejects.toThrow();
});

it('takes a body with GET, and answers HEAD without one', async () => {
  const { url } = await start();
  const head = await fetch(`${url}/v1/pets`, { method: 'HEAD', headers: { 'X-Trace': 't' } });
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'application/json', '']);
  const options = await fetch(`${url}/v1/pets`, { method: 'OPTIONS' });
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, POST, OPTIONS']);
});

it('uses a connection again', async () => {
  const { url } = await start();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ports: (number | undefined)[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve, reject) => {
      httpRequest(`${url}/v1/pets/7?key=k`, { agent, headers: { Cookie: 'sid=s' } }, (response) => {
        ports.push(response.socket.localPort);
        response.resume().on('end', resolve);
      })
        .on('error', reject)
        .end();
    });
  }
  agent.destroy();
  expect(new Set(ports).size).toBe(1);
});

it('finds the API of each path, and logs no header and no value that may be a secret', async () => {
  const { url, entries } = await start();
  expect((await fetch(`${url}/v1/pets?limit=5&key=secret&secret`, { headers: { 'X-Trace': 'secret' } })).status).toBe(
    200,
  );
  expect((await chat(url)).status).toBe(200);
  expect((await fetch(`${url}/openai/deployments/a/chat/completions`)).status).toBe(405);
  expect((await fetch(`${url}//nowhere/else`)).status).toBe(404);
  await until(() => entries.length === 4);
  expect(entries.map(({ method, path, status, operation }) => [method, path, status, operation?.api])).toEqual([
    ['GET', '/v1/pets?limit=5&key=***&***', 200, 'pets'],
    ['POST', '/openai/deployments/gpt-35-turbo/chat/completions?api-version=1', 200, 'models'],
    ['GET', '/openai/deployments/a/chat/completions', 405, undefined],
    ['GET', '//nowhere/else', 404, undefined],
  ]);
  expect(JSON.stringify(entries)).not.toContain('secret');
});

it('takes the key it was given and no other', async () => {
  const { url, key } = await start({ key: 'right' });
  expect(key).toBe('right');
  expect((await chat(url)).status).toBe(401);
  expect((await chat(url, {}, { headers: { 'api-key': 'right' } })).status).toBe(200);
});

it.each([
  { origin: 'http://localhost:4321', allowed: true },
  { origin: 'http://127.0.0.1:8080', allowed: true },
  { origin: 'http://[::1]:3000', allowed: true },
  { origin: 'https://evil.test', allowed: false },
  { origin: 'http://localhost.evil.test', allowed: false },
  { origin: 'null', allowed: false },
])('lets pages of $origin read answers: $allowed', async ({ origin, allowed }) => {
  const { url } = await start();
  const want = allowed ? origin : null;
  const path = `${url}/openai/deployments/gpt-35-turbo/chat/completions`;
  const preflight = await fetch(path, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'api-key,content-type',
    },
  });
  expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, want]);
  expect(preflight.headers.get('access-control-allow-headers')).toBe(allowed ? 'api-key,content-type' : null);
  const response = await chat(url, { user: 'sandbox-429' }, { headers: { Origin: origin } });
  expect(response.headers.get('access-control-allow-origin')).toBe(want);
  expect(response.headers.get('access-control-expose-headers')).toMatch(/retry-after.*x-curlew-sandbox/);
  expect(response.headers.get('vary')).toBe('Origin');
});

it('refuses bodies over 10 MB', async () => {
  const { url } = await start();
  const big = 'x'.repeat(30_000_000);
  const response = await chat(url, { messages: [{ role: 'user', content: big }] });
  expect(response.status).toBe(413);
  expect((await chat(url)).status).toBe(200);
});

it('refuses methods that the Fetch standard forbids', async () => {
  const { url } = await start();
  const status = await new Promise((resolve, reject) => {
    httpRequest(`${url}/v1/pets`, { method: 'TRACE' }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(405);
});

it('says why it cannot listen', async () => {
  const { url } = await start();
  await expect(startSandbox([pets], { port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
