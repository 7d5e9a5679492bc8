import type { Delta, DeltaShape } from './delta.ts';
import { itemsAt, jsonAt, member, numberAt, textAt } from './json-value.ts';

type Tell = (delta: Delta) => void;

/**
 * Chat completions (`choices[].delta`) and completions (`choices[].text`) of OpenAI and the many APIs like it.
 *
 * @see https://platform.openai.com/docs/api-reference/chat-streaming
 */
export const openaiCompletions: DeltaShape = {
  read(_type, value, tell) {
    if (!isChunk(value)) return false;
    for (const choice of itemsAt(value, 'choices')) readChoice(choice, numberAt(choice, 'index') ?? 0, tell);
    const usage = member(value, 'usage');
    if (usage !== undefined) tell({ kind: 'usage', usage });
    return true;
  },
};

/** What says that a choice is one; services leave out whatever has nothing to tell. */
const OF_CHOICE = ['delta', 'message', 'finish_reason', 'content_filter_results'];

/** Chunks without a choice tell about the prompt at the beginning, or the usage at the end. */
function isChunk(value: unknown): boolean {
  if (/^(?:chat\.completion|text_completion)/.test(textAt(value, 'object') ?? '')) return true;
  const choices = member(value, 'choices');
  if (!Array.isArray(choices)) return false;
  if (choices.length > 0) {
    return choices.every(
      (one) => OF_CHOICE.some((name) => member(one, name) !== undefined) || typeof member(one, 'text') === 'string',
    );
  }
  return ['usage', 'prompt_filter_results', 'object'].some((name) => member(value, name) !== undefined);
}

function readChoice(one: unknown, choice: number, tell: Tell): void {
  readMessage(member(one, 'delta'), choice, false, tell);
  // Some end with the whole message; some send nothing else.
  readMessage(member(one, 'message'), choice, true, tell);
  const text = textAt(one, 'text');
  if (text) tell({ kind: 'text', choice, part: 'text', text });
  const reason = textAt(one, 'finish_reason');
  if (reason) tell({ kind: 'finish', choice, reason });
}

function readMessage(message: unknown, choice: number, isWhole: boolean, tell: Tell): void {
  const say = (kind: 'text' | 'reasoning' | 'refusal', text: string | undefined): void => {
    if (text) tell({ kind, choice, part: kind, text, isWhole });
  };
  // Mistral sends its content in parts when it has thought.
  const parts = itemsAt(message, 'content');
  const thoughts = joined(parts.flatMap((part) => itemsAt(part, 'thinking')));
  // There is no one name for it: DeepSeek and vLLM say the first, OpenRouter and others the second.
  say('reasoning', textAt(message, 'reasoning_content') ?? textAt(message, 'reasoning') ?? thoughts);
  // What a voice says comes as text, too.
  say('text', textAt(message, 'content') ?? textAt(member(message, 'audio'), 'transcript') ?? joined(parts));
  say('refusal', textAt(message, 'refusal'));
  itemsAt(message, 'tool_calls').forEach((call, at) => {
    readCall(call, choice, `call ${numberAt(call, 'index') ?? textAt(call, 'id') ?? at}`, isWhole, tell);
  });
  // The form before tool calls: one function, without an id.
  const call = member(message, 'function_call');
  if (call !== undefined) readCall({ function: call }, choice, 'function', isWhole, tell);
}

function joined(parts: readonly unknown[]): string {
  return parts.map((part) => textAt(part, 'text') ?? '').join('');
}

function readCall(call: unknown, choice: number, part: string, isWhole: boolean, tell: Tell): void {
  const called = member(call, 'function') ?? member(call, 'custom');
  tell({
    kind: 'call',
    choice,
    part,
    id: textAt(call, 'id'),
    name: textAt(called, 'name'),
    arguments: jsonAt(called, 'arguments') ?? textAt(called, 'input'),
    isWhole,
  });
}
