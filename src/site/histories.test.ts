import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HISTORY, PET_VERSIONS } from '../../tests/fixtures/history.ts';
import { writeProject } from '../../tests/project.ts';
import { formatDiagnostic } from '../diagnostics/frame.ts';
import { readProject } from './read-project.ts';

async function read(files: { readonly [path: string]: string }, without: readonly string[] = []) {
  const root = writeProject({ ...HISTORY, ...files });
  for (const path of without) rmSync(join(root, path));
  const {
    data,
    diagnostics,
    files: watched,
  } = await readProject({ root }, {}, { base: '/', publicDir: join(root, 'public') });
  const told = diagnostics.filter(({ code, place }) => code.startsWith('history') || place?.file.includes('history/'));
  return {
    apis: data.apis.map(({ id }) => id),
    steps: data.changelogs.map(({ api, steps }) => [
      api,
      steps.map(({ version, before, changes }) => `${before} → ${version}: ${changes.length}`),
    ]),
    told: told.map(({ severity, code, place }) => `${severity} ${code} ${place?.file}:${place?.line}:${place?.column}`),
    shown: told.map((one) => formatDiagnostic(one)).join('\n'),
    watched: watched.map((file) => file.slice(root.length + 1)),
  };
}

describe('older versions of a description', () => {
  it('are compared in their order, and are no APIs', async () => {
    const { apis, steps, told, watched } = await read({});
    expect(apis).toEqual(['pets']);
    expect(steps).toEqual([['pets', ['1.10.0 → 2.0.0: 5', '1.0.0 → 1.10.0: 3']]]);
    expect(told).toEqual([]);
    expect(watched).toContain('openapi/history/pets/a.yaml');
  });

  it('make no changelog where there are none, or only a copy of what is current', async () => {
    const both = ['openapi/history/pets/a.yaml', 'openapi/history/pets/b.yaml'];
    expect((await read({}, both)).steps).toEqual([]);
    const { steps, told } = await read({ 'openapi/history/pets/now.yaml': PET_VERSIONS.third }, both);
    expect([steps, told]).toEqual([[], []]);
  });

  it('may end with a copy of the current version, whose later changes are a step of their own', async () => {
    const now = { 'openapi/history/pets/now.yaml': PET_VERSIONS.third };
    const { steps, told } = await read(now);
    expect(steps).toEqual([['pets', ['1.10.0 → 2.0.0: 5', '1.0.0 → 1.10.0: 3']]]);
    expect(told).toEqual([]);
    const later = { ...now, 'openapi/pets.yaml': PET_VERSIONS.third.replace('email: { type', 'phone: { type') };
    expect((await read(later)).steps[0]?.[1]?.[0]).toBe('2.0.0 → 2.0.0: 2');
  });

  it('may refer to parts beside them', async () => {
    const owner = '#/components/schemas/Owner';
    const { steps, told } = await read({
      'openapi/history/pets/b.yaml': PET_VERSIONS.first.replace(`'${owner}'`, "'parts.yaml#/Owner'"),
      'openapi/history/pets/parts.yaml': 'Owner: { type: object }\n',
    });
    expect(told).toEqual([]);
    expect(steps[0]?.[1]).toHaveLength(2);
  });

  const WRONG: readonly { name: string; files: { [path: string]: string }; want: readonly string[]; fix: string }[] = [
    {
      name: 'what is no description',
      files: { 'openapi/history/pets/notes.yaml': 'a: 1\n' },
      want: ['warning history-no-description openapi/history/pets/notes.yaml:1:1'],
      fix: 'Fix: Remove it, or give it the field `openapi`',
    },
    {
      name: 'a folder that names no API',
      files: { 'openapi/history/pet/1.yaml': PET_VERSIONS.first },
      want: ['warning history-stray openapi/history/pet/1.yaml:1:1'],
      fix: 'Fix: Move it to the folder of its API, as in openapi/history/pets/1.yaml.',
    },
    {
      name: 'a file in no folder',
      files: { 'openapi/history/pets.yaml': PET_VERSIONS.first },
      want: ['warning history-stray openapi/history/pets.yaml:1:1'],
      fix: 'as in openapi/history/pets/pets.yaml.',
    },
    {
      name: 'a version twice',
      files: { 'openapi/history/pets/c.yaml': PET_VERSIONS.first.replace('version: 1.0.0', "version: '1.0.0'") },
      want: ['error history-version-twice openapi/history/pets/c.yaml:2:31'],
      fix: 'Keep one of them, or correct `info.version` of the other.',
    },
    {
      name: 'a version that is newer than the current one',
      files: { 'openapi/history/pets/c.yaml': PET_VERSIONS.third.replace('2.0.0', '2.0.1') },
      want: ['warning history-newer openapi/history/pets/c.yaml:2:31'],
      fix: 'Put the newest description into openapi/ itself',
    },
    {
      name: 'a fault of the file',
      files: { 'openapi/history/pets/c.yaml': 'openapi: 9.0.0\n' },
      want: ['error version-unsupported openapi/history/pets/c.yaml:1:10'],
      fix: 'Swagger 2.0 and OpenAPI 3.0',
    },
  ];
  it.each(WRONG)('tells $name, and how to mend it', async ({ files, want, fix }) => {
    const { told, shown } = await read(files);
    expect(told).toEqual(want);
    expect(shown).toContain(fix);
  });
});
