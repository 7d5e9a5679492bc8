import { cell, line } from '../table.ts';
import type { Search, SearchResult } from './measure.ts';

/** The name that `--only` takes. */
export const SEARCH = 'search';

/** What the index weighs, and a Markdown table of searches: with an empty cache, and the same once more. */
export function printSearch({ description, operations, index, queries }: SearchResult): string {
  const kB = (bytes: number): string => (bytes / 1000).toFixed(0);
  const head = ['search for', 'first results ms', 'again ms', 'index kB', 'requests'];
  const rows = queries.map(({ query, searches }) => {
    const pick = (key: keyof Search, digits = 0, unit = 1): string =>
      cell(
        searches.map((search) => search[key] / unit),
        digits,
      );
    return [`\`${query}\``, pick('first'), pick('again'), pick('bytes', 1, 1000), pick('requests')];
  });
  return [
    `Search index of ${description}, ${operations} operations: ${index.files} files, ${kB(index.bytes)} kB, ${kB(index.packed)} kB brotli.`,
    '',
    line(head),
    line(head.map((_, at) => (at === 0 ? '---' : '--:'))),
    ...rows.map(line),
  ].join('\n');
}
