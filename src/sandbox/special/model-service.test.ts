import { describe, expect, it } from 'vitest';
import { firstAnswer, models, parameter } from '../../../tests/fixtures/sandbox-apis.ts';
import type { Api } from '../../model/api.ts';
import { validateJson } from '../../schema/validate.ts';
import { createSandbox, type SandboxOptions } from '../handler.ts';

const CHAT = 'gpt-35-turbo/chat/completions';
const TEXT = 'gpt-35-turbo-instruct/completions';
const EMBED = 'text-embedding-ada-002/embeddings';

async function post(path: string, body: unknown, options: SandboxOptions = {}, key = 'k', api: Api = models) {
  const sandbox = createSandbox(api, { delay: 0, now: () => 1_686_986_070_999, ...options });
  const response = await sandbox(
    new Request(`https://model.test/openai/deployments/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(key ? { 'api-key': key } : {}) },
      body: JSON.stringify(body),
    }),
  );
  const text = await response.text();
  const stream = response.headers.get('Content-Type') === 'text/event-stream';
  return { status: response.status, headers: response.headers, text, json: stream ? undefined : JSON.parse(text) };
}

const ask = (content: string, more: object = {}) => ({ messages: [{ role: 'user', content }], ...more });
const question = 'Say this message is from apigpt.cloud!';

/** The JSON of each event, and what the last one says. */
function events(text: string) {
  const data = text
    .split('\n\n')
    .filter(Boolean)
    .map((event) => event.replace(/^data: /, ''));
  return { chunks: data.slice(0, -1).map((item) => JSON.parse(item)), last: data.at(-1) };
}

describe('chat', () => {
  it("answers an example's request with its example, under a new id", async () => {
    const { status, json } = await post(CHAT, ask(question, { temperature: 0.7 }));
    expect(status).toBe(200);
    expect(json).toEqual({
      id: expect.stringMatching(/^chatcmpl-[A-Za-z0-9]{29}$/),
      object: 'chat.completion',
      created: 1_686_986_070,
      model: 'gpt-35-turbo',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: firstAnswer } }],
      usage: { completion_tokens: 18, prompt_tokens: 18, total_tokens: 36 },
    });
  });

  it('sees the same request where a client library adds the model', async () => {
    const { json } = await post(CHAT, ask(question, { temperature: 0.7, model: 'gpt-35-turbo', user: 'u' }));
    expect(json.usage.total_tokens).toBe(36);
  });

  it('gives no more choices than a page can hold', async () => {
    const { json } = await post(TEXT, { prompt: Array.from({ length: 1000 }, () => 'a'), n: 100, max_tokens: 1 });
    expect(json.choices).toHaveLength(2000);
    expect(json.choices.at(-1).index).toBe(1999);
  });

  it("takes an example's answer for its question in another request", async () => {
    const { json } = await post(CHAT, {
      ...ask('Hi'),
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: ` ${question}\n` },
      ],
      n: 2,
    });
    expect(json.choices.map((choice: { message: { content: string } }) => choice.message.content)).toEqual([
      firstAnswer,
      firstAnswer,
    ]);
  });

  it('gives several written choices with their own reasons to finish', async () => {
    const { json } = await post(CHAT, ask('两个名字', { n: 2 }));
    expect(json.choices.map((choice: { finish_reason: string }) => choice.finish_reason)).toEqual(['stop', 'length']);
    expect(json.choices[1].message.content).toBe('大雪纷');
  });

  it('takes an answer that is only written as a stream, too', async () => {
    expect((await post(CHAT, ask('数到三'))).json.choices[0].message.content).toBe('一、二、三');
  });

  it.each([
    { name: 'English', content: 'What is a vector?', has: ['What is a vector?', 'simulated', 'sandbox'] },
    { name: 'Chinese', content: '什么是向量？', has: ['什么是向量？', '模拟', '沙盒'] },
  ])('says in $name that it is a simulation, and quotes the question', async ({ content, has }) => {
    const { json } = await post(CHAT, ask(content, { n: 3 }));
    const replies: string[] = json.choices.map((choice: { message: { content: string } }) => choice.message.content);
    for (const reply of replies) for (const word of has) expect(reply).toContain(word);
    for (const reply of replies) expect(reply.length).toBeGreaterThan(60);
    expect(new Set(replies).size).toBe(3);
    const { prompt_tokens: prompt, completion_tokens: completion, total_tokens: total } = json.usage;
    expect(completion).toBeGreaterThan(60);
    expect(total).toBe(prompt + completion);
  });

  it.each([
    { name: 'max_tokens', more: { max_tokens: 4 }, want: ['length', 'Hello, this message'] },
    { name: 'max_tokens that is not reached', more: { max_tokens: 400 }, want: ['stop', firstAnswer] },
    { name: 'one stop sequence', more: { stop: ' is' }, want: ['stop', 'Hello, this message'] },
    { name: 'the first of several', more: { stop: ['!', 'this', 'nowhere'] }, want: ['stop', 'Hello, '] },
    {
      name: 'null for each',
      more: { stop: null, max_tokens: null, n: null, stream: null },
      want: ['stop', firstAnswer],
    },
  ])('ends at $name', async ({ more, want }) => {
    const [choice] = (await post(CHAT, ask(question, more))).json.choices;
    expect([choice.finish_reason, choice.message.content]).toEqual(want);
  });

  it('streams: the role, the text in pieces, the reason, [DONE]', async () => {
    const { text, headers } = await post(CHAT, ask(question, { temperature: 0.7, stream: true }));
    expect(headers.get('Content-Type')).toBe('text/event-stream');
    const { chunks, last } = events(text);
    expect(last).toBe('[DONE]');
    expect(chunks[0].choices).toEqual([{ index: 0, finish_reason: null, delta: { role: 'assistant' } }]);
    expect(chunks.at(-1).choices).toEqual([{ index: 0, finish_reason: 'stop', delta: {} }]);
    expect(new Set(chunks.map((chunk) => `${chunk.id} ${chunk.object} ${chunk.created} ${chunk.model}`)).size).toBe(1);
    expect(chunks[0].object).toBe('chat.completion.chunk');
    const parts = chunks.slice(1, -1).map((chunk) => chunk.choices[0].delta.content);
    expect(parts.join('')).toBe(firstAnswer);
    expect(parts.length).toBeGreaterThan(10);
  });

  it('streams several choices side by side', async () => {
    const { chunks } = events((await post(CHAT, ask('Hi', { n: 2, stream: true }))).text);
    expect(chunks.slice(0, 4).map((chunk) => chunk.choices[0].index)).toEqual([0, 1, 0, 1]);
    const text = (index: number) =>
      chunks
        .filter((chunk) => chunk.choices[0].index === index)
        .map((chunk) => chunk.choices[0].delta.content ?? '')
        .join('');
    expect(text(0)).toContain('“Hi”');
    expect(text(1)).not.toBe(text(0));
  });

  it('says the same for the same request, seed and time, and has another id for another seed', async () => {
    const one = await post(CHAT, ask('Hi'));
    expect((await post(CHAT, ask('Hi'))).text).toBe(one.text);
    expect((await post(CHAT, ask('Hi'), { seed: 2 })).json.id).not.toBe(one.json.id);
  });

  it('shows an example as it is written when `Prefer` names it', async () => {
    const sandbox = createSandbox(models);
    const response = await sandbox(
      new Request(`https://model.test/openai/deployments/${CHAT}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'api-key': 'k', Prefer: 'example=two' },
        body: JSON.stringify(ask('Hi')),
      }),
    );
    expect((await response.json()).id).toBe('chatcmpl-b');
  });
});

