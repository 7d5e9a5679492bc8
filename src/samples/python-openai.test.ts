import { expect, it } from 'vitest';
import type { Operation } from '../model/operation.ts';
import type { HttpHeader } from '../request/http-request.ts';
import { print as printSample } from './python-openai.ts';

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
    name: 'words of the language',
    given: '{"user":null,"stream":false}',
    want: '    user=None,\n    stream=False,\n)',
  },
  { name: 'an integer of any size', given: '{"seed":12345678901234567890}', want: 'seed=12345678901234567890,' },
  { name: 'a float as it is spelt', given: '{"top_p":1.10,"n":1e2}', want: 'top_p=1.10,\n    n=1e2,' },
  {
    name: 'other fields in extra_body',
    given: '{"cache_level":1,"messages":[],"a b":{"class":true}}',
    want: '    messages=[],\n    extra_body={"cache_level": 1, "a b": {"class": True}},\n)',
  },
  {
    name: 'a long extra_body over several lines',
    given: `{"note":"${'x'.repeat(60)}","cache_level":1}`,
    want: `    extra_body={\n        "note": "${'x'.repeat(60)}",\n        "cache_level": 1,\n    },\n)`,
  },
  { name: 'an argument that another method has', given: '{"prompt":"a"}', want: 'extra_body={"prompt": "a"}' },
  { name: 'odd keys', given: '{"logit_bias":{"21043":-100,"__proto__":1}}', want: '{"21043": -100, "__proto__": 1}' },
])('prints $name', ({ given, want }) => {
  expect(print(given)).toContain(want);
});

it.each([
  { name: 'the first of one choice', given: ['{}'], want: '\nprint(completion.choices[0].message.content)' },
  {
    name: 'each of several prompts',
    given: ['{"prompt":["a","b"]}', 'completions'],
    want: 'choice.index, choice.text',
  },
  {
    name: 'log probabilities',
    given: ['{"logprobs":2}', 'completions'],
    want: 'print(completion.choices[0].text)\nprint(completion.choices[0].logprobs)',
  },
  {
    name: 'log probabilities of each',
    given: ['{"logprobs":true,"n":2}'],
    want: 'print(choice.index, choice.message.content, choice.logprobs)',
  },
  { name: 'pieces, and a last newline', given: ['{"stream":true}'], want: 'content, end="", flush=True)\nprint()' },
  {
    name: 'pieces of several choices with their numbers',
    given: ['{"stream":true,"n":2}'],
    want: 'print(choice.index,',
  },
  { name: 'a vector', given: ['{"input":"a"}', 'embeddings'], want: 'print(response.data[0].embedding[:5])' },
  { name: 'vectors', given: ['{"input":["a"]}', 'embeddings'], want: 'for item in response.data:' },
] as const)('shows $name', ({ given: [body, path], want }) => {
  expect(print(body, path)).toContain(want);
});

it.each([
  { name: 'a number that is no double', given: '{"top_p":0.1000000000000000055}' },
  { name: 'a number past all floats', given: '{"top_p":1e400}' },
  { name: 'half a surrogate pair', given: '{"user":"\\ud800"}' },
  { name: 'half a surrogate pair in a name', given: '{"\\ud800":1}' },
  { name: 'a key given twice', given: '{"logit_bias":{"1":1,"1":2}}' },
  { name: 'more depth than parsers take', given: `{"a":${'['.repeat(60)}${']'.repeat(60)}}` },
])('has nothing for $name', ({ given }) => {
  expect(print(given)).toBeUndefined();
});

it('prints the key itself where the request holds it', () => {
  const code = print('{"messages":[]}', 'chat/completions', { name: 'api-key', value: `k"'$(id)\`id\`\\` });
  expect(code).toMatch(/^from openai import AzureOpenAI\n/);
  expect(code).toContain(String.raw`    api_key="k\"'$(id)${'`id`'}\\",`);
});
