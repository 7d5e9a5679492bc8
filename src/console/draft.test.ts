import { describe, expect, it } from 'vitest';
import type { Operation } from '../model/operation.ts';
import { adaptAction, typedActions } from './draft.ts';
import { type FormAction, type FormState, initialState, reduce } from './state.ts';

const examples = ['plain', 'stream'].map((name) => ({ name, mediaType: 'application/json', text: `"${name}"` }));

const parameter = (name: string) => ({ in: 'query', name, required: false, deprecated: false }) as const;

/** Two servers, the second with a variable, and the parameters of these names. */
function operation(...names: string[]): Operation {
  const variables = [{ name: 'region', default: 'eu' }];
  return {
    key: 'a',
    method: 'POST',
    path: '/a',
    deprecated: false,
    tags: [],
    servers: [
      { url: 'https://a.example', variables: [] },
      { url: 'https://{region}.example', variables },
    ],
    security: [[], []] as never,
    parameters: names.map(parameter) as never,
    responses: [],
  };
}

const start = (): FormState =>
  initialState(
    {
      server: 0,
      serverVariables: [],
      parameters: [
        { in: 'query', name: 'id', value: '"a"' },
        { in: 'query', name: 'size', value: '1' },
      ],
      body: { mediaType: 'application/json', text: '"plain"' },
      security: 0,
    },
    examples,
    undefined,
  );

const typed: FormAction[] = [
  { kind: 'choose-target', target: 'server', server: 1 },
  { kind: 'set-server-variable', name: 'region', value: 'us' },
  { kind: 'set-parameter', in: 'query', name: 'id', value: '"b"' },
  { kind: 'set-parameter', in: 'query', name: 'size' },
  { kind: 'choose-security', security: 1 },
  { kind: 'edit-body', text: 'one' },
  { kind: 'choose-body', choice: { kind: 'example', name: 'stream' } },
  { kind: 'edit-body', text: 'two' },
  { kind: 'choose-body', choice: { kind: 'draft', id: 1 } },
];

function fillAgain(from: FormState, actions: readonly FormAction[], anew: Operation): FormState {
  return actions.reduce((form, action) => {
    const meant = adaptAction(action, anew, form);
    return meant ? reduce(form, meant) : form;
  }, from);
}

describe('what was typed', () => {
  it('is nothing in a form as it began', () => {
    expect(typedActions(start(), start())).toEqual([]);
  });

  it('makes the same form again, after a way through JSON', () => {
    const now = typed.reduce(reduce, start());
    const kept: FormAction[] = JSON.parse(JSON.stringify(typedActions(start(), now)));
    expect(fillAgain(start(), kept, operation('id', 'size'))).toEqual(now);
  });

  it('is left out where the description has no place for it any more', () => {
    const kept = typedActions(start(), typed.reduce(reduce, start()));
    const anew: Operation = { ...operation('size'), servers: operation().servers.slice(0, 1), security: [] };
    const form = fillAgain({ ...start(), examples: examples.slice(0, 1) }, kept, anew);
    expect(form.target).toBe('in-page');
    expect(form.values).toMatchObject({ server: 0, serverVariables: [], security: 0 });
    expect(form.values.parameters).toEqual([{ in: 'query', name: 'id', value: '"a"' }]);
    expect(form.values.body?.text).toBe('one');
    // Nothing that was written is lost with the example it was written over.
    expect(form.drafts.map(({ from, body }) => `${from}: ${body.text}`)).toEqual(['plain: one', 'plain: two']);
  });
});
