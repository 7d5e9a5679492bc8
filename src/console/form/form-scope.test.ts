import { expect, it } from 'vitest';
import { isSecretPlace, memoryKey, moveMemory } from './form-scope.ts';

it('what is remembered moves with its item and goes with it', () => {
  const memory = new Map([
    [memoryKey('/a/0', 1), 'first'],
    [memoryKey('/a/1/b', 'null'), 'second'],
    [memoryKey('/ab/0', 0), 'elsewhere'],
  ]);
  moveMemory(memory, '/a', [1, 0]);
  expect([...memory].sort()).toEqual([
    ['/a/0/b null', 'second'],
    ['/a/1 1', 'first'],
    ['/ab/0 0', 'elsewhere'],
  ]);
  moveMemory(memory, '/a', [1]);
  expect([...memory].sort()).toEqual([
    ['/a/0 1', 'first'],
    ['/ab/0 0', 'elsewhere'],
  ]);
});

it.each([
  ['/user/password', true],
  ['/api_keys/0', true],
  ['/credentials/user', true],
  ['/a~1token', true],
  ['/tokens/0', false],
  ['/name', false],
  ['', false],
])('a place %s may hold a secret: %s', (path, want) => {
  expect(isSecretPlace({ isSecret: false }, { path })).toBe(want);
  expect(isSecretPlace({ isSecret: true }, { path })).toBe(true);
});
