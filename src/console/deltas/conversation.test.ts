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

  it('tell an error that comes in the place of an answer', () => {
    const { known, error } = told(['{"error":{"message":"no such model","code":"E1"}}', '[DONE]']);
    expect({ known, error }).toEqual({ known: true, error: { message: 'no such model', code: 'E1' } });
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
