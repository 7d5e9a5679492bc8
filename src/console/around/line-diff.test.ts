import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../tests/samples/random.ts';
import { type DiffLine, diffLines, foldSame } from './line-diff.ts';

const SIGNS = { same: ' ', removed: '-', added: '+' };
const shown = (lines: readonly DiffLine[]): string => lines.map(({ kind, text }) => SIGNS[kind] + text).join('|');
const sides = (lines: readonly DiffLine[]): string[][] =>
  (['added', 'removed'] as const).map((other) => lines.filter(({ kind }) => kind !== other).map(({ text }) => text));

describe('the lines of two texts', () => {
  it.each([
    ['', '', ''],
    ['a', 'a', ' a'],
    ['', 'a', '+a'],
    ['a', '', '-a'],
    ['abc', 'axc', ' a|-b|+x| c'],
    ['abcabba', 'cbabac', '-a|-b| c|+b| a| b|-b| a|+c'],
    ['ab', 'ba', '-a| b|+a'],
  ])('%s and %s', (before, after, want) => {
    expect(shown(diffLines([...before], [...after]))).toBe(want);
  });

  it('are all there, and no change can be spared', () => {
    const random = makeRandom(3);
    const text = (): string[] =>
      Array.from({ length: Math.floor(random() * 12) }, () => 'abc'[Math.floor(random() * 3)] ?? '');
    for (let round = 0; round < 500; round += 1) {
      const [before, after] = [text(), text()];
      const lines = diffLines(before, after);
      expect(sides(lines)).toEqual([before, after]);
      expect(lines.filter(({ kind }) => kind === 'same')).toHaveLength(commonLength(before, after));
    }
  });

  it('that have too little in common are one block each', () => {
    const before = Array.from({ length: 3000 }, (_, index) => `old ${index}`);
    const after = Array.from({ length: 3000 }, (_, index) => `new ${index}`);
    const lines = diffLines(['head', ...before, 'foot'], ['head', ...after, 'foot']);
    expect(lines.map(({ kind }) => kind)).toEqual([
      'same',
      ...before.map(() => 'removed'),
      ...after.map(() => 'added'),
      'same',
    ]);
  });
});

describe('equal lines far from a difference', () => {
  it('are counted, not shown', () => {
    const before = Array.from({ length: 20 }, (_, index) => `${index}`);
    const after = before.with(10, 'x');
    const blocks = foldSame(diffLines(before, after), 2);
    expect(blocks.map((block) => (block.kind === 'gap' ? block.count : shown(block.lines)))).toEqual([
      8,
      ' 8| 9|-10|+x| 11| 12',
      7,
    ]);
  });
});

/** The longest common subsequence by the book. */
function commonLength(one: readonly string[], other: readonly string[]): number {
  let row = other.map(() => 0);
  for (const line of one) {
    const next: number[] = [];
    other.forEach((text, at) => {
      const [up, left, corner] = [row[at] ?? 0, next[at - 1] ?? 0, at === 0 ? 0 : (row[at - 1] ?? 0)];
      next.push(line === text ? corner + 1 : Math.max(up, left));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