describe('completions', () => {
  it('answers each prompt n times, in order', async () => {
    const { json } = await post(TEXT, { prompt: ['Colours:', 'Shapes:'], n: 2, max_tokens: 60 });
    expect(json.choices.map((choice: { index: number }) => choice.index)).toEqual([0, 1, 2, 3]);
    expect(json.choices[0]).toEqual({ text: ' red, green', index: 0, logprobs: null, finish_reason: 'stop' });
    expect(json.choices[2].text).toContain('Shapes:');
    expect(json.id).toMatch(/^cmpl-/);
  });

  it('stops at the 16 tokens that the description says when `max_tokens` is left out', async () => {
    const { json } = await post(TEXT, { prompt: 'Tell me a story.' });
    expect([json.choices[0].finish_reason, json.usage.completion_tokens]).toEqual(['length', 16]);
  });

  it('repeats the prompt when asked, without counting it', async () => {
    const { json } = await post(TEXT, { prompt: 'Colours:', echo: true });
    expect(json.choices[0].text).toBe('Colours: red, green');
    expect(json.usage.completion_tokens).toBe(3);
  });

  it('makes up log probabilities of one length, with offsets that count from the prompt', async () => {
    const { json } = await post(TEXT, { prompt: 'Colours:', logprobs: 2 });
    const { tokens, token_logprobs: own, top_logprobs: top, text_offset: offsets } = json.choices[0].logprobs;
    expect(tokens).toEqual([' red', ',', ' green']);
    expect(offsets).toEqual([8, 12, 13]);
    expect(own.every((value: number) => value < 0)).toBe(true);
    expect(top.map((all: object) => Object.keys(all).length)).toEqual([2, 2, 2]);
  });

  it('streams text in pieces', async () => {
    const { chunks, last } = events((await post(TEXT, { prompt: 'Colours:', stream: true })).text);
    expect(chunks.map((chunk) => chunk.choices[0].text)).toEqual([' red', ',', ' green', '']);
    expect(chunks.at(-1).choices[0].finish_reason).toBe('stop');
    expect(chunks[0].object).toBe('text_completion');
    expect(last).toBe('[DONE]');
  });
});

