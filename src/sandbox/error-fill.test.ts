import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Schema } from '../model/schema-object.ts';
import type { Fault, Problem } from './call.ts';
import { errorAnswer } from './error-answer.ts';

const string: Schema = { types: ['string'] };
const object = (properties: { readonly [name: string]: Schema }, ...required: string[]): Schema => ({
  types: ['object'],
  properties: Object.entries(properties).map(([name, schema]) => ({ name, schema })),
  required,
});
const list = (items: Schema): Schema => ({ types: ['array'], items });

const name: Fault = {
  place: 'body',
  pointer: '/pets/0/name',
  param: 'pets[0].name',
  code: 'too-short',
  message: 'Short.',
};
const limit: Fault = { place: 'query', pointer: '/limit', param: 'limit', code: 'maximum', message: 'Big.' };
const wrong: Problem = { status: 422, message: 'Short.', param: 'pets[0].name', faults: [name, limit] };
const unknown: Problem = { status: 404, code: 'NoSuchThing', message: 'There is nothing.' };

async function refuse(problem: Problem, schema: Schema, example?: unknown, mediaType = 'application/json') {
  const examples = example === undefined ? [] : [{ name: 'x', value: JSON.stringify(example) }];
  const responses = [{ status: 'default', headers: [], content: [{ name: mediaType, schema, examples }] }];
  const api = { schemas: {}, operations: [{ responses }] } as unknown as Api;
  const { body } = await errorAnswer(api, api.operations, problem);
  return mediaType.endsWith('json') ? JSON.parse(String(body)) : body;
}

describe('a problem in the shape of the description', () => {
  it.each([
    {
      name: 'problem+json with pointers',
      schema: object({
        type: string,
        title: string,
        status: { types: ['integer'] },
        errors: list(object({ detail: string, pointer: string })),
      }),
      example: { title: 'x', status: 1, detail: 'x', errors: [{ detail: 'x', pointer: '#/x' }] },
      want: {
        title: 'Unprocessable Content',
        status: 422,
        detail: 'Short.',
        errors: [
          { detail: 'Short.', pointer: '#/pets/0/name' },
          { detail: 'Big.', pointer: '#/limit' },
        ],
      },
    },
    {
      name: 'FastAPI, built from the schema',
      schema: object({
        detail: list(
          object(
            { loc: list({ anyOf: [string, { types: ['integer'] }] }), msg: string, type: string },
            'loc',
            'msg',
            'type',
          ),
        ),
      }),
      want: {
        detail: [
          { loc: ['body', 'pets', 0, 'name'], msg: 'Short.', type: 'too-short' },
          { loc: ['query', 'limit'], msg: 'Big.', type: 'maximum' },
        ],
      },
    },
    {
      name: 'a map of fields, such as Laravel has',
      schema: object({ message: string, errors: { types: ['object'], additionalProperties: list(string) } }),
      want: { message: 'Short.', errors: { 'pets[0].name': ['Short.'], limit: ['Big.'] } },
    },
    {
      name: 'Azure',
      schema: object({ error: object({ code: string, message: string, target: string, details: list(object({})) }) }),
      example: { error: { code: 'x', message: 'x', target: 'x', details: [{ code: 'x', message: 'x', target: 'x' }] } },
      want: {
        error: {
          code: '422',
          message: 'Short.',
          target: 'pets[0].name',
          details: [
            { code: 'too-short', message: 'Short.', target: 'pets[0].name' },
            { code: 'maximum', message: 'Big.', target: 'limit' },
          ],
        },
      },
    },
    {
      name: 'JSON:API',
      schema: object({ errors: list(object({ status: string, source: object({ pointer: string }) })) }),
      example: { errors: [{ status: '1', title: 'x', detail: 'x', source: { pointer: '/data/x' } }] },
      want: {
        errors: [
          { status: '422', title: 'Unprocessable Content', detail: 'Short.', source: { pointer: '/pets/0/name' } },
          { status: '422', title: 'Unprocessable Content', detail: 'Big.', source: { pointer: '/limit' } },
        ],
      },
    },
    {
      name: 'a list of sentences',
      schema: object({ statusCode: { types: ['integer'] }, message: list(string) }),
      want: { statusCode: 422, message: ['Short.', 'Big.'] },
    },
    {
      name: 'codes of its own, which stay',
      schema: object({ code: { enum: ['"INVALID"'] }, message: string }, 'code', 'message'),
      want: { code: 'INVALID', message: 'Short.' },
    },
    {
      name: 'a field that may not be null',
      problem: unknown,
      schema: object({ code: string, field: string, message: string }, 'code', 'field', 'message'),
      want: { code: 'NoSuchThing', field: '', message: 'There is nothing.' },
    },
    {
      name: 'a list, for a problem that is no fault of a value',
      problem: unknown,
      schema: object({ errors: list(object({ message: string, param: { types: ['string', 'null'] } }, 'message')) }),
      want: { errors: [{ message: 'There is nothing.', param: null }] },
    },
    {
      name: 'an example that its own schema forbids is left for one that is built',
      schema: object({ message: string, trace: string }, 'message', 'trace'),
      example: { message: 'x' },
      want: { message: 'Short.', trace: 'string' },
    },
  ])('$name', async ({ problem = wrong, schema, example, want }) => {
    expect(await refuse(problem, schema, example)).toEqual(want);
  });

  it('is XML or plain text where nothing else is described', async () => {
    const xml = await refuse(wrong, object({ message: string }), undefined, 'application/xml');
    expect(xml).toContain('<message>Short.</message>');
    expect(await refuse(wrong, string, undefined, 'text/plain')).toBe('Short.');
  });
});
