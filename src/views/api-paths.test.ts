import { describe, expect, it } from 'vitest';
import { apiPaths } from './api-paths.ts';

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
