import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { MediaType } from '../model/media-type.ts';
import type { Operation } from '../model/operation.ts';
import type { Parameter, ParameterIn } from '../model/parameter.ts';
import type { SecurityScheme } from '../model/security-scheme.ts';
import { buildRequest } from './build.ts';
import type { RequestValues } from './values.ts';

const KEY: SecurityScheme = { id: 'apiKey', deprecated: false, kind: 'apiKey', in: 'header', name: 'api-key' };

function makeApi(...securitySchemes: SecurityScheme[]): Api {
  return { id: 'apigpt', title: '', version: '', servers: [], tags: [], operations: [], schemas: {}, securitySchemes };
}

function makeParameter(place: ParameterIn, name: string, facts: Partial<Parameter> = {}): Parameter {
  const form = place === 'query' || place === 'cookie';
  return {
    name,
    in: place,
    required: place === 'path',
    deprecated: false,
    style: form ? 'form' : 'simple',
    explode: form,
    allowReserved: false,
    allowEmptyValue: false,
    examples: [],
    ...facts,
  };
}

function types(...names: string[]): MediaType[] {
  return names.map((name) => ({ name, examples: [] }));
}

function makeOperation(facts: Partial<Operation> = {}): Operation {
  return {
    key: 'test',
    method: 'GET',
    path: '/items',
    deprecated: false,
    tags: [],
    servers: [{ url: 'https://api.example.com', variables: [] }],
    security: [],
    parameters: [],
    responses: [],
    ...facts,
  };
}

function makeValues(
  facts: Partial<RequestValues> & { texts?: readonly (readonly [ParameterIn, string, unknown])[] } = {},
): RequestValues {
  const { texts = [], ...rest } = facts;
  const parameters = texts.map(([place, name, value]) => ({ in: place, name, value: JSON.stringify(value) }));
  return { server: 0, serverVariables: [], parameters, security: 0, ...rest };
}

interface UrlRow {
  readonly name: string;
  readonly path: string;
  readonly parameters?: readonly Parameter[];
  readonly texts?: readonly (readonly [ParameterIn, string, unknown])[];
  readonly url: string;
  readonly codes?: readonly string[];
}

