import { describe, expect, it } from 'vitest';
import type { Api } from '../model/api.ts';
import type { Operation } from '../model/operation.ts';
import type { Parameter } from '../model/parameter.ts';
import { givenValues } from '../request/given.ts';
import { NOTHING_SHARED, type SharedValues, withShared } from '../request/shared-values.ts';
import { changedTexts, fieldText, type SharedForm, setField } from './shared-fields.ts';
import { sharedActions } from './shared-form.ts';
import { initialState, reduce } from './state.ts';

const plain: Omit<Parameter, 'in' | 'name' | 'schema'> = {
  required: false,
  deprecated: false,
  style: 'simple',
  explode: false,
  allowReserved: false,
  allowEmptyValue: false,
  examples: [],
  shared: true,
};

const operation: Operation = {
  key: 'a',
  method: 'GET',
  path: '/{workspace}/tasks',
  deprecated: false,
  tags: [],
  servers: [
    { url: 'https://{region}.a.example', variables: [{ name: 'region', default: 'us', enum: ['us', 'eu'] }] },
    { url: 'https://{host}.test.example', variables: [{ name: 'host', default: 'sandbox', enum: [] }] },
  ],
  security: [],
  parameters: [
    { ...plain, in: 'path', name: 'workspace', required: true, examples: [{ name: 'default', value: '"acme"' }] },
    { ...plain, in: 'header', name: 'X-Level', schema: { types: ['integer'] } },
    { ...plain, in: 'query', name: 'beta', schema: { types: ['boolean'] } },
  ],
  responses: [],
};

const api: Api = {
  id: 'a',
  title: 'A',
  version: '1',
  servers: operation.servers,
  tags: [],
  operations: [operation],
  securitySchemes: [],
  schemas: {},
};
const given = givenValues(api, operation);
const form: SharedForm = { api, operation, given };

/** Sets one field after the other; `refused` where one can't be. */
function typed(fields: readonly (readonly [key: string, text: string])[]): SharedValues | 'refused' {
  return fields.reduce<SharedValues | 'refused'>(
    (shared, [key, text]) => (shared === 'refused' ? shared : (setField(form, shared, key, text) ?? 'refused')),
    NOTHING_SHARED,
  );
}

const valuesOf = (shared: SharedValues | 'refused') =>
  withShared({}, operation, given, shared === 'refused' ? NOTHING_SHARED : shared);

describe('a field of the bar', () => {
  it.each([
    ['server', '1', ['{host}.test.example']],
    ['variable region', 'eu', ['eu']],
    ['path workspace', 'a b', ['a b']],
    ['header X-Level', '3', ['3']],
    ['query beta', 'true', ['true']],
  ])('%s takes %s', (key, text, want) => {
    const values = valuesOf(typed([[key, text]]));
    expect(fieldText(form, values, key)).toBe(text);
    expect(changedTexts(form, given, values)).toEqual(want);
  });

  it.each([
    ['server', '7'],
    ['variable region', 'mars'],
    ['path workspace', '..'],
    ['header X-Level', 'high'],
    ['query beta', 'maybe'],
    ['query unknown', 'x'],
  ])('%s refuses %s', (key, text) => {
    expect(typed([[key, text]])).toBe('refused');
  });

  it.each([
    ['variable region', 'eu', 'us'],
    ['path workspace', 'mine', 'acme'],
    ['header X-Level', '3', ''],
    ['query beta', 'true', ''],
  ])('%s that is emptied has its default again', (key, text, want) => {
    const emptied = typed([
      [key, text],
      [key, ''],
    ]);
    expect(emptied).toEqual(NOTHING_SHARED);
    expect(fieldText(form, valuesOf(emptied), key)).toBe(want);
  });

  it('of another server has what was set for it', () => {
    const shared = typed([
      ['variable region', 'eu'],
      ['server', '1'],
      ['variable host', 'mine'],
    ]);
    expect(valuesOf(shared)).toMatchObject({ server: 1, serverVariables: [{ name: 'host', value: 'mine' }] });
    expect(changedTexts(form, given, valuesOf(shared))).toEqual(['{host}.test.example', 'mine']);
  });
});

it('what is left out goes by its name', () => {
  const before = valuesOf(typed([['header X-Level', '3']]));
  expect(changedTexts(form, before, given)).toEqual(['X-Level']);
});

describe('a form of the console', () => {
  const formAfter = (actions: ReturnType<typeof sharedActions>) =>
    actions.reduce(reduce, initialState(given, [], undefined)).values;

  it('goes to what is shared, and back', () => {
    const after = valuesOf(
      typed([
        ['server', '1'],
        ['variable host', 'mine'],
        ['path workspace', 'zebra'],
        ['header X-Level', '3'],
      ]),
    );
    const state = initialState(given, [], undefined);
    const there = sharedActions(operation, given, after, state);
    expect(formAfter(there)).toMatchObject({ server: 1, serverVariables: after.serverVariables });
    const back = [...there, ...sharedActions(operation, after, given, state)];
    expect(formAfter(back)).toMatchObject({ server: 0, serverVariables: [] });
    expect(formAfter(back).parameters).toEqual(given.parameters);
  });

  it('is left alone by what stays', () => {
    expect(sharedActions(operation, given, given, initialState(given, [], undefined))).toEqual([]);
  });
});
