import { describe, expect, it } from 'vitest';
import { createConversation } from './conversation.ts';

type Event = string | readonly [type: string, data: string];

/** Parts as `kind: text`, a call as `call name#id: arguments`. */
function told(events: readonly Event[]) {
  const conversation = createConversation();
  const added = events.map((event) =>
    typeof event === 'string' ? conversation.add('message', event) : conversation.add(...event),
  );
  const choices = conversation.choices().map(({ index, parts, finish }) => ({
    index,
    parts: parts.map(({ kind, name, id, text }) =>
      kind === 'call' ? `call ${name}#${id}: ${text.from(0)}` : `${kind}: ${text.from(0)}`,
    ),
    finish,
  }));
  const { isKnown, usage, error } = conversation;
  return { known: isKnown(), choices, added, usage: Object.fromEntries(usage()), error: error() };
}

/** Events as Anthropic and OpenAI's responses send them: named as the type in their data. */
const named = (data: { readonly type: string; readonly [name: string]: unknown }): Event => [
  data.type,
  JSON.stringify(data),
];
const chat = (...choices: object[]): string =>
  JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices });
const delta = (piece: object, rest: object = {}): object => ({ index: 0, delta: piece, finish_reason: null, ...rest });

describe('chat completions', () => {
  it('join the text of a choice and tell why it ended', () => {
    const events = [
      chat(delta({ role: 'assistant', content: '', refusal: null })),
      chat(delta({ content: '你' })),
      chat(delta({ content: '好' })),
      chat(delta({}, { finish_reason: 'stop' })),
      '{"id":"c","object":"chat.completion.chunk","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":2,"completion_tokens_details":{"reasoning_tokens":1,"audio_tokens":0}}}',
      '[DONE]',
    ];
    expect(told(events)).toEqual({
      known: true,
      choices: [{ index: 0, parts: ['text: 你好'], finish: 'stop' }],
      added: [false, true, true, false, false, false],
      usage: { prompt_tokens: 9, completion_tokens: 2, 'completion_tokens_details.reasoning_tokens': 1 },
      error: undefined,
    });
  });

  it('keep choices apart that arrive interleaved, the last first', () => {
    const { choices } = told([
      chat(delta({ content: 'x' }, { index: 2 })),
      chat(delta({ content: 'a' }), delta({ content: 'y' }, { index: 1 })),
      chat(delta({ content: 'z' }, { index: 2, finish_reason: 'length' })),
      chat(delta({ content: 'b' })),
    ]);
    expect(choices).toEqual([
      { index: 0, parts: ['text: ab'], finish: undefined },
      { index: 1, parts: ['text: y'], finish: undefined },
      { index: 2, parts: ['text: xz'], finish: 'length' },
    ]);
  });

  it('assemble tool calls that arrive interleaved', () => {
    const call = (index: number, more: object): string => chat(delta({ tool_calls: [{ index, ...more }] }));
    const { choices, added } = told([
      call(0, { id: 'call_a', type: 'function', function: { name: 'weather', arguments: '' } }),
      call(0, { function: { arguments: '{"city":' } }),
      call(1, { id: 'call_b', type: 'function', function: { name: 'ti', arguments: '' } }),
      call(1, { function: { name: 'me', arguments: '{}' } }),
      call(0, { id: 'call_a', function: { name: 'weather', arguments: ' "上海"}' } }),
      chat(delta({}, { finish_reason: 'tool_calls' })),
    ]);
    expect(choices).toEqual([
      { index: 0, parts: ['call weather#call_a: {"city": "上海"}', 'call time#call_b: {}'], finish: 'tool_calls' },
    ]);
    expect(added).toEqual([false, true, false, true, true, false]);
  });

  it('read the older function call, custom tools, reasoning and refusals', () => {
    const { choices } = told([
      chat(delta({ reasoning_content: 'Let ' })),
      chat(delta({ reasoning: 'me see.' })),
      chat(delta({ content: 'Yes' })),
      chat(delta({ refusal: 'I can’t.' })),
      chat(delta({ function_call: { name: 'f', arguments: '{"a"' } })),
      chat(delta({ function_call: { arguments: ':1}' } })),
      chat(delta({ tool_calls: [{ index: 0, id: 'x', type: 'custom', custom: { name: 'sql', input: 'select 1' } }] })),
    ]);
    expect(choices[0]?.parts).toEqual([
      'reasoning: Let me see.',
      'text: Yes',
      'refusal: I can’t.',
      'call f#: {"a":1}',
      'call sql#x: select 1',
    ]);
  });

  it('read completions', () => {
    const { choices } = told([
      '{"choices":[{"index":0,"text":"a","logprobs":null,"finish_reason":null}]}',
      '{"choices":[{"index":0,"text":"b","finish_reason":"length"}]}',
    ]);
    expect(choices).toEqual([{ index: 0, parts: ['text: ab'], finish: 'length' }]);
  });

  it('tell an error in the middle, and go on', () => {
    const { choices, error } = told([
      chat(delta({ content: 'a' })),
      '{"error":{"message":"The server had an error","type":"server_error","code":null}}',
      chat(delta({ content: 'b' })),
    ]);
    expect(error).toEqual({ message: 'The server had an error', code: 'server_error' });
    expect(choices[0]?.parts).toEqual(['text: ab']);
  });

  const first = chat(delta({ content: 'a' }));
  it.each<{ name: string; given: Event; want: { message: string; code: string } }>([
    { name: 'in plain words', given: ['error', 'out of memory'], want: { message: 'out of memory', code: '' } },
    {
      name: 'with a number for a code',
      given: '{"error":{"message":"m","code":503}}',
      want: { message: 'm', code: '503' },
    },
    {
      name: 'with a code that is no text',
      given: '{"error":{"message":"m","code":{"toString":1,"valueOf":1},"type":"t"}}',
      want: { message: 'm', code: 't' },
    },
    {
      name: 'longer than anyone reads',
      given: `{"error":{"message":"${'x'.repeat(9000)}"}}`,
      want: { message: 'x'.repeat(4000), code: '' },
    },
  ])('tell an error $name', ({ given, want }) => {
    const { choices, error } = told([first, given, chat(delta({ content: 'b' }))]);
    expect(error).toEqual(want);
    expect(choices[0]?.parts).toEqual(['text: ab']);
  });

  it.each([
    { given: '{"error":{"message":"no such model","code":"E1"}}', want: { message: 'no such model', code: 'E1' } },
    { given: '{"error":"model not found"}', want: { message: 'model not found', code: '' } },
    {
      given: '{"object":"error","message":"too long","type":"BadRequestError","code":400}',
      want: { message: 'too long', code: '400' },
    },
    {
      given:
        '{"error":{"message":"busy","code":429},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]}',
      want: { message: 'busy', code: '429' },
    },
  ])('tell an error that comes in the place of an answer: $given', ({ given, want }) => {
    const { known, error } = told([given, '[DONE]']);
    expect({ known, error }).toEqual({ known: true, error: want });
  });

  it('tell an error that ends a choice, and how it ended', () => {
    const end = { error: { message: 'busy' }, choices: [delta({ content: 'b' }, { finish_reason: 'error' })] };
    const { choices, error } = told([first, JSON.stringify(end)]);
    expect(choices).toEqual([{ index: 0, parts: ['text: ab'], finish: 'error' }]);
    expect(error).toEqual({ message: 'busy', code: '' });
  });

  const tool = (id: string, name: string, args: unknown): object => ({
    tool_calls: [{ index: 0, id, function: { name, arguments: args } }],
  });
  it.each<{ name: string; given: readonly object[]; parts: readonly string[]; finish?: string }>([
    {
      name: 'a choice without a delta',
      given: [
        { index: 0, delta: { content: 'a' } },
        { index: 0, delta: null, finish_reason: 'stop' },
      ],
      parts: ['text: a'],
      finish: 'stop',
    },
    {
      name: 'a filter that tells what it found without a delta',
      given: [{ index: 0, content_filter_results: { hate: { filtered: true } }, finish_reason: 'content_filter' }],
      parts: [],
      finish: 'content_filter',
    },
    {
      name: 'a message that comes whole',
      given: [{ index: 0, message: { content: 'all' }, finish_reason: 'stop' }],
      parts: ['text: all'],
      finish: 'stop',
    },
    {
      name: 'the whole message after its pieces',
      given: [delta({ content: 'al' }), delta({ content: 'l' }, { message: { content: 'all' } })],
      parts: ['text: all'],
    },
    {
      name: 'content in parts',
      given: [
        delta({
          content: [
            {
              type: 'thinking',
              thinking: [
                { type: 'text', text: 'h' },
                { type: 'text', text: 'm' },
              ],
            },
          ],
        }),
        delta({
          content: [
            { type: 'text', text: 'a' },
            { type: 'text', text: 'b' },
          ],
        }),
        delta({ content: 'c' }),
      ],
      parts: ['reasoning: hm', 'text: abc'],
    },
    {
      name: 'what a voice says',
      given: [delta({ audio: { id: 'a', transcript: 'Hel' } }), delta({ audio: { transcript: 'lo' } })],
      parts: ['text: Hello'],
    },
    {
      name: 'calls that are all counted as the first',
      given: [delta(tool('a', 'f', '{"x"')), delta(tool('a', 'f', ':1}')), delta(tool('b', 'g', '{}'))],
      parts: ['call f#a: {"x":1}', 'call g#b: {}'],
    },
    { name: 'arguments that are no text', given: [delta(tool('a', 'f', { x: [1] }))], parts: ['call f#a: {"x":[1]}'] },
  ])('read $name', ({ given, parts, finish }) => {
    expect(told(given.map((one) => chat(one))).choices).toEqual([{ index: 0, parts, finish }]);
  });

  it('read the usage of a chunk whose choices are null', () => {
    expect(told([first, '{"object":"chat.completion.chunk","choices":null,"usage":{"total_tokens":3}}']).usage).toEqual(
      {
        total_tokens: 3,
      },
    );
  });
});

