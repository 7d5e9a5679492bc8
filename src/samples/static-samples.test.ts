import { describe, expect, it } from 'vitest';
import type { Operation } from '../model/operation.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { staticSamples } from './static-samples.ts';
import { languagesOf, targets } from './targets.ts';

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

const THREE = languagesOf(['shell', 'python', 'javascript']);

async function variants(given: HttpRequest, wanted: readonly string[]): Promise<string[]> {
  const samples = await staticSamples(THREE, given, operation, wanted);
  return samples.map((sample) => sample.variants.map(({ library }) => library).join());
}

describe('staticSamples', () => {
  it.each([
    { name: 'plain HTTP alone', given: request, wanted: [], want: ['curl', 'requests', 'fetch'] },
    {
      name: 'the library that is named',
      given: request,
      wanted: ['openai'],
      want: ['curl', 'requests,openai', 'fetch,openai'],
    },
    { name: 'no library that nobody knows', given: request, wanted: ['other'], want: ['curl', 'requests', 'fetch'] },
    {
      name: 'no library that has no method for it',
      given: { ...request, url: 'https://model.test/pets' },
      wanted: ['openai'],
      want: ['curl', 'requests', 'fetch'],
    },
  ])('gives $name', async ({ given, wanted, want }) => {
    expect(await variants(given, wanted)).toEqual(want);
  });

  it('names the libraries that are printed on demand, those of another service left out', async () => {
    const [shell, python] = await staticSamples(THREE, request, operation, []);
    const libraries = (language: string): string[] =>
      targets.filter((one) => one.language === language && !one.isClient).map(({ library }) => library);
    expect([
      ['curl', ...(shell?.others ?? [])],
      ['requests', ...(python?.others ?? [])],
    ]).toEqual([libraries('shell'), libraries('python')]);
  });
});
