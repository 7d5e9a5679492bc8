import { describe, expect, it } from 'vitest';
import { apiNames, compareVersions } from './api-names.ts';

describe('names of APIs', () => {
  const rows: { name: string; given: string[]; want: (readonly [string, string, string?])[] }[] = [
    {
      name: 'a file by its name',
      given: ['openapi/pets.yaml', 'openapi/shop.json'],
      want: [
        ['pets', ''],
        ['shop', ''],
      ],
    },
    {
      name: 'numbers in names as numbers',
      given: ['openapi/pets10.yaml', 'openapi/pets2.yaml'],
      want: [
        ['pets2', ''],
        ['pets10', ''],
      ],
    },
    {
      name: 'a file that is called openapi or swagger by its folder',
      given: ['openapi/users/openapi.yaml', 'openapi/team/pay/Swagger.json', 'openapi/openapi.yaml'],
      want: [
        ['openapi', ''],
        ['team/pay', ''],
        ['users', ''],
      ],
    },
    {
      name: 'versions in folders of their own',
      given: ['openapi/users/v1/openapi.yaml', 'openapi/users/v2/openapi.yaml'],
      want: [
        ['users/v2', 'users', 'v2'],
        ['users/v1', 'users', 'v1'],
      ],
    },
    {
      name: 'a file by its path where its folder could be another one',
      given: ['openapi/a.yaml', 'openapi/a/openapi.yaml', 'openapi/b/openapi.yaml', 'openapi/b/swagger.json'],
      want: [
        ['a', ''],
        ['a/openapi', ''],
        ['b/openapi', ''],
        ['b/swagger', ''],
      ],
    },
    { name: 'a file without openapi/', given: ['pets.yaml'], want: [['pets', '']] },
    { name: 'a file in a folder by its path', given: ['openapi/team/pets.yaml'], want: [['team/pets', '']] },
    { name: 'dots in a name', given: ['openapi/api.github.com.json'], want: [['api.github.com', '']] },
    {
      name: 'versions, the newest first',
      given: ['openapi/pets/v1.yaml', 'openapi/pets/v10.yaml', 'openapi/pets/v2.yaml', 'openapi/a.yaml'],
      want: [
        ['a', ''],
        ['pets/v10', 'pets', 'v10'],
        ['pets/v2', 'pets', 'v2'],
        ['pets/v1', 'pets', 'v1'],
      ],
    },
    { name: 'one version alone', given: ['openapi/pets/v1.yaml'], want: [['pets/v1', 'pets', 'v1']] },
    {
      name: 'versions deep in folders',
      given: ['openapi/x/pets/2024-05-01.yaml'],
      want: [['x/pets/2024-05-01', 'x/pets', '2024-05-01']],
    },
    {
      name: 'no versions among other names',
      given: ['openapi/pets/v1.yaml', 'openapi/pets/admin.yaml'],
      want: [
        ['pets/admin', ''],
        ['pets/v1', ''],
      ],
    },
    { name: 'no version without a folder', given: ['openapi/v1.yaml'], want: [['v1', '']] },
  ];
  it.each(rows)('$name', ({ given, want }) => {
    const names = [...apiNames(given).values()];
    expect(names.map(({ id, edition }) => [id, edition?.api ?? '', ...(edition ? [edition.name] : [])])).toEqual(want);
  });
});

describe('versions', () => {
  it('go by their numbers, releases after what came before them', () => {
    const sorted = ['v1', 'v1.1', 'v2-alpha', 'v2-beta', 'v2-beta.2', 'v2', '2.0.1', 'v10', '2023-12-31', '2024-01-01'];
    expect(sorted.toReversed().sort(compareVersions)).toEqual(sorted);
  });
});
