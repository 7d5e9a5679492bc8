import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeProject } from '../../tests/project.ts';
import { clearWhereLarge } from './compile-cache.ts';

it('begins anew where more is kept than is of use', () => {
  const folder = join(writeProject({}), 'compiled');
  mkdirSync(join(folder, 'v24'), { recursive: true });
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, 'v24', name), '');
  clearWhereLarge(folder, 4);
  expect(existsSync(join(folder, 'v24/c'))).toBe(true);
  clearWhereLarge(folder, 3);
  expect(existsSync(folder)).toBe(false);
  expect(() => clearWhereLarge(folder, 3)).not.toThrow();
});