const id = makeParameter('path', 'id');
const URLS: readonly UrlRow[] = [
  { name: 'plain', path: '/items', url: '/items' },
  {
    name: 'a path value',
    path: '/items/{id}',
    parameters: [id],
    texts: [['path', 'id', 'a/b c?#']],
    url: '/items/a%2Fb%20c%3F%23',
  },
  { name: 'twice in a segment', path: '/{id}..{id}', parameters: [id], texts: [['path', 'id', 'x']], url: '/x..x' },
  {
    name: 'a missing value stays as a name',
    path: '/items/{id}',
    parameters: [id],
    url: '/items/{id}',
    codes: ['required-missing'],
  },
  {
    name: 'a missing value that the author forgot to require',
    path: '/items/{id}',
    parameters: [makeParameter('path', 'id', { required: false })],
    url: '/items/{id}',
    codes: ['required-missing'],
  },
  { name: 'a value that no parameter describes', path: '/items/{id}', url: '/items/{id}', codes: ['required-missing'] },
  {
    name: 'an empty value',
    path: '/items/{id}',
    parameters: [id],
    texts: [['path', 'id', '']],
    url: '/items/',
    codes: ['path-empty'],
  },
  {
    name: 'one dot',
    path: '/items/{id}',
    parameters: [id],
    texts: [['path', 'id', '.']],
    url: '/items/.',
    codes: ['path-dots'],
  },
  {
    name: 'two dots',
    path: '/items/{id}/x',
    parameters: [id],
    texts: [['path', 'id', '..']],
    url: '/items/../x',
    codes: ['path-dots'],
  },
  {
    name: 'three dots are a name',
    path: '/items/{id}',
    parameters: [id],
    texts: [['path', 'id', '...']],
    url: '/items/...',
  },
  {
    name: 'a dot before a dot',
    path: '/items/.{id}',
    parameters: [id],
    texts: [['path', 'id', '.']],
    url: '/items/..',
    codes: ['path-dots'],
  },
  {
    name: 'a label of one dot',
    path: '/items/{id}',
    parameters: [makeParameter('path', 'id', { style: 'label' })],
    texts: [['path', 'id', '.']],
    url: '/items/..',
    codes: ['path-dots'],
  },
  {
    name: 'a label of nothing',
    path: '/items/{id}',
    parameters: [makeParameter('path', 'id', { style: 'label' })],
    texts: [['path', 'id', '']],
    url: '/items/.',
    codes: ['path-dots'],
  },
  {
    name: 'dots in triples',
    path: '/items/{id}/x',
    parameters: [makeParameter('path', 'id', { allowReserved: true })],
    texts: [['path', 'id', '%2e%2E']],
    url: '/items/../x',
    codes: ['path-dots'],
  },
  {
    name: 'dots behind a suffix',
    path: '/items/{id}.json',
    parameters: [id],
    texts: [['path', 'id', '..']],
    url: '/items/...json',
  },
  {
    name: 'queries in order',
    path: '/items',
    parameters: [makeParameter('query', 'b'), makeParameter('query', 'a')],
    texts: [
      ['query', 'a', 1],
      ['query', 'b', [2, 3]],
    ],
    url: '/items?b=2&b=3&a=1',
  },
  {
    name: 'a query that is left out leaves no mark',
    path: '/items',
    parameters: [makeParameter('query', 'a')],
    texts: [['query', 'a', []]],
    url: '/items',
  },
  {
    name: 'a path with a query of its own',
    path: '/items?action=list',
    parameters: [makeParameter('query', 'a')],
    texts: [['query', 'a', 1]],
    url: '/items?action=list&a=1',
  },
  { name: 'a fragment never goes over the wire', path: '/items#x', url: '/items' },
  {
    name: 'literal text is spelt as clients send it',
    path: "/it's [x]|^/%7e%2fé",
    url: "/it's%20%5Bx%5D%7C%5E/~%2F%C3%A9",
  },
  { name: 'literal dots are resolved as clients do', path: '/a/../b/./c', url: '/b/c' },
  {
    name: 'a missing query value',
    path: '/items',
    parameters: [makeParameter('query', 'a', { required: true })],
    url: '/items',
    codes: ['required-missing'],
  },
  {
    name: 'a value without a form',
    path: '/items',
    parameters: [makeParameter('query', 'a', { required: true, style: 'deepObject' })],
    texts: [['query', 'a', [1]]],
    url: '/items',
    codes: ['no-form-for-shape'],
  },
  { name: 'an unknown parameter is not sent', path: '/items', texts: [['query', 'a', 1]], url: '/items' },
];

describe('the URL', () => {
  it.each(URLS)('$name', ({ path, parameters = [], texts = [], url, codes = [] }) => {
    const { request, problems } = buildRequest(makeApi(), makeOperation({ path, parameters }), makeValues({ texts }));
    expect({ url: request.url, codes: problems.map(({ code }) => code) }).toEqual({
      url: `https://api.example.com${url}`,
      codes,
    });
  });

  it('takes the chosen server, and the base for a relative one', () => {
    const servers = [
      { url: 'https://a.example', variables: [] },
      { url: '/v2/', variables: [] },
    ];
    const operation = makeOperation({ servers });
    const urlOf = (server: number): string =>
      buildRequest(makeApi(), operation, makeValues({ server }), { base: 'https://docs.example/x' }).request.url;
    expect([0, 1, 9].map(urlOf)).toEqual([
      'https://a.example/items',
      'https://docs.example/v2/items',
      'https://a.example/items',
    ]);
  });
});

