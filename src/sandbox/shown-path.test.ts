import { expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import type { Parameter } from '../model/parameter.ts';
import { shownOf, shownPath } from './shown-path.ts';

const api = { securitySchemes: [], schemas: {} } as unknown as Api;

function shown(path: string, asked: string, server = 'https://api.example', variables: readonly string[] = []): string {
  const names = [...path.matchAll(/\{(.*?)\}/g)].map(([, name = '']) => ({ in: 'path', name }));
  const operation = {
    path,
    parameters: [...names, { in: 'query', name: 'limit' }, { in: 'query', name: 'access_token' }] as Parameter[],
    servers: [{ url: server, variables: variables.map((name) => ({ name, default: '', enum: [] })) }],
  } as unknown as Operation;
  return shownPath(new URL(asked, 'http://sandbox.example'), shownOf(api, operation));
}

it.each([
  [
    shown('/pets/{id}', '/v1/pets/7?limit=1&access_token=s&other=s&s'),
    '/v1/pets/7?limit=1&access_token=***&other=***&***',
  ],
  [shown('/hooks/{hook}/{token}/messages', '/api/hooks/7/s/messages'), '/api/hooks/7/***/messages'],
  [shown('/getMe', '/bot12:s/getMe', 'https://api.example/bot{token}', ['token']), '/***/getMe'],
  [shown('/getMe', '/', 'https://api.example/bot{token}', ['token']), '/'],
  [shown('/getMe', '/eu/getMe', 'https://api.example/{region}', ['region']), '/eu/getMe'],
  [shownPath(new URL('http://sandbox.example/nowhere?a=s')), '/nowhere?a=***'],
])('%s', (found, want) => {
  expect(found).toBe(want);
});
