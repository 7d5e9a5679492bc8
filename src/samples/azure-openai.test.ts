import { describe, expect, it } from 'vitest';
import type { Operation } from '../model/operation.ts';
import type { Parameter } from '../model/parameter.ts';
import type { HttpHeader, HttpRequest } from '../request/http-request.ts';
import { azureCall, hasChoices, isDouble, isList, isStreamed } from './azure-openai.ts';

const CHAT = 'https://model.test/openai/deployments/gpt/chat/completions';
const VERSION = 'api-version=2023-05-15';
const credential = { scheme: 'key', form: 'raw', variable: 'MODEL_API_KEY' } as const;
const key: HttpHeader = { name: 'api-key', prefix: '', credential };

function version(more: Partial<Parameter>): Parameter {
  const rules = { style: 'form', explode: true, allowReserved: false, allowEmptyValue: false } as const;
  return { name: 'api-version', in: 'query', required: false, deprecated: false, examples: [], ...rules, ...more };
}

function operation(...parameters: Parameter[]): Operation {
  const lists = { tags: [], servers: [], security: [], responses: [] };
  return { key: 'chat', method: 'POST', path: '/', deprecated: false, parameters, ...lists };
}

function request(more: Partial<HttpRequest> & { readonly text?: string; readonly mediaType?: string }): HttpRequest {
  const { text = '{"messages":[]}', mediaType = 'application/json', ...rest } = more;
  return {
    method: 'POST',
    url: `${CHAT}?${VERSION}`,
    headers: [{ name: 'Accept', value: 'application/json' }, { name: 'Content-Type', value: mediaType }, key],
    body: { kind: 'text', mediaType, text },
    stream: false,
    ...rest,
  };
}

const call = (path: string, body: object) =>
  azureCall(
    request({ url: `https://model.test/openai/deployments/d/${path}?${VERSION}`, text: JSON.stringify(body) }),
    operation(),
  );

