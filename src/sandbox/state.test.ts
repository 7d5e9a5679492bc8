import { describe, expect, it } from 'vitest';
import { pets } from '../../tests/fixtures/sandbox-apis.ts';
import type { Api } from '../model/api.ts';
import type { MediaType } from '../model/media-type.ts';
import type { Operation } from '../model/operation.ts';
import type { Schema } from '../model/schema-object.ts';
import { joinSlice, sliceApi, splitSlice } from '../model/slice.ts';
import { createSandbox, type Sandbox } from './handler.ts';
import { processStore, readThings, writeThing } from './memory.ts';
import { findResource } from './resource.ts';

const task: Schema = { ref: '#/components/schemas/Task' };
const json = (schema: Schema, value?: unknown): MediaType => ({
  name: 'application/json',
  schema,
  examples: value === undefined ? [] : [{ name: 'x', value: JSON.stringify(value) }],
});
const answer = (status: string, ...content: MediaType[]) => ({ status, headers: [], content });

function operation(method: string, path: string, more: Partial<Operation>): Operation {
  const base = { deprecated: false, tags: [], servers: [], security: [], parameters: [], responses: [] };
  return { ...base, key: `${method} ${path}`, method, path, ...more };
}

const body = { required: true, content: [json(task)] };
const tasks: Api = {
  id: 'tasks',
  title: 'Tasks',
  version: '1',
  servers: [],
  tags: [],
  securitySchemes: [],
  schemas: {
    '#/components/schemas/Task': {
      types: ['object'],
      required: ['title'],
      additionalProperties: false,
      properties: [
        { name: 'id', schema: { types: ['string'], readOnly: true, format: 'uuid' } },
        { name: 'title', schema: { types: ['string'] } },
        { name: 'done', schema: { types: ['boolean'], default: 'false' } },
        { name: 'pin', schema: { types: ['string'], writeOnly: true } },
      ],
    },
  },
  operations: [
    operation('GET', '/lists/{list}/tasks', {
      responses: [
        answer(
          '200',
          json({
            types: ['object'],
            properties: [
              { name: 'total', schema: { types: ['integer'] } },
              { name: 'items', schema: { types: ['array'], items: task } },
            ],
          }),
        ),
      ],
    }),
    operation('POST', '/lists/{list}/tasks', { requestBody: body, responses: [answer('201', json(task))] }),
    operation('GET', '/lists/{list}/tasks/{taskId}', { responses: [answer('200', json(task))] }),
    operation('PUT', '/lists/{list}/tasks/{taskId}', { requestBody: body, responses: [answer('204')] }),
    operation('PATCH', '/lists/{list}/tasks/{taskId}', {
      requestBody: { required: true, content: [json({ types: ['object'] })] },
      responses: [answer('200', json(task))],
    }),
    operation('DELETE', '/lists/{list}/tasks/{taskId}', { responses: [answer('204')] }),
    operation('POST', '/lists/{list}/tasks/{taskId}/runs', { responses: [answer('204')] }),
    operation('GET', '/lists', { responses: [answer('200')] }),
  ],
};

async function call(sandbox: Sandbox, line: string, sent?: unknown) {
  const [method = '', path = ''] = line.split(' ');
  const init =
    sent === undefined ? {} : { body: JSON.stringify(sent), headers: { 'Content-Type': 'application/json' } };
  const response = await sandbox(new Request(`https://api.example.com${path}`, { method, ...init }));
  const text = await response.text();
  return { status: response.status, json: text ? JSON.parse(text) : undefined };
}

