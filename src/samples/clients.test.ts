import { describe, expect, it } from 'vitest';
import type { Operation } from '../model/operation.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { clients, sampleVariants } from './clients.ts';
import { targets } from './targets.ts';

const operation: Operation = {
  key: 'chat',
  method: 'POST',
  path: '/',
  deprecated: false,
  tags: [],
  servers: [],
  security: [],
  parameters: [],
  responses: [],
};
const request: HttpRequest = {
  method: 'POST',
  url: 'https://model.test/openai/deployments/gpt/embeddings?api-version=1',
  headers: [
    { name: 'Content-Type', value: 'application/json' },
    { name: 'api-key', prefix: '', credential: { scheme: 'key', form: 'raw', variable: 'MODEL_API_KEY' } },
  ],
  body: { kind: 'text', mediaType: 'application/json', text: '{"input":"a"}' },
  stream: false,
};

function variants(given: HttpRequest, wanted: readonly string[]): string[] {
  return targets.map((target) =>
    sampleVariants(target, given, operation, wanted)
      .map(({ id }) => id)
      .join(),
  );
}

describe('sampleVariants', () => {
  it.each([
    { name: 'plain HTTP alone', given: request, wanted: [], want: ['http', 'http', 'http'] },
    {
      name: 'the library that is named',
      given: request,
      wanted: ['openai'],
      want: ['http', 'http,openai', 'http,openai'],
    },
    { name: 'no library that nobody knows', given: request, wanted: ['other'], want: ['http', 'http', 'http'] },
    {
      name: 'no library that has no method for it',
      given: { ...request, url: 'https://model.test/pets' },
      wanted: ['openai'],
      want: ['http', 'http', 'http'],
    },
  ])('gives $name', ({ given, wanted, want }) => {
    expect(variants(given, wanted)).toEqual(want);
  });

  it("labels each by the library, with the target's own code first", () => {
    const python = targets.find(({ id }) => id === 'python');
    if (!python) throw new Error('no python');
    const [plain, library] = sampleVariants(python, request, operation, ['openai']);
    expect(plain).toEqual({ id: 'http', label: 'requests', code: python.print(request) });
    expect(library).toEqual({ id: 'openai', label: 'openai', code: clients[0]?.print(request, operation) });
  });
});
