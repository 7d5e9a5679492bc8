import { expect, it } from 'vitest';
import { uniqueId } from './unique-id.ts';

it('an id is given once a page', () => {
  const [one, other] = [new Request('http://a.example/'), new Request('http://a.example/')];
  expect([uniqueId(one, 'a'), uniqueId(one, 'b'), uniqueId(one, 'a'), uniqueId(one, 'a')]).toEqual([
    'a',
    'b',
    'a-2',
    'a-3',
  ]);
  expect(uniqueId(other, 'a')).toBe('a');
});
