import { describe, expect, it } from 'vitest';
import type { Encoding, MediaType } from '../model/media-type.ts';
import type { SchemaObject } from '../model/schema-object.ts';
import { buildBody } from './body.ts';
import type { HttpBody, Part } from './http-request.ts';
import { bodyPieces } from './multipart.ts';
import type { FileValue } from './values.ts';

const string: SchemaObject = { types: ['string'] };
const integer: SchemaObject = { types: ['integer'] };
const binary: SchemaObject = { types: ['string'], format: 'binary' };

function object(properties: Readonly<Record<string, SchemaObject | true>>): SchemaObject {
  return { types: ['object'], properties: Object.entries(properties).map(([name, schema]) => ({ name, schema })) };
}

function build(name: string, facts: Partial<MediaType>, text: string, files?: readonly FileValue[]) {
  const content = [{ name, examples: [], ...facts }];
  return buildBody({}, { required: true, content }, { mediaType: name, text, ...(files ? { files } : {}) });
}

function partsOf(body: HttpBody | undefined): readonly Part[] {
  if (body?.kind !== 'multipart') throw new Error(`not multipart, but ${body?.kind}`);
  return body.parts;
}

const encoding = (name: string, facts: Partial<Encoding>): Encoding => ({ name, headers: [], ...facts });