describe('responses', () => {
  const response = { id: 'resp_1', object: 'response', status: 'in_progress', error: null };

  it('show texts, reasoning, calls, the end and the usage', () => {
    const result = told([
      named({ type: 'response.created', sequence_number: 0, response }),
      named({
        type: 'response.output_item.added',
        output_index: 0,
        item: { id: 'rs_1', type: 'reasoning', summary: [] },
      }),
      named({
        type: 'response.reasoning_summary_text.delta',
        item_id: 'rs_1',
        output_index: 0,
        summary_index: 0,
        delta: 'Think',
      }),
      named({
        type: 'response.reasoning_summary_text.delta',
        item_id: 'rs_1',
        output_index: 0,
        summary_index: 1,
        delta: 'More',
      }),
      named({
        type: 'response.reasoning_summary_text.done',
        item_id: 'rs_1',
        output_index: 0,
        summary_index: 1,
        text: 'More',
      }),
      named({ type: 'response.output_text.delta', item_id: 'msg_1', output_index: 1, content_index: 0, delta: 'Hi' }),
      named({ type: 'response.output_text.delta', item_id: 'msg_1', output_index: 1, content_index: 0, delta: '!' }),
      named({ type: 'response.output_text.done', item_id: 'msg_1', output_index: 1, content_index: 0, text: 'Hi!' }),
      named({
        type: 'response.output_item.added',
        output_index: 2,
        item: {
          id: 'fc_1',
          type: 'function_call',
          call_id: 'call_1',
          name: 'weather',
          arguments: '',
          status: 'in_progress',
        },
      }),
      named({ type: 'response.function_call_arguments.delta', item_id: 'fc_1', output_index: 2, delta: '{"city":' }),
      named({ type: 'response.function_call_arguments.delta', item_id: 'fc_1', output_index: 2, delta: '"Paris"}' }),
      named({
        type: 'response.function_call_arguments.done',
        item_id: 'fc_1',
        output_index: 2,
        arguments: '{"city":"Paris"}',
      }),
      named({
        type: 'response.output_item.done',
        output_index: 2,
        item: { id: 'fc_1', type: 'function_call', call_id: 'call_1', name: 'weather', arguments: '{"city":"Paris"}' },
      }),
      named({
        type: 'response.completed',
        response: { ...response, status: 'completed', usage: { input_tokens: 5, output_tokens: 7 } },
      }),
    ]);
    expect(result.choices).toEqual([
      {
        index: 0,
        parts: ['reasoning: Think', 'reasoning: More', 'text: Hi!', 'call weather#call_1: {"city":"Paris"}'],
        finish: 'completed',
      },
    ]);
    expect(result.usage).toEqual({ input_tokens: 5, output_tokens: 7 });
    expect(result.error).toBeUndefined();
  });

  it('take what comes whole without pieces before it', () => {
    const { choices } = told([
      named({ type: 'response.output_text.done', output_index: 0, content_index: 0, text: 'All at once' }),
      named({
        type: 'response.output_item.done',
        output_index: 1,
        item: { type: 'custom_tool_call', call_id: 'c', name: 'sql', input: 'select 1' },
      }),
      named({ type: 'response.refusal.delta', output_index: 2, content_index: 0, delta: 'No.' }),
      named({
        type: 'response.incomplete',
        response: { ...response, incomplete_details: { reason: 'max_output_tokens' } },
      }),
    ]);
    expect(choices).toEqual([
      { index: 0, parts: ['text: All at once', 'call sql#c: select 1', 'refusal: No.'], finish: 'max_output_tokens' },
    ]);
  });

  it('show what a voice says, and code that is run', () => {
    const item = { id: 'ci', type: 'code_interpreter_call' };
    const { choices } = told([
      named({ type: 'response.output_audio_transcript.delta', output_index: 0, content_index: 0, delta: 'Hi' }),
      named({ type: 'response.output_audio_transcript.done', output_index: 0, content_index: 0, transcript: 'Hi' }),
      named({ type: 'response.output_item.added', output_index: 1, item }),
      named({ type: 'response.code_interpreter_call_code.delta', output_index: 1, delta: 'print(1' }),
      named({ type: 'response.code_interpreter_call_code.delta', output_index: 1, delta: ')' }),
      named({ type: 'response.code_interpreter_call_code.done', output_index: 1, code: 'print(1)' }),
      named({ type: 'response.output_item.done', output_index: 1, item: { ...item, code: 'print(1)' } }),
    ]);
    expect(choices[0]?.parts).toEqual(['text: Hi', 'call code_interpreter_call#ci: print(1)']);
  });

  it('tell both kinds of errors', () => {
    const failed = { ...response, status: 'failed', error: { code: 'server_error', message: 'The model failed.' } };
    expect(told([named({ type: 'response.failed', response: failed })]).error).toEqual({
      message: 'The model failed.',
      code: 'server_error',
    });
    const tooFast = named({ type: 'error', code: 'rate_limit', message: 'Too fast', param: null });
    expect(told([tooFast, named({ type: 'response.created', response })]).error).toEqual({
      message: 'Too fast',
      code: 'rate_limit',
    });
  });
});

