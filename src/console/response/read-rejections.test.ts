import { describe, expect, it } from 'vitest';
import type { Operation } from '../../model/operation.ts';
import type { Rejection } from '../rejections.ts';
import { nodeAt, readRejections, type SentForm } from './read-rejections.ts';

const parameter = (place: 'query' | 'path' | 'header', name: string) =>
  ({
    in: place,
    name,
    required: false,
    deprecated: false,
    style: 'form',
    explode: true,
    allowReserved: false,
    allowEmptyValue: false,
    examples: [],
  }) as const;

const operation: Operation = {
  key: 'create',
  method: 'POST',
  path: '/pets/{petId}',
  deprecated: false,
  tags: [],
  servers: [],
  security: [],
  parameters: [parameter('path', 'petId'), parameter('query', 'limit'), parameter('header', 'X-Trace')],
  requestBody: {
    required: true,
    content: [
      {
        name: 'application/json',
        examples: [],
        schema: {
          properties: [
            { name: 'owner', schema: true },
            { name: 'messages', schema: true },
          ],
        },
      },
    ],
  },
  responses: [],
};
const sent: SentForm = {
  schemas: {},
  operation,
  values: {
    server: 0,
    serverVariables: [],
    parameters: [],
    security: 0,
    body: { mediaType: 'application/json', text: '{"messages": [{"role": "x"}], "a/b": 1, "name": null}' },
  },
};
const body = (pointer: string, message = 'no'): Rejection => ({ field: { kind: 'body', pointer }, message });
const at = (place: 'query' | 'path' | 'header', name: string, message = 'no'): Rejection => ({
  field: { kind: 'parameter', in: place, name },
  message,
});

describe('readRejections', () => {
  it.each<{ name: string; given: unknown; want: Rejection[] }>([
    {
      name: 'problem details, RFC 9457 section 3',
      given: { title: 'Wrong', errors: [{ detail: 'no', pointer: '#/messages/0/role' }] },
      want: [body('/messages/0/role')],
    },
    { name: 'an escaped pointer', given: { errors: [{ detail: 'no', pointer: '/a~1b' }] }, want: [body('/a~1b')] },
    {
      name: 'JSON:API',
      given: {
        errors: [
          { detail: 'no', source: { pointer: '/name' } },
          { detail: 'no', source: { parameter: 'limit' } },
        ],
      },
      want: [body('/name'), at('query', 'limit')],
    },
    {
      name: 'JSON:API, a header',
      given: { errors: [{ detail: 'no', source: { header: 'x-trace' } }] },
      want: [at('header', 'X-Trace')],
    },
    {
      name: 'a path in a list',
      given: {
        detail: [
          { loc: ['body', 'messages', 0, 'role'], msg: 'no' },
          { loc: ['query', 'limit'], msg: 'no' },
        ],
      },
      want: [body('/messages/0/role'), at('query', 'limit')],
    },
    {
      name: 'a dotted path',
      given: { error: { param: 'messages[0].role', message: 'no' } },
      want: [body('/messages/0/role')],
    },
    { name: 'a JSONPath', given: { error: { target: '$.messages[0]', message: 'no' } }, want: [body('/messages/0')] },
    { name: 'what the body lacks', given: { error: { param: 'owner.id', message: 'no' } }, want: [body('')] },
    {
      name: 'names as keys',
      given: { errors: { name: ['no', 'never'], limit: 'no' } },
      want: [body('/name'), at('query', 'limit')],
    },
    { name: 'the whole body', given: { detail: [{ loc: ['body'], msg: 'no' }] }, want: [body('')] },
    {
      name: 'the same twice',
      given: {
        errors: [
          { field: 'limit', message: 'no' },
          { field: 'limit', message: 'no' },
        ],
      },
      want: [at('query', 'limit')],
    },
    { name: 'a place without words', given: { errors: [{ field: 'limit' }] }, want: [at('query', 'limit', '')] },
    {
      name: 'a name that is no field',
      given: { name: 'ValidationError', message: 'no' },
      want: [body('/name')].slice(1),
    },
    { name: 'an error code', given: { error: { code: '401', message: 'no', param: null } }, want: [] },
    { name: 'a parameter elsewhere', given: { detail: [{ loc: ['query', 'petId'], msg: 'no' }] }, want: [] },
    { name: 'a text', given: 'limit', want: [] },
  ])('$name', ({ given, want }) => {
    expect(readRejections(JSON.stringify(given), sent)).toEqual(want);
  });

  it('is bounded, whatever comes', () => {
    const many = { errors: Array.from({ length: 500 }, (_, index) => ({ field: 'limit', message: `${index}` })) };
    expect(readRejections(JSON.stringify(many), sent)).toHaveLength(20);
    expect(readRejections('{"a":'.repeat(100), sent)).toEqual([]);
    expect(readRejections(`${'['.repeat(5000)}1`, sent)).toEqual([]);
  });
});

it('nodeAt finds the value of a pointer', () => {
  const text = '{"a/b": [1, {"c": 2}]}';
  expect(nodeAt(text, '/a~1b/1/c')).toMatchObject({ kind: 'number', text: '2', start: 18 });
  expect(nodeAt(text, '')).toMatchObject({ kind: 'object', start: 0 });
  expect(nodeAt(text, '/a~1b/7')).toBeUndefined();
  expect(nodeAt('{', '/a')).toBeUndefined();
});