describe('headers', () => {
  const body = { mediaType: 'application/json', text: '{}' };
  const operation = makeOperation({
    method: 'POST',
    security: [{ schemes: [{ id: 'apiKey', scopes: [] }] }],
    requestBody: { required: true, content: types('application/json') },
    parameters: [
      makeParameter('header', 'X-One'),
      makeParameter('header', 'accept'),
      makeParameter('header', 'Content-Type'),
      makeParameter('header', 'Authorization'),
      makeParameter('header', 'content-length', { required: true }),
      makeParameter('header', 'Transfer-Encoding'),
      makeParameter('header', 'API-KEY'),
      makeParameter('cookie', 'c'),
      makeParameter('cookie', 'd'),
    ],
    responses: [{ status: '200', headers: [], content: types('application/xml') }],
  });
  it('come in order; those described elsewhere are passed over', () => {
    const texts = operation.parameters.map(({ in: place, name }) => [place, name, ' v '] as const);
    const { request, problems } = buildRequest(makeApi(KEY), operation, makeValues({ texts, body }));
    expect(problems).toEqual([]);
    expect(request.headers).toEqual([
      { name: 'Accept', value: 'application/xml' },
      { name: 'Content-Type', value: 'application/json' },
      { name: 'api-key', prefix: '', credential: { scheme: 'apiKey', form: 'raw', variable: 'APIGPT_API_KEY' } },
      { name: 'X-One', value: 'v' },
      { name: 'Cookie', value: 'c=%20v%20; d=%20v%20' },
    ]);
  });

  it('have one Cookie, also where a parameter is called so', () => {
    const parameters = [makeParameter('cookie', 'c'), makeParameter('header', 'cookie')];
    const texts = [['cookie', 'c', 'v'] as const, ['header', 'cookie', ' a=b '] as const];
    const { request } = buildRequest(makeApi(KEY), makeOperation({ parameters }), makeValues({ texts }));
    expect(request.headers).toEqual([{ name: 'Cookie', value: 'c=v; a=b' }]);
  });

  it.each([
    { name: 'CR LF', header: 'X', text: 'a\r\nEvil: 1', code: 'header-value' },
    { name: 'LF', header: 'X', text: 'a\nb', code: 'header-value' },
    { name: 'NUL', header: 'X', text: 'a\0b', code: 'header-value' },
    { name: 'past Latin-1', header: 'X', text: '你好', code: 'header-value' },
    { name: 'DEL', header: 'X', text: '\u007f', code: 'header-value' },
    { name: 'a name with a space', header: 'X Y', text: 'a', code: 'header-name' },
    { name: 'a name with CR LF', header: 'X\r\nEvil: 1', text: 'a', code: 'header-name' },
    { name: 'a name that curl would read as a file', header: '@/etc/passwd', text: 'a', code: 'header-name' },
    { name: 'no name', header: '', text: 'a', code: 'header-name' },
  ])('refuse $name, and leave it out', ({ header, text, code }) => {
    const given = makeOperation({ parameters: [makeParameter('header', header)] });
    const { request, problems } = buildRequest(makeApi(), given, makeValues({ texts: [['header', header, text]] }));
    const found = code === 'header-name' ? { found: header } : {};
    expect(problems).toMatchObject([{ code, field: { kind: 'parameter', in: 'header', name: header }, ...found }]);
    expect(request.headers).toEqual([]);
  });

  it('refuse what a description could put into names and types', () => {
    const schemes: SecurityScheme[] = [
      { id: 'a', deprecated: false, kind: 'apiKey', in: 'header', name: 'X\r\nEvil' },
      { id: 'b', deprecated: false, kind: 'apiKey', in: 'cookie', name: 'c\r\nEvil: ' },
      { id: 'c', deprecated: false, kind: 'http', scheme: 'X\nEvil' },
    ];
    const security = [{ schemes: schemes.map(({ id: name }) => ({ id: name, scopes: [] })) }];
    const given = { mediaType: 'text/plain\r\nEvil: 1', text: '' };
    const { request, problems } = buildRequest(
      makeApi(...schemes),
      makeOperation({ method: 'POST', security }),
      makeValues({ body: given }),
    );
    expect(request.headers).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['header-value', 'header-name', 'header-value', 'header-value']);
  });

  it('let Latin-1 through, and refuse a cookie that would split the header', () => {
    const parameters = [makeParameter('header', 'X'), makeParameter('cookie', 'c', { style: 'cookie' })];
    const texts = [
      ['header', 'X', 'é\tÿ'],
      ['cookie', 'c', 'a\r\nb'],
    ] as const;
    const { request, problems } = buildRequest(makeApi(), makeOperation({ parameters }), makeValues({ texts }));
    expect(request.headers).toEqual([{ name: 'X', value: 'é\tÿ' }]);
    expect(problems).toMatchObject([{ code: 'header-value', field: { in: 'cookie', name: 'c' } }]);
  });
});