describe('messages', () => {
  it('show texts, thinking, tools, the end and the usage', () => {
    const result = told([
      named({
        type: 'message_start',
        message: {
          id: 'msg_1',
          type: 'message',
          role: 'assistant',
          content: [],
          usage: { input_tokens: 25, output_tokens: 1 },
        },
      }),
      named({ type: 'content_block_start', index: 0, content_block: { type: 'thinking', thinking: '' } }),
      named({ type: 'ping' }),
      named({ type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'Let me see' } }),
      named({ type: 'content_block_delta', index: 0, delta: { type: 'signature_delta', signature: 'EqQB' } }),
      named({ type: 'content_block_stop', index: 0 }),
      named({ type: 'content_block_start', index: 1, content_block: { type: 'text', text: 'He' } }),
      named({ type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: 'llo' } }),
      named({
        type: 'content_block_start',
        index: 2,
        content_block: { type: 'tool_use', id: 'toolu_1', name: 'weather', input: {} },
      }),
      named({ type: 'content_block_delta', index: 2, delta: { type: 'input_json_delta', partial_json: '' } }),
      named({
        type: 'content_block_delta',
        index: 2,
        delta: { type: 'input_json_delta', partial_json: '{"city": "San' },
      }),
      named({
        type: 'content_block_delta',
        index: 2,
        delta: { type: 'input_json_delta', partial_json: ' Francisco"}' },
      }),
      named({
        type: 'message_delta',
        delta: { stop_reason: 'tool_use', stop_sequence: null },
        usage: { output_tokens: 89 },
      }),
      named({ type: 'message_stop' }),
    ]);
    expect(result).toMatchObject({
      known: true,
      choices: [
        {
          index: 0,
          parts: ['reasoning: Let me see', 'text: Hello', 'call weather#toolu_1: {"city": "San Francisco"}'],
          finish: 'tool_use',
        },
      ],
      usage: { input_tokens: 25, output_tokens: 89 },
      error: undefined,
    });
  });

  it('tell an error', () => {
    const overloaded = named({ type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } });
    expect(told([named({ type: 'message_start', message: {} }), overloaded]).error).toEqual({
      message: 'Overloaded',
      code: 'overloaded_error',
    });
  });
});