describe('azureCall', () => {
  it.each([
    { path: 'chat/completions', method: 'chat' },
    { path: 'completions', method: 'completions' },
    { path: 'embeddings', method: 'embeddings' },
  ])('knows $path', ({ path, method }) => {
    expect(call(path, { model: 'm', user: 'u' })).toMatchObject({
      method,
      endpoint: 'https://model.test',
      deployment: 'd',
      apiVersion: '2023-05-15',
      key: { variable: 'MODEL_API_KEY' },
      fields: [{ key: 'user' }],
    });
  });

  it('keeps the path before the endpoint, and a deployment that is still missing', () => {
    const url = `http://127.0.0.1:4010/a/b/openai/deployments/{deployment-id}/completions?${VERSION}`;
    expect(azureCall(request({ url }), operation())).toMatchObject({
      endpoint: 'http://127.0.0.1:4010/a/b',
      deployment: '{deployment-id}',
    });
  });

  it.each([
    { name: 'its default', given: [version({ schema: { default: '"2024-02-01"' } })], want: '2024-02-01' },
    {
      name: 'its example',
      given: [version({ schema: { default: '"2024-02-01"' }, examples: [{ name: 'default', value: '"2024-06-01"' }] })],
      want: '2024-06-01',
    },
    { name: 'its one value', given: [version({ schema: { enum: ['"v1"'] } })], want: 'v1' },
    { name: 'a value that YAML read as another type', given: [version({ schema: { default: '2024' } })], want: '2024' },
    { name: 'nothing, where nobody says', given: [version({})], want: undefined },
    { name: 'nothing, where none is taken', given: [], want: undefined },
  ])('takes the version left out of a request from the description: $name', ({ given, want }) => {
    expect(azureCall(request({ url: CHAT }), operation(...given))?.apiVersion).toBe(want);
  });

  it('takes a key that the request holds itself', () => {
    const headers = [{ name: 'Api-Key', value: 'k-1' }];
    expect(azureCall(request({ headers }), operation())?.key).toEqual({ value: 'k-1' });
  });

  it.each([
    { name: 'another path', given: { url: `https://model.test/v1/chat/completions?${VERSION}` } },
    { name: 'more in the path', given: { url: `${CHAT}/1?${VERSION}` } },
    { name: 'another method', given: { method: 'PUT' } },
    { name: 'another query', given: { url: `${CHAT}?${VERSION}&trace=1` } },
    { name: 'an empty version', given: { url: `${CHAT}?api-version=` } },
    {
      name: 'an encoded deployment',
      given: { url: `https://model.test/openai/deployments/a%2Fb/embeddings?${VERSION}` },
    },
    {
      name: 'a malformed deployment',
      given: { url: `https://model.test/openai/deployments/%zz/embeddings?${VERSION}` },
    },
    { name: 'no key', given: { headers: [] } },
    { name: 'an empty key', given: { headers: [{ name: 'api-key', value: '' }] } },
    { name: 'a key of another header', given: { headers: [{ ...key, name: 'X-Key' }] } },
    { name: 'a bearer token', given: { headers: [{ name: 'Authorization', prefix: 'Bearer ', credential }] } },
    { name: 'a header beside the key', given: { headers: [key, { name: 'X-Trace', value: '1' }] } },
    { name: 'a key in the query too', given: { queryCredentials: [{ name: 'key', credential }] } },
    { name: 'no body', given: { text: '' } },
    { name: 'a list', given: { text: '[]' } },
    { name: 'broken JSON', given: { text: '{"messages":' } },
    { name: 'a field given twice', given: { text: '{"n":1,"n":2}' } },
    { name: 'text of another type', given: { mediaType: 'text/plain' } },
  ])('has nothing for $name', ({ given }) => {
    expect(azureCall(request({}), operation())).toBeDefined();
    expect(azureCall(request(given), operation())).toBeUndefined();
  });

  it.each([
    { name: 'base64', given: ['embeddings', { encoding_format: 'base64' }] as const, want: [] },
    { name: 'floats', given: ['embeddings', { encoding_format: 'float' }] as const, want: ['encoding_format'] },
    {
      name: 'base64 elsewhere',
      given: ['completions', { encoding_format: 'base64' }] as const,
      want: ['encoding_format'],
    },
  ])('leaves out what the client asks for of itself: $name', ({ given: [path, body], want }) => {
    expect(call(path, body)?.fields.map((field) => field.key)).toEqual(want);
  });
});

describe('a call', () => {
  it.each([
    { name: 'a single answer', given: ['chat/completions', { n: 1 }], want: [false, false] },
    { name: 'several answers', given: ['chat/completions', { n: 2 }], want: [true, false] },
    { name: 'a stream of several', given: ['completions', { n: 2, stream: true }], want: [true, true] },
    { name: 'not a stream', given: ['completions', { stream: null }], want: [false, false] },
    { name: 'several prompts', given: ['completions', { prompt: ['a', 'b'] }], want: [true, false] },
    { name: 'a prompt of tokens', given: ['completions', { prompt: [1, 2] }], want: [false, false] },
    { name: 'embeddings never stream', given: ['embeddings', { stream: true }], want: [false, false] },
  ] as const)('tells $name', ({ given: [path, body], want }) => {
    const made = call(path, body);
    if (!made) throw new Error('no call');
    expect([hasChoices(made), isStreamed(made)]).toEqual(want);
  });

  it.each([
    { name: 'texts', input: ['a', 'b'], want: true },
    { name: 'lists of tokens', input: [[1], [2]], want: true },
    { name: 'one text', input: 'a', want: false },
    { name: 'one text as tokens', input: [1, 2], want: false },
  ])('tells several texts: $name', ({ input, want }) => {
    const made = call('embeddings', { input });
    expect(made && isList(made, 'input')).toBe(want);
  });
});

it.each([
  ['0', true],
  ['-0', true],
  ['1.10', true],
  ['1E+2', true],
  ['1e21', true],
  ['9007199254740993', false],
  ['12345678901234567890', false],
  ['0.1000000000000000055', false],
  ['1e400', false],
])('%s is a double: %s', (text, want) => {
  expect(isDouble(text)).toBe(want);
});
