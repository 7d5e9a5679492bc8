import { expect, it } from 'vitest';
import type { Operation } from '../model/operation.ts';
import type { HttpHeader } from '../request/http-request.ts';
import { print as printSample } from './javascript-openai.ts';

const lists = { tags: [], servers: [], security: [], parameters: [], responses: [] };
const operation: Operation = { key: 'chat', method: 'POST', path: '/', deprecated: false, ...lists };

const key: HttpHeader = {
  name: 'api-key',
  prefix: '',
  credential: { scheme: 'key', form: 'raw', variable: 'MODEL_API_KEY' },
};

function print(text: string, path = 'chat/completions', header = key): string | undefined {
  return printSample(
    {
      method: 'POST',
      url: `https://model.test/openai/deployments/gpt/${path}?api-version=1`,
      headers: [header],
      body: { kind: 'text', mediaType: 'application/json', text },
      stream: false,
    },
    operation,
  );
}

it.each([
  {
    name: 'values of each kind',
    given: '{"user":null,"n":1e2,"top_p":1.10}',
    want: '  user: null,\n  n: 1e2,\n  top_p: 1.10,',
  },
  { name: 'names that need quotes', given: '{"a-b":1,"class":2,"":3}', want: "  'a-b': 1,\n  class: 2,\n  '': 3,\n" },
  {
    name: 'keys that objects put first',
    given: '{"logit_bias":{"b":1,"21043":-100}}',
    want: "{ b: 1, '21043': -100 }",
  },
  {
    name: 'no base64, which the library asks for',
    given: '{"encoding_format":"base64"}',
    want: "model: 'gpt',\n});",
    path: 'embeddings',
  },
])('prints $name', ({ given, want, path }) => {
  expect(print(given, path)).toContain(want);
});

it.each([
  { name: 'the first of one choice', given: ['{}'], want: '\nconsole.log(completion.choices[0].message.content);' },
  {
    name: 'each of several prompts',
    given: ['{"prompt":["a","b"]}', 'completions'],
    want: 'choice.index, choice.text',
  },
  {
    name: 'log probabilities',
    given: ['{"logprobs":2}', 'completions'],
    want: 'console.log(completion.choices[0].text);\nconsole.log(completion.choices[0].logprobs);',
  },
  {
    name: 'log probabilities of each',
    given: ['{"logprobs":true,"n":2}'],
    want: 'console.log(choice.index, choice.message.content, choice.logprobs);',
  },
  {
    name: 'pieces, and a last newline',
    given: ['{"stream":true}'],
    want: "content ?? '');\n}\nprocess.stdout.write('\\n');",
  },
  {
    name: 'pieces of several choices with their numbers',
    given: ['{"stream":true,"n":2}'],
    want: 'console.log(choice.index,',
  },
  {
    name: 'a vector',
    given: ['{"input":"a"}', 'embeddings'],
    want: 'console.log(response.data[0].embedding.slice(0, 5))',
  },
  { name: 'vectors', given: ['{"input":["a"]}', 'embeddings'], want: 'for (const item of response.data)' },
] as const)('shows $name', ({ given: [body, path], want }) => {
  expect(print(body, path)).toContain(want);
});

it.each([
  { name: 'an integer past 2^53', given: '{"seed":9007199254740993}' },
  { name: 'a number past all floats', given: '{"top_p":1e400}' },
  { name: 'a key that would set the prototype', given: '{"logit_bias":{"__proto__":{"1":1}}}' },
  { name: 'a field that would set the prototype', given: '{"__proto__":{"n":1}}' },
  { name: 'a key given twice', given: '{"logit_bias":{"1":1,"1":2}}' },
])('has nothing for $name', ({ given }) => {
  expect(print(given)).toBeUndefined();
});

it('prints the key itself where the request holds it', () => {
  const code = print('{"messages":[]}', 'chat/completions', { name: 'api-key', value: `k"'$(id)\`id\`\\` });
  expect(code).toContain(String.raw`  apiKey: 'k"\'$(id)${'`id`'}\\',`);
});
