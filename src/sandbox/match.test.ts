import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import { type Match, matchOperation } from './match.ts';

function operation(method: string, path: string, ...servers: string[]): Operation {
  return {
    key: `${method} ${path}`,
    method,
    path,
    deprecated: false,
    tags: [],
    servers: servers.map((url) => ({
      url,
      variables: [{ name: 'base', default: 'eu/v2', enum: [] }],
    })),
    security: [],
    parameters: [],
    responses: [],
  };
}

const api: Api = {
  id: 'test',
  title: 'Test',
  version: '1',
  servers: [],
  tags: [],
  securitySchemes: [],
  schemas: {},
  operations: [
    operation('GET', '/pets/{petId}', 'https://api.example.com/v1', '/'),
    operation('GET', '/pets/mine', 'https://api.example.com/v1/'),
    operation('DELETE', '/pets/{petId}', '/v1'),
    operation('GET', '/{entity}/me', './v3'),
    operation('GET', '/books/{id}', 'https://{region}.example.com/{base}'),
    operation('GET', '/report.{format}', 'https://example.com'),
    operation('GET', '/range/{from}..{to}', ''),
    operation('POST', '/', 'https://example.com/root'),
    operation('GET', '/名/{x}', 'https://example.com'),
    operation('QUERY', '/pets/mine', 'https://example.com'),
    operation('POST', '/jobs/{id}:cancel', 'https://example.com'),
    operation('POST', '/jobs/{id}', 'https://example.com'),
    operation('GET', '/名{x}.页', 'https://example.com'),
    operation('POST', '/?Action=Copy', 'https://example.com'),
    operation('POST', '/?Action=Move', 'https://example.com'),
    operation('PUT', '/rpc#X-Target=Jobs.Get', ''),
    operation('PUT', '/rpc#X-Target=Jobs.Stop', ''),
    operation('PUT', '/plain#later', ''),
    operation('POST', '/both#do=one', ''),
    operation('POST', '/both#do=two', ''),
    operation('POST', '/both', ''),
  ],
};

const ROWS: readonly { name: string; method?: string; path: string; target?: string; want: string }[] = [
  { name: 'a template', path: '/pets/12', want: 'GET /pets/{petId} petId=12' },
  { name: 'the concrete path before the template', path: '/pets/mine', want: 'GET /pets/mine' },
  { name: 'the base path of the server', path: '/v1/pets/12', want: 'GET /pets/{petId} petId=12' },
  {
    name: 'a method that only the template has',
    method: 'DELETE',
    path: '/pets/mine',
    want: 'DELETE /pets/{petId} petId=mine',
  },
  { name: 'a method of its own', method: 'QUERY', path: '/pets/mine', want: 'QUERY /pets/mine' },
  {
    name: 'values stay encoded, slashes in them too',
    path: '/pets/a%2Fb%20c',
    want: 'GET /pets/{petId} petId=a%2Fb%20c',
  },
  { name: 'an encoded concrete segment', path: '/p%65ts/m%69ne', want: 'GET /pets/mine' },
  { name: 'two templates: the earlier concrete segment wins', path: '/pets/me', want: 'GET /pets/{petId} petId=me' },
  { name: 'the other one', path: '/cats/me', want: 'GET /{entity}/me entity=cats' },
  { name: 'a relative server', path: '/v3/cats/me', want: 'GET /{entity}/me entity=cats' },
  { name: 'a variable in the base path', path: '/us/books/7', want: 'GET /books/{id} id=7' },
  { name: 'its default, which holds a slash', path: '/eu/v2/books/7', want: 'GET /books/{id} id=7' },
  { name: 'a variable in a part of a segment', path: '/report.json', want: 'GET /report.{format} format=json' },
  { name: 'two variables in one segment', path: '/range/1..20', want: 'GET /range/{from}..{to} from=1 to=20' },
  { name: 'characters outside ASCII', path: '/%E5%90%8D/1', want: 'GET /名/{x} x=1' },
  { name: 'an action after a colon', method: 'POST', path: '/jobs/7:cancel', want: 'POST /jobs/{id}:cancel id=7' },
  { name: 'another action is a value', method: 'POST', path: '/jobs/7:stop', want: 'POST /jobs/{id} id=7:stop' },
  {
    name: 'an encoded colon is of the value',
    method: 'POST',
    path: '/jobs/7%3Acancel',
    want: 'POST /jobs/{id} id=7%3Acancel',
  },
  { name: 'text outside ASCII around a variable', path: '/名7.页', want: 'GET /名{x}.页 x=7' },
  { name: 'a query that the path asks for', method: 'POST', path: '/?Action=Move', want: 'POST /?Action=Move' },
  {
    name: 'a header that the path asks for in its fragment',
    method: 'PUT',
    path: '/rpc',
    target: 'Jobs.Stop',
    want: 'PUT /rpc#X-Target=Jobs.Stop',
  },
  { name: 'the same in a query', method: 'PUT', path: '/rpc?X-Target=Jobs.Get', want: 'PUT /rpc#X-Target=Jobs.Get' },
  { name: 'another value of it', method: 'PUT', path: '/rpc', target: 'Jobs.List', want: 'none' },
  { name: 'a fragment that nothing sent has', method: 'PUT', path: '/rpc', want: 'PUT /rpc#X-Target=Jobs.Get' },
  { name: 'a fragment beside a path without one', method: 'POST', path: '/both', want: 'POST /both' },
  {
    name: 'a fragment that is met beside a path without one',
    method: 'POST',
    path: '/both?do=two',
    want: 'POST /both#do=two',
  },
  { name: 'a fragment that asks for nothing', method: 'PUT', path: '/plain', want: 'PUT /plain#later' },
  { name: 'the root', method: 'POST', path: '/', want: 'POST /' },
  { name: 'the root below a base path', method: 'POST', path: '/root/', want: 'POST /' },
  { name: 'broken encoding', path: '/pets/%E5%9', want: 'GET /pets/{petId} petId=%E5%9' },
  { name: 'an empty value', path: '/pets/', want: 'none' },
  { name: 'an unknown path', path: '/cars/1/wheels', want: 'none' },
  { name: 'a slash too many', path: '/pets/12/', want: 'none' },
  { name: 'a known path with another method', method: 'PUT', path: '/pets/mine', want: 'allow GET DELETE QUERY' },
  { name: 'methods are case-sensitive', method: 'query', path: '/report.json', want: 'allow GET' },
];

