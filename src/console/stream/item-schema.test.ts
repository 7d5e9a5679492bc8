import { describe, expect, it } from 'vitest';
import type { MediaType } from '../../model/media-type.ts';
import type { Response } from '../../model/operation.ts';
import type { Schemas } from '../../model/schema-object.ts';
import { findItemSchema, itemViolations } from './item-schema.ts';
import type { StreamItem } from './stream-item.ts';

const responses = (...content: readonly Omit<MediaType, 'examples'>[]): Response[] => [
  { status: '200', description: '', headers: [], content: content.map((one) => ({ ...one, examples: [] })) },
];

const item = (data: string, more: Partial<StreamItem> = {}): StreamItem => ({ type: '', id: '', data, ...more });
const event = (data: string, type = 'message', id = ''): StreamItem => ({ type, id, data });

/** What is wrong with each item: `pointer code`. */
function differences(media: Omit<MediaType, 'examples'>, items: readonly StreamItem[], schemas: Schemas = {}) {
  const found = findItemSchema(responses(media), schemas, 200, `${media.name}; charset=utf-8`);
  return found && items.map((one) => itemViolations(found, one).map((each) => `${each.instancePath} ${each.code}`));
}

const object = (...required: string[]) => ({ types: ['object' as const], required });

describe('the schema of items', () => {
  // OpenAPI 3.2, "Special Considerations for Server-Sent Events".
  const standard: Omit<MediaType, 'examples'> = {
    name: 'text/event-stream',
    itemSchema: {
      types: ['object'],
      properties: [
        { name: 'data', schema: { types: ['string'] } },
        { name: 'event', schema: { types: ['string'] } },
        { name: 'retry', schema: { types: ['integer'], minimum: '0' } },
      ],
      required: ['event'],
      oneOf: [
        { properties: [{ name: 'event', schema: { const: '"addString"' } }] },
        {
          properties: [
            { name: 'event', schema: { const: '"addInt64"' } },
            { name: 'data', schema: { pattern: '^\\d+$', format: 'int64' } },
          ],
        },
        {
          properties: [
            { name: 'event', schema: { const: '"addJson"' } },
            {
              name: 'data',
              schema: {
                contentMediaType: 'application/json',
                contentSchema: { ...object('foo'), properties: [{ name: 'foo', schema: { types: ['integer'] } }] },
              },
            },
          ],
        },
      ],
    },
  };

  it('is that of the event in the standard’s example, with its data where a branch says so', () => {
    expect(
      differences(standard, [
        event('This data is formatted\nas two lines', 'addString'),
        event('1234.5678', 'addInt64'),
        event('{"foo": 42}', 'addJson'),
        event('{"foo": "42"}', 'addJson'),
        event('{', 'addJson'),
        event('{}', 'addJson'),
        event('x', 'other'),
        event('x'),
      ]),
    ).toEqual([
      [],
      [],
      [],
      ['/data/foo type'],
      ['/data not-json'],
      ['/data required'],
      [' no-branch'],
      [' several-branches', ' required'],
    ]);
  });

  it('may name `message`, which the stream needn’t write', () => {
    const asks = (type: string): Omit<MediaType, 'examples'> => ({
      name: 'text/event-stream',
      itemSchema: {
        ...object('event'),
        properties: [
          { name: 'event', schema: { const: JSON.stringify(type) } },
          { name: 'data', schema: {} },
        ],
      },
    });
    expect(differences(asks('message'), [event('x')])).toEqual([[]]);
    expect(differences(asks('other'), [event('x')])).toEqual([[' required']]);
  });

  it('is followed through references, and the end mark belongs to none', () => {
    const media = { name: 'text/event-stream', itemSchema: { ref: '#/components/schemas/Event' } };
    const schemas: Schemas = {
      '#/components/schemas/Event': {
        ...object('data'),
        properties: [{ name: 'data', schema: { contentSchema: { ref: '#/components/schemas/Chunk' } } }],
      },
      '#/components/schemas/Chunk': object('choices'),
    };
    expect(differences(media, [event('{"choices":[]}'), event('{}'), event('[DONE]')], schemas)).toEqual([
      [],
      ['/data required'],
      [],
    ]);
  });

  it('is that of the data where it names no `data`, and where a plain `schema` stands for it', () => {
    for (const media of [
      { name: 'text/event-stream', itemSchema: object('n') },
      { name: 'text/event-stream', schema: object('n') },
      { name: 'text/event-stream', schema: { types: ['array' as const], items: object('n') } },
    ]) {
      expect(differences(media, [event('{"n":1}'), event('{}'), event('tick'), event('[DONE]')])).toEqual([
        [],
        [' required'],
        [' not-json'],
        [],
      ]);
    }
    expect(differences({ name: 'text/event-stream', schema: { types: ['string'] } }, [event('tick')])).toEqual([[]]);
  });

  it('is that of lines, records and parts; what a fault left over is not compared', () => {
    for (const name of ['application/jsonl', 'application/json-seq', 'multipart/mixed']) {
      const items = [item('{"data":1}'), item('{}'), item('{"', { fault: 'unfinished' })];
      const itemSchema = { ...object('data'), properties: [{ name: 'data', schema: { types: ['integer' as const] } }] };
      expect(differences({ name, itemSchema }, items)).toEqual([[], [' required'], []]);
    }
    expect(differences({ name: 'multipart/form-data', schema: object('n') }, [])).toBeUndefined();
  });

  it('is that of the answer’s own status and type, or there is none', () => {
    const described = responses({ name: 'application/json', schema: object() }, { name: 'text/*', itemSchema: true });
    expect(findItemSchema(described, {}, 200, 'text/event-stream')?.schema).toBe(true);
    expect(findItemSchema(described, {}, 404, 'text/event-stream')).toBeUndefined();
    expect(findItemSchema(described, {}, 200, 'application/jsonl')).toBeUndefined();
  });

  it('gives up on an item that would take too long', () => {
    const schemas: Schemas = { '#/a': { oneOf: [{ ref: '#/b' }, { ref: '#/b' }] } };
    let last: Schemas[string] = false;
    for (let depth = 0; depth < 24; depth += 1) last = { anyOf: [{ allOf: [last] }, { allOf: [last] }] };
    expect(differences({ name: 'application/jsonl', itemSchema: last }, [item('1')], schemas)).toEqual([[]]);
  });
});