describe('embeddings', () => {
  const vectors = async (input: unknown): Promise<number[][]> =>
    (await post(EMBED, { input })).json.data.map((item: { embedding: number[] }) => item.embedding);
  const dot = (a: readonly number[] = [], b: readonly number[] = []) =>
    a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

  it('are 1,536 floats of length 1, the same for the same text', async () => {
    const [one, other, same] = await vectors(['春天的早晨适合跑步。', '服务器返回了429错误。', '春天的早晨适合跑步。']);
    expect(one).toHaveLength(1536);
    expect(dot(one, one)).toBeCloseTo(1, 5);
    expect(same).toEqual(one);
    expect(dot(one, other)).toBeLessThan(0.5);
    expect(await vectors('春天的早晨适合跑步。')).toEqual([one]);
  });

  it('are nearer for texts that share words', async () => {
    const [a, b, c] = await vectors(['the cat sat on the mat', 'a cat lay on the mat', 'interest rates rose again']);
    expect(dot(a, b)).toBeGreaterThan(dot(a, c) + 0.2);
  });

  it('come as base64 of the same 32-bit floats', async () => {
    const { json } = await post(EMBED, { input: 'Hi', encoding_format: 'base64' });
    const bytes = Buffer.from(json.data[0].embedding, 'base64');
    const floats = Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readFloatLE(4 * at));
    expect(floats).toEqual((await vectors('Hi'))[0]?.map(Math.fround));
  });

  it('take token numbers, alone and in lists', async () => {
    const one = await post(EMBED, { input: [15339, 1917] });
    expect([one.json.data.length, one.json.usage]).toEqual([1, { prompt_tokens: 2, total_tokens: 2 }]);
    const two = await post(EMBED, { input: [[15339, 1917], [7]] });
    expect([two.json.data.length, two.json.usage.total_tokens]).toEqual([2, 3]);
    expect(two.json.data[0].embedding).toEqual(one.json.data[0].embedding);
  });
});

