import { describe, expect, it } from 'vitest';
import { createDeltas } from './deltas.ts';

const rows = [
  {
    name: 'chat: the role first, then text, then the reason',
    given: [
      '{"choices":[{"index":0,"delta":{"role":"assistant"},"finish_reason":null}]}',
      '{"choices":[{"index":0,"delta":{"content":"你"},"finish_reason":null}]}',
      '{"choices":[{"index":0,"delta":{"content":"好"},"finish_reason":null}]}',
      '{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}',
      '[DONE]',
    ],
    want: [{ index: 0, text: '你好', finish: 'stop' }],
    added: [false, true, true, false, false],
  },
  {
    name: 'completions',
    given: ['{"choices":[{"index":0,"text":"a"}]}', '{"choices":[{"index":0,"text":"b","finish_reason":"length"}]}'],
    want: [{ index: 0, text: 'ab', finish: 'length' }],
    added: [true, true],
  },
  {
    name: 'choices that arrive interleaved, the second first',
    given: [
      '{"choices":[{"index":1,"delta":{"content":"x"}}]}',
      '{"choices":[{"index":0,"delta":{"content":"a"}},{"index":1,"delta":{"content":"y"}}]}',
    ],
    want: [
      { index: 0, text: 'a', finish: undefined },
      { index: 1, text: 'xy', finish: undefined },
    ],
    added: [true, true],
  },
  {
    name: 'other shapes are passed over',
    given: [
      '',
      'null',
      '7',
      '[]',
      '{"choices":{}}',
      '{"choices":[null,3,{"index":"0","text":"a"},{"text":5}]}',
      '{"__proto__":{"choices":[]}}',
      '{',
    ],
    want: [{ index: 0, text: '', finish: undefined }],
    added: [false, false, false, false, false, false, false, false],
  },
];

describe('createDeltas', () => {
  for (const { name, given, want, added } of rows) {
    it(name, () => {
      const deltas = createDeltas();
      expect(given.map((data) => deltas.add(data))).toEqual(added);
      expect(deltas.choices().map(({ index, text, finish }) => ({ index, text: text.from(0), finish }))).toEqual(want);
    });
  }

  it('holds a bounded number of choices', () => {
    const deltas = createDeltas();
    for (let index = 0; index < 1000; index += 1) deltas.add(`{"choices":[{"index":${index},"text":"a"}]}`);
    expect(deltas.choices()).toHaveLength(128);
  });
});
