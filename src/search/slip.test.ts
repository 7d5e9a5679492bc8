import { expect, it } from 'vitest';
import { isOneSlip } from './slip.ts';

const cases: readonly (readonly [string, string, boolean])[] = [
  ['token', 'token', false],
  ['token', 'tokn', true],
  ['token', 'tokken', true],
  ['token', 'toked', true],
  ['token', 'tokne', true],
  ['token', 'otken', true],
  ['token', 'tkne', false],
  ['token', 'tok', false],
  ['token', 'nekot', false],
  ['token', 'xoken', true],
  ['token', 'tokens', true],
  ['ab', 'ba', true],
];
for (const [a, b, want] of cases) {
  it(`${a} and ${b}: ${want}`, () => {
    expect([isOneSlip(a, b), isOneSlip(b, a)]).toEqual([want, want]);
  });
}
