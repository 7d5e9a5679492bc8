import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

it('the bill of materials has what sites are built with, with licences, and no tool of ours', () => {
  const text = execFileSync(process.execPath, ['.ci/sbom.ts'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const {
    bomFormat,
    components,
  }: { bomFormat: string; components: { name: string; group?: string; licenses?: [] }[] } = JSON.parse(text);
  const names = components.map(({ group, name }) => (group ? `${group}/${name}` : name));
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(bomFormat).toBe('CycloneDX');
  expect(names).toEqual(
    expect.arrayContaining([...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]),
  );
  expect(names).not.toContain('vitest');
  expect(components.filter(({ licenses }) => !licenses?.length)).toEqual([]);
});