describe('Accept and streams', () => {
  const both = ['application/json', 'text/event-stream'];
  it.each([
    { name: 'plain JSON says nothing', answers: ['application/json'], body: '{}', want: [undefined, false, true] },
    { name: 'no content', answers: [], body: '{}', want: [undefined, false, false] },
    { name: 'another type', answers: ['text/csv'], body: '{}', want: ['text/csv', false, false] },
    {
      name: 'a vendor type is JSON',
      answers: ['application/vnd.x+json'],
      body: '{}',
      want: ['application/vnd.x+json', false, true],
    },
    { name: 'the whole answer of two', answers: both, body: '{}', want: ['application/json', false, true] },
    {
      name: 'the stream when the body asks',
      answers: both,
      body: '{"stream": true}',
      want: ['text/event-stream', true, false],
    },
    {
      name: 'not when it says false',
      answers: both,
      body: '{"stream": false}',
      want: ['application/json', false, true],
    },
    { name: 'not for a text', answers: both, body: '{"stream": "true"}', want: ['application/json', false, true] },
    {
      name: 'not deep inside',
      answers: both,
      body: '{"a": {"stream": true}}',
      want: ['application/json', false, true],
    },
    { name: 'not in a broken body', answers: both, body: '{"stream": true', want: ['application/json', false, true] },
    {
      name: 'the order of the two does not matter',
      answers: [...both].reverse(),
      body: '{}',
      want: ['application/json', false, true],
    },
    {
      name: 'an only answer that streams',
      answers: ['application/jsonl'],
      body: '{}',
      want: ['application/jsonl', true, false],
    },
    {
      name: 'stream without such an answer',
      answers: ['application/json'],
      body: '{"stream": true}',
      want: [undefined, false, true],
    },
  ])('$name', ({ answers, body, want }) => {
    const operation = makeOperation({
      method: 'POST',
      responses: [
        { status: '200', headers: [], content: types(...answers) },
        { status: '400', headers: [], content: types('text/plain') },
      ],
    });
    const { request } = buildRequest(
      makeApi(),
      operation,
      makeValues({ body: { mediaType: 'application/json', text: body } }),
    );
    const accept = request.headers.find(({ name }) => name === 'Accept');
    expect([
      accept && 'value' in accept ? accept.value : undefined,
      request.stream,
      request.answersJson ?? false,
    ]).toEqual(want);
  });

  it('takes `default` where no answer means success, and 2XX', () => {
    const accepts = (status: string): unknown[] =>
      buildRequest(
        makeApi(),
        makeOperation({ responses: [{ status, headers: [], content: types('text/csv') }] }),
        makeValues(),
      ).request.headers.map((header) => 'value' in header && header.value);
    expect([accepts('default'), accepts('2XX'), accepts('404')]).toEqual([['text/csv'], ['text/csv'], []]);
  });
});

