import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const NAMES = ['parameters', 'description', 'in', 'type', 'get', 'put', 'deprecated', '宠物'];

describe('the name that was meant', () => {
  const table = [
    { name: 'a letter changed', given: 'parametres', want: 'parameters' },
    { name: 'a letter left out', given: 'descripton', want: 'description' },
    { name: 'two letters swapped', given: 'tpye', want: 'type' },
    { name: 'another case', given: 'IN', want: 'in' },
    { name: 'too short to guess', given: 'on', want: undefined },
    { name: 'one of two Chinese characters', given: '宠勿', want: '宠物' },
    { name: 'another word', given: 'summary', want: undefined },
    { name: 'the first of two equally near', given: 'pet', want: 'get' },
    { name: 'nothing', given: '', want: undefined },
    { name: 'a whole text', given: 'parameters'.repeat(100_000), want: undefined },
  ];
  for (const { name, given, want } of table) it(name, () => expect(nearest(given, NAMES)).toBe(want));
});
