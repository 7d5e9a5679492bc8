import type { Api } from '../../src/model/api.ts';
import type { MediaType } from '../../src/model/media-type.ts';
import type { Operation } from '../../src/model/operation.ts';
import type { Parameter, ParameterIn } from '../../src/model/parameter.ts';
import { buildRequest } from '../../src/request/build.ts';
import type { HttpRequest } from '../../src/request/http-request.ts';
import type { FileValue } from '../../src/request/values.ts';
import { makeRandom, randomText, randomValue } from './random.ts';
import { BODIES, PLANTED, TEXTS } from './torture.ts';

/** Looks like a command itself: no shell may read it again. */
export const VARIABLES = {
  TEST_API_KEY: `key-$(touch ${PLANTED})-"'\`\\`,
  TEST_COOKIE: `first-$(touch ${PLANTED})`,
  TEST_COOKIETOO: 'second%s',
  TEST_ODDCOOKIE: '"$HOME',
  TEST_TOKEN: 'token',
  TEST_BASIC_AUTH: 'user:päss wörd',
  TEST_KEY: 'first',
  TEST_QUERY: 'second',
};

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
    { id: 'cookieToo', deprecated: false, kind: 'apiKey', in: 'cookie', name: 'csrf' },
    { id: 'oddCookie', deprecated: false, kind: 'apiKey', in: 'cookie', name: "c-'`$HOME|%s!" },
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
  readonly files?: readonly FileValue[];
  /** What the description says of the body. */
  readonly media?: Partial<MediaType>;
  readonly security?: readonly string[];
}

/** Each case has an address of its own, by which its record is found again. */
function requestFor(given: Case, index: number, server: string): HttpRequest {
  const { path = 'id', query, header, odd, cookie, body, mediaType = 'application/json', media, files } = given;
  const operation: Operation = {
    key: 'test',
    method: given.method ?? 'POST',
    path: '/items/{id}',
    deprecated: false,
    tags: [],
    servers: [{ url: `${server}/case-${index}`, variables: [] }],
    security: [{ schemes: (given.security ?? ['key']).map((id) => ({ id, scopes: [] })) }],
    parameters: [
      parameter('path', 'id'),
      parameter('query', "q'[$x]"),
      parameter('header', 'X-Text'),
      parameter('header', "X-'`$HOME|!~"),
      parameter('cookie', 'c'),
    ],
    requestBody: { required: false, content: [{ name: mediaType, examples: [], ...media }] },
    responses: [],
  };
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
    ...(body === undefined ? {} : { body: { mediaType, text: body, ...(files ? { files } : {}) } }),
    security: 0,
  });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return request;
}

/** What a header can carry of a text, and a path of any: the rest is refused before it is printed. */
function headerText(text: string): string {
  return text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '');
}
function pathText(text: string): string {
  return text === '' || text === '.' || text === '..' ? 'id' : text;
}

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';
/** No browser takes these as names of fields as they are, and clients differ. */
const named = (text: string): string => (text === '' ? 'empty' : text);

const encodings: Partial<MediaType> = {
  encoding: [
    { name: 'meta', contentType: 'application/json', headers: [] },
    { name: 'note', contentType: 'text/plain; charset=utf-8', headers: [] },
    {
      name: 'traced',
      contentType: 'text/csv',
      headers: [
        {
          name: 'X-Part',
          required: true,
          deprecated: false,
          explode: false,
          examples: [{ name: 'default', value: `"it's $(touch ${PLANTED}) \\"é\\""` }],
        },
      ],
    },
    { name: 'photo', contentType: 'image/png', headers: [] },
  ],
};