describe('body and method', () => {
  const requestBody = { required: true, content: types('application/json') };
  it.each([
    { name: 'a missing body', body: undefined, code: 'required-missing', found: undefined },
    {
      name: 'broken JSON',
      body: { mediaType: 'application/json', text: '{\n  "a": }' },
      code: 'not-json',
      found: '2:8',
    },
    {
      name: 'an empty body',
      body: { mediaType: 'application/problem+json; charset=utf-8', text: '' },
      code: 'not-json',
      found: '1:1',
    },
  ])('refuses $name', ({ body, code, found }) => {
    const { problems } = buildRequest(
      makeApi(),
      makeOperation({ method: 'POST', requestBody }),
      makeValues({ ...(body ? { body } : {}) }),
    );
    expect(problems).toEqual([{ kind: 'problem', code, field: { kind: 'body' }, ...(found ? { found } : {}) }]);
  });

  it('sends text as it stands, with the half of a surrogate pair replaced', () => {
    const body = { mediaType: 'text/plain', text: ' {not json} \ud83d\r\n' };
    const { request, problems } = buildRequest(makeApi(), makeOperation({ method: 'POST' }), makeValues({ body }));
    expect([problems, request.body]).toMatchObject([[], { text: ' {not json} \ufffd\r\n' }]);
  });

  it('refuses a method that is no token', () => {
    const { problems } = buildRequest(makeApi(), makeOperation({ method: 'GET /\r\n' }), makeValues());
    expect(problems).toMatchObject([{ code: 'method-forbidden', field: { kind: 'method' } }]);
  });
});

