import type { DeltaShape } from './delta.ts';
import { itemsAt, jsonAt, member, textAt } from './json-value.ts';

/**
 * Ollama's own API, in JSON lines: chat (`message.content`) and generation (`response`). The last line has `done` and counts.
 *
 * @see https://github.com/ollama/ollama/blob/main/docs/api.md
 */
export const ollama: DeltaShape = {
  read(_type, value, tell) {
    const message = member(value, 'message');
    const text = member(value, 'response');
    const done = member(value, 'done');
    if (typeof done !== 'boolean' || (typeof text !== 'string' && typeof message !== 'object')) return false;
    const reasoning = textAt(message, 'thinking') ?? textAt(value, 'thinking');
    if (reasoning) tell({ kind: 'reasoning', choice: 0, part: 'reasoning', text: reasoning });
    const piece = textAt(message, 'content') ?? textAt(value, 'response');
    if (piece) tell({ kind: 'text', choice: 0, part: 'text', text: piece });
    for (const call of itemsAt(message, 'tool_calls')) {
      const called = member(call, 'function');
      tell({ kind: 'call', choice: 0, part: '', name: textAt(called, 'name'), arguments: jsonAt(called, 'arguments') });
    }
    if (!done) return true;
    tell({ kind: 'finish', choice: 0, reason: textAt(value, 'done_reason') ?? 'done' });
    const counts = Object.entries(value as object).filter(([name]) => /_count$/.test(name));
    if (counts.length > 0) tell({ kind: 'usage', usage: Object.fromEntries(counts) });
    return true;
  },
};
