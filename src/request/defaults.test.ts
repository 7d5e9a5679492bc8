import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Example, MediaType } from '../model/media-type.ts';
import type { Operation } from '../model/operation.ts';
import type { Parameter } from '../model/parameter.ts';
import type { Schema } from '../model/schema-object.ts';
import { defaultValues, fillExamples, parameterExample, requestExamples } from './defaults.ts';
import { givenExamples, givenValues } from './given.ts';

const api: Api = {
  id: 'pets',
  title: '',
  version: '',
  servers: [],
  tags: [],
  operations: [],
  securitySchemes: [],
  schemas: { '#/Name': { types: ['string'], examples: ['"Rex"'] } },
};

function makeParameter(facts: Partial<Parameter>): Parameter {
  return {
    name: 'petId',
    in: 'path',
    required: true,
    deprecated: false,
    style: 'simple',
    explode: false,
    allowReserved: false,
    allowEmptyValue: false,
    examples: [],
    ...facts,
  };
}

function makeOperation(content: readonly MediaType[], facts: Partial<Operation> = {}): Operation {
  return {
    key: 'test',
    method: 'POST',
    path: '/pets',
    deprecated: false,
    tags: [],
    servers: [],
    security: [],
    parameters: [],
    responses: [],
    requestBody: { required: true, content },
    ...facts,
  };
}

const two: readonly Example[] = [
  { name: 'plain', summary: 'Plain', value: '{"a":1.10}' },
  { name: 'other', description: 'Other', value: '[]' },
];

describe('requestExamples', () => {
  it.each([
    {
      name: 'as the author named them, laid out, numbers kept',
      content: [{ name: 'application/json', examples: two }],
      want: [
        { name: 'plain', summary: 'Plain', mediaType: 'application/json', text: '{\n  "a": 1.10\n}' },
        { name: 'other', description: 'Other', mediaType: 'application/json', text: '[]' },
      ],
    },
    {
      name: 'text exactly as it goes over the wire',
      content: [{ name: 'application/json', examples: [{ name: 'x', text: '{"a":1}\n' }] }],
      want: [{ name: 'x', mediaType: 'application/json', text: '{"a":1}\n' }],
    },
    {
      name: 'built from the schema where none is given',
      content: [
        {
          name: 'application/*',
          schema: { required: ['n'], properties: [{ name: 'n', schema: { ref: '#/Name' } }] },
          examples: [],
        },
      ],
      want: [{ name: 'default', mediaType: 'application/json', text: '{\n  "n": "Rex"\n}' }],
    },
    {
      name: 'built where an example lies elsewhere',
      content: [{ name: 'application/json', examples: [{ name: 'x', externalUrl: 'https://a.example/x.json' }] }],
      want: [{ name: 'default', mediaType: 'application/json', text: '{}' }],
    },
    {
      name: 'text of another type, anything else than text as JSON',
      content: [
        {
          name: 'text/csv',
          examples: [
            { name: 'x', value: '"a,b\\n"' },
            { name: 'y', value: '{}' },
          ],
        },
      ],
      want: [
        { name: 'x', mediaType: 'text/csv', text: 'a,b\n' },
        { name: 'y', mediaType: 'text/csv', text: '{}' },
      ],
    },
    {
      name: 'an object without members for a form that nothing is known of',
      content: [{ name: 'multipart/form-data', schema: true, examples: [] }],
      want: [{ name: 'default', mediaType: 'multipart/form-data', text: '{}' }],
    },
    { name: 'none without a body', content: [], want: [] },
  ] satisfies { name: string; content: MediaType[]; want: unknown }[])('$name', ({ content, want }) => {
    expect(requestExamples(api, makeOperation(content))).toEqual(want);
  });
});

