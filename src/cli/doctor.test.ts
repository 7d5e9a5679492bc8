import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { main } from './main.ts';

const SITE = 'https://docs.example';
const INTEGRATION = new URL('../site/integration.ts', import.meta.url).href;
const TLS = join(import.meta.dirname, '../../tests/fixtures/tls');

async function doctor(folder: string, ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const print = (line: string): void => void out.push(line);
  const note = (line: string): void => void err.push(line);
  const code = await main(['doctor', ...args], { folder, print, note, stop: new AbortController().signal });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

async function serve(answer: RequestListener, isSecure = false): Promise<string> {
  const pair = { key: readFileSync(join(TLS, 'key.pem')), cert: readFileSync(join(TLS, 'certificate.pem')) };
  const server = isSecure ? createTlsServer(pair, answer) : createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `${isSecure ? 'https' : 'http'}://localhost:${(server.address() as AddressInfo).port}`;
}

const ALLOWED = {
  'Access-Control-Allow-Origin': SITE,
  'Access-Control-Allow-Methods': 'GET, POST, PATCH',
  'Access-Control-Allow-Headers': 'api-key, content-type',
  'Access-Control-Expose-Headers': 'Retry-After',
  Vary: 'Origin',
};

type Headers = { [name: string]: string };

/** Answers as a server should, but for the changes; an empty value leaves a header out. */
function answers(changes: Headers = {}, status = 204): RequestListener {
  return (_, response) => {
    const headers = Object.entries({ ...ALLOWED, ...changes }).filter(([, value]) => value !== '');
    response.writeHead(status, Object.fromEntries(headers)).end();
  };
}

function description(servers: readonly string[]): string {
  const answer = { description: 'Fine', headers: { 'Retry-After': { schema: { type: 'integer' } } } };
  const json = { 'application/json': { schema: { type: 'object' } } };
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1' },
    servers: servers.map((url) => ({ url })),
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'api-key' } } },
    paths: {
      '/pets': {
        get: { operationId: 'listPets', responses: { 200: answer } },
        post: { operationId: 'addPet', requestBody: { content: json }, responses: { 200: answer } },
        patch: { operationId: 'changePets', requestBody: { content: json }, responses: { 200: answer } },
      },
    },
  });
}

function projectOf(servers: readonly string[], connect: readonly string[] = servers): string {
  return writeProject({
    'openapi/pets.json': description(servers),
    // By its file: a test's own loader knows no package of that name.
    'astro.config.mjs': `import curlew from ${JSON.stringify(INTEGRATION)};
export default { site: '${SITE}', integrations: [curlew({ connect: ${JSON.stringify(connect)} })] };
`,
  });
}

interface Told {
  readonly ok: boolean;
  readonly examined: {
    server: string;
    method: string;
    headers: string[];
    asked: string[];
    faults: { code: string; severity: string; header?: string }[];
  }[];
  readonly mends: { server: string; gateways: { gateway: string; text: string }[] }[];
}

async function faultsOf(server: string, connect?: readonly string[]): Promise<string[]> {
  const { out, err } = await doctor(projectOf([server], connect), '--format', 'json');
  expect(err).toBe('');
  const told: Told = JSON.parse(out);
  return [...new Set(told.examined.flatMap(({ faults }) => faults.map(({ severity, code }) => `${severity} ${code}`)))];
}

