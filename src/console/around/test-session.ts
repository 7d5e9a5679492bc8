import type { Api } from '../../model/api.ts';
import type { Operation } from '../../model/operation.ts';
import type { Parameter } from '../../model/parameter.ts';
import { createCredentials } from '../credentials.ts';
import { createRun } from '../run.ts';
import { createSession, type Session } from '../session.ts';
import { createKeyStorage } from '../storage.ts';

/** For tests: a session of an operation that has a bit of everything. */
export function testSession(): Session {
  const [operation] = api.operations;
  if (!operation) throw new Error('no operation');
  const noStorage = createKeyStorage(() => {
    throw new Error('no storage');
  });
  const run = createRun(
    () => 0,
    (tell) => tell(),
  );
  return createSession(api, {
    place: { page: 'https://docs.example/reference/ask/' },
    run,
    credentials: createCredentials(noStorage),
    readAnswers: async () => ({ responses: [], schemas: {} }),
  });
}

function parameter(place: Parameter['in'], name: string, rest: Partial<Parameter> = {}): Parameter {
  return {
    name,
    in: place,
    required: false,
    deprecated: false,
    style: place === 'path' || place === 'header' ? 'simple' : 'form',
    explode: place === 'query',
    allowReserved: false,
    allowEmptyValue: false,
    schema: { types: ['string'] },
    examples: [],
    ...rest,
  };
}

const operation: Operation = {
  key: 'ask',
  method: 'POST',
  path: '/ask/{id}',
  deprecated: false,
  tags: [],
  servers: [
    { url: 'https://api.example/v1/', variables: [] },
    {
      url: 'https://{region}.example/{free}',
      variables: [
        { name: 'region', default: 'eu', enum: ['eu', 'us'] },
        { name: 'free', default: 'v1', enum: [] },
      ],
    },
    {
      url: 'https://{apiKey}.example/bot{token}/{part}/',
      variables: [
        { name: 'apiKey', default: 'demo', enum: [] },
        { name: 'token', default: '0', enum: [] },
        { name: 'part', default: 'v1', enum: [] },
      ],
    },
  ],
  security: [{ schemes: [{ id: 'key', scopes: [] }] }, { schemes: [{ id: 'user', scopes: [] }] }],
  parameters: [
    parameter('path', 'id', { required: true, examples: [{ name: 'default', value: '"seven"' }] }),
    parameter('query', 'limit', { schema: { types: ['number'] } }),
    parameter('query', 'tags', { schema: { types: ['array'], items: { types: ['string'] } } }),
    parameter('query', '__proto__'),
    parameter('query', 'access_token'),
    parameter('query', 'pin', { schema: { types: ['string'], format: 'password' } }),
    parameter('query', 'codes', { schema: { types: ['array'], items: { types: ['string'], format: 'password' } } }),
    parameter('header', 'X-Key'),
    parameter('header', 'X-Trace'),
    parameter('cookie', 'theme'),
  ],
  requestBody: {
    required: false,
    content: [
      {
        name: 'application/json',
        schema: {
          types: ['object'],
          properties: [{ name: 'code', schema: { types: ['string'], format: 'password' } }],
        },
        examples: [
          { name: 'first', value: '{"a":1}' },
          { name: 'second & last', value: '{"a":2}' },
        ],
      },
      { name: 'text/plain', schema: { types: ['string'] }, examples: [{ name: 'words', value: '"hello"' }] },
    ],
  },
  responses: [],
};

const api: Api = {
  id: 'pets',
  title: 'Pets',
  version: '1',
  servers: operation.servers,
  tags: [],
  operations: [operation],
  securitySchemes: [
    { id: 'key', kind: 'apiKey', in: 'header', name: 'X-Api', deprecated: false },
    { id: 'user', kind: 'http', scheme: 'basic', deprecated: false },
  ],
  schemas: {},
};
