import { describe, expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { fixInJson } from './json-notation.ts';
import { loadApi } from './load.ts';

const TABLE: readonly { name: string; given: string; want: string }[] = [
  { name: 'a field', given: 'Add `required: true`.', want: 'Add `"required": true`.' },
  { name: 'a key', given: 'Add `paths:` here.', want: 'Add `"paths"` here.' },
  {
    name: 'fields within others',
    given: 'Write `schema: { type: string, enum: [a, b] }`.',
    want: 'Write `"schema": { "type": "string", "enum": ["a", "b"] }`.',
  },
  { name: 'a version, which is a text', given: '`openapi: 3.1.1`', want: '`"openapi": "3.1.1"`' },
  {
    name: 'what is left to the author',
    given: '`content: { application/json: … }`',
    want: '`"content": { "application/json": … }`',
  },
  { name: 'names and formulas', given: '`$ref` or `{name}` or `"` or `/`', want: '`$ref` or `{name}` or `"` or `/`' },
  { name: 'what is no YAML', given: '`a: b: c`', want: '`a: b: c`' },
];

it.each(TABLE)('in JSON a fix names $name as JSON has it', ({ given, want }) => {
  expect(fixInJson(given)).toBe(want);
});

const API = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  tags: 'pets',
  paths: { '/a/{b}': { get: { responses: { 200: { description: 'Fine' } } }, post: 'later' } },
  components: { schemas: { A: 'string' } },
};

describe('a fault is told in the notation of its file', () => {
  const fixes = async (file: string, text: string): Promise<(string | undefined)[]> =>
    (await loadApi(file, { root: writeProject({ [file]: text }) })).diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ fix }) => fix);
  const json = [
    'Write the items between [ and ].',
    'Add a parameter with `"in": "path"`, `"name": "b"` and `"required": true` here or on the path item.',
    'Write its fields between { and }.',
    'Write `"type": "string"` between { and } in its place.',
  ];

  it('JSON, whatever the file is called', async () => {
    const text = JSON.stringify(API, null, 2);
    expect(await fixes('pets.json', text)).toEqual(json);
    expect(await fixes('pets.yaml', text)).toEqual(json);
  });

  it('YAML', async () => {
    const text = `openapi: 3.1.0
info: { title: Pets, version: '1' }
tags: pets
paths:
  /a/{b}:
    get: { responses: { 200: { description: Fine } } }
    post: later
components: { schemas: { A: string } }
`;
    expect(await fixes('pets.yaml', text)).toEqual([
      'Start each item with "- ", or use [ ].',
      'Add a parameter with `in: path`, `name: b` and `required: true` here or on the path item.',
      'Write its fields below it, indented.',
      'Write `type: string` below it.',
    ]);
  });
});