describe('the parts of a form', () => {
  interface Row {
    readonly name: string;
    readonly facts?: Partial<MediaType>;
    readonly value: string;
    readonly files?: readonly FileValue[];
    /** Each part as `name; filename | content type | headers | content`. */
    readonly want: readonly string[];
  }
  const rows: readonly Row[] = [
    {
      name: 'text without a type, objects as JSON (OpenAPI 3.2, "Basic Multipart Form")',
      facts: { schema: object({ id: string, address: { types: ['object'] }, n: integer }) },
      value: '{"id": "f81d", "address": { "zip" : 1.10 }, "n": 3, "none": null}',
      want: ['id | | | f81d', 'address | application/json | | {"zip":1.10}', 'n | | | 3'],
    },
    {
      name: 'a list is a part for each item, a list in it JSON',
      facts: { schema: object({ a: { types: ['array'], items: {} } }) },
      value: '{"a": ["x", {"b": 1}, [2]]}',
      want: [
        'a; filename=a | application/octet-stream | | x',
        'a | application/json | | {"b":1}',
        'a | application/json | | [2]',
      ],
    },
    {
      name: 'a file that was chosen, last',
      facts: { schema: object({ photo: binary, title: string }) },
      value: '{"title": "t"}',
      files: [{ at: 'photo', name: 'dir/photo.png' }],
      want: ['title | | | t', 'photo; filename=photo.png | application/octet-stream | | <dir/photo.png at photo/0>'],
    },
    {
      name: 'a file as OpenAPI 3.1 describes it, also one that may be null',
      facts: {
        schema: object({
          photo: { types: ['string'], contentMediaType: 'application/octet-stream' },
          sheet: { anyOf: [{ types: ['string'], contentMediaType: 'application/vnd.ms-excel' }, { types: ['null'] }] },
        }),
      },
      value: '{"photo": "abc", "sheet": "def"}',
      want: [
        'photo; filename=photo | application/octet-stream | | abc',
        'sheet; filename=sheet | application/octet-stream | | def',
      ],
    },
    {
      name: 'a string that holds text, or a value of its own, is no file',
      facts: {
        schema: object({
          json: { ...string, contentMediaType: 'application/json' },
          rows: { ...string, contentMediaType: 'text/csv' },
          kind: { ...string, contentMediaType: 'image/png', enum: ['"a"'] },
        }),
      },
      value: '{"json": "{}", "rows": "x", "kind": "a"}',
      want: ['json | | | {}', 'rows | | | x', 'kind | | | a'],
    },
    {
      name: 'several files of one name',
      facts: { schema: object({ photos: { types: ['array'], items: binary } }) },
      value: '{}',
      files: [
        { at: 'photos', name: 'a.png', contentType: 'image/png' },
        { at: 'photos', name: 'b.jpg', contentType: 'image/jpeg' },
      ],
      want: [
        'photos; filename=a.png | image/png | | <a.png at photos/0>',
        'photos; filename=b.jpg | image/jpeg | | <b.jpg at photos/1>',
      ],
    },
    {
      name: 'bytes that were typed as text',
      facts: { schema: object({ photo: binary }) },
      value: '{"photo": "abc"}',
      want: ['photo; filename=photo | application/octet-stream | | abc'],
    },
    {
      name: 'a content type of the author’s, the first of several',
      facts: {
        encoding: [encoding('a', { contentType: 'text/csv, text/plain' }), encoding('b', { contentType: 'image/*' })],
      },
      value: '{"a": "x,y"}',
      files: [{ at: 'b', name: 'b.png' }],
      want: ['a | text/csv | | x,y', 'b; filename=b.png | image/png | | <b.png at b/0>'],
    },
    {
      name: 'JSON text for a string where the author says JSON',
      facts: { encoding: [encoding('a', { contentType: 'application/json' })] },
      value: '{"a": "x"}',
      want: ['a | application/json | | "x"'],
    },
    {
      name: 'contentEncoding tells its transfer encoding',
      facts: { schema: object({ a: { ...string, contentEncoding: 'base64' } }) },
      value: '{"a": "QUJD"}',
      want: ['a | application/octet-stream | Content-Transfer-Encoding: base64 | QUJD'],
    },
    {
      name: 'headers with an example or a fixed value, never Content-Type',
      facts: {
        encoding: [
          encoding('a', {
            headers: [
              {
                name: 'X-A',
                required: false,
                deprecated: false,
                explode: false,
                examples: [{ name: 'x', value: '[1,2]' }],
              },
              {
                name: 'X-B',
                required: true,
                deprecated: false,
                explode: false,
                examples: [],
                schema: { const: '"b"' },
              },
              { name: 'X-C', required: false, deprecated: false, explode: false, examples: [] },
              {
                name: 'Content-Type',
                required: true,
                deprecated: false,
                explode: false,
                examples: [{ name: 'x', value: '"a/b"' }],
              },
            ],
          }),
        ],
      },
      value: '{"a": "x"}',
      want: ['a | | X-A: 1,2, X-B: b | x'],
    },
    {
      name: 'styles, without any percent-encoding',
      facts: {
        encoding: [
          encoding('a', { style: 'form', explode: false }),
          encoding('b', { style: 'deepObject' }),
          encoding('c', { style: 'pipeDelimited' }),
        ],
      },
      value: '{"a": ["x y", "z"], "b": {"k": {"l": 1}}, "c": [1, 2]}',
      want: ['a | | | x y,z', 'b[k][l] | | | 1', 'c | | | 1|2'],
    },
  ];
  it.each(rows)('$name', ({ facts = {}, value, files, want }) => {
    const { body, problems } = build('multipart/form-data', facts, value, files);
    expect(problems).toEqual([]);
    const shown = partsOf(body).map(({ name, filename, contentType = '', headers, content }) => {
      const text = typeof content === 'string' ? content : `<${content.name} at ${content.at}>`;
      const more = headers.map((header) => `${header.name}: ${header.value}`).join(', ');
      const file = filename === undefined ? '' : `; filename=${filename}`;
      return [`${name}${file}`, contentType, more, text].join(' | ').replace(/(?<=\|) {2}(?=\|)/g, ' ');
    });
    expect(shown).toEqual(want);
  });
});

