import { expect, it } from 'vitest';
import { printSearch } from './table.ts';

it('prints what an index weighs, and each search with its spread', () => {
  const search = (first: number) => ({ first, again: 4, bytes: 5900, requests: 6 });
  const printed = printSearch({
    description: 'made-1200',
    operations: 1200,
    index: { files: 32, bytes: 505_200, packed: 24_100 },
    queries: [{ query: '404', searches: [search(50), search(60), search(40)] }],
  });
  expect(printed.split('\n')).toEqual([
    'Search index of made-1200, 1200 operations: 32 files, 505 kB, 24 kB brotli.',
    '',
    '| search for | first results ms | again ms | index kB | requests |',
    '| --- | --: | --: | --: | --: |',
    '| `404` | 50 (40–60) | 4 (4–4) | 5.9 (5.9–5.9) | 6 (6–6) |',
  ]);
});
