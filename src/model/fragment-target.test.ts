import { describe, expect, it } from 'vitest';
import { pets } from '../../tests/fixtures/sandbox-apis.ts';
import type { Api } from './api.ts';
import { fragmentTarget } from './fragment-target.ts';

const [model] = pets.operations;
if (!model) throw new Error('no operation');
const list = { ...model, key: 'listPets', operationId: 'listPets', method: 'GET', path: '/pets' };
const one = { ...model, key: 'GET /pets/{id}', method: 'GET', path: '/pets/{id}' };
const api: Api = { ...pets, operations: [list, one], tags: [{ name: 'My Pets' }, { name: '宠物' }] };
const headings = new Set(['errors', 'rate-limits']);

/** What the target is called. */
function target(fragment: string): string | undefined {
  const found = fragmentTarget(api, fragment, headings);
  switch (found?.kind) {
    case 'operation':
      return found.operation.key;
    case 'tag':
      return found.name;
    case 'schema':
      return found.id;
    default:
      return found?.words;
  }
}

describe('a fragment leads to', () => {
  it.each([
    ['tag/My-Pets', 'My Pets'],
    ['tag/my-pets', 'My Pets'],
    ['tag/%E5%AE%A0%E7%89%A9', '宠物'],
    ['tag/My-Pets/operation/listPets', 'listPets'],
    ['tag/My-Pets/paths/~1pets~1{id}/get', 'GET /pets/{id}'],
    ['tag/my-pets/GET/pets', 'listPets'],
    ['tag/my-pets/get/pets/{id}', 'GET /pets/{id}'],
    ['operation/listPets', 'listPets'],
    ['/operations/listPets', 'listPets'],
    ['/My%20Pets/listPets', 'listPets'],
    ['/My Pets', 'My Pets'],
    ['/paths/~1pets~1{id}/get', 'GET /pets/{id}'],
    ['/components/schemas/Pet', '#/components/schemas/Pet'],
    ['/definitions/Pet', '#/components/schemas/Pet'],
    ['schema/Pet', '#/components/schemas/Pet'],
    ['model/pet', '#/components/schemas/Pet'],
    ['section/Errors', 'errors'],
    ['section/Errors/Rate-limits', 'rate-limits'],
    ['description/rate-limits', 'rate-limits'],
    ['Rate-Limits', 'rate-limits'],
  ])('%s', (fragment, want) => {
    expect(target(fragment)).toBe(want);
  });

  it.each([
    ...['', '/', 'tag/dogs', 'tag', 'operation/nothing', 'section/nothing', 'nothing', '/nothing/listPets', 'My-Pets'],
    ...['/paths/~1pets/post', '/components/parameters/Pet', 'schema/__proto__', '%', '/paths', 'tag/my-pets/GET/dogs'],
  ])('nothing: %s', (fragment) => {
    expect(target(fragment)).toBeUndefined();
  });
});