describe('a multipart body over the wire', () => {
  it('has its parts between boundaries that none of them holds', () => {
    const { body } = build('multipart/form-data', {}, '{"a\\"b\\n": "--form-boundary", "c": "x"}');
    expect(body && bodyPieces(body).join('')).toBe(
      [
        '--form-boundary-2',
        'Content-Disposition: form-data; name="a%22b%0D%0A"',
        '',
        '--form-boundary',
        '--form-boundary-2',
        'Content-Disposition: form-data; name="c"',
        '',
        'x',
        '--form-boundary-2--',
        '',
      ].join('\r\n'),
    );
  });

  it.each([
    'multipart/form-data; boundary=hello',
    'multipart/form-data;boundary="a; b"',
    'multipart/form-data; Boundary=hello ',
  ])('has a boundary of its own, not that of %s', (name) => {
    const { body } = build(name, {}, '{"a": "x"}');
    expect(body).toMatchObject({ mediaType: 'multipart/form-data', boundary: 'form-boundary' });
  });

  it('has parts without names for a list (OpenAPI 3.2, "Ordered, Unnamed Multipart")', () => {
    const facts = {
      schema: { types: ['array'], prefixItems: [object({ author: string }), {}] },
      prefixEncoding: [{ headers: [] }, { headers: [], contentType: 'image/*' }],
    } satisfies Partial<MediaType>;
    const { body, problems } = build('multipart/mixed', facts, '[{"author": "a"}, null]', [{ at: '1', name: 'a.png' }]);
    expect(problems).toEqual([]);
    expect(body && bodyPieces(body)).toEqual([
      '--form-boundary\r\nContent-Type: application/json\r\n\r\n{"author":"a"}\r\n',
      '--form-boundary\r\nContent-Type: image/png\r\n\r\n',
      { at: '1/0', name: 'a.png' },
      '\r\n--form-boundary--\r\n',
    ]);
  });

  it('may have multipart in a part', () => {
    const inside = { encoding: [encoding('x', { contentType: 'text/csv' })], contentType: 'multipart/mixed' };
    const facts = { encoding: [encoding('a', inside)] };
    const { body } = build('multipart/form-data', facts, '{"a": {"x": "1,2"}}');
    expect(partsOf(body)[0]).toEqual({
      name: 'a',
      contentType: 'multipart/mixed; boundary=form-boundary-inside',
      headers: [],
      content:
        '--form-boundary-inside\r\nContent-Disposition: form-data; name="x"\r\nContent-Type: text/csv\r\n\r\n1,2\r\n--form-boundary-inside--\r\n',
    });
  });
});

describe('other bodies', () => {
  it.each([
    { name: 'JSON stays to the letter', type: 'application/json', text: '{ "a" : 1.10 }', want: { kind: 'text' } },
    {
      name: 'a form that is one already',
      type: 'application/x-www-form-urlencoded',
      text: 'a=1&b',
      want: { text: 'a=1&b' },
    },
    {
      name: 'a file',
      type: 'image/png',
      text: '',
      file: 'a.png',
      want: { kind: 'file', file: { at: '', name: 'a.png' } },
    },
    { name: 'bytes as text', type: 'image/png', text: 'x', want: { kind: 'text', text: 'x' } },
    { name: 'lines', type: 'application/x-ndjson', text: '{}\n', want: { kind: 'text', text: '{}\n' } },
  ])('$name', ({ type, text, file, want }) => {
    const { body, problems } = build(type, {}, text, file ? [{ at: '', name: file }] : undefined);
    expect(problems).toEqual([]);
    expect(body).toMatchObject({ mediaType: type, ...want });
  });

  it.each([
    { name: 'broken JSON in multipart', type: 'multipart/form-data', text: '{"a": ', code: 'not-json', found: '1:7' },
    { name: 'no object for multipart', type: 'multipart/form-data', text: '"a"', code: 'body-shape', found: '"a"' },
    {
      name: 'broken JSON in a form',
      type: 'application/x-www-form-urlencoded',
      text: '{"a" 1}',
      code: 'not-json',
      found: '1:6',
    },
  ])('$name is refused', ({ type, text, code, found }) => {
    expect(build(type, {}, text).problems).toEqual([{ kind: 'problem', code, field: { kind: 'body' }, found }]);
  });

  it('takes XML as text', () => {
    const facts = { encoding: [encoding('a', { contentType: 'application/xml' })] };
    const { body } = build('multipart/form-data', facts, '{"a": "<a/>"}');
    expect(partsOf(body)).toMatchObject([{ contentType: 'application/xml', content: '<a/>' }]);
    const { problems } = build('multipart/form-data', facts, '{"a": {"b": 1}}');
    expect(problems).toMatchObject([{ code: 'no-form-for-shape', found: 'a' }]);
  });

  it('takes values that are listed for text, not for bytes', () => {
    const schema: SchemaObject = { types: ['object'], properties: [{ name: 'a', schema: { enum: ['"x"'] } }] };
    const { body } = build('multipart/form-data', { schema }, '{"a": "x"}');
    expect(partsOf(body)).toEqual([{ name: 'a', headers: [], content: 'x' }]);
  });

  it('names the property whose style has no form for its value', () => {
    const facts = { encoding: [encoding('a', { style: 'pipeDelimited' })] };
    for (const type of ['multipart/form-data', 'application/x-www-form-urlencoded']) {
      expect(build(type, facts, '{"a": [[1]]}').problems).toMatchObject([{ code: 'no-form-for-shape', found: 'a' }]);
    }
  });
});
