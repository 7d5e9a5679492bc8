import { expect, it } from 'vitest';
import { markWords } from './mark.ts';

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
    const shown = markWords(text, words).map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text));
    expect(shown.join('')).toBe(want);
  });
}
