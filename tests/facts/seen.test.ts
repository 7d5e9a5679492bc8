import { expect, it } from 'vitest';
import type { Fact } from './fact.ts';
import { readPage } from './page.ts';
import { isShown, Reach, type SeenPage, type Shown } from './seen.ts';

const page = (path: string, main: string): [string, SeenPage] => [path, readPage(`<main>${main}</main>`, path)];
const row = (name: string, rest: string): string =>
  `<ul><li class="field"><code class="field-name">${name}</code> ${rest}</li></ul>`;
const pages = new Map([
  page('/r/op/', row('owner', '<a href="/r/schemas/owner/">Owner</a>') + row('age', 'from 1 to 9')),
  page('/r/schemas/owner/', `An owner of pets${row('pet', '<a href="/r/schemas/pet/">Pet</a>')}`),
  page('/r/schemas/pet/', `A pet${row('legs', 'default 4')}`),
  page('/r/other/', row('legs', 'default 5')),
]);
const shown: Shown = {
  operation: () => pages.get('/r/op/'),
  webhook: () => undefined,
  overview: [],
  schema: (link) => (link.includes('/schemas/') ? pages.get(link) : undefined),
};

const value = (name: string, one: number): Fact => ({
  kind: '',
  row: name,
  want: { kind: 'value', value: one },
  source: '',
});
const rows: readonly { name: string; fact: Fact; hops: number; found: boolean }[] = [
  { name: 'in its row', fact: value('age', 9), hops: 0, found: true },
  { name: 'in another row', fact: value('owner', 9), hops: 9, found: false },
  { name: 'two links on', fact: value('legs', 4), hops: 2, found: true },
  { name: 'farther than a reader goes', fact: value('legs', 4), hops: 1, found: false },
  { name: 'on a page without a link to it', fact: value('legs', 5), hops: 9, found: false },
  {
    name: 'a type said where its link leads',
    fact: { kind: '', row: 'owner', want: { kind: 'prose', text: 'An owner of pets' }, source: '' },
    hops: 1,
    found: true,
  },
];
for (const { name, fact, hops, found } of rows) {
  it(name, () => {
    const start = pages.get('/r/op/');
    expect(start && isShown(fact, new Reach(shown, start, hops), [])).toBe(found);
  });
}
