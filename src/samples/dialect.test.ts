import { describe, expect, it } from 'vitest';
import type { Credential, HttpBody, HttpHeader, HttpRequest, Part } from '../request/http-request.ts';
import { address, type Dialect, fieldsOf, formParts, headerValue } from './dialect.ts';

const dialect: Dialect = {
  quote: (text) => `<${text}>`,
  secret: (variable) => `env(${variable})`,
  base64: (secret) => `base64(${secret})`,
  encode: (secret) => `encode(${secret})`,
};
const key: Credential = { scheme: 'key', form: 'raw', variable: 'KEY' };
const login: Credential = { scheme: 'login', form: 'basic', variable: 'LOGIN' };
const request: HttpRequest = { method: 'GET', url: 'https://a.example/', headers: [], stream: false };

describe('an address', () => {
  it.each([
    { name: 'alone', given: request, want: '<https://a.example/>' },
    {
      name: 'with secrets',
      given: {
        ...request,
        queryCredentials: [
          { name: 'a key', credential: key },
          { name: 'b', credential: key },
        ],
      },
      want: '<https://a.example/?a%20key=> + encode(env(KEY)) + <&b=> + encode(env(KEY))',
    },
    {
      name: 'with a query and a secret',
      given: { ...request, url: 'https://a.example/?a=1', queryCredentials: [{ name: 'b', credential: key }] },
      want: '<https://a.example/?a=1&b=> + encode(env(KEY))',
    },
  ])('$name', ({ given, want }) => {
    expect(address(given, dialect)).toBe(want);
  });
});

describe('the value of a header', () => {
  const within = (text: string, secret: string): string => `<${text}{${secret}}>`;
  it.each<{ name: string; header: HttpHeader; more?: Partial<Dialect>; want: string }>([
    { name: 'a text', header: { name: 'A', value: 'b' }, want: '<b>' },
    { name: 'a text of its own kind', header: { name: 'A', value: 'b' }, more: { quoteHeader: () => '?' }, want: '?' },
    { name: 'a secret alone', header: { name: 'A', prefix: '', credential: key }, want: 'env(KEY)' },
    { name: 'a secret after a text', header: { name: 'A', prefix: 'B ', credential: key }, want: '<B > + env(KEY)' },
    {
      name: 'joined by another sign',
      header: { name: 'A', prefix: 'B ', credential: key },
      more: { plus: '.' },
      want: '<B >.env(KEY)',
    },
    { name: 'base64', header: { name: 'A', prefix: 'B ', credential: login }, want: '<B > + base64(env(LOGIN))' },
    {
      name: 'in one literal',
      header: { name: 'A', prefix: 'B ', credential: key },
      more: { within },
      want: '<B {env(KEY)}>',
    },
    {
      name: 'not in one with marks',
      header: { name: 'A', prefix: '"{', credential: key },
      more: { within },
      want: '<"{> + env(KEY)',
    },
  ])('$name', ({ header, more, want }) => {
    expect(headerValue(header, { ...dialect, ...more })).toBe(want);
  });
});

describe('the parts of a form', () => {
  const text: Part = { name: 'a', headers: [], content: 'b' };
  const file: Part = {
    name: 'f',
    filename: 'x.png',
    contentType: 'image/png',
    headers: [],
    content: { at: '', name: 'up/x.png' },
  };
  const { contentType: _type, ...withoutType } = file;
  const write = (parts: readonly Part[], isTyped = false, mediaType = 'multipart/form-data'): string[] | undefined =>
    formParts(
      { kind: 'multipart', mediaType, boundary: 'b', parts },
      {
        text: (name, content, type = '') => `${name}=${content}${type}`,
        file: (...all) => all.join(),
      },
      isTyped,
    );
  it('are what the library makes of each', () => {
    expect(write([text, file])).toEqual(['a=b', 'f,up/x.png,image/png,x.png,false']);
    expect(write([{ ...file, filename: 'y.png' }])).toEqual(['f,up/x.png,image/png,y.png,true']);
    expect(write([{ ...text, contentType: 'text/csv' }], true)).toEqual(['a=btext/csv']);
  });
  it.each<{ name: string; parts: Part[]; mediaType?: string }>([
    { name: 'none', parts: [] },
    { name: 'another kind of multipart', parts: [text], mediaType: 'multipart/mixed' },
    { name: 'a header', parts: [text, { ...text, headers: [{ name: 'X', value: '1' }] }] },
    { name: 'a typed text', parts: [{ ...text, contentType: 'text/csv' }] },
    { name: 'a text that is a file', parts: [{ ...text, filename: 'a.txt' }] },
    { name: 'a name with a quote', parts: [{ ...text, name: '"' }] },
    { name: 'no name', parts: [{ headers: [], content: 'b' }] },
    { name: 'a file without a type', parts: [withoutType] },
  ])('are left to be composed: $name', ({ parts, mediaType }) => {
    expect(write(parts, false, mediaType)).toBeUndefined();
  });
});

it.each<{ name: string; body: HttpBody; want: unknown }>([
  { name: 'of a form', body: { kind: 'text', mediaType: 'f', text: 'a=b', fields: [['a', 'b']] }, want: [['a', 'b']] },
  {
    name: 'that are encoded in another way',
    body: { kind: 'text', mediaType: 'f', text: 'a=*', fields: [['a', '*']] },
    want: undefined,
  },
  { name: 'of an empty form', body: { kind: 'text', mediaType: 'f', text: '', fields: [] }, want: undefined },
  { name: 'of a text', body: { kind: 'text', mediaType: 'text/plain', text: 'a=b' }, want: undefined },
])('gives the fields $name', ({ body, want }) => {
  expect(fieldsOf(body, /\*/)).toEqual(want);
});