describe('Gemini', () => {
  const piece = (parts: readonly object[], rest: object = {}, more: object = {}): string =>
    JSON.stringify({ candidates: [{ content: { role: 'model', parts }, ...rest }], modelVersion: 'g', ...more });

  it('shows texts, thoughts, calls, the end and the usage, candidate by candidate', () => {
    const look = { functionCall: { name: 'look', args: { at: 1 } } };
    expect(
      told([
        piece([{ text: 'hm', thought: true }], { index: 0 }, { usageMetadata: { promptTokenCount: 4 } }),
        piece([{ text: 'Hel' }], { index: 0 }),
        piece([{ text: 'Sal' }], { index: 1 }),
        piece([{ text: 'lo' }, look, look], { finishReason: 'STOP' }, { usageMetadata: { totalTokenCount: 9 } }),
      ]),
    ).toEqual({
      known: true,
      choices: [
        {
          index: 0,
          parts: ['reasoning: hm', 'text: Hello', 'call look#: {"at":1}', 'call look#: {"at":1}'],
          finish: 'STOP',
        },
        { index: 1, parts: ['text: Sal'], finish: undefined },
      ],
      added: [true, true, true, true],
      usage: { promptTokenCount: 4, totalTokenCount: 9 },
      error: undefined,
    });
  });

  it('tells why a prompt has no answer, and an error', () => {
    const { choices } = told(['{"promptFeedback":{"blockReason":"SAFETY"},"usageMetadata":{"totalTokenCount":4}}']);
    expect(choices).toEqual([{ index: 0, parts: [], finish: 'SAFETY' }]);
    const { error } = told([piece([{ text: 'a' }]), '{"error":{"code":503,"message":"busy","status":"UNAVAILABLE"}}']);
    expect(error).toEqual({ message: 'busy', code: '503' });
  });
});

