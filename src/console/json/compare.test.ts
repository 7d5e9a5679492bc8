import { describe, expect, it } from 'vitest';
import type { Schema, Schemas } from '../../model/schema-object.ts';
import { validateJson } from '../../schema/validate.ts';
import { compareJson, MOST } from './compare.ts';
import type { JsonOutline } from './outline.ts';
import { scanJson } from './scan.ts';

function outlineOf(text: string): JsonOutline {
  const scan = scanJson(text);
  scan.advance(text.length);
  const result = scan.result();
  if (result.kind === 'problem') throw new Error(result.fault);
  return result.outline;
}

const schemas: Schemas = {
  '#/item': {
    types: ['object'],
    required: ['id', 'secret'],
    properties: [
      { name: 'id', schema: { types: ['integer'], maximum: '9007199254740992' } },
      { name: 'secret', schema: { types: ['string'], writeOnly: true } },
      { name: 'next', schema: { ref: '#/item' } },
    ],
    additionalProperties: false,
  },
  '#/page': {
    types: ['object'],
    required: ['items', 'total'],
    properties: [
      { name: 'items', schema: { types: ['array'], items: { ref: '#/item' }, maxItems: '1000' } },
      { name: 'total', schema: { types: ['integer'] } },
    ],
    allOf: [{ required: ['cursor'] }],
  },
};
const compare = (text: string, schema: Schema) =>
  compareJson(outlineOf(text), schema, { validate: validateJson, schemas, signal: new AbortController().signal });
const items = (count: number, odd: ReadonlyMap<number, string> = new Map()): string =>
  Array.from({ length: count }, (_, at) => odd.get(at) ?? `{"id":${at}}`).join();

describe('compareJson', () => {
  const odd = new Map([
    [7, '{"id":"7"}'],
    [60, '{"id":9007199254740993}'],
    [61, '{"id":1,"next":{"id":2,"extra":0}}'],
  ]);
  const found = [
    '/items/7/id type',
    '/items/60/id maximum',
    '/items/61/next/extra property-unknown',
    '/ cursor',
    '/ total',
  ];
  const told = (violations: Awaited<ReturnType<typeof compare>>) =>
    violations?.violations
      .map(({ instancePath, code, values }) =>
        code === 'required' ? `${instancePath}/ ${values.name}` : `${instancePath} ${code}`,
      )
      .sort();

  for (const count of [100, 900]) {
    it(`tells the same of ${count} items, at once or piece by piece`, async () => {
      const comparison = await compare(`{"items":[${items(count, odd)}]}`, { ref: '#/page' });
      expect(told(comparison)).toEqual([...found].sort());
      expect([comparison?.isPartial, comparison?.isFull]).toEqual([false, false]);
    });
  }

  it('counts what is inside of what is large', async () => {
    const comparison = await compare(`{"items":[${items(1001)}],"total":1,"cursor":2}`, { ref: '#/page' });
    expect(comparison?.violations).toEqual([
      { instancePath: '/items', keyword: 'maxItems', code: 'too-many-items', values: { limit: '1000', count: 1001 } },
    ]);
  });

  it('says when a large value was not compared as a whole', async () => {
    const text = `[${items(500)}]`;
    expect(await compare(text, { oneOf: [{ types: ['string'] }] })).toMatchObject({ violations: [], isPartial: true });
    expect(await compare(text, { types: ['string'] })).toMatchObject({ violations: [{ code: 'type' }] });
    const long = await compare(JSON.stringify('x'.repeat(60_000)), { types: ['integer'] });
    expect(long).toMatchObject({ violations: [], isPartial: true });
  });

  it('keeps the first of many', async () => {
    const comparison = await compare(`[${items(2000)}]`, { items: { types: ['string'] } });
    expect([comparison?.violations.length, comparison?.isFull]).toEqual([MOST, true]);
    expect(comparison?.violations.at(-1)?.instancePath).toBe(`/${MOST - 1}`);
  });

  it('ends when it is no longer wanted', async () => {
    const stopped = AbortSignal.abort();
    const outline = outlineOf(`[${items(2000)}]`);
    expect(await compareJson(outline, true, { validate: validateJson, schemas, signal: stopped })).toBeUndefined();
  });
});