describe('credentials', () => {
  const schemes: readonly SecurityScheme[] = [
    KEY,
    { id: 'appId', deprecated: false, kind: 'apiKey', in: 'header', name: 'X-App' },
    { id: 'named', deprecated: false, kind: 'http', scheme: 'bearer', variable: 'MY_TOKEN' },
    { id: 'inQuery', deprecated: false, kind: 'apiKey', in: 'query', name: 'a key' },
    { id: 'inCookie', deprecated: false, kind: 'apiKey', in: 'cookie', name: 'sid' },
    { id: 'inCookieToo', deprecated: false, kind: 'apiKey', in: 'cookie', name: 'csrf' },
    { id: 'wholeCookie', deprecated: false, kind: 'apiKey', in: 'header', name: 'cookie' },
    { id: 'basic', deprecated: false, kind: 'http', scheme: 'BASIC' },
    { id: 'bearer', deprecated: false, kind: 'http', scheme: 'bearer' },
    { id: 'digest', deprecated: false, kind: 'http', scheme: 'Digest' },
    { id: 'oauth', deprecated: false, kind: 'oauth2', flows: [] },
    { id: 'tls', deprecated: false, kind: 'mutualTLS' },
  ];
  const build = (...ids: string[]): ReturnType<typeof buildRequest>['request'] => {
    const security = [{ schemes: ids.map((name) => ({ id: name, scopes: [] })) }];
    const parameters = [makeParameter('cookie', 'c')];
    return buildRequest(
      makeApi(...schemes),
      makeOperation({ security, parameters }),
      makeValues({ texts: [['cookie', 'c', 1]] }),
    ).request;
  };
  const cookie = { name: 'Cookie', value: 'c=1' };

  it.each([
    { ids: ['bearer'], name: 'Authorization', prefix: 'Bearer ', form: 'raw', variable: 'APIGPT_TOKEN' },
    { ids: ['named'], name: 'Authorization', prefix: 'Bearer ', form: 'raw', variable: 'MY_TOKEN' },
    { ids: ['oauth'], name: 'Authorization', prefix: 'Bearer ', form: 'raw', variable: 'APIGPT_TOKEN' },
    { ids: ['basic'], name: 'Authorization', prefix: 'Basic ', form: 'basic', variable: 'APIGPT_BASIC_AUTH' },
    { ids: ['digest'], name: 'Authorization', prefix: 'Digest ', form: 'raw', variable: 'APIGPT_TOKEN' },
    { ids: ['apiKey'], name: 'api-key', prefix: '', form: 'raw', variable: 'APIGPT_API_KEY' },
  ])('$ids', ({ ids, name, prefix, form, variable }) => {
    expect(build(...ids).headers).toEqual([{ name, prefix, credential: { scheme: ids[0], form, variable } }, cookie]);
  });

  it('a key in the query is not in the URL', () => {
    const request = build('inQuery');
    expect(request.url).toBe('https://api.example.com/items');
    expect(request.queryCredentials).toEqual([
      { name: 'a key', credential: { scheme: 'inQuery', form: 'raw', variable: 'APIGPT_API_KEY' } },
    ]);
  });

  it('keys in cookies share the one line with each other and with parameters', () => {
    const headers = build('inCookie', 'inCookieToo', 'wholeCookie').headers;
    const secret = (prefix: string, scheme: string): object => ({
      prefix,
      credential: { scheme, form: 'raw', variable: `APIGPT_${scheme.toUpperCase()}` },
    });
    expect(headers).toEqual([
      {
        name: 'Cookie',
        ...secret('c=1; sid=', 'inCookie'),
        more: [secret('; csrf=', 'inCookieToo'), secret('; ', 'wholeCookie')],
      },
    ]);
  });

  it('a key in a cookie stands after the others', () => {
    expect(build('inCookie').headers).toEqual([
      {
        name: 'Cookie',
        prefix: 'c=1; sid=',
        credential: { scheme: 'inCookie', form: 'raw', variable: 'APIGPT_API_KEY' },
      },
    ]);
  });

  it.each([
    { id: 'apiKey', place: 'header', name: 'API-Key' },
    { id: 'inQuery', place: 'query', name: 'a key' },
    { id: 'inCookie', place: 'cookie', name: 'sid' },
  ] as const)('$id is sent once where a parameter is called so too', ({ id, place, name }) => {
    const security = [{ schemes: [{ id, scopes: [] }] }];
    const operation = makeOperation({ security, parameters: [makeParameter(place, name, { required: true })] });
    const given = buildRequest(makeApi(...schemes), operation, makeValues({ texts: [[place, name, 'x']] }));
    const bare = buildRequest(makeApi(...schemes), makeOperation({ security }), makeValues({}));
    expect([given, buildRequest(makeApi(...schemes), operation, makeValues({}))]).toEqual([bare, bare]);
  });

  it('two keys are told apart by their schemes', () => {
    const variables = build('apiKey', 'appId', 'bearer').headers.flatMap((header) =>
      'credential' in header ? header.credential.variable : [],
    );
    expect(variables).toEqual(['APIGPT_APIKEY', 'APIGPT_APPID', 'APIGPT_TOKEN']);
    expect(build('tls', 'bearer').headers).toEqual(build('bearer').headers);
  });

  it('none for mutual TLS, an undeclared scheme, or the choice of none', () => {
    expect(build('tls', 'nobody').headers).toEqual([cookie]);
    const operation = makeOperation({ security: [{ schemes: [{ id: 'apiKey', scopes: [] }] }] });
    expect(buildRequest(makeApi(KEY), operation, makeValues({ security: -1 })).request.headers).toEqual([]);
  });

  it('names variables as every shell takes them', () => {
    const variable = (apiId: string): unknown => {
      const operation = makeOperation({ security: [{ schemes: [{ id: 'apiKey', scopes: [] }] }] });
      const [header] = buildRequest({ ...makeApi(KEY), id: apiId }, operation, makeValues()).request.headers;
      return header && 'credential' in header && header.credential.variable;
    };
    expect(['pets', 'shop/v1', 'my-api.x', '3d', '宠物'].map(variable)).toEqual([
      'PETS_API_KEY',
      'SHOP_V1_API_KEY',
      'MY_API_X_API_KEY',
      'API_3D_API_KEY',
      'API_KEY',
    ]);
  });
});