describe('errors', () => {
  it.each([
    {
      name: 'an unknown deployment',
      path: 'gpt-9/chat/completions',
      body: ask('Hi'),
      want: [404, 'DeploymentNotFound', 'No such deployment.'],
    },
    {
      name: 'a deployment of another operation',
      path: `${TEXT.split('/')[0]}/chat/completions`,
      body: ask('Hi'),
      want: [404, 'DeploymentNotFound', 'No such deployment.'],
    },
    { name: 'an unknown path', path: 'gpt-35-turbo/edits', body: {}, want: [404, '404', 'Resource not found.'] },
    {
      name: 'the user that asks for it',
      path: CHAT,
      body: ask('Hi', { user: 'sandbox-429' }),
      want: [429, '429', 'Retry after 6 seconds.'],
    },
    {
      name: 'a wrong key',
      path: CHAT,
      body: ask('Hi'),
      options: { key: 'right' },
      want: [401, '401', 'Access denied.'],
    },
    { name: 'no key', path: CHAT, body: ask('Hi'), key: '', want: [401, '401', 'Access denied.'] },
    {
      name: 'a value out of range',
      path: CHAT,
      body: ask('Hi', { temperature: 3 }),
      want: [400, null, "The value of 'temperature' must be at most 2, but 3 was given."],
    },
    { name: 'no messages', path: CHAT, body: {}, want: [400, null, "The body has no 'messages', which is required."] },
  ])('$name', async ({ path, body, options, key, want }) => {
    const { status, json } = await post(path, body, options, key);
    expect([status, json.error.code, json.error.message]).toEqual(want);
  });

  it('name what is wrong, and how long to wait', async () => {
    expect((await post(CHAT, { messages: [{ role: 'bot', content: 'Hi' }] })).json.error).toMatchObject({
      param: 'messages[0].role',
      type: 'invalid_request_error',
    });
    expect((await post(CHAT, ask('Hi', { user: 'sandbox-429' }))).headers.get('Retry-After')).toBe('6');
  });

  const wait = (value: string) => parameter('header', 'Retry-After', { examples: [value] });
  const body = (message: string) => ({
    name: 'application/json',
    examples: [{ name: 'limited', value: JSON.stringify({ error: { code: '429', message } }) }],
  });
  it.each([
    { name: 'nobody says', given: [], want: ['2', 'after 2 seconds'] },
    {
      name: 'the header says',
      given: [{ headers: [wait('9')], content: [] }],
      want: ['9', 'after 9 seconds'],
    },
    {
      name: 'the header says as a date',
      given: [{ headers: [wait('"Fri, 31 Dec 2038 23:59:59 GMT"')], content: [] }],
      want: ['Fri, 31 Dec 2038 23:59:59 GMT', 'after Fri, 31 Dec 2038 23:59:59 GMT.'],
    },
    {
      name: 'the body says',
      given: [{ headers: [], content: [body('Wait for 7 seconds.')] }],
      want: ['7', 'Wait for 7 seconds.'],
    },
    { name: 'the body says nothing', given: [{ headers: [], content: [body('Wait.')] }], want: ['2', 'Wait.'] },
  ])('tell one time to wait in header and body: $name', async ({ given, want }) => {
    const limited = given.map((response) => ({ status: '429', ...response }));
    const api = {
      ...models,
      operations: models.operations.map((one) => ({ ...one, responses: [...one.responses.slice(0, 1), ...limited] })),
    };
    const { headers, json } = await post(CHAT, ask('Hi', { user: 'sandbox-429' }), {}, 'k', api);
    expect([headers.get('Retry-After'), json.error.message]).toEqual([want[0], expect.stringContaining(want[1] ?? '')]);
  });

  it("use the service's own words where the description has none", async () => {
    const bare = {
      ...models,
      operations: models.operations.map((operation) => ({ ...operation, responses: operation.responses.slice(0, 1) })),
    };
    const { status, json } = await post('gpt-9/chat/completions', ask('Hi'), {}, 'k', bare);
    expect([status, json.error.code]).toEqual([404, 'DeploymentNotFound']);
    expect(json.error.message).toContain('does not exist');
  });
});

it('gives answers that fit the description', async () => {
  const asked: readonly [string, unknown][] = [
    [CHAT, ask('Hi', { n: 2 })],
    [CHAT, ask(question)],
    [TEXT, { prompt: ['a', 'b'], logprobs: 3 }],
    [EMBED, { input: ['a', 'b'] }],
  ];
  for (const [path, body] of asked) {
    const { text } = await post(path, body);
    const operation = models.operations.find((candidate) => candidate.path.endsWith(path.replace(/^[^/]*/, '}')));
    const schema = operation?.responses[0]?.content[0]?.schema ?? false;
    expect([path, validateJson({}, schema, text, { direction: 'response' })]).toEqual([path, []]);
  }
});
