import { expect, it } from 'vitest';
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
