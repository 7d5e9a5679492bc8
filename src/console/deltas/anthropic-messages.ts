import type { Delta, DeltaShape } from './delta.ts';
import { member, numberAt, textAt } from './json-value.ts';

type Tell = (delta: Delta) => void;

/** `ping` isn't among them: other APIs send one too. */
const TYPES = /^(?:message_(?:start|delta|stop)|content_block_(?:start|delta|stop))$/;

/**
 * The events of Anthropic's messages: one message, made of blocks that come one after another.
 *
 * @see https://docs.anthropic.com/en/api/messages-streaming
 */
export const anthropicMessages: DeltaShape = {
  read(_type, value, tell) {
    const type = textAt(value, 'type') ?? '';
    if (!TYPES.test(type)) return false;
    const part = `block ${numberAt(value, 'index') ?? 0}`;
    if (type === 'content_block_start') startBlock(member(value, 'content_block'), part, tell);
    if (type === 'content_block_delta') growBlock(member(value, 'delta'), part, tell);
    const reason = type === 'message_delta' && textAt(member(value, 'delta'), 'stop_reason');
    if (reason) tell({ kind: 'finish', choice: 0, reason });
    const usage = member(value, 'usage') ?? member(member(value, 'message'), 'usage');
    if (usage !== undefined) tell({ kind: 'usage', usage });
    return true;
  },
};

function startBlock(block: unknown, part: string, tell: Tell): void {
  const type = textAt(block, 'type') ?? '';
  if (type.endsWith('tool_use')) {
    const input = member(block, 'input');
    // It begins as an empty object, whose members come as text.
    const isGiven = typeof input === 'object' && input !== null && Object.keys(input).length > 0;
    const given = isGiven ? JSON.stringify(input) : undefined;
    tell({ kind: 'call', choice: 0, part, id: textAt(block, 'id'), name: textAt(block, 'name'), arguments: given });
    return;
  }
  growBlock({ type: `${type}_delta`, text: member(block, 'text'), thinking: member(block, 'thinking') }, part, tell);
}

function growBlock(delta: unknown, part: string, tell: Tell): void {
  const text = textAt(delta, 'text');
  const thinking = textAt(delta, 'thinking');
  const input = textAt(delta, 'partial_json');
  if (text) tell({ kind: 'text', choice: 0, part, text });
  else if (thinking) tell({ kind: 'reasoning', choice: 0, part, text: thinking });
  else if (input) tell({ kind: 'call', choice: 0, part, arguments: input });
}
