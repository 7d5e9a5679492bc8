import { describe, expect, it } from 'vitest';
import { type BodyChoice, type FormAction, type FormState, initialState, reduce } from './state.ts';

const examples = [
  { name: 'plain', mediaType: 'application/json', text: '{"n": 1}' },
  { name: 'stream', mediaType: 'application/json', text: '{"stream": true}' },
];

const start = (): FormState =>
  initialState(
    {
      server: 0,
      serverVariables: [],
      parameters: [{ in: 'path', name: 'id', value: '"a"' }],
      body: { mediaType: 'application/json', text: '{"n": 1}' },
      security: 0,
    },
    examples,
    undefined,
  );

const after = (...actions: FormAction[]): FormState => actions.reduce(reduce, start());
const edit = (text: string): FormAction => ({ kind: 'edit-body', text });
const choose = (choice: BodyChoice): FormAction => ({ kind: 'choose-body', choice });
const example = (name: string): FormAction => choose({ kind: 'example', name });
const draft = (id: number): FormAction => choose({ kind: 'draft', id });

describe('the body', () => {
  it('starts with the example asked for, or the first', () => {
    expect(start().choice).toEqual({ kind: 'example', name: 'plain' });
    expect(initialState(start().values, examples, 'stream').choice).toEqual({ kind: 'example', name: 'stream' });
    expect(initialState(start().values, examples, 'gone').choice).toEqual({ kind: 'example', name: 'plain' });
    const { body: _, ...bodiless } = start().values;
    expect(initialState(bodiless, [], undefined).choice).toEqual({ kind: 'none' });
  });

  it('becomes a draft with the first edit and stays that draft', () => {
    const state = after(edit('{"n": 12'), edit('{"n": 12}'));
    expect(state.choice).toEqual({ kind: 'draft', id: 1 });
    expect(state.drafts).toEqual([
      { id: 1, from: 'plain', body: { mediaType: 'application/json', text: '{"n": 12}' } },
    ]);
    expect(state.values.body?.text).toBe('{"n": 12}');
  });

  it('loses no edit when another example is looked at', () => {
    const looked = after(edit('mine'), example('stream'));
    expect(looked.values.body?.text).toBe('{"stream": true}');
    expect(reduce(looked, draft(1)).values.body?.text).toBe('mine');
  });

  it('keeps the edits of each example, and a second edit of the same', () => {
    const state = after(edit('one'), example('stream'), edit('two'), example('plain'), edit('three'));
    expect(state.drafts.map(({ from, body }) => `${from}: ${body.text}`)).toEqual([
      'plain: one',
      'stream: two',
      'plain: three',
    ]);
    expect(reduce(state, draft(2)).values.body?.text).toBe('two');
  });

  it('can be left out and comes back', () => {
    const none = after(edit('mine'), choose({ kind: 'none' }));
    expect('body' in none.values).toBe(false);
    expect(reduce(none, edit('x'))).toBe(none);
    expect(reduce(none, draft(1)).values.body?.text).toBe('mine');
  });

  it('makes no draft when nothing changed', () => {
    expect(after(edit('{"n": 1}')).drafts).toEqual([]);
  });
});

describe('the other fields', () => {
  it('sets, adds and leaves out parameters, keeping their order', () => {
    const state = after(
      { kind: 'set-parameter', in: 'query', name: 'id', value: '1' },
      { kind: 'set-parameter', in: 'path', name: 'id', value: '"b"' },
    );
    expect(state.values.parameters).toEqual([
      { in: 'path', name: 'id', value: '"b"' },
      { in: 'query', name: 'id', value: '1' },
    ]);
    expect(reduce(state, { kind: 'set-parameter', in: 'path', name: 'id' }).values.parameters).toEqual([
      { in: 'query', name: 'id', value: '1' },
    ]);
  });

  it('is who the page begins with', () => {
    expect(start().target).toBe('in-page');
    expect(initialState(start().values, examples, undefined, 'server').target).toBe('server');
  });

  it('keeps the server and its variables while the sandbox is chosen', () => {
    const state = after(
      { kind: 'choose-target', target: 'server', server: 1 },
      { kind: 'set-server-variable', name: 'region', value: 'eu' },
      { kind: 'set-server-variable', name: 'region', value: 'us' },
      { kind: 'choose-target', target: 'in-page' },
    );
    expect(state.target).toBe('in-page');
    expect(state.values).toMatchObject({ server: 1, serverVariables: [{ name: 'region', value: 'us' }] });
    const other = reduce(state, { kind: 'choose-target', target: 'server', server: 0 });
    expect(other.values).toMatchObject({ server: 0, serverVariables: [] });
    const back = reduce(other, { kind: 'choose-target', target: 'server', server: 1 });
    expect(back.values).toMatchObject({ server: 1, serverVariables: [{ name: 'region', value: 'us' }] });
  });

  it('never changes a state in place', () => {
    const state = start();
    const copy = structuredClone(state);
    for (const action of [edit('x'), example('stream'), { kind: 'attempt', attempted: true } as const])
      reduce(state, action);
    expect(state).toEqual(copy);
  });
});
