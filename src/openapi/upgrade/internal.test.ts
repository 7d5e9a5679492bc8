import { describe, expect, it } from 'vitest';
import { writeProject } from '../../../tests/project.ts';
import type { Api } from '../../model/api.ts';
import { loadApi } from '../load.ts';

const TEXT = `openapi: 3.1.0
info: { title: T, version: "1" }
tags: [{ name: open }, { name: hidden, x-internal: true }]
paths:
  /open:
    get:
      operationId: open
      tags: [open, hidden]
      parameters:
        - { name: shown, in: query, schema: { type: string } }
        - { name: secret, in: query, x-internal: true, schema: { type: string } }
        - { $ref: '#/components/parameters/Secret' }
      responses:
        '200':
          description: Fine
          headers: { X-Open: { schema: {} }, X-Secret: { x-internal: true, schema: {} } }
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Open' }
              example: { shown: a, kept: { x-internal: true } }
        '418': { description: Secret, x-internal: true }
        '500': { $ref: '#/components/responses/Secret' }
    put: { operationId: secretOperation, x-internal: true, responses: { '200': { description: Fine } } }
  /secret:
    x-internal: true
    get: { operationId: secretPath, responses: { '200': { description: Fine } } }
webhooks:
  secret: { x-internal: true, post: { operationId: secretHook, responses: { '200': { description: Fine } } } }
components:
  parameters: { Secret: { name: secret2, in: query, x-internal: true, schema: {} } }
  responses: { Secret: { description: Secret, x-internal: true } }
  schemas:
    Open:
      type: object
      required: [shown, secret]
      properties:
        shown: { type: string }
        secret: { type: string, x-internal: true }
        link: { $ref: '#/components/schemas/Secret' }
        part: { $ref: '#/components/schemas/Secret/properties/a' }
    Data: { default: { x-internal: true }, enum: [{ x-internal: true }] }
    Secret: { type: object, x-internal: true, properties: { a: { type: string } } }
`;

async function load(internal?: 'hide' | 'show'): Promise<Api> {
  const root = writeProject({ 'a.yaml': TEXT });
  const { api, diagnostics } = await loadApi('a.yaml', { root, ...(internal ? { internal } : {}) });
  expect(diagnostics.filter(({ code }) => code !== 'component-unused' && code !== 'example-invalid')).toEqual([]);
  if (!api) throw new Error('no model');
  return api;
}

describe('x-internal', () => {
  it('is shown unless asked otherwise', async () => {
    const api = await load();
    expect(api.operations.map(({ operationId }) => operationId)).toEqual(['open', 'secretOperation', 'secretPath']);
    expect(api.schemas['#/components/schemas/Secret']).toBeDefined();
    expect(api.webhooks).toHaveLength(1);
  });

  it('is left out with all that names it, but not from data', async () => {
    const api = await load('hide');
    expect(api.tags.map(({ name }) => name)).toEqual(['open']);
    expect(api.webhooks).toBeUndefined();
    expect(api.operations).toMatchObject([
      {
        operationId: 'open',
        tags: ['open'],
        parameters: [{ name: 'shown' }],
        responses: [
          {
            status: '200',
            headers: [{ name: 'X-Open' }],
            content: [{ examples: [{ value: '{"shown":"a","kept":{"x-internal":true}}' }] }],
          },
        ],
      },
    ]);
    expect(api.operations[0]?.responses).toHaveLength(1);
    expect(api.schemas['#/components/schemas/Open']).toMatchObject({
      required: ['shown'],
      properties: [{ name: 'shown' }, { name: 'link' }, { name: 'part' }],
    });
    expect(api.schemas['#/components/schemas/Data']).toMatchObject({
      default: '{"x-internal":true}',
      enum: ['{"x-internal":true}'],
    });
    expect(Object.keys(api.schemas)).toEqual(['#/components/schemas/Open', '#/components/schemas/Data']);
  });
});