const BODY_CASES: readonly Case[] = [
  ...TEXTS.map((text) => ({ mediaType: FORM, body: JSON.stringify({ [text]: text, a: [text, 1.5, true] }) })),
  { mediaType: FORM, body: '{"plain": "a b&c=d+e", "n": 1.10, "o": {"deep": [1, "é"]}, "none": null}' },
  { mediaType: FORM, body: '{"a": "~", "b": "*", "c": "\'()!"}' },
  { mediaType: FORM, body: '{}' },
  { mediaType: FORM, body: 'already=encoded&x=%20+~' },
  ...TEXTS.map((text) => ({ mediaType: MULTIPART, body: JSON.stringify({ [named(text)]: text, list: [text, 'b'] }) })),
  { mediaType: MULTIPART, body: '{"a": "1", "b": 2.50, "c": true}' },
  {
    mediaType: MULTIPART,
    body: '{"meta": {"a": "it\'s \\"x\\""}, "note": "n", "traced": "a,b", "more": "m"}',
    media: encodings,
  },
  { mediaType: MULTIPART, body: '{"meta": {"a": [1, 2.0]}}', media: encodings },
  ...TEXTS.map((text) => ({
    mediaType: MULTIPART,
    body: JSON.stringify({ meta: { [text]: text } }),
    media: encodings,
  })),
  {
    mediaType: MULTIPART,
    body: '{"title": "a file"}',
    files: [{ at: 'photo', name: 'photo.png' }],
    media: encodings,
  },
  {
    mediaType: MULTIPART,
    body: '{"meta": {"a": 1}, "traced": "x"}',
    files: [
      { at: 'photo', name: 'photo.png' },
      { at: 'more', name: 'a.bin' },
      { at: 'more', name: 'b.bin' },
    ],
    media: encodings,
  },
  {
    mediaType: MULTIPART,
    body: '{}',
    files: [
      `it's a $(touch ${PLANTED}) file.txt`,
      '-rf.txt',
      '@at.txt',
      '你好 😀.txt',
      'sub/folder.txt',
      '%s {x}.txt',
    ].map((name) => ({ at: 'file', name, contentType: 'text/plain' })),
  },
  { mediaType: 'multipart/mixed', body: '[{"a": 1}, "text\\r\\n", null]', files: [{ at: '2', name: 'photo.png' }] },
  ...['photo.png', `it's a $(touch ${PLANTED}) file.bin`, '-rf.bin', '@at.bin', 'sub/folder.bin'].map((name) => ({
    mediaType: 'application/octet-stream',
    body: '',
    files: [{ at: '', name }],
  })),
  { mediaType: 'image/png', method: 'PUT', body: '', files: [{ at: '', name: 'photo.png' }] },
  { mediaType: 'application/x-ndjson', body: '{"a":"it\'s"}\n{"b":"$(id)"}\n' },
  { mediaType: 'application/json-seq', body: '\u001e{"a":1}\n\u001e{"b":2}\n' },
  { mediaType: 'application/xml', body: '<?xml version="1.0"?>\n<a b="c">it\'s &lt; "x" $(id)</a>\n' },
];

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
  { method: 'M-SEARCH' },
  { method: 'GET', security: ['basic'] },
  { security: ['odd'], odd: `'$(touch ${PLANTED})`, body: '{}' },
  { security: ['bearer'], body: '{}' },
  { security: ['key', 'query'], query: 'x' },
  { security: ['key', 'query'], method: 'GET' },
  { security: ['cookie'], cookie: 'x', method: 'GET' },
  { security: ['cookie', 'cookieToo'], cookie: 'x', method: 'GET' },
  { security: ['oddCookie', 'cookie'], body: '{}' },
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
  return Array.from({ length: count }, (_, index): Case => {
    const value = randomValue(random, 3);
    const text = (): string => randomText(random);
    const fields = { [text()]: text(), [text()]: [text(), text()] };
    const places = { path: pathText(text()), query: text(), header: headerText(text()) };
    if (index % 4 === 3) return { ...places, mediaType: FORM, body: JSON.stringify(fields) };
    if (index % 4 === 2) return { ...places, mediaType: MULTIPART, body: JSON.stringify({ ...fields, meta: value }) };
    return { ...places, body: JSON.stringify(value, null, 2) };
  });
}

/** @param server - where they go, a recorder's `url` */
export function handPickedRequests(server: string): HttpRequest[] {
  return HAND_PICKED.map((given, index) => requestFor(given, index, server));
}

/** Forms, multipart, files and other media types than JSON. */
export function bodyRequests(server: string): HttpRequest[] {
  return BODY_CASES.map((given, index) => requestFor(given, index, server));
}

/** The same in every run. */
export function randomRequests(server: string, count: number): HttpRequest[] {
  return randomCases(count).map((given, index) => requestFor(given, index, server));
}

/** A request whose answer is a stream of events, which takes its time. */
export function streamRequest(server: string): HttpRequest {
  return {
    method: 'POST',
    url: `${server}/stream`,
    headers: [
      { name: 'Accept', value: 'text/event-stream' },
      { name: 'Content-Type', value: 'application/json' },
    ],
    body: { kind: 'text', mediaType: 'application/json', text: '{\n  "stream": true\n}' },
    stream: true,
  };
}
