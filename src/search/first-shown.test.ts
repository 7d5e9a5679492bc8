import { expect, it } from 'vitest';
import type { Group, GroupName } from './find.ts';
import { firstShown } from './first-shown.ts';

function group(name: GroupName, worths: readonly number[]): Group {
  const hits = worths.map((worth) => ({
    group: name,
    page: ['', '', '', 0] as const,
    kind: 0,
    api: 0,
    more: 0,
    worth,
  }));
  return { name, hits, count: worths.length };
}

it('keeps weak results of a group from hiding strong ones of the next', () => {
  const guides = group('guides', [113, 60, 38, 13, 13]);
  expect(firstShown([guides, group('operations', [78]), group('values', [9])])).toEqual([2, 1, 1]);
  expect(firstShown([guides, group('operations', [70])])).toEqual([3, 1]);
});

it('shows a few of each where many groups have something', () => {
  const many = [
    group('fields', [111, 110, 109, 108]),
    group('schemas', [90, 89, 88, 87, 86]),
    group('operations', [80]),
  ];
  expect(firstShown(many)).toEqual([3, 3, 1]);
  expect(firstShown(many.slice(1))).toEqual([5, 1]);
});

it('shows all where nothing better follows', () => {
  expect(firstShown([group('guides', [113, 13, 13, 13])])).toEqual([4]);
  expect(firstShown([group('operations', [66]), group('guides', [60, 13, 13])])).toEqual([1, 3]);
  expect(firstShown([])).toEqual([]);
});
