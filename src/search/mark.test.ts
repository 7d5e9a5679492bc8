import { expect, it } from 'vitest';
import { type MarkedPiece, markWords, nearFirstMark } from './mark.ts';

const cases: readonly (readonly [text: string, words: readonly string[], want: string])[] = [
  ['max_tokens', ['max', 'tok'], '[max]_[tok]ens'],
  ['createChatCompletion', ['chat'], 'create[Chat]Completion'],
  ['Chat completion', ['completion', 'chat'], '[Chat] [completion]'],
  ['stochastic', ['chas'], 'stochastic'],
  ['流式输出与非流式输出', ['流式', '式输'], '[流式输]出与非[流式输]出'],
  ['ＡＰＩ密钥', ['api'], '[ＡＰＩ]密钥'],
  ['ﬁeld', ['fi'], '[ﬁ]eld'],
  ['HTTP429', ['429'], 'HTTP[429]'],
  ['<b>&amp;', ['b'], '<[b]>&amp;'],
  ['nothing', [], 'nothing'],
  ['', ['x'], ''],
];
for (const [text, words, want] of cases) {
  it(`marks ${words.join(', ')} in ${text}`, () => {
    expect(joined(markWords(text, words))).toBe(want);
  });
}

function joined(pieces: readonly MarkedPiece[]): string {
  return pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');
}

it.each([
  ['字段作用必填到目前为止的对话越高越多样边生成边返回，见流式响应', ['流式'], '…高越多样边生成边返回，见[流式]响应'],
  ['one reply holds so many tokens, or stops before', ['stop'], '…tokens, or [stop]s before'],
  ['the beginning of a text', ['the'], '[the] beginning of a text'],
  ['a text that is not too long', ['long'], '…is not too [long]'],
  ['a short one', ['one'], 'a short [one]'],
  ['nothing of it is marked, however long', ['x'], 'nothing of it is marked, however long'],
])('shows the first mark of %s', (text, words, want) => {
  expect(joined(nearFirstMark(markWords(text, words)))).toBe(want);
});
