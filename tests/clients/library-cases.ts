import type { Ran } from '../samples/run.ts';
import type { SandboxProcess } from './sandbox.ts';

interface LibraryCase {
  readonly name: string;
  readonly code: string;
  readonly check: (ran: Ran, answers: SandboxProcess['answers']) => string;
}

const CLIENT = `import assert from 'node:assert/strict';
import { AzureOpenAI } from 'openai';
const client = new AzureOpenAI({
  endpoint: 'https://openai.pgpt.cloud',
  apiKey: process.env.APIGPT_API_KEY,
  apiVersion: '2023-05-15',
});
const model = 'gpt-35-turbo';
const messages = [{ role: 'user', content: 'Tell me about the sea, please.' }];
`;

/** What the samples leave out: each checks what the library hands to its user, and prints what it saw. */
const USES: readonly (readonly [name: string, code: string])[] = [
  [
    'plain, with usage',
    `const { choices, usage, object, ...rest } = await client.chat.completions.create({ model, messages });
assert.equal(object, 'chat.completion');
assert.deepEqual([choices.length, choices[0].finish_reason, choices[0].message.role], [1, 'stop', 'assistant']);
assert.equal(usage.total_tokens, usage.prompt_tokens + usage.completion_tokens);
console.log(usage.total_tokens, 'tokens of', rest.model);`,
  ],
  [
    'n: 3',
    `const { choices } = await client.chat.completions.create({ model, messages, n: 3 });
assert.deepEqual(choices.map(({ index }) => index), [0, 1, 2]);
assert.equal(new Set(choices.map(({ message }) => message.content)).size, 3);
console.log('three answers, none alike');`,
  ],
  [
    'n: 3, streaming',
    `const stream = await client.chat.completions.create({ model, messages, n: 3, stream: true });
const texts = ['', '', ''];
const ends = [];
for await (const { choices: [{ index, delta, finish_reason }] } of stream) {
  texts[index] += delta.content ?? '';
  if (finish_reason) ends.push(finish_reason);
}
assert.ok(texts.every((text) => text.length > 10));
assert.deepEqual(ends, ['stop', 'stop', 'stop']);
const whole = await client.chat.completions.create({ model, messages, n: 3 });
assert.deepEqual(texts, whole.choices.map(({ message }) => message.content));
console.log('side by side, and the same as without a stream');`,
  ],
  [
    'stopped in mid-stream',
    `const stream = await client.chat.completions.create({ model, messages, stream: true });
let chunks = 0;
for await (const _ of stream) {
  chunks += 1;
  if (chunks === 5) stream.controller.abort();
}
assert.equal(chunks, 5);
const after = await client.chat.completions.create({ model, messages });
assert.ok(after.choices[0].message.content);
console.log('five chunks, and the next request is answered');`,
  ],
  [
    'stop sequences',
    `const whole = (await client.chat.completions.create({ model, messages })).choices[0].message.content;
const word = whole.split(' ')[4];
const { choices } = await client.chat.completions.create({ model, messages, stop: ['never to be found', word] });
assert.equal(choices[0].message.content, whole.slice(0, whole.indexOf(word)));
assert.equal(choices[0].finish_reason, 'stop');
console.log('ends before', JSON.stringify(word));`,
  ],
  [
    'length',
    `const { choices, usage } = await client.chat.completions.create({ model, messages, max_tokens: 5 });
assert.equal(choices[0].finish_reason, 'length');
assert.equal(usage.completion_tokens, 5);
const stream = await client.chat.completions.create({ model, messages, max_tokens: 5, stream: true });
let last;
for await (const chunk of stream) last = chunk.choices[0]?.finish_reason ?? last;
assert.equal(last, 'length');
console.log('five tokens, in a stream too');`,
  ],
  [
    'usage of a stream',
    `const read = async (more) => {
  const chunks = [];
  for await (const chunk of await client.chat.completions.create({ model, messages, stream: true, ...more })) chunks.push(chunk);
  return chunks;
};
const [without, asked] = [await read({}), await read({ stream_options: { include_usage: true } })];
assert.ok(without.every(({ usage }) => !usage));
const { choices, usage } = asked.at(-1);
const whole = await client.chat.completions.create({ model, messages });
assert.deepEqual([choices, usage], [[], whole.usage]);
console.log(usage.total_tokens, 'tokens, told where asked for');`,
  ],
  [
    'embeddings, float and base64',
    `const input = ['A spring morning', '一个早晨'];
const ask = (more) => client.embeddings.create({ model: 'text-embedding-ada-002', input, ...more });
const [asFloat, asBase64, byDefault] = [await ask({ encoding_format: 'float' }), await ask({ encoding_format: 'base64' }), await ask({})];
const float = asFloat.data.map(({ embedding }) => embedding);
assert.deepEqual(float.map(({ length }) => length), [1536, 1536]);
assert.ok(Math.abs(Math.hypot(...float[0]) - 1) < 1e-4);
const bytes = asBase64.data.map(({ embedding }) => Buffer.from(embedding, 'base64'));
const read = bytes.map((one) => Array.from({ length: one.length / 4 }, (_, at) => one.readFloatLE(4 * at)));
assert.deepEqual(read[0].map(Math.fround), float[0].map(Math.fround));
assert.deepEqual(byDefault.data[1].embedding.map(Math.fround), float[1].map(Math.fround));
console.log('1536 numbers, the same either way');`,
  ],
  [
    'bad body',
    `const error = await client.chat.completions.create({ model, messages: [{ role: 'nobody', content: 1 }] }).catch((one) => one);
assert.equal(error.status, 400);
assert.equal(error.param, 'messages[0].role');
console.log(error.message.slice(0, 80));`,
  ],
  [
    'headers of the answer',
    `const { response, request_id } = await client.chat.completions.create({ model, messages }).withResponse();
assert.equal(response.headers.get('x-curlew-sandbox'), 'simulated');
console.log('marked as simulated', request_id ?? '');`,
  ],
];

export const LIBRARY_CASES: readonly LibraryCase[] = USES.map(([name, code]) => ({
  name: `library: ${name}`,
  code: CLIENT + code,
  check({ status, stdout, stderr }) {
    if (status !== 0) throw new Error(`It ended with ${status}: ${stderr.trim()}`);
    return stdout.trim();
  },
}));
