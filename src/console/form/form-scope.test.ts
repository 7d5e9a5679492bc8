import { expect, it } from 'vitest';
import { memoryKey, moveMemory } from './form-scope.ts';

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