function told(match: Match): string {
  switch (match.kind) {
    case 'operation':
      return [match.operation.key, ...[...match.pathValues].map((pair) => pair.join('='))].join(' ');
    case 'method':
      return `allow ${match.allow.join(' ')}`;
    case 'none':
      return 'none';
  }
}

describe('several variables in one segment', () => {
  const read = (path: string, asked: string, schemas: { readonly [name: string]: object } = {}): string => {
    const parameters = Object.entries(schemas).map(([name, schema]) => ({ in: 'path', name, style: 'simple', schema }));
    const one = { ...operation('GET', path, ''), parameters } as unknown as Operation;
    const match = matchOperation({ ...api, operations: [one] }, 'GET', new URL(asked, 'https://example.com'));
    return match.kind === 'operation' ? [...match.pathValues].map((pair) => pair.join('=')).join(' ') : match.kind;
  };
  const integer = { types: ['integer'] };

  it.each([
    ['nothing said: the first is as long as it can be', read('/f/{name}.{ext}', '/f/a.b.c'), 'name=a.b ext=c'],
    [
      'an enum that only another reading has',
      read('/f/{name}.{ext}', '/f/a.tar.gz', { ext: { enum: ['"tar.gz"', '"zip"'] } }),
      'name=a ext=tar.gz',
    ],
    [
      'an integer, whatever the other is',
      read('/f/{id}-{slug}', '/f/7-a-b', { id: integer, slug: { types: ['string'] } }),
      'id=7 slug=a-b',
    ],
    ['an integer behind', read('/f/{slug}-{id}', '/f/a-b-7', { id: integer }), 'slug=a-b id=7'],
    ['a length', read('/f/{a}{b}', '/f/abc', { a: { types: ['string'], maxLength: '1' } }), 'a=a b=bc'],
    ['a list as it is', read('/f/{a}.{b}', '/f/1,2.3', { a: { types: ['array'], items: integer } }), 'a=1,2 b=3'],
    ['no reading that fits', read('/f/{id}.{ext}', '/f/a.b.c', { id: integer }), 'id=a.b ext=c'],
    ['nothing for one of them', read('/f/{name}.{ext}', '/f/.c'), 'none'],
    ['three', read('/t/{z}.{x}.{y}', '/t/1.2.3.4', { z: integer, x: integer }), 'z=1 x=2 y=3.4'],
  ])('%s', (_, found, want) => {
    expect(found).toBe(want);
  });

  it('takes its time for no path', () => {
    const started = performance.now();
    expect(read('/f/{a}-{b}-{c}-{d}!', `/f/${'-'.repeat(50_000)}`)).toBe('none');
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('matchOperation', () => {
  it.each(ROWS)('$name', ({ method = 'GET', path, target, want }) => {
    const headers = new Headers(target === undefined ? {} : { 'x-target': target });
    expect(told(matchOperation(api, method, new URL(path, 'https://example.com'), headers))).toBe(want);
  });
});
