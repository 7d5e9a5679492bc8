import type { Delta, DeltaShape } from './delta.ts';
import { itemsAt, member, numberAt, textAt } from './json-value.ts';

/**
 * Chat completions (`choices[].delta`) and completions (`choices[].text`) of OpenAI and the many APIs like it.
 *
 * @see https://platform.openai.com/docs/api-reference/chat-streaming
 */
export const openaiCompletions: DeltaShape = {
  read(_type, value, tell) {
    const choices = member(value, 'choices');
    if (!Array.isArray(choices) || !isChunk(value, choices)) return false;
    for (const choice of choices) readChoice(choice, numberAt(choice, 'index') ?? 0, tell);
    const usage = member(value, 'usage');
    if (usage !== undefined) tell({ kind: 'usage', usage });
    return true;
  },
};

/** Chunks without a choice tell about the prompt at the beginning, or the usage at the end. */
function isChunk(value: unknown, choices: readonly unknown[]): boolean {
  if (choices.length > 0) {
    return choices.every((one) => member(one, 'delta') !== undefined || typeof member(one, 'text') === 'string');
  }
  return ['usage', 'prompt_filter_results', 'object'].some((name) => member(value, name) !== undefined);
}

function readChoice(one: unknown, choice: number, tell: (delta: Delta) => void): void {
  const delta = member(one, 'delta');
  // There is no one name for it: DeepSeek and vLLM say the first, OpenRouter and others the second.
  const reasoning = textAt(delta, 'reasoning_content') ?? textAt(delta, 'reasoning');
  if (reasoning) tell({ kind: 'reasoning', choice, part: 'reasoning', text: reasoning });
  const text = textAt(delta, 'content') ?? textAt(one, 'text');
  if (text) tell({ kind: 'text', choice, part: 'text', text });
  const refusal = textAt(delta, 'refusal');
  if (refusal) tell({ kind: 'refusal', choice, part: 'refusal', text: refusal });
  itemsAt(delta, 'tool_calls').forEach((call, at) => {
    readCall(call, choice, `call ${numberAt(call, 'index') ?? textAt(call, 'id') ?? at}`, tell);
  });
  // The form before tool calls: one function, without an id.
  const call = member(delta, 'function_call');
  if (call !== undefined) readCall({ function: call }, choice, 'function', tell);
  const reason = textAt(one, 'finish_reason');
  if (reason) tell({ kind: 'finish', choice, reason });
}

function readCall(call: unknown, choice: number, part: string, tell: (delta: Delta) => void): void {
  const called = member(call, 'function') ?? member(call, 'custom');
  tell({
    kind: 'call',
    choice,
    part,
    id: textAt(call, 'id'),
    name: textAt(called, 'name'),
    arguments: textAt(called, 'arguments') ?? textAt(called, 'input'),
  });
}