describe('curlew doctor', () => {
  it('asks what a browser would, once for each method and set of headers, and passes a server that allows it', async () => {
    const seen: IncomingMessage[] = [];
    const server = await serve((request: IncomingMessage, response: ServerResponse) => {
      seen.push(request);
      answers()(request, response as never);
    });
    const { code, out, err } = await doctor(projectOf([server]));
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('The console can send every request.');
    const asked = seen.map(({ method, url, headers }) =>
      [method, url, headers['access-control-request-method'], headers['access-control-request-headers']].join(' '),
    );
    expect(asked.sort()).toEqual([
      'GET /pets  ',
      'OPTIONS /pets GET api-key',
      'OPTIONS /pets PATCH api-key,content-type',
      'OPTIONS /pets POST api-key,content-type',
    ]);
    expect(new Set(seen.map(({ headers }) => headers.origin))).toEqual(new Set([SITE]));
    // No key, and nothing that could change something on the server.
    expect(seen.some(({ headers }) => 'api-key' in headers)).toBe(false);
  });

  const table: { name: string; answer: RequestListener; want: string[] }[] = [
    { name: 'no origin', answer: answers({ 'Access-Control-Allow-Origin': '' }), want: ['error origin-missing'] },
    {
      name: 'another origin',
      answer: answers({ 'Access-Control-Allow-Origin': 'https://old.example' }),
      want: ['error origin-other'],
    },
    {
      name: 'two origins',
      answer: answers({ 'Access-Control-Allow-Origin': `${SITE}, ${SITE}` }),
      want: ['error origin-several'],
    },
    {
      name: 'a method that is missing',
      answer: answers({ 'Access-Control-Allow-Methods': 'GET, POST' }),
      want: ['error method-missing'],
    },
    {
      name: 'a header that is missing',
      answer: answers({ 'Access-Control-Allow-Headers': 'content-type' }),
      want: ['error header-missing'],
    },
    { name: 'a key asked of the preflight', answer: answers({}, 401), want: ['error preflight-status'] },
    { name: 'a redirect to the slash', answer: answers({ Location: '/pets/' }, 307), want: ['error redirect'] },
    { name: 'a broken connection', answer: (request) => request.socket.destroy(), want: ['error connection'] },
    { name: 'no Vary', answer: answers({ Vary: '' }), want: ['warning vary-missing'] },
    {
      name: 'an answer header that isn’t exposed',
      answer: answers({ 'Access-Control-Expose-Headers': '' }),
      want: ['warning expose-missing'],
    },
    {
      name: 'an error that only programs can read',
      answer: (request, response) =>
        request.method === 'OPTIONS' ? answers()(request, response) : response.writeHead(401).end(),
      want: ['warning answer-origin'],
    },
  ];
  for (const { name, answer, want } of table) {
    it(`names ${name}`, async () => expect(await faultsOf(await serve(answer))).toEqual(want));
  }

  it('names a certificate that browsers don’t trust', async () => {
    expect(await faultsOf(await serve(answers(), true))).toEqual(['error tls-untrusted']);
  });

  it('names a port where nothing listens, and a host without an address', async () => {
    const gone = createServer();
    await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
    const { port } = gone.address() as AddressInfo;
    await new Promise((done) => gone.close(done));
    expect(await faultsOf(`http://127.0.0.1:${port}`)).toEqual(['error refused']);
    expect(await faultsOf('https://nowhere.invalid')).toEqual(['error dns']);
  });

  it('names what the page itself forbids, and asks nothing then', async () => {
    const server = await serve(answers());
    expect(await faultsOf(server, [])).toEqual(['error policy']);
    expect(await faultsOf('http://api.example', [])).toEqual(['error mixed-content']);
  });

  it('shows each fault once with its mend, and says how many kinds of requests fail', async () => {
    const good = await serve(answers());
    const bad = await serve(answers({ 'Access-Control-Allow-Headers': 'content-type' }));
    const { code, out } = await doctor(projectOf([good, bad]));
    expect(code).toBe(1);
    expect(out.match(/it lacks api-key/g)).toHaveLength(1);
    expect(out).toContain('3 of 6 kinds of requests fail from the console.');
    expect(out).toMatch(/GET +api-key +GET \/pets +passes\n/);
    expect(out).toContain('Fix: Add api-key to Access-Control-Allow-Headers.');
    for (const line of [
      `add_header Access-Control-Allow-Headers "api-key, content-type" always;`,
      '<header>api-key</header>',
      'headers: [api-key, content-type]',
      `'Access-Control-Allow-Headers': 'api-key, content-type',`,
      'exposed_headers: [retry-after]',
    ]) {
      expect(out).toContain(line);
    }
    expect(out).not.toContain(`What ${good} should answer`);
  });

  it('asks for a single description as the address that is given', async () => {
    const seen: unknown[] = [];
    const server = await serve((request, response) => {
      seen.push(request.headers.origin);
      answers({ 'Access-Control-Allow-Origin': '*' })(request, response);
    });
    const folder = writeProject({ 'pets.json': description([server.replace('http:', 'https:')]) });
    const { err } = await doctor(folder, 'pets.json');
    expect(err).toContain('Asking as http://localhost:4321');
    expect((await doctor(folder, 'pets.json', '--origin', 'docs')).code).toBe(2);
    const fine = writeProject({ 'pets.json': description([`${server}/v1`]) });
    const { out } = await doctor(fine, 'pets.json', '--origin', `${server}/docs/`, '--format', 'json');
    const told: Told = JSON.parse(out);
    // The site's own origin needs no leave.
    expect(told.ok).toBe(true);
    expect(told.examined.every(({ asked }) => asked.length === 0)).toBe(true);
    expect(seen).toEqual([]);
  });

  it('tells faults of the description first', async () => {
    const folder = writeProject({ 'pets.json': '{"openapi": "3.1.0", "info": 1, "paths": {}}' });
    const { code, err } = await doctor(folder, 'pets.json');
    expect(code).toBe(1);
    expect(err).toContain('pets.json:1:');
  });
});
