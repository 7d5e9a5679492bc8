import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import { apiPaths, releasesFirst } from './api-paths.ts';

const version = (api: string, name: string) => ({ id: `${api}/${name}`, edition: { api, name } });

describe('places of APIs', () => {
  it('are nothing for one that is alone, unless its owner chose one', () => {
    expect([...apiPaths([{ id: 'pets' }])]).toEqual([['pets', '']]);
    expect([...apiPaths([{ id: 'pets' }], new Map([['pets', 'zoo']]))]).toEqual([['pets', 'zoo']]);
  });

  it('are folders of their own where there are several', () => {
    expect([...apiPaths([{ id: 'Pets' }, { id: 'shop' }], new Map([['shop', 'store']]))]).toEqual([
      ['Pets', 'pets'],
      ['shop', 'store'],
    ]);
  });

  it('differ where names differ only in what addresses leave out', () => {
    const paths = [...apiPaths([{ id: 'team/pets' }, { id: 'team-pets' }]).values()];
    expect(new Set(paths).size).toBe(2);
    expect(paths.every((path) => /^team-pets-[\da-f]{8}$/.test(path))).toBe(true);
  });

  it('have the version below the API, also of a single one', () => {
    expect([...apiPaths([version('pets', 'v1')]).values()]).toEqual(['pets/v1']);
    const chosen = new Map([['pets', 'zoo']]);
    expect([...apiPaths([version('pets', '2024-05-01'), version('pets', 'v1.2')], chosen).values()]).toEqual([
      'zoo/2024-05-01',
      'zoo/v1-2',
    ]);
  });
});

describe('versions that are not released', () => {
  const rows: { name: string; given: readonly (readonly [file: string, version: string])[]; want: string }[] = [
    {
      name: 'stand behind every release, by the names of their files',
      given: [
        ['v3-beta', '3'],
        ['v2.1', '2.1'],
        ['v2.1-rc.1', '2.1'],
        ['v1', '1'],
      ],
      want: 'v2.1 v1 v3-beta v2.1-rc.1',
    },
    {
      name: 'or by what their descriptions say',
      given: [
        ['v3', '3.0.0-rc.1'],
        ['v2', '2.0.0'],
        ['v1', '1.0.0+beta'],
      ],
      want: 'v2 v1 v3',
    },
    {
      name: 'dates too',
      given: [
        ['2024-05-01-preview', '1'],
        ['2024-01-01', '1'],
        ['2024-01-01-preview', '1'],
      ],
      want: '2024-01-01 2024-05-01-preview 2024-01-01-preview',
    },
    {
      name: 'keep their order where none is released',
      given: [
        ['v2-beta', '2'],
        ['v1-alpha', '1'],
      ],
      want: 'v2-beta v1-alpha',
    },
    {
      name: 'are told by whole words',
      given: [
        ['v2', '2.0-development-kit'],
        ['v1', '1'],
      ],
      want: 'v2 v1',
    },
  ];
  it.each(rows)('$name', ({ given, want }) => {
    const apis = given.map(([name, info]) => ({ ...version('pets', name), version: info }) as Api);
    const other = { id: 'zoo', version: '1-beta' } as Api;
    const sorted = releasesFirst([...apis, other]);
    expect(sorted.map(({ edition }) => edition?.name ?? 'zoo').join(' ')).toBe(`${want} zoo`);
  });
});
