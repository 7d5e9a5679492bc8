import { describe, expect, it } from 'vitest';
import type { Operation } from '../model/operation.ts';
import type { Parameter, ParameterIn } from '../model/parameter.ts';
import type { Schema } from '../model/schema-object.ts';
import {
  NOTHING_SHARED,
  parseShared,
  printShared,
  type SharedValues,
  shareValues,
  withShared,
} from './shared-values.ts';
import type { RequestValues } from './values.ts';

const US = 'https://{region}.a.example/{base}';
const TEST = 'https://{host}.test.example';

function shared(place: ParameterIn, name: string, schema: Schema, example?: string): Parameter {
  return {
    in: place,
    name,
    required: example !== undefined,
    deprecated: false,
    style: 'simple',
    explode: false,
    allowReserved: false,
    allowEmptyValue: false,
    schema,
    examples: example === undefined ? [] : [{ name: 'default', value: example }],
    shared: true,
  };
}

const operation: Operation = {
  key: 'a',
  method: 'GET',
  path: '/{deployment}/chat',
  deprecated: false,
  tags: [],
  servers: [
    {
      url: US,
      variables: [
        { name: 'region', default: 'us', enum: ['us', 'eu'] },
        { name: 'base', default: 'v1', enum: [] },
      ],
    },
    { url: TEST, variables: [{ name: 'host', default: 'sandbox', enum: [] }] },
  ],
  security: [],
  parameters: [
    shared('path', 'deployment', { types: ['string'] }, '"gpt"'),
    shared('query', 'version', { types: ['string'], default: '"2023"' }),
    shared('header', 'X-Level', { types: ['integer'] }),
    shared('query', 'kind', { enum: ['"a"', '"b"'] }),
    { ...shared('query', 'limit', {}), shared: false },
  ],
  responses: [],
};

const given: RequestValues = {
  server: 0,
  serverVariables: [],
  parameters: [{ in: 'path', name: 'deployment', value: '"gpt"' }],
  security: -1,
};

const set = (part: Partial<SharedValues>): SharedValues => ({ ...NOTHING_SHARED, ...part });
const of = (place: ParameterIn, name: string, before: string, value: string): SharedValues =>
  set({ parameters: [{ in: place, name, before, value }] });
const applied = (values: SharedValues): RequestValues => withShared({}, operation, given, values);

describe('values in an operation', () => {
  it('are as given where nothing is shared', () => {
    expect(applied(NOTHING_SHARED)).toEqual(given);
  });

  it.each([
    ['the path', of('path', 'deployment', '"gpt"', '"gpt-4o"'), '"gpt-4o"', 'deployment'],
    ['a query that was left out', of('query', 'version', '"2023"', '"2024"'), '"2024"', 'version'],
    ['a number', of('header', 'X-Level', '', '3'), '3', 'X-Level'],
    ['a choice', of('query', 'kind', '', '"b"'), '"b"', 'kind'],
  ])('take the shared one in %s', (_, values, want, name) => {
    expect(applied(values).parameters.filter((one) => one.name === name)).toEqual([
      expect.objectContaining({ value: want }),
    ]);
  });

  it.each<[string, SharedValues]>([
    ['for another value than the operation has', of('path', 'deployment', '"embedding"', '"mine"')],
    ['for a parameter that isn’t shared', of('query', 'limit', '', '5')],
    ['for one it doesn’t have', of('query', 'nothing', '', '"x"')],
    ['outside of the choices', of('query', 'kind', '', '"c"')],
    ['that is text for a number', of('header', 'X-Level', '', '"high"')],
    ['that is a list', of('query', 'version', '"2023"', '["2024"]')],
    ['with a line break', of('query', 'version', '"2023"', '"a\\nb"')],
    ['that is empty in a path', of('path', 'deployment', '"gpt"', '""')],
    ['that leads up in a path', of('path', 'deployment', '"gpt"', '".."')],
    ['that is no JSON', of('path', 'deployment', '"gpt"', 'gpt')],
    ['that is very long', of('path', 'deployment', '"gpt"', JSON.stringify('x'.repeat(501)))],
    ['for the server, of another API', set({ server: 'https://evil.example' })],
    ['for a region that isn’t one', set({ variables: [{ name: 'region', value: 'mars' }] })],
    ...['a/b', 'a?b', 'a#b', 'a@b', 'a\\b', 'a b', 'a\u0000b', 'a\u202eb'].map((value): [string, SharedValues] => [
      `“${value}” for a free part of the URL`,
      set({ variables: [{ name: 'base', value }] }),
    ]),
  ])('stay where one is kept %s', (_, values) => {
    expect(applied(values)).toEqual(given);
  });

  it('take the server by its template, and its variables by their name', () => {
    const values = applied(
      set({
        server: TEST,
        variables: [
          { name: 'host', value: 'mine' },
          { name: 'region', value: 'eu' },
        ],
      }),
    );
    expect(values).toMatchObject({ server: 1, serverVariables: [{ name: 'host', value: 'mine' }] });
  });

  it('take no variable that may be a secret, and keep none', () => {
    const [first] = operation.servers;
    const server = { url: 'https://api.example/bot{token}', variables: [{ name: 'token', default: '0', enum: [] }] };
    const bot: Operation = { ...operation, servers: first ? [server, first] : [server] };
    const serverVariables = [{ name: 'token', value: 'mine' }];
    expect(withShared({}, bot, given, set({ variables: serverVariables })).serverVariables).toEqual([]);
    const kept = shareValues({}, bot, given, { ...given, serverVariables }, NOTHING_SHARED);
    expect(kept.variables).toEqual([]);
  });

  it('refuse a variable that makes no host', () => {
    expect(applied(set({ server: TEST, variables: [{ name: 'host', value: 'a%b' }] })).serverVariables).toEqual([]);
  });
});

