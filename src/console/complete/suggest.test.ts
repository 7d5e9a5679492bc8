import { describe, expect, it } from 'vitest';
import type { SchemaObject, Schemas } from '../../model/schema-object.ts';
import { aboutCaret, suggest } from './suggest.ts';

const text: SchemaObject = { types: ['string'] };
const schemas: Schemas = {
  '#/components/schemas/User': {
    types: ['object'],
    required: ['role'],
    properties: [
      { name: 'role', schema: { const: '"user"' } },
      { name: 'name', schema: text },
    ],
  },
  '#/components/schemas/Tool': {
    types: ['object'],
    required: ['role', 'call'],
    properties: [
      { name: 'role', schema: { const: '"tool"' } },
      { name: 'call', schema: text },
    ],
  },
};
const schema: SchemaObject = {
  types: ['object'],
  required: ['model'],
  properties: [
    { name: 'id', schema: { types: ['string'], readOnly: true } },
    { name: 'stop', schema: { types: ['string', 'null'], examples: ['"end"'] } },
    { name: 'model', schema: { types: ['string'], description: 'Which model. More.', enum: ['"gpt"', '"claude"'] } },
    { name: 'stream', schema: { types: ['boolean'] } },
    { name: 'old', schema: { ...text, deprecated: true } },
    {
      name: 'messages',
      schema: {
        types: ['array'],
        items: { oneOf: [{ ref: '#/components/schemas/User' }, { ref: '#/components/schemas/Tool' }] },
      },
    },
    { name: 'extra', schema: { types: ['object'], additionalProperties: { types: ['boolean'] } } },
  ],
};

function offers(marked: string): string[] {
  return suggest(schemas, schema, marked.replace('|', ''), marked.indexOf('|')).list.map(({ label }) => label);
}

describe('suggest', () => {
  const rows: readonly { name: string; given: string; want: readonly string[] }[] = [
    {
      name: 'names, required ones first, read-only ones never',
      given: '{|}',
      want: ['model', 'stop', 'stream', 'old', 'messages', 'extra'],
    },
    { name: 'names that begin with it before those that hold it', given: '{"st|"}', want: ['stop', 'stream'] },
    { name: 'names that are there already are left out', given: '{"s|": 1, "stop": 2}', want: ['stream', 'messages'] },
    { name: 'listed values', given: '{"model": |}', want: ['gpt', 'claude'] },
    { name: 'listed values inside quotes', given: '{"model": "c|"}', want: ['claude'] },
    { name: 'true and false', given: '{"stream": t|}', want: ['true'] },
    { name: 'examples and null', given: '{"stop": |}', want: ['end', 'null'] },
    { name: 'no null inside quotes', given: '{"stop": "|"}', want: ['end'] },
    { name: 'a list', given: '{"messages": |}', want: ['[]'] },
    { name: 'what an item may be', given: '{"messages": [|]}', want: ['{"role": "user"}', '{"role": "tool"}'] },
    { name: 'the names of all branches', given: '{"messages": [{"|', want: ['role', 'call', 'name'] },
    { name: 'the names of the branch that is meant', given: '{"messages": [{"role": "tool", "|', want: ['call'] },
    { name: 'it is meant from behind, too', given: '{"messages": [{"|", "role": "user"}', want: ['name'] },
    { name: 'the constants of all branches', given: '{"messages": [{"role": |', want: ['user', 'tool'] },
    { name: 'the values of a map', given: '{"extra": {"any": |', want: ['true', 'false'] },
    { name: 'nothing behind a value', given: '{"stop": "x" |', want: [] },
    { name: 'nothing where the description ends', given: '{"what": {"|', want: [] },
  ];
  for (const { name, given, want } of rows) it(name, () => expect(offers(given)).toEqual(want));

  const writes: readonly { name: string; given: string; label: string; want: string }[] = [
    { name: 'text gets its quotes', given: '{"o|"}', label: 'old', want: '{"old": "|"}' },
    { name: 'a list gets its brackets', given: '{mes|', label: 'messages', want: '{"messages": [|]' },
    {
      name: 'what is listed is left to choose',
      given: '{"|\n  "stop": 1}',
      label: 'model',
      want: '{"model": |,\n  "stop": 1}',
    },
    { name: 'a name that has its value keeps it', given: '{"m|": 1}', label: 'model', want: '{"model"|: 1}' },
    {
      name: 'a value takes the place of all of it',
      given: '{"model": "g|x"}',
      label: 'gpt',
      want: '{"model": "gpt"|}',
    },
    {
      name: 'an object begins with its constant',
      given: '{"messages": [|]}',
      label: '{"role": "tool"}',
      want: '{"messages": [{"role": "tool"|}]}',
    },
  ];
  for (const { name, given, label, want } of writes) {
    it(name, () => {
      const typed = given.replace('|', '');
      const { start, end, list } = suggest(schemas, schema, typed, given.indexOf('|'));
      const found = list.find((one) => one.label === label);
      const { insert = '', caret = 0 } = found ?? {};
      expect(`${typed.slice(0, start)}${insert.slice(0, caret)}|${insert.slice(caret)}${typed.slice(end)}`).toBe(want);
    });
  }
});

describe('aboutCaret', () => {
  const rows = [
    { name: 'at a name', given: '{"mod|el": "gpt"}', want: 'model' },
    { name: 'at its value', given: '{"model": "g|pt"}', want: 'model' },
    { name: 'behind its value', given: '{"model": "gpt"|}', want: 'model' },
    { name: 'in an item', given: '{"messages": [{"call": "|"}]}', want: 'call' },
    { name: 'in what is not described', given: '{"messages": [{"what": "|"}]}', want: 'messages' },
    { name: 'nowhere', given: '|{}', want: undefined },
  ];
  for (const { name, given, want } of rows) {
    it(name, () => expect(aboutCaret(schemas, schema, given.replace('|', ''), given.indexOf('|'))?.name).toBe(want));
  }
  it('tells type and first sentence', () => {
    const found = aboutCaret(schemas, schema, '{"model": 1}', 4);
    expect(found).toEqual({ name: 'model', type: 'string', description: 'Which model.' });
  });
});