describe('defaultValues', () => {
  const parameters = [
    makeParameter({
      examples: [
        { name: 'plain', value: '1' },
        { name: 'other', value: '2' },
      ],
    }),
    makeParameter({ name: 'limit', in: 'query', required: false, schema: { default: '10' } }),
    makeParameter({ name: 'version', in: 'query', schema: { default: '"v1"' } }),
  ];
  const operation = makeOperation([{ name: 'application/json', examples: two }], {
    parameters,
    security: [{ schemes: [] }],
  });

  it('sends what is required, and the first example', () => {
    expect(defaultValues(api, operation)).toEqual({
      server: 0,
      serverVariables: [],
      parameters: [
        { in: 'path', name: 'petId', value: '1' },
        { in: 'query', name: 'version', value: '"v1"' },
      ],
      body: { mediaType: 'application/json', text: '{\n  "a": 1.10\n}' },
      security: 0,
    });
  });

  it('takes body and parameters of the named example', () => {
    const values = defaultValues(api, operation, 'other');
    expect([values.body?.text, values.parameters[0]?.value]).toEqual(['[]', '2']);
    expect(defaultValues(api, operation, 'unknown')).toEqual(defaultValues(api, operation));
  });

  it('sends no optional body with GET that has nothing in it', () => {
    const form: MediaType = { name: 'application/x-www-form-urlencoded', schema: { types: ['object'] }, examples: [] };
    const post = makeOperation([form]);
    const optional: Operation = { ...post, method: 'GET', requestBody: { content: [form], required: false } };
    const required: Operation = { ...optional, requestBody: { content: [form], required: true } };
    const full = { ...form, examples: [{ name: 'default', value: '{"a":1}' }] };
    const told: Operation = { ...optional, requestBody: { content: [full], required: false } };
    const sent = [optional, required, told, post].map((one) => defaultValues(api, one).body?.text);
    expect(sent).toEqual([undefined, '{}', '{\n  "a": 1\n}', '{}']);
    expect(defaultValues(api, optional, 'default').body?.text).toBe('{}');
  });

  it('has neither body nor credential where none is described', () => {
    const values = defaultValues(api, { ...makeOperation([]), security: [] });
    expect([values.body, values.security]).toEqual([undefined, -1]);
  });
});

describe('fillExamples', () => {
  const operation = makeOperation(
    [
      { name: 'application/json', schema: { types: ['integer'], minimum: '5' }, examples: [] },
      { name: 'text/csv', examples: [] },
    ],
    { parameters: [makeParameter({}), makeParameter({ name: 'limit', in: 'query', required: false })] },
  );

  it('leaves nothing to build, and no trace where nothing was needed', () => {
    const filled = fillExamples(api, operation);
    expect(givenExamples(api, operation)).toEqual([]);
    expect(givenExamples(api, filled)).toEqual(requestExamples(api, operation));
    expect(givenValues(api, operation).parameters).toEqual([]);
    expect(givenValues(api, filled)).toEqual(defaultValues(api, operation));
    expect(filled.parameters[1]).toEqual(operation.parameters[1]);
    expect(filled.requestBody?.content[1]?.examples).toEqual([{ name: 'default', value: '"string"' }]);
    expect(fillExamples(api, filled)).toEqual(filled);
  });
});

describe('parameterExample', () => {
  it.each([
    {
      name: 'its own example',
      facts: { examples: [{ name: 'x', value: '"a"' }], schema: { examples: ['"b"'] } },
      want: '"a"',
    },
    { name: 'what the schema gives', facts: { schema: { ref: '#/Name' } }, want: '"Rex"' },
    { name: 'its name for a text', facts: { schema: { types: ['string'] } }, want: '"petId"' },
    { name: 'its name where nothing is known', facts: {}, want: '"petId"' },
    {
      name: 'its name in an object of which nothing is known',
      facts: { schema: { types: ['object'] } },
      want: '{\n  "key": "petId"\n}',
    },
    {
      name: 'nothing in an object that takes nothing',
      facts: { schema: { types: ['object'], additionalProperties: false } },
      want: '{}',
    },
    { name: 'a format', facts: { schema: { types: ['string'], format: 'date' } }, want: '"2025-01-15"' },
    { name: 'a number', facts: { schema: { types: ['integer'], minimum: '5' } }, want: '5' },
    {
      name: 'content',
      facts: { content: { name: 'application/json', schema: { types: ['boolean'] }, examples: [] } },
      want: 'true',
    },
  ] satisfies { name: string; facts: Partial<Parameter> & { schema?: Schema }; want: string }[])(
    '$name',
    ({ facts, want }) => {
      expect(parameterExample(api, makeParameter(facts))).toBe(want);
    },
  );
});
