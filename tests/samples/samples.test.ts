import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../src/model/api.ts';
import type { Operation } from '../../src/model/operation.ts';
import type { Parameter, ParameterIn } from '../../src/model/parameter.ts';
import { buildRequest } from '../../src/request/build.ts';
import type { HttpRequest } from '../../src/request/http-request.ts';
import { targets } from '../../src/samples/targets.ts';
import { type RecordedRequest, type Recorder, startRecorder } from '../recorder.ts';
import { makeRandom, randomText, randomValue } from './random.ts';
import { makeRunFolder, missingPython, type Runner, runSamples } from './run.ts';
import { BODIES, PLANTED, TEXTS } from './torture.ts';

const RUNNERS: readonly { readonly runner: Runner; readonly target: string }[] = [
  { runner: 'sh', target: 'shell' },
  { runner: 'bash', target: 'shell' },
  { runner: 'python', target: 'python' },
  { runner: 'node', target: 'javascript' },
];
/** Looks like a command itself: no shell may read it again. */
const VARIABLES = {
  TEST_API_KEY: `key-$(touch ${PLANTED})-"'\`\\`,
  TEST_TOKEN: 'token',
  TEST_BASIC_AUTH: 'user:päss wörd',
  TEST_KEY: 'first',
  TEST_QUERY: 'second',
};

/** Nothing but newlines may be unseen in a sample: the eye and the terminal take it for something else. */
const UNSEEN = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

let recorder: Recorder;
const counts = new Map<Runner, number>();
beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(async () => {
  await recorder.close();
  const told = [...counts].map(([runner, count]) => `${count} by ${runner}`);
  console.info(`Samples run: ${told.join(', ')}.`);
});

function parameter(place: ParameterIn, name: string): Parameter {
  const style = place === 'query' || place === 'cookie' ? 'form' : 'simple';
  return {
    name,
    in: place,
    required: false,
    deprecated: false,
    style,
    explode: style === 'form',
    allowReserved: false,
    allowEmptyValue: false,
    examples: [],
  };
}

const api: Api = {
  id: 'test',
  title: 'Test',
  version: '1',
  servers: [],
  tags: [],
  operations: [],
  schemas: {},
  securitySchemes: [
    { id: 'key', deprecated: false, kind: 'apiKey', in: 'header', name: 'api-key' },
    { id: 'basic', deprecated: false, kind: 'http', scheme: 'basic' },
    { id: 'bearer', deprecated: false, kind: 'http', scheme: 'bearer' },
    { id: 'query', deprecated: false, kind: 'apiKey', in: 'query', name: 'the key' },
    { id: 'cookie', deprecated: false, kind: 'apiKey', in: 'cookie', name: 'session' },
  ],
};

interface Case {
  readonly path?: string;
  readonly query?: string;
  readonly header?: string;
  readonly cookie?: string;
  readonly method?: string;
  readonly body?: string;
  readonly mediaType?: string;
  readonly security?: readonly string[];
}

/** Each case has an address of its own, by which its record is found again. */
function requestFor(given: Case, index: number): HttpRequest {
  const operation: Operation = {
    key: 'test',
    method: given.method ?? 'POST',
    path: '/items/{id}',
    deprecated: false,
    tags: [],
    servers: [{ url: `${recorder.url}/case-${index}`, variables: [] }],
    security: [{ schemes: (given.security ?? ['key']).map((id) => ({ id, scopes: [] })) }],
    parameters: [
      parameter('path', 'id'),
      parameter('query', "q'[$x]"),
      parameter('header', 'X-Text'),
      parameter('cookie', 'c'),
    ],
    responses: [],
  };
  const { path = 'id', query, header, cookie, body, mediaType = 'application/json' } = given;
  const texts = [
    { in: 'path', name: 'id', text: path },
    { in: 'query', name: "q'[$x]", text: query },
    { in: 'header', name: 'X-Text', text: header },
    { in: 'cookie', name: 'c', text: cookie },
  ] as const;
  const parameters = texts.flatMap(({ in: place, name, text }) =>
    text === undefined ? [] : [{ in: place, name, value: JSON.stringify(text) }],
  );
  const { request, problems } = buildRequest(api, operation, {
    server: 0,
    serverVariables: [],
    parameters,
    ...(body === undefined ? {} : { body: { mediaType, text: body } }),
    security: 0,
  });
  expect(problems).toEqual([]);
  return request;
}

/** What of a request must arrive to the letter: method, target, our headers, body. */
function sent(request: HttpRequest): object {
  const url = new URL(request.url);
  const secret = (variable: string): string => VARIABLES[variable as keyof typeof VARIABLES];
  const query = (request.queryCredentials ?? []).map(
    ({ name, credential }) => `${encodeURIComponent(name)}=${secret(credential.variable)}`,
  );
  const headers = request.headers.map((header) => {
    if ('value' in header) return [header.name.toLowerCase(), header.value];
    const value = secret(header.credential.variable);
    const written = header.credential.form === 'basic' ? Buffer.from(value).toString('base64') : value;
    return [header.name.toLowerCase(), header.prefix + written];
  });
  const search = [url.search.slice(1), ...query].filter((part) => part !== '').join('&');
  return {
    method: request.method,
    target: url.pathname + (search ? `?${search}` : ''),
    headers: headers.sort(),
    body: Buffer.from(request.body?.text ?? '', 'utf8').toString('base64'),
  };
}

