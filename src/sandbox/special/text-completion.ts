import type { Call } from '../call.ts';
import { randomNumbers } from '../random.ts';
import { cutTokens } from '../tokens.ts';
import type { Choice, CompletionKind } from './completion.ts';
import { member, numberOf, stringsOf } from './json-values.ts';

/** Plain completions: each prompt is a question of its own; none at all is an empty one. */
export const textCompletion: CompletionKind = {
  object: 'text_completion',
  chunkObject: 'text_completion',
  idPrefix: 'cmpl-',
  questions: (body) => {
    const prompts = stringsOf(member(body, 'prompt'));
    return prompts.length > 0 ? prompts : [''];
  },
  promptTokens: (body) => stringsOf(member(body, 'prompt')).reduce((sum, text) => sum + cutTokens(text).length, 0),
  whole: (choice, call) => ({
    text: choice.tokens.join(''),
    index: choice.index,
    logprobs: logprobs(choice, call, 0, choice.tokens.length),
    finish_reason: choice.finish,
  }),
  chunks: (choice, call) => [
    ...choice.tokens.map((text, at) => ({
      text,
      index: choice.index,
      logprobs: logprobs(choice, call, at, at + 1),
      finish_reason: null,
    })),
    { text: '', index: choice.index, logprobs: null, finish_reason: choice.finish },
  ],
};

/** Tokens that might have stood there instead. */
const OTHERS = [' the', '\n', ',', ' a', ' and', '的'];

/** Made-up probabilities of some tokens, as `logprobs` asks for; the first token of an echo has none. */
function logprobs(choice: Choice, { json, settings }: Call, from: number, to: number): object | null {
  const wanted = numberOf(member(json, 'logprobs'));
  if (wanted === undefined) return null;
  const tokens = choice.tokens.slice(from, to);
  const before = choice.tokens.slice(0, from).join('').length;
  const offsets = tokens.map((_, at) => choice.offset + before + tokens.slice(0, at).join('').length);
  const tops = tokens.map((token, at) => {
    const random = randomNumbers(`${token}${from + at}`, settings.seed);
    const own = round(-0.01 - random() ** 3);
    const others = OTHERS.filter((other) => other !== token).slice(0, Math.max(0, wanted - 1));
    return choice.made < choice.tokens.length && from + at === 0
      ? null
      : {
          own,
          all: Object.fromEntries([
            [token, own],
            ...others.map((other, rank) => [other, round(own - 2 - rank - random())]),
          ]),
        };
  });
  return {
    tokens,
    token_logprobs: tops.map((top) => top?.own ?? null),
    top_logprobs: tops.map((top) => top?.all ?? null),
    text_offset: offsets,
  };
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