describe('sharing the values of an operation', () => {
  const others = set({
    variables: [{ name: 'zone', value: 'z' }],
    parameters: [{ in: 'path', name: 'deployment', before: '"embedding"', value: '"mine"' }],
  });

  it('keeps what differs, and what other operations have', () => {
    const values: RequestValues = {
      ...given,
      server: 0,
      serverVariables: [
        { name: 'region', value: 'eu' },
        { name: 'base', value: 'v1' },
      ],
      parameters: [
        { in: 'path', name: 'deployment', value: '"gpt-4o"' },
        { in: 'query', name: 'limit', value: '5' },
      ],
    };
    expect(shareValues({}, operation, given, values, others)).toEqual({
      variables: [
        { name: 'zone', value: 'z' },
        { name: 'region', value: 'eu' },
      ],
      parameters: [
        { in: 'path', name: 'deployment', before: '"embedding"', value: '"mine"' },
        { in: 'path', name: 'deployment', before: '"gpt"', value: '"gpt-4o"' },
      ],
    });
  });

  it('takes back what is as it was', () => {
    const kept = shareValues({}, operation, given, { ...given, server: 1 }, others);
    expect(kept.server).toBe(TEST);
    expect(shareValues({}, operation, given, given, kept)).toEqual(others);
  });

  it('leaves out what can’t be used', () => {
    const values = { ...given, serverVariables: [{ name: 'base', value: '../up' }] };
    expect(shareValues({}, operation, given, values, NOTHING_SHARED)).toEqual(NOTHING_SHARED);
  });
});

describe('what is kept', () => {
  const values = set({
    server: TEST,
    variables: [{ name: 'host', value: 'mine' }],
    parameters: [{ in: 'path', name: 'deployment', before: '"gpt"', value: '"gpt-4o"' }],
  });

  it('is read as it was written', () => {
    expect(parseShared(printShared(values))).toEqual(values);
  });

  it.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['another form', printShared(values).replace('"form":1', '"form":2')],
    ['something endless', printShared(set({ server: 'x'.repeat(20_000) }))],
    ['wrong members', '{"form":1,"server":1,"variables":{},"parameters":[1,null,{"in":"body"}]}'],
    [
      'no values',
      '{"form":1,"variables":[{"name":"a"}],"parameters":[{"in":"path","name":"a","before":"","value":"x"}]}',
    ],
    ['a cookie', '{"form":1,"parameters":[{"in":"cookie","name":"a","before":"","value":"1"}]}'],
  ])('is dropped where it is %s', (_, text) => {
    expect(parseShared(text)).toEqual(NOTHING_SHARED);
  });

  it('has no other member', () => {
    const parsed = parseShared(
      '{"form":1,"__proto__":{"server":"x"},"key":"secret","variables":[{"name":"a","value":"b","more":1}]}',
    );
    expect(parsed).toEqual({ variables: [{ name: 'a', value: 'b' }], parameters: [] });
  });
});
