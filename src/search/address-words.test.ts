import { expect, it } from 'vitest';
import { addressWords } from './address-words.ts';

const rows: { name: string; path: string; fragment?: string; want: string[] }[] = [
  { name: 'the last parts', path: 'reference/pets/creat-pet/', want: ['pets', 'creat-pet'] },
  { name: 'not where they are', path: 'reference/schemas/Pet', want: ['Pet'] },
  { name: 'no ending', path: 'docs/start.html', want: ['start'] },
  { name: 'but digits after a point', path: 'v1.25/list', want: ['v1.25', 'list'] },
  {
    name: 'a fragment of one long page',
    path: 'api/',
    fragment: 'tag/Pets/operation/getPet',
    want: ['Pets', 'getPet'],
  },
  { name: 'encoded letters', path: '%E6%B5%81%E5%BC%8F/', want: ['流式'] },
  { name: 'a percent sign that encodes nothing', path: '100%/a', want: ['100%', 'a'] },
  { name: 'no words', path: 'reference/%20/', want: [] },
  { name: 'the first of very many letters', path: 'a'.repeat(300), want: ['a'.repeat(99)] },
];
for (const { name, path, fragment = '', want } of rows) {
  it(name, () => expect(addressWords(path, fragment)).toEqual(want));
}
