import { describe, expect, it } from 'vitest';
import { nameSchemas, schemaName } from './schema-names.ts';

describe('schemaName', () => {
  const rows = [
    { given: '#/components/schemas/Pet', want: 'Pet' },
    { given: '#/components/schemas/a~1b%20c', want: 'a/b c' },
    { given: '#/components/schemas/Pet', title: 'A pet', want: 'Pet' },
    { given: 'parts/common.yaml#/Tag', want: 'Tag' },
    { given: 'schemas/pet.yaml#', want: 'pet' },
    { given: 'schemas/pet.yaml#', title: 'A pet', want: 'A pet' },
    { given: '#/components/schemas/Pet/properties/tag', want: 'tag' },
    { given: '#/components/schemas/Pet/$defs/node', want: 'node' },
    { given: '#node', want: 'node' },
    {
      given: '#/paths/~1pets~1{id}/get/responses/200/content/application~1json/schema',
      want: 'GET /pets/{id} 200',
    },
    { given: '#/paths/~1pets/get/responses/200/content/application~1json/schema', title: 'Pets', want: 'Pets' },
    { given: '#/components/responses/Error/content/application~1json/schema', want: 'Error' },
    { given: '#/components/schemas/Pet/allOf/1', want: 'Pet 1' },
  ];
  for (const { given, title, want } of rows) {
    it(`${given}${title ? ', titled' : ''}`, () => expect(schemaName(given, title ? { title } : {})).toBe(want));
  }
});

describe('nameSchemas', () => {
  it('tells schemas of one name apart by their ids alone', () => {
    const both = nameSchemas({ 'a.yaml#/Tag': {}, 'b.yaml#/Tag': {} });
    expect(new Set(both.map(({ slug }) => slug)).size).toBe(2);
    expect(both[1]).toEqual(nameSchemas({ 'b.yaml#/Tag': {}, 'c.yaml#/Tag': {} })[0]);
  });
});
