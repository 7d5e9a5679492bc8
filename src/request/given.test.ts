import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { MediaType } from '../model/media-type.ts';
import type { Operation } from '../model/operation.ts';
import type { SchemaObject } from '../model/schema-object.ts';
import { buildRequest } from './build.ts';
import { defaultValues, requestExamples } from './defaults.ts';
import { fileFields } from './file-fields.ts';

const binary: SchemaObject = { types: ['string'], format: 'binary' };
const object = (properties: Readonly<Record<string, SchemaObject>>, more: SchemaObject = {}): SchemaObject => ({
  types: ['object'],
  properties: Object.entries(properties).map(([name, schema]) => ({ name, schema })),
  ...more,
});

const api: Api = {
  id: 'test',
  title: 'Test',
  version: '1',
  servers: [],
  tags: [],
  operations: [],
  securitySchemes: [],
  schemas: { '#/File': binary },
};

function operation(...content: MediaType[]): Operation {
  const servers = [{ url: 'https://api.test', variables: [] }];
  const lists = { tags: [], security: [], parameters: [], responses: [] };
  const requestBody = { required: true, content };
  return { key: 'x', method: 'POST', path: '/x', deprecated: false, servers, requestBody, ...lists };
}

describe('the body that an example gives', () => {
  interface Row {
    readonly name: string;
    readonly media: Omit<MediaType, 'examples'> & Partial<Pick<MediaType, 'examples'>>;
    readonly want: { readonly text: string; readonly files?: readonly string[] };
  }
  const rows: readonly Row[] = [
    {
      name: 'a file in the place of bytes, named after its property',
      media: { name: 'multipart/form-data', schema: object({ title: { types: ['string'] }, 'my photo': binary }) },
      want: { text: '{\n  "title": "string"\n}', files: ['my photo my-photo.bin'] },
    },
    {
      name: 'a file by reference, in a list, ending as its content type says',
      media: {
        name: 'multipart/form-data',
        schema: object({ photos: { types: ['array'], items: { ref: '#/File' } } }, { required: ['photos'] }),
        encoding: [{ name: 'photos', contentType: 'image/jpeg, image/png', headers: [] }],
      },
      want: { text: '{}', files: ['photos photos.jpg image/jpeg'] },
    },
    {
      name: 'the name that the example has, without its folder',
      media: {
        name: 'multipart/form-data',
        schema: object({ photo: binary }),
        encoding: [{ name: 'photo', contentType: 'image/*', headers: [] }],
        examples: [{ name: 'a', value: '{"photo": "../../etc/cat.png", "n": 1.10}' }],
      },
      want: { text: '{\n  "n": 1.10\n}', files: ['photo cat.png image/png'] },
    },
    {
      name: 'no name that is hidden, an option or a whole path',
      media: {
        name: 'multipart/form-data',
        schema: object({ a: binary, b: binary, c: binary }),
        examples: [{ name: 'a', value: '{"a": "-rf.txt", "b": ".ssh", "c": "/etc/passwd"}' }],
      },
      want: { text: '{}', files: ['a a.bin', 'b b.bin', 'c c.bin'] },
    },
    {
      name: 'a part without a name that is a file',
      media: {
        name: 'multipart/mixed',
        schema: { types: ['array'], prefixItems: [object({ a: { types: ['string'] } }), {}] },
        prefixEncoding: [{ headers: [] }, { headers: [], contentType: 'image/png' }],
        examples: [{ name: 'a', value: '[{"a": "x"}, "pic.png"]' }],
      },
      want: { text: '[\n  {\n    "a": "x"\n  },\n  null\n]', files: ['1 pic.png image/png'] },
    },
    {
      name: 'text where the encoding says text, whatever the schema leaves open',
      media: {
        name: 'multipart/form-data',
        schema: object({ a: {} }),
        encoding: [{ name: 'a', contentType: 'application/json', headers: [] }],
        examples: [{ name: 'a', value: '{"a": {"b": 1}}' }],
      },
      want: { text: '{\n  "a": {\n    "b": 1\n  }\n}' },
    },
    {
      name: 'XML text in the place of an object that its encoding wants as XML',
      media: {
        name: 'multipart/form-data',
        schema: object({ a: object({ b: { types: ['string'] } }) }),
        encoding: [{ name: 'a', contentType: 'application/xml', headers: [] }],
        examples: [{ name: 'a', value: '{"a": {"b": "x"}}' }],
      },
      want: { text: '{\n  "a": "<?xml version=\\"1.0\\" encoding=\\"UTF-8\\"?>\\n<root>\\n  <b>x</b>\\n</root>"\n}' },
    },
    {
      name: 'XML from a value',
      media: {
        name: 'application/xml',
        schema: object({ a: { types: ['integer'] } }),
        examples: [{ name: 'x', value: '{"a": 1}' }],
      },
      want: { text: '<?xml version="1.0" encoding="UTF-8"?>\n<root>\n  <a>1</a>\n</root>' },
    },
    {
      name: 'a line for each item',
      media: {
        name: 'application/jsonl',
        schema: { types: ['array'] },
        examples: [{ name: 'x', value: '[{"a": 1}, 2]' }],
      },
      want: { text: '{"a":1}\n2\n' },
    },
    {
      name: 'a line of the item schema',
      media: { name: 'application/x-ndjson', itemSchema: object({ a: { types: ['boolean'] } }) },
      want: { text: '{"a":true}\n' },
    },
    {
      name: 'records that begin with RS (RFC 7464)',
      media: { name: 'application/json-seq', itemSchema: { const: '1' } },
      want: { text: '\u001e1\n' },
    },
    ...['application/vnd.a+jsonl', 'application/stream+json', 'application/geo+json-seq; charset=utf-8'].map(
      (name) => ({
        name: `a line of the item schema of ${name}`,
        media: { name, itemSchema: object({ a: { types: ['boolean'] } }) },
        want: { text: `${name.includes('seq') ? '\u001e' : ''}{"a":true}\n` },
      }),
    ),
    {
      name: 'a whole file',
      media: { name: 'application/pdf' },
      want: { text: '', files: [' file.pdf application/pdf'] },
    },
    {
      name: 'a whole file of any image',
      media: { name: 'image/*', schema: binary },
      want: { text: '', files: [' file.png image/png'] },
    },
    {
      name: 'text',
      media: { name: 'text/csv', schema: { types: ['string'], examples: ['"a,b"'] } },
      want: { text: 'a,b' },
    },
    {
      name: 'an unknown type of an object is JSON',
      media: { name: 'application/vnd.x', schema: object({}) },
      want: { text: '{}' },
    },
  ];
  it.each(rows)('$name', ({ media, want }) => {
    const [body] = requestExamples(api, operation({ examples: [], ...media }));
    const files = body?.files?.map(({ at, name, contentType }) => [at, name, contentType ?? ''].join(' ').trimEnd());
    expect({ text: body?.text, ...(files ? { files } : {}) }).toEqual(want);
    const { problems } = buildRequest(
      api,
      operation({ examples: [], ...media }),
      defaultValues(api, operation({ examples: [], ...media })),
    );
    expect(problems).toEqual([]);
  });

  it('names the media type where two have an example of one name', () => {
    const both = operation(
      { name: 'application/json', schema: object({}), examples: [] },
      { name: 'application/xml', schema: object({}), examples: [] },
    );
    expect(requestExamples(api, both).map(({ name }) => name)).toEqual(['default', 'default (application/xml)']);
    expect(defaultValues(api, both, 'default (application/xml)').body?.mediaType).toBe('application/xml');
  });
});

it('fileFields says what may be picked', () => {
  const media: MediaType = {
    name: 'multipart/form-data',
    schema: object({
      one: { ...binary, description: 'The picture.' },
      many: { types: ['array'], items: binary },
      text: { types: ['string'] },
      base64: { types: ['string'], contentEncoding: 'base64' },
    }),
    encoding: [{ name: 'one', contentType: 'image/png, image/*', headers: [] }],
    examples: [],
  };
  expect(fileFields({}, media).map(({ at, isList, accept, description }) => [at, isList, accept, description])).toEqual(
    [
      ['one', false, 'image/png,image/*', 'The picture.'],
      ['many', true, '', undefined],
    ],
  );
});
