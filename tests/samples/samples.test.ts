import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../src/model/api.ts';
import type { Operation } from '../../src/model/operation.ts';
import type { Parameter, ParameterIn } from '../../src/model/parameter.ts';
import { buildRequest } from '../../src/request/build.ts';
import type { HttpRequest } from '../../src/request/http-request.ts';
import { type Recorder, startRecorder } from '../recorder.ts';
import { expectSent, printed, printerOf, RUNNERS, samplesRun } from './harness.ts';
import { makeRandom, randomText, randomValue } from './random.ts';
import { makeRunFolder, runSamples } from './run.ts';
import { BODIES, PLANTED, TEXTS } from './torture.ts';

/** Looks like a command itself: no shell may read it again. */
const VARIABLES = {
  TEST_API_KEY: `key-$(touch ${PLANTED})-"'\`\\`,
  TEST_TOKEN: 'token',
  TEST_BASIC_AUTH: 'user:päss wörd',
  TEST_KEY: 'first',
  TEST_QUERY: 'second',
};

let recorder: Recorder;
beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(async () => {
  await recorder.close();
  console.info(samplesRun());
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
    { id: 'odd', deprecated: false, kind: 'apiKey', in: 'header', name: "x-'`$HOME|!" },
    { id: 'cookie', deprecated: false, kind: 'apiKey', in: 'cookie', name: 'session' },
  ],
};

interface Case {
  readonly path?: string;
  readonly query?: string;
  readonly header?: string;
  /** For the header whose name has every character that shells care for. */
  readonly odd?: string;
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
      parameter('header', "X-'`$HOME|!~"),
      parameter('cookie', 'c'),
    ],
    responses: [],
  };
  const { path = 'id', query, header, odd, cookie, body, mediaType = 'application/json' } = given;
  const texts = [
    { in: 'path', name: 'id', text: path },
    { in: 'query', name: "q'[$x]", text: query },
    { in: 'header', name: 'X-Text', text: header },
    { in: 'header', name: "X-'`$HOME|!~", text: odd },
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
  { security: ['odd'], odd: `'$(touch ${PLANTED})`, body: '{}' },
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
    await expectSent(recorder, runner, printed(target, HAND_PICKED.map(requestFor)), VARIABLES);
  }, 60_000);

  it('send random requests as they are', async () => {
    await expectSent(recorder, runner, printed(target, randomCases(120).map(requestFor)), VARIABLES);
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
