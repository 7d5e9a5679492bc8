import { expect, it } from 'vitest';
import type { Parameter } from '../model/parameter.ts';
import { keptActions } from './kept-actions.ts';
import { initialState } from './state.ts';
import { createStore } from './store.ts';

it('leaves out what may be a secret', () => {
  const parameters = [
    { in: 'query', name: 'tag' },
    { in: 'query', name: 'access_token' },
    { in: 'cookie', name: 'theme' },
  ] as unknown as Parameter[];
  const variables = ['token', 'region'].map((name) => ({ name, default: '', enum: [] }));
  const servers = [{ url: 'https://{region}.example/bot{token}', variables }];
  const operation = { parameters, security: [], servers, responses: [] } as never;
  const api = { securitySchemes: [], schemas: {}, operations: [operation] } as never;
  const examples = [{ name: 'first', mediaType: 'application/json', text: '{}' }];
  const store = createStore(
    initialState(
      {
        server: 0,
        serverVariables: [],
        parameters: [],
        security: 0,
        body: { mediaType: 'application/json', text: '{}' },
      },
      examples as never,
      undefined,
    ),
  );
  for (const { in: place, name } of parameters) {
    store.dispatch({ kind: 'set-parameter', in: place, name, value: '"typed"' as never });
  }
  for (const { name } of variables) store.dispatch({ kind: 'set-server-variable', name, value: 'typed' });
  store.dispatch({ kind: 'edit-body', text: '{"a": 1}' });
  const written = (): unknown[] => keptActions({ api, operation, store }).map((action) => Object.values(action));
  expect(written()).toEqual([
    ['set-server-variable', 'region', 'typed'],
    ['set-parameter', 'query', 'tag', '"typed"'],
    ['choose-body', { kind: 'example', name: 'first' }],
    ['edit-body', '{"a": 1}'],
    ['choose-body', { kind: 'draft', id: 1 }],
    ['choose-body', { kind: 'draft', id: 1 }],
  ]);
  store.dispatch({ kind: 'edit-body', text: '{"password": "p-1"}' });
  store.dispatch({ kind: 'choose-body', choice: { kind: 'example', name: 'first' } });
  store.dispatch({ kind: 'edit-body', text: '{"a": 2}' });
  expect(written().slice(3)).toEqual([
    ['edit-body', '{"a": 2}'],
    ['choose-body', { kind: 'draft', id: 1 }],
    ['choose-body', { kind: 'draft', id: 1 }],
  ]);
  store.dispatch({ kind: 'choose-body', choice: { kind: 'draft', id: 1 } });
  expect(written().at(-1)).toEqual(['choose-body', { kind: 'example', name: 'first' }]);
});
