import { expect, it } from 'vitest';
import type { RequestValues } from '../request/values.ts';
import { createRejections, type Rejection } from './rejections.ts';

const values = (limit: string, text: string): RequestValues => ({
  server: 0,
  serverVariables: [],
  parameters: [{ in: 'query', name: 'limit', value: limit }],
  security: 0,
  body: { mediaType: 'application/json', text },
});
const limit: Rejection = { field: { kind: 'parameter', in: 'query', name: 'limit' }, message: 'too big' };
const name: Rejection = { field: { kind: 'body', pointer: '/name' }, message: 'taken' };

it('a mark goes when its own field is changed, and comes back with the value', () => {
  const rejections = createRejections();
  rejections.begin(values('900', '{"name":"a"}'));
  rejections.tell([limit, name]);
  expect(rejections.of(values('900', '{"name":"a"}'))).toEqual([limit, name]);
  expect(rejections.of(values('90', '{"name":"a"}'))).toEqual([name]);
  expect(rejections.of(values('900', '{"name":"b"}'))).toEqual([limit]);
});

it('sending anew forgets all marks and tells of it', () => {
  const rejections = createRejections();
  rejections.begin(values('900', '{}'));
  let told = 0;
  const end = rejections.subscribe(() => {
    told += 1;
  });
  rejections.tell([limit]);
  rejections.begin(values('900', '{}'));
  expect(rejections.of(values('900', '{}'))).toEqual([]);
  expect(told).toBe(2);
  end();
  rejections.tell([limit]);
  expect(told).toBe(2);
});
