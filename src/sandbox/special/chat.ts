import type { JsonNode } from '../../model/json-text.ts';
import { cutTokens } from '../tokens.ts';
import type { CompletionKind } from './completion.ts';
import { itemsOf, member, stringOf } from './json-values.ts';

/** What the service adds around each message, and around all of them. */
const PER_MESSAGE = 4;
const PER_REQUEST = 3;

/** Chat completions: the last message is the question. */
export const chat: CompletionKind = {
  object: 'chat.completion',
  chunkObject: 'chat.completion.chunk',
  idPrefix: 'chatcmpl-',
  questions: (body) => [contentOf(itemsOf(member(body, 'messages')).at(-1))],
  promptTokens: (body) =>
    itemsOf(member(body, 'messages')).reduce(
      (sum, message) => sum + PER_MESSAGE + cutTokens(contentOf(message)).length,
      PER_REQUEST,
    ),
  whole: ({ index, finish, tokens }) => ({
    index,
    finish_reason: finish,
    message: { role: 'assistant', content: tokens.join('') },
  }),
  chunks: ({ index, finish, tokens }) => [
    { index, finish_reason: null, delta: { role: 'assistant' } },
    ...tokens.map((content) => ({ index, finish_reason: null, delta: { content } })),
    { index, finish_reason: finish, delta: {} },
  ],
};

/** A message's text; of content in parts, the parts that are text. */
function contentOf(message: JsonNode | undefined): string {
  const content = member(message, 'content');
  return (
    stringOf(content) ??
    itemsOf(content)
      .flatMap((part) => stringOf(member(part, 'text')) ?? [])
      .join('\n')
  );
}
