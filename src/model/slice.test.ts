import { describe, expect, it } from 'vitest';
import type { Api } from './api.ts';
import type { Operation } from './operation.ts';
import { joinSlice, sliceApi, splitSlice } from './slice.ts';

const operation: Operation = {
  key: 'add',
  method: 'POST',
  path: '/pets',
  deprecated: false,
  tags: [],
  servers: [],
  security: [{ schemes: [{ id: 'key', scopes: [] }] }],
  parameters: [],
  requestBody: {
    required: true,
    content: [{ name: 'application/json', schema: { ref: '#/Pet' }, examples: [], source: 'a.yaml#/x' }],
  },
  responses: [
    {
      status: '200',
      description: 'Added.',
      headers: [{ name: 'X-Rate', required: false, deprecated: false, explode: false, examples: [] }],
      content: [{ name: 'application/json', schema: { ref: '#/Answer' }, examples: [{ name: 'a', value: '1' }] }],
    },
  ],
};

const api: Api = {
  id: 'pets',
  title: 'Pets',
  version: '1',
  servers: [],
  tags: [],
  operations: [operation, { ...operation, key: 'other' }],
  securitySchemes: [
    { id: 'key', deprecated: false, kind: 'apiKey', in: 'header', name: 'k' },
    { id: 'unused', deprecated: false, kind: 'mutualTLS' },
  ],
  schemas: {
    '#/Pet': { properties: [{ name: 'tag', schema: { ref: '#/Tag' } }] },
    '#/Tag': { types: ['string'] },
    '#/Answer': { properties: [{ name: 'pet', schema: { ref: '#/Pet' } }] },
    '#/Nobody': true,
  },
};

describe('a slice', () => {
  const slice = sliceApi(api, operation);

  it('has one operation, what it reaches, and no places of the source', () => {
    expect(slice.operations.map(({ key }) => key)).toEqual(['add']);
    expect(Object.keys(slice.schemas).sort()).toEqual(['#/Answer', '#/Pet', '#/Tag']);
    expect(slice.securitySchemes.map(({ id }) => id)).toEqual(['key']);
    expect(JSON.stringify(slice)).not.toContain('a.yaml');
  });

  it('is parted into what makes requests and what answers are like', () => {
    const { request, answers } = splitSlice(slice);
    expect(Object.keys(request.schemas).sort()).toEqual(['#/Pet', '#/Tag']);
    expect(request.operations[0]?.responses).toEqual([
      { status: '200', description: 'Added.', headers: [], content: [{ name: 'application/json', examples: [] }] },
    ]);
    expect(Object.keys(answers.schemas)).toEqual(['#/Answer']);
  });

  it('is whole again when its parts are joined', () => {
    const { request, answers } = splitSlice(slice);
    expect(joinSlice(request, answers)).toEqual(slice);
  });
});
