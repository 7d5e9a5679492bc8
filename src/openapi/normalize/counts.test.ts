import { expect, it } from 'vitest';
import { writeProject } from '../../../tests/project.ts';
import { buildExample } from '../../schema/example.ts';
import { validateJson } from '../../schema/validate.ts';
import { loadApi } from '../load.ts';

const KEYWORDS = ['Length', 'Items', 'Properties', 'Contains'].flatMap((what) => [`min${what}`, `max${what}`]);

it('counts keep the digits that their author wrote, past 2^53 too', async () => {
  const counts = KEYWORDS.map((key, index) => `${key}: 922337203685477580${index}`).join(', ');
  const text = `openapi: 3.1.0\ninfo: { title: T, version: "1" }\ncomponents: { schemas: { A: { ${counts}, contains: {} }, B: { maxLength: -1, maxItems: 1.5, minItems: 2.0 } } }\n`;
  const { api } = await loadApi('api.yaml', { root: writeProject({ 'api.yaml': text }) });
  expect(api?.schemas['#/components/schemas/A']).toMatchObject(
    Object.fromEntries(KEYWORDS.map((key, index) => [key, `922337203685477580${index}`])),
  );
  const { source, ...odd } = Object(api?.schemas['#/components/schemas/B']);
  expect(odd).toEqual({ minItems: '2.0' });
  const schema = api?.schemas['#/components/schemas/A'] ?? true;
  expect(validateJson({}, schema, '"a"')).toMatchObject([
    { code: 'too-short', values: { limit: '9223372036854775800' } },
  ]);
  expect(buildExample({ types: ['string'], maxLength: '9223372036854775807' }, {}, { direction: 'request' })).toBe(
    '"string"',
  );
});