describe('what was made', () => {
  it('is read, listed, changed and deleted as its maker would see it', async () => {
    const sandbox = createSandbox(tasks);
    const made = await call(sandbox, 'POST /lists/a/tasks', { title: 'Walk', pin: '1234' });
    expect(made).toEqual({ status: 201, json: { id: expect.any(String), title: 'Walk', done: false } });
    const { id } = made.json;
    expect(await call(sandbox, `GET /lists/a/tasks/${id}`)).toEqual({ status: 200, json: made.json });
    expect((await call(sandbox, 'GET /lists/a/tasks')).json.items[0]).toEqual(made.json);
    const changed = { ...made.json, done: true };
    expect(await call(sandbox, `PATCH /lists/a/tasks/${id}`, { done: true })).toEqual({ status: 200, json: changed });
    expect((await call(sandbox, `PUT /lists/a/tasks/${id}`, { title: 'Run' })).status).toBe(204);
    expect((await call(sandbox, `GET /lists/a/tasks/${id}`)).json).toEqual({ ...changed, title: 'Run' });
    expect((await call(sandbox, `DELETE /lists/a/tasks/${id}`)).status).toBe(204);
    expect((await call(sandbox, `GET /lists/a/tasks/${id}`)).status).toBe(404);
    expect((await call(sandbox, `DELETE /lists/a/tasks/${id}`)).status).toBe(404);
    expect(JSON.stringify((await call(sandbox, 'GET /lists/a/tasks')).json)).not.toContain('Run');
  });

  it('has an id of its own, and is nobody else’s', async () => {
    const sandbox = createSandbox(tasks);
    const first = await call(sandbox, 'POST /lists/a/tasks', { title: 'One' });
    const second = await call(sandbox, 'POST /lists/a/tasks', { title: 'Two' });
    expect(second.json.id).not.toBe(first.json.id);
    expect((await call(sandbox, `GET /lists/a/tasks/${first.json.id}`)).json.title).toBe('One');
    expect((await call(sandbox, `GET /lists/b/tasks/${second.json.id}`)).json.title).not.toBe('Two');
    expect((await call(sandbox, 'GET /lists/a/tasks')).json.items.map(({ title }: { title: string }) => title)).toEqual(
      ['Two', 'One'],
    );
    expect((await call(createSandbox(tasks), `GET /lists/a/tasks/${first.json.id}`)).json.title).not.toBe('One');
  });

  it('counts on from a number', async () => {
    const sandbox = createSandbox(pets);
    const send = (name: string) =>
      sandbox(
        new Request('https://api.example.com/v1/pets', {
          method: 'POST',
          headers: { Authorization: 'Bearer x', 'Content-Type': 'application/json' },
          body: JSON.stringify({ name }),
        }),
      ).then((response) => response.json());
    expect([await send('A'), await send('B')]).toEqual([
      { id: 1, name: 'A' },
      { id: 2, name: 'B' },
    ]);
  });

  it('lasts from one page to another, each with one operation and one store', async () => {
    const store = processStore();
    const page = (key: string): Sandbox => {
      const operation = tasks.operations.find((one) => one.key === key);
      if (!operation) throw new Error(key);
      const { request, answers } = splitSlice(sliceApi(tasks, operation));
      return createSandbox(joinSlice(request, answers), { store, resource: findResource(tasks, operation) });
    };
    const made = await call(page('POST /lists/{list}/tasks'), 'POST /lists/a/tasks', { title: 'Walk', token: 'x' });
    expect(made.status).toBe(400);
    const { json } = await call(page('POST /lists/{list}/tasks'), 'POST /lists/a/tasks', { title: 'Walk', pin: '12' });
    expect((await call(page('GET /lists/{list}/tasks/{taskId}'), `GET /lists/a/tasks/${json.id}`)).json).toEqual(json);
    expect(store.read('tasks /lists/a/tasks')).not.toContain('12"');
  });

  it('keeps nothing that goes by the name of a secret, however deep', async () => {
    const store = processStore();
    const described = JSON.parse(
      JSON.stringify(tasks).replaceAll('"additionalProperties":false', '"additionalProperties":true'),
    );
    const sent = { title: 'Walk', token: 's', max_tokens: 5, owner: [{ name: 'A', password: 's' }] };
    const sandbox = createSandbox(described, { store });
    const { json } = await call(sandbox, 'POST /lists/a/tasks', sent);
    expect(json).toMatchObject({ title: 'Walk', max_tokens: 5, owner: [{ name: 'A' }] });
    expect(store.read('tasks /lists/a/tasks')).not.toMatch(/token":|password/);
  });

  it('is left alone where an example or a status is asked for', async () => {
    const sandbox = createSandbox(tasks);
    const init = {
      method: 'POST',
      headers: { Prefer: 'code=201', 'Content-Type': 'application/json' },
      body: '{"title":"Walk"}',
    };
    const response = await sandbox(new Request('https://api.example.com/lists/a/tasks', init));
    expect((await response.json()).title).toBe('string');
  });
});

describe('findResource', () => {
  it.each([
    { key: 'GET /lists/{list}/tasks', want: { action: 'list', id: 'id', list: 'items' } },
    { key: 'POST /lists/{list}/tasks', want: { action: 'create', id: 'id', parameter: 'taskId', hidden: ['pin'] } },
    { key: 'PATCH /lists/{list}/tasks/{taskId}', want: { action: 'change', collection: '/lists/{list}/tasks' } },
    { key: 'POST /lists/{list}/tasks/{taskId}/runs', want: undefined },
    { key: 'GET /lists', want: undefined },
  ])('$key', ({ key, want }) => {
    const operation = tasks.operations.find((one) => one.key === key);
    const found = operation && findResource(tasks, operation);
    if (want) expect(found).toMatchObject(want);
    else expect(found).toBeUndefined();
  });
});

describe('memory', () => {
  it('is bounded, the oldest go first', () => {
    const store = processStore();
    for (let at = 0; at < 150; at += 1) writeThing(store, 'x', String(at), `{"n":${at}}`);
    const things = readThings(store, 'x');
    expect([things.size, things.has('149'), things.has('49')]).toEqual([100, true, false]);
    writeThing(store, 'x', 'big', JSON.stringify('y'.repeat(199_990)));
    expect(readThings(store, 'x').size).toBe(1);
  });
});
