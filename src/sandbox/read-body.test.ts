import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Encoding, MediaType } from '../model/media-type.ts';
import type { Schema } from '../model/schema-object.ts';
import { createSandbox } from './handler.ts';

const integer: Schema = { types: ['integer'] };
const string: Schema = { types: ['string'] };
const file: Schema = { types: ['string'], format: 'binary' };
const row: Schema = {
  types: ['object'],
  properties: [
    { name: 'sku', schema: string },
    { name: 'price', schema: { types: ['number'], minimum: '0' } },
  ],
  required: ['sku'],
};
const order: Schema = {
  types: ['object'],
  additionalProperties: false,
  required: ['name', 'count'],
  properties: [
    { name: 'name', schema: { types: ['string'], minLength: '2' } },
    { name: 'count', schema: { ...integer, maximum: '9' } },
    { name: 'tags', schema: { types: ['array'], items: { enum: ['"a"', '"b"'] } } },
    { name: 'row', schema: row },
    { name: 'rows', schema: { types: ['array'], items: row } },
    { name: 'ids', schema: { types: ['array'], items: integer } },
    { name: 'picture', schema: file },
    { name: 'files', schema: { types: ['array'], items: file } },
  ],
};

function apiOf(media: Partial<MediaType> & { name: string }): Api {
  return {
    id: 'test',
    title: 'Test',
    version: '1',
    servers: [],
    tags: [],
    securitySchemes: [],
    schemas: {},
    operations: [
      {
        key: 'send',
        method: 'POST',
        path: '/send',
        deprecated: false,
        tags: [],
        servers: [],
        security: [],
        parameters: [],
        requestBody: { required: true, content: [{ examples: [], ...media }] },
        responses: [
          { status: '204', headers: [], content: [] },
          {
            status: '400',
            headers: [],
            content: [
              {
                name: 'application/problem+json',
                examples: [
                  {
                    name: 'x',
                    value: '{"status":400,"detail":"x","errors":[{"pointer":"#/x","detail":"x","code":"x"}]}',
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  };
}

/** `fine`, or each fault as its pointer and code, or the detail where there is no list of them. */
async function faultsOf(media: Partial<MediaType> & { name: string }, body: BodyInit, type: string = media.name) {
  const headers = { 'Content-Type': type };
  const request = new Request('https://api.example.com/send', { method: 'POST', headers, body });
  const response = await createSandbox(apiOf(media))(request);
  if (response.status === 204) return 'fine';
  const { errors } = await response.json();
  return errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).join();
}

const FORM = 'application/x-www-form-urlencoded';

describe('forms', () => {
  const styled = (name: string, style: Encoding['style'], explode: boolean): Encoding => ({
    name,
    headers: [],
    explode,
    ...(style ? { style } : {}),
  });
  const encoding = [styled('row', 'deepObject', true), styled('ids', 'pipeDelimited', false)];

  it.each([
    { body: 'name=Rex&count=3', want: 'fine' },
    { body: 'name=12&count=3&tags=a&tags=b', want: 'fine' },
    { body: 'name=Rex', want: '#/count required' },
    { body: 'name=R&count=ten', want: '#/name too-short,#/count type' },
    { body: 'name=Rex&count=30', want: '#/count maximum' },
    { body: 'name=Rex&count=3&tags=a&tags=c', want: '#/tags/1 enum' },
    { body: 'name=Rex&count=3&colour=red', want: '#/colour property-unknown' },
    { body: 'name=Rex&count=3&row[sku]=a%5Bb&row[price]=-1', want: '#/row/price minimum' },
    { body: 'name=Rex&count=3&rows[0][sku]=a&rows[1][price]=2', want: '#/rows/1/sku required' },
    { body: 'name=Rex&count=3&rows[][sku]=a', want: 'fine' },
    { body: 'name=Rex&count=3&row=%7B%22price%22%3A1%7D', want: '#/row/sku required' },
    { body: 'name=Rex&count=3&ids=1|2|x', want: '#/ids/2 type' },
  ])('$body: $want', async ({ body, want }) => {
    expect(await faultsOf({ name: FORM, schema: order, encoding }, body)).toBe(want);
  });
});

describe('parts', () => {
  const encoding: Encoding[] = [{ name: 'picture', contentType: 'image/png, image/jpeg', headers: [] }];
  const media = { name: 'multipart/form-data', schema: order, encoding };
  const form = (...entries: readonly (readonly [string, string | Blob])[]): FormData => {
    const data = new FormData();
    for (const [name, value] of entries) data.append(name, value);
    return data;
  };
  const send = async (data: FormData): Promise<string> => {
    const { headers, ...request } = await pack(data);
    return faultsOf(media, request.body, headers);
  };
  const pack = async (data: FormData) => {
    const packed = new Response(data);
    return { headers: packed.headers.get('Content-Type') ?? '', body: await packed.arrayBuffer() };
  };
  const fine = [
    ['name', 'Rex'],
    ['count', '3'],
  ] as const;
  const png = new Blob([Uint8Array.of(0x89, 0x50, 0, 13, 10, 13, 10, 0xff)], { type: 'image/png' });

  it.each([
    { name: 'texts and a file', entries: [...fine, ['picture', png] as const], want: 'fine' },
    { name: 'several files', entries: [...fine, ['files', png] as const, ['files', png] as const], want: 'fine' },
    { name: 'a missing part', entries: [fine[0]], want: '#/count required' },
    { name: 'text where a number belongs', entries: [fine[0], ['count', 'three'] as const], want: '#/count type' },
    { name: 'a part nobody knows', entries: [...fine, ['colour', 'red'] as const], want: '#/colour property-unknown' },
    {
      name: 'a file of another type',
      entries: [...fine, ['picture', new Blob(['x'], { type: 'text/html' })] as const],
      want: '#/picture content-type',
    },
    {
      name: 'a part that is an object',
      entries: [...fine, ['row', '{"price":1}'] as const],
      want: '#/row/sku required',
    },
  ])('$name: $want', async ({ entries, want }) => expect(await send(form(...entries))).toBe(want));

  it('need the boundary, and the end', async () => {
    expect(await faultsOf(media, '--x\r\n', 'multipart/form-data')).toBe('# not-readable');
    expect(await faultsOf(media, '--x\r\n\r\nhello', 'multipart/form-data; boundary=x')).toBe('# not-readable');
  });

  it('without names are a list', async () => {
    const mixed = { name: 'multipart/mixed', itemSchema: row };
    const part = (json: string) => `--b\r\nContent-Type: application/json\r\n\r\n${json}\r\n`;
    const body = `${part('{"sku":"a"}')}${part('{"price":1}')}--b--\r\n`;
    expect(await faultsOf(mixed, body, 'multipart/mixed; boundary=b')).toBe('#/1/sku required');
  });
});

describe('lines and text', () => {
  it.each([
    { media: { name: 'application/jsonl', itemSchema: row }, body: '{"sku":"a"}\n{"sku":"b"}\n', want: 'fine' },
    {
      media: { name: 'application/jsonl', itemSchema: row },
      body: '{"sku":"a"}\n{"price":1}\n',
      want: '#/1/sku required',
    },
    { media: { name: 'application/x-ndjson', itemSchema: row }, body: '{"sku":"a"}\n{"sku"\n', want: '#/1 not-json' },
    {
      media: { name: 'application/json-seq', itemSchema: row },
      body: '\u001e{"sku":\n"a"}\n\u001e{}\n',
      want: '#/1/sku required',
    },
    { media: { name: 'text/plain', schema: { ...string, minLength: '3' } }, body: 'ab', want: '# too-short' },
    { media: { name: 'text/plain', schema: integer }, body: '12', want: 'fine' },
    { media: { name: 'text/plain', schema: integer }, body: 'twelve', want: '# type' },
    { media: { name: 'text/csv', schema: { types: ['array'] } as const }, body: 'a,b', want: 'fine' },
    { media: { name: 'application/xml', schema: row }, body: '<row/>', want: 'fine' },
    { media: { name: 'application/xml', schema: row }, body: '{"sku":1}', want: '# not-readable' },
    { media: { name: 'application/octet-stream' }, body: 'x', want: 'fine' },
  ])('$media.name $body: $want', async ({ media, body, want }) => expect(await faultsOf(media, body)).toBe(want));
});