describe('Ollama', () => {
  const line = (value: object): string => JSON.stringify({ model: 'l', created_at: 't', ...value });
  const end = { done: true, done_reason: 'stop', prompt_eval_count: 5, eval_count: 2, total_duration: 99 };

  it.each([
    { name: 'chat', say: (text: string) => ({ message: { role: 'assistant', content: text } }) },
    { name: 'generation', say: (text: string) => ({ response: text }) },
  ])('shows the text, the end and the usage of $name', ({ say }) => {
    const events = [
      line({ ...say('Hel'), done: false }),
      line({ ...say('lo'), done: false }),
      line({ ...say(''), ...end }),
    ];
    expect(told(events)).toEqual({
      known: true,
      choices: [{ index: 0, parts: ['text: Hello'], finish: 'stop' }],
      added: [true, true, false],
      usage: { prompt_eval_count: 5, eval_count: 2 },
      error: undefined,
    });
  });

  it('shows thinking, calls and an error', () => {
    const call = { function: { name: 'look', arguments: { at: 1 } } };
    const { choices, error } = told([
      line({ message: { content: '', thinking: 'hm' }, done: false }),
      line({ message: { content: '', tool_calls: [call, call] }, done: false }),
      '{"error":"out of memory"}',
    ]);
    expect(choices[0]?.parts).toEqual(['reasoning: hm', 'call look#: {"at":1}', 'call look#: {"at":1}']);
    expect(error).toEqual({ message: 'out of memory', code: '' });
  });
});

describe('any other data', () => {
  it('is passed over', () => {
    const others = [
      '',
      'null',
      '7',
      '[]',
      '{',
      '"choices"',
      '{"choices":{}}',
      '{"choices":[]}',
      '{"choices":[null,3,{"index":"0"},{"text":5}]}',
      '{"__proto__":{"choices":[{"text":"a"}]}}',
      '{"type":"ping"}',
      '{"type":"error","message":"a record"}',
      '{"level":"error","error":{"message":"a record about an error"}}',
      '{"type":5,"delta":"a"}',
      '{"error":"a record"}',
      '{"candidates":["a"]}',
      '{"response":"a"}',
      '{"done":true}',
    ];
    expect(told(others)).toEqual({
      known: false,
      choices: [],
      added: others.map(() => false),
      usage: {},
      error: undefined,
    });
  });

  it('holds no more than it shows', () => {
    const conversation = createConversation();
    for (let index = 0; index < 1000; index += 1) conversation.add('', `{"choices":[{"index":${index},"text":"a"}]}`);
    expect(conversation.choices()).toHaveLength(128);
    for (let index = 0; index < 1000; index += 1) {
      conversation.add(
        '',
        chat(delta({ tool_calls: [{ index, id: 'x'.repeat(1000), function: { name: 'y'.repeat(1000) } }] })),
      );
    }
    const parts = conversation.choices().flatMap((choice) => choice.parts);
    expect(parts).toHaveLength(256);
    expect(parts.find((part) => part.kind === 'call')).toMatchObject({ name: 'y'.repeat(300), id: 'x'.repeat(300) });
    for (let index = 0; index < 40; index += 1) {
      conversation.add('', `{"choices":[],"usage":{"tokens${index}":1}}`);
    }
    expect(conversation.usage()).toHaveLength(24);
  });
});
