import { describe, expect, it } from 'vitest';
import { writeProject } from '../../../tests/project.ts';
import { loadApi } from '../load.ts';

const SERIALIZED = 'color=blue&color=light%20green';

it.each([
  {
    name: 'a parameter keeps its data and what its style makes of it',
    of: `schema: { type: array, items: { type: string } }, examples: { a: { dataValue: [blue, light green], serializedValue: "${SERIALIZED}" } }`,
    want: { value: '["blue","light green"]', text: SERIALIZED },
  },
  {
    name: 'JSON is told by its data alone',
    of: `content: { application/json: { schema: { type: array }, examples: { a: { dataValue: [1], serializedValue: "[ 1 ]" } } } }`,
    want: { value: '[1]' },
  },
])('$name', async ({ of, want }) => {
  const parameter = `{ name: color, in: query, ${of} }`;
  const operation = `{ parameters: [${parameter}], responses: { "200": { description: Fine } } }`;
  const text = `openapi: 3.2.0\ninfo: { title: T, version: "1" }\npaths: { /a: { get: ${operation} } }\n`;
  const { api, diagnostics } = await loadApi('a.yaml', { root: writeProject({ 'a.yaml': text }) });
  expect(diagnostics).toEqual([]);
  const found = api?.operations[0]?.parameters[0];
  const [example] = [...(found?.examples ?? []), ...(found?.content?.examples ?? [])];
  expect(example).toEqual({ name: 'a', source: example?.source, ...want });
});

describe('examples in another form than the standard has', () => {
  const load = async (version: string, rest: string) => {
    const text = `openapi: ${version}\ninfo: { title: T, version: "1" }\n${rest}\n`;
    return (await loadApi('a.yaml', { root: writeProject({ 'a.yaml': text }) })).api;
  };

  it.each([
    {
      name: 'values with nothing around them',
      examples: '{ one: { id: 1 }, two: { value: { id: 2 } }, three: { $ref: "#/components/examples/E" }, four: 4 }',
      want: [
        ['one', '{"id":1}'],
        ['two', '{"id":2}'],
        ['three', '{"id":3}'],
        ['four', '4'],
      ],
    },
    {
      name: 'a list, of values and of objects',
      examples: '[{ id: 1 }, { summary: Two, value: { id: 2 } }]',
      want: [
        ['1', '{"id":1}'],
        ['2', '{"id":2}'],
      ],
    },
  ])('$name', async ({ examples, want }) => {
    const api = await load(
      '3.0.4',
      `paths: { /a: { get: { responses: { "200": { description: D, content: { application/json: { examples: ${examples} } } } } } } }\ncomponents: { examples: { E: { id: 3 } } }`,
    );
    const found = api?.operations[0]?.responses[0]?.content[0]?.examples;
    expect(found?.map(({ name, value }) => [name, value])).toEqual(want);
  });

  it('a schema takes the values of named ones', async () => {
    const api = await load(
      '3.1.1',
      'components: { schemas: { S: { examples: { mars: a.jpg, moon: { value: b.jpg } } } } }',
    );
    expect(api?.schemas['#/components/schemas/S']).toMatchObject({ examples: ['"a.jpg"', '"b.jpg"'] });
  });

  it.each([
    { name: 'an object', schema: 'schema: { type: object }, ', want: { value: '{"a":1.50}' } },
    { name: 'nothing said of it', schema: '', want: { value: '{"a":1.50}' } },
    {
      name: 'branches without a text',
      schema: 'schema: { oneOf: [{ $ref: "#/components/schemas/S" }] }, ',
      want: { value: '{"a":1.50}' },
    },
    { name: 'a text', schema: 'schema: { type: string }, ', want: { value: '"{ \\"a\\": 1.50 }"' } },
    {
      name: 'perhaps a text',
      schema: 'schema: { anyOf: [{ type: object }, { type: string }] }, ',
      want: { value: '"{ \\"a\\": 1.50 }"' },
    },
  ])('a text that holds an object is one, unless it may be a text: $name', async ({ schema, want }) => {
    const api = await load(
      '3.1.1',
      `paths: { /a: { get: { responses: { "200": { description: D, content: { application/json: { ${schema}example: '{ "a": 1.50 }' } } } } } } }\ncomponents: { schemas: { S: { type: object, example: '[1]', properties: { t: { type: string, example: '[1]' } } } } }`,
    );
    expect(api?.operations[0]?.responses[0]?.content[0]?.examples).toMatchObject([want]);
    expect(api?.schemas['#/components/schemas/S']).toMatchObject({
      examples: ['[1]'],
      properties: [{ schema: { examples: ['"[1]"'] } }],
    });
  });

  it('a text that is nearly JSON is shown as it is', async () => {
    const api = await load(
      '3.1.1',
      `paths: { /a: { get: { responses: { "200": { description: D, content: { application/json: { examples: { a: { value: "{ // one\\n}" } } } } } } } } }`,
    );
    const [example] = api?.operations[0]?.responses[0]?.content[0]?.examples ?? [];
    expect([example?.text, example?.value]).toEqual(['{ // one\n}', undefined]);
  });
});
