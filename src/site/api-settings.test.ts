import { describe, expect, it } from 'vitest';
import { apiPath, pathsTwice, pinnedPaths } from './api-settings.ts';

describe('apiPath', () => {
  const table: { given: unknown; want: string[] }[] = [
    { given: 'pets', want: [] },
    { given: 'pet-shop-2', want: [] },
    { given: '宠物', want: [] },
    { given: 'Pet Shop', want: ['Did you mean "pet-shop"?'] },
    { given: 'pets/v1', want: ['Did you mean "pets-v1"?'] },
    { given: '/pets/', want: ['Did you mean "pets"?'] },
    { given: '..', want: ['Correct it, or remove it.'] },
    { given: 'schemas', want: ['Correct it, or remove it.'] },
    { given: '', want: ['Correct it, or remove it.'] },
    { given: 1, want: ['Correct it, or remove it.'] },
  ];
  for (const { given, want } of table) {
    it(JSON.stringify(given), () => expect(apiPath(given, ['path']).map(({ fix }) => fix)).toEqual(want));
  }
});

describe('pathsTwice', () => {
  const table: { name: string; given: Parameters<typeof pathsTwice>; want: string[] }[] = [
    { name: 'apart', given: [['pets', 'shop'], { pets: { path: 'animals' }, shop: {} }], want: [] },
    { name: 'the name it has anyway', given: [['pets', 'shop'], { pets: { path: 'pets' } }], want: [] },
    { name: 'changed places', given: [['a', 'b'], { a: { path: 'b' }, b: { path: 'a' } }], want: [] },
    {
      name: 'the place of another',
      given: [['pets', 'shop'], { pets: { path: 'shop' } }],
      want: ['The option "apis" of curlew puts "pets" at /reference/shop/, where "shop" is.'],
    },
    {
      name: 'one place for two',
      given: [['a', 'b'], { a: { path: 'x' }, b: { path: 'x' } }],
      want: ['The option "apis" of curlew puts "b" at /reference/x/, where "a" is.'],
    },
  ];
  for (const { name, given, want } of table) {
    it(name, () => expect(pathsTwice(...given).map(({ message }) => message)).toEqual(want));
  }
});

it('pinnedPaths holds names that objects inherit, too', () => {
  expect([...pinnedPaths({ constructor: { path: 'a' }, b: {} } as never)]).toEqual([['constructor', 'a']]);
});
