import { describe, expect, it } from 'vitest';
import { codeSlices } from './code-slices.ts';

const lines = (count: number): string => Array.from({ length: count }, (_, at) => `  "line ${at}": 1,\n`).join('');

describe('codeSlices', () => {
  const rows = [
    { name: 'nothing', given: '', count: 0 },
    { name: 'one short line', given: '{}', count: 1 },
    { name: 'many lines', given: lines(5000), count: 6 },
    { name: 'one long line', given: 'x'.repeat(40_000), count: 3 },
  ];
  for (const { name, given, count } of rows) {
    it(`cuts ${name} and loses nothing`, () => {
      const slices = codeSlices(given);
      expect(slices.join('')).toBe(given);
      expect(slices).toHaveLength(count);
    });
  }

  it('cuts at line ends', () => {
    for (const slice of codeSlices(lines(5000))) expect(slice.endsWith('\n')).toBe(true);
  });

  it('parts JSON of one line between its members', () => {
    for (const slice of codeSlices('{"name":"a b"},'.repeat(5000)).slice(1)) expect(slice.startsWith('{"')).toBe(true);
  });

  it('needs time that grows with the text, not with its square', () => {
    const text = 'x'.repeat(20_000_000);
    const start = performance.now();
    codeSlices(text);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