function arrived(record: RecordedRequest | undefined, request: HttpRequest): object | undefined {
  if (!record) return undefined;
  const ours = new Set(request.headers.map((header) => header.name.toLowerCase()));
  const headers = record.headers.map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    method: record.method,
    target: record.target,
    headers: headers.filter(([name]) => ours.has(name)).sort(),
    body: record.body.toString('base64'),
  };
}

function printerOf(target: string): (request: HttpRequest) => string {
  const found = targets.find(({ id }) => id === target);
  if (!found) throw new Error(`no target ${target}`);
  return found.print;
}

async function runAll(runner: Runner, target: string, requests: readonly HttpRequest[]): Promise<void> {
  if (runner === 'python') expect(await missingPython()).toBeUndefined();
  const print = printerOf(target);
  recorder.requests.length = 0;
  const folder = makeRunFolder();
  const ran = await runSamples(runner, requests.map(print), folder, VARIABLES);
  expect({ status: ran.status, stderr: runner === 'sh' || runner === 'bash' ? '' : ran.stderr }).toEqual({
    status: 0,
    stderr: '',
  });
  counts.set(runner, (counts.get(runner) ?? 0) + requests.length);
  for (const request of requests) {
    expect(print(request)).not.toMatch(UNSEEN);
    const start = /^\/case-\d+\//.exec(new URL(request.url).pathname)?.[0] ?? '';
    const records = recorder.requests.filter((candidate) => candidate.target.startsWith(start));
    expect(records, print(request)).toHaveLength(1);
    expect(arrived(records[0], request), print(request).slice(0, 2_000)).toEqual(sent(request));
  }
  expect(existsSync(join(folder, PLANTED)), 'a planted command ran').toBe(false);
  rmSync(folder, { recursive: true });
}

/** What a header can carry of a text, and a path of any: the rest is refused before it is printed. */
function headerText(text: string): string {
  return text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '');
}
function pathText(text: string): string {
  return text === '' || text === '.' || text === '..' ? 'id' : text;
}

const HAND_PICKED: readonly Case[] = [
  ...TEXTS.map((text) => ({
    path: pathText(text),
    query: text,
    header: headerText(text),
    body: JSON.stringify({ [text]: text, list: [text, { text }] }, null, 2),
  })),
  ...BODIES.filter(isJson).map((body) => ({ body })),
  ...BODIES.map((body) => ({ body, mediaType: 'text/plain; charset=utf-8' })),
  ...TEXTS.map((text) => ({ body: text, mediaType: 'text/plain' })),
  ...TEXTS.map((text) => ({ body: `${text}\n${text}`, mediaType: 'text/plain' })),
  { method: 'GET' },
  { method: 'GET', query: 'x', cookie: 'a b;c' },
  { method: 'HEAD' },
  { method: 'DELETE' },
  { method: 'POST' },
  { method: 'PUT', body: '{}' },
  { method: 'PATCH' },
  { method: 'OPTIONS' },
  { method: 'PROPFIND', body: '{}' },
  { method: 'GET', security: ['basic'] },
  { security: ['bearer'], body: '{}' },
  { security: ['key', 'query'], query: 'x' },
  { security: ['key', 'query'], method: 'GET' },
  { security: ['cookie'], cookie: 'x', method: 'GET' },
  { security: [], method: 'GET' },
];

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function randomCases(count: number): Case[] {
  const random = makeRandom(20_260_217);
  return Array.from({ length: count }, () => ({
    path: pathText(randomText(random)),
    query: randomText(random),
    header: headerText(randomText(random)),
    body: JSON.stringify(randomValue(random, 3), null, 2),
  }));
}

describe.each(RUNNERS)('samples run by $runner', ({ runner, target }) => {
  it('send hand-picked requests as they are', async () => {
    await runAll(runner, target, HAND_PICKED.map(requestFor));
  }, 60_000);

  it('send random requests as they are', async () => {
    await runAll(runner, target, randomCases(120).map(requestFor));
  }, 60_000);

  it('print a stream as it arrives', async () => {
    const request: HttpRequest = {
      method: 'POST',
      url: `${recorder.url}/stream`,
      headers: [
        { name: 'Accept', value: 'text/event-stream' },
        { name: 'Content-Type', value: 'application/json' },
      ],
      body: { kind: 'text', mediaType: 'application/json', text: '{\n  "stream": true\n}' },
      stream: true,
    };
    const folder = makeRunFolder();
    const ran = await runSamples(runner, [printerOf(target)(request)], folder, {});
    rmSync(folder, { recursive: true });
    expect(ran.status, ran.stderr).toBe(0);
    const spread = (ran.arrivals.at(-1)?.at ?? 0) - (ran.arrivals[0]?.at ?? 0);
    expect(ran.arrivals.length).toBeGreaterThan(recorder.events / 2);
    expect(spread).toBeGreaterThan((recorder.events * recorder.pace) / 2);
    const pieces = ran.stdout.matchAll(/"content":"(piece \d+ )"/g);
    expect([...pieces].map((match) => match[1])).toEqual(
      Array.from({ length: recorder.events }, (_, index) => `piece ${index + 1} `),
    );
    expect(ran.stdout.includes('[DONE]')).toBe(target === 'shell');
  });
});
