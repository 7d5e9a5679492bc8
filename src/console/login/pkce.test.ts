import { expect, it } from 'vitest';
import { challengeOf, randomText } from './pkce.ts';

it('makes the challenge of RFC 7636, appendix B', async () => {
  expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
    'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  );
});

it('makes texts that stand in a URL as they are, each another one', () => {
  const texts = Array.from({ length: 100 }, randomText);
  expect(texts.filter((text) => !/^[\w-]{43}$/.test(text))).toEqual([]);
  expect(new Set(texts).size).toBe(100);
});
