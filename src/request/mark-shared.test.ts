import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import type { Parameter, ParameterIn } from '../model/parameter.ts';
import type { Schema } from '../model/schema-object.ts';
import type { SecurityScheme } from '../model/security-scheme.ts';
import { markShared, sharedParameters } from './mark-shared.ts';

function parameter(place: ParameterIn, name: string, more: Partial<Parameter> = {}): Parameter {
  return {
    in: place,
    name,
    required: place === 'path',
    deprecated: false,
    style: place === 'query' ? 'form' : 'simple',
    explode: false,
    allowReserved: false,
    allowEmptyValue: false,
    schema: { types: ['string'] },
    examples: [],
    ...more,
  };
}

function operation(path: string, parameters: readonly Parameter[]): Operation {
  return {
    key: path,
    method: 'GET',
    path,
    deprecated: false,
    tags: [],
    servers: [{ url: 'https://api.example', variables: [] }],
    security: [],
    parameters,
    responses: [],
  };
}

function api(operations: readonly Operation[], securitySchemes: readonly SecurityScheme[] = []): Api {
  return { id: 'a', title: 'A', version: '1', servers: [], tags: [], operations, securitySchemes, schemas: {} };
}

/** The same parameter in each of three operations. */
function everywhere(one: Parameter, schemes: readonly SecurityScheme[] = []): Api {
  return api(
    ['/a', '/b', '/c'].map((path) => operation(path, [one])),
    schemes,
  );
}

const keyScheme: SecurityScheme = { id: 'k', kind: 'apiKey', in: 'header', name: 'X-Access', deprecated: false };
const schemaOf = (schema: Schema): Partial<Parameter> => ({ schema });
const workspace = parameter('path', 'workspace_id');
const task = parameter('path', 'task_id');

describe('what readers set once', () => {
  it.each([
    ['a header of every operation', everywhere(parameter('header', 'X-Tenant')), ['header X-Tenant']],
    ['a version in the query', everywhere(parameter('query', 'api-version')), ['query api-version']],
    [
      'the part of a path that others lie below, not the item it ends with',
      api([
        operation('/w/{workspace_id}', [workspace]),
        operation('/w/{workspace_id}/tasks', [workspace]),
        operation('/w/{workspace_id}/tasks/{task_id}', [workspace, task]),
      ]),
      ['path workspace_id'],
    ],
    [
      'no item, though some lie below it',
      api([
        operation('/pets', []),
        operation('/pets/{id}', [parameter('path', 'id')]),
        operation('/shops', []),
        operation('/pets/{petId}/toys', [parameter('path', 'petId')]),
        operation('/pets/{petId}', [parameter('path', 'petId')]),
      ]),
      [],
    ],
    [
      'no place on a board: nothing with a name lies below',
      api([
        operation('/board/{row}/{column}', [parameter('path', 'row')]),
        operation('/moves/{row}/{column}', [parameter('path', 'row')]),
      ]),
      [],
    ],
    ['no page, limit or search', everywhere(parameter('query', 'page_size')), []],
    ['no key of one call', everywhere(parameter('header', 'Idempotency-Key')), []],
    [
      'what only one of three has',
      api([operation('/a', [parameter('query', 'v')]), operation('/b', []), operation('/c', [])]),
      [],
    ],
    [
      'what differs in type',
      api([
        operation('/a', [parameter('query', 'v')]),
        operation('/b', [parameter('query', 'v', schemaOf({ types: ['integer'] }))]),
      ]),
      [],
    ],
    ['no list', everywhere(parameter('query', 'v', schemaOf({ types: ['array'] }))), []],
    ['no cookie', everywhere(parameter('cookie', 'tenant')), []],
    ['nothing deprecated', everywhere(parameter('header', 'X-Tenant', { deprecated: true })), []],
    ['no header that a scheme has', everywhere(parameter('header', 'x-access'), [keyScheme]), []],
    ['no password', everywhere(parameter('header', 'X-Pin', schemaOf({ format: 'password' }))), []],
    [
      'what the author marks, wherever it is',
      api([operation('/a', [parameter('query', 'limit', { shared: true })]), operation('/b', []), operation('/c', [])]),
      ['query limit'],
    ],
    ['nothing that the author takes out', everywhere(parameter('header', 'X-Tenant', { shared: false })), []],
    [
      'no credential, though the author marks it',
      everywhere(parameter('header', 'X-Auth-Token', { shared: true })),
      [],
    ],
    ['no place in a list', everywhere(parameter('query', 'page_token')), []],
    ['what counts tokens', everywhere(parameter('header', 'X-Token-Budget')), ['header X-Token-Budget']],
    ['no API key, though the author marks it', everywhere(parameter('query', 'api_key', { shared: true })), []],
  ])('%s', (_, given, want) => {
    expect([...sharedParameters(given)]).toEqual(want);
  });
});

it('a slice says of each parameter what was decided', () => {
  const [first] = everywhere(parameter('header', 'X-Tenant')).operations;
  const both = [parameter('header', 'X-Tenant'), parameter('query', 'limit', { shared: false })];
  const given = api([operation('/a', both), operation('/b', both)]);
  const [marked] = given.operations.map((one) => markShared(given, one));
  expect(marked?.parameters.map(({ name, shared }) => [name, shared])).toEqual([
    ['X-Tenant', true],
    ['limit', undefined],
  ]);
  expect(first?.parameters[0]?.shared).toBeUndefined();
});
