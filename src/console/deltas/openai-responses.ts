import type { Delta, DeltaShape } from './delta.ts';
import { member, numberAt, textAt } from './json-value.ts';

type Tell = (delta: Delta) => void;

/** Texts that grow: the event's name without `.delta` or `.done`, and the member that holds the whole at its end. */
const TEXTS: ReadonlyMap<string, readonly [kind: 'text' | 'reasoning' | 'refusal', whole: string]> = new Map([
  ['response.output_text', ['text', 'text']],
  ['response.refusal', ['refusal', 'refusal']],
  ['response.reasoning_summary_text', ['reasoning', 'text']],
  ['response.reasoning_text', ['reasoning', 'text']],
  ['response.audio.transcript', ['text', 'transcript']],
  ['response.output_audio_transcript', ['text', 'transcript']],
]);

const ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ['response.function_call_arguments', 'arguments'],
  ['response.mcp_call_arguments', 'arguments'],
  ['response.custom_tool_call_input', 'input'],
  ['response.code_interpreter_call_code', 'code'],
]);

const CALLS: readonly string[] = ['function_call', 'mcp_call', 'custom_tool_call', 'code_interpreter_call'];

/**
 * The events of OpenAI's responses. Output items come one after another, each with texts of its own.
 *
 * @see https://platform.openai.com/docs/api-reference/responses-streaming
 */
export const openaiResponses: DeltaShape = {
  read(_type, value, tell) {
    const type = textAt(value, 'type') ?? '';
    if (!type.startsWith('response.')) return false;
    if (type.startsWith('response.output_item.')) readItem(value, tell);
    else if (/^response\.(completed|incomplete|failed)$/.test(type)) readEnd(type, member(value, 'response'), tell);
    else readPiece(type, value, tell);
    return true;
  },
};

function readPiece(type: string, value: unknown, tell: Tell): void {
  const [, name = '', step] = /^(.+)\.(delta|done)$/.exec(type) ?? [];
  const isWhole = step === 'done';
  const text = TEXTS.get(name);
  if (text) {
    const [kind, whole] = text;
    const inItem = numberAt(value, 'content_index') ?? numberAt(value, 'summary_index') ?? 0;
    const piece = textAt(value, isWhole ? whole : 'delta');
    if (piece) tell({ kind, choice: 0, part: `${name} ${placeOf(value)} ${inItem}`, text: piece, isWhole });
  }
  const whole = ARGUMENTS.get(name);
  if (whole === undefined) return;
  const piece = textAt(value, isWhole ? whole : 'delta');
  tell({ kind: 'call', choice: 0, part: `call ${placeOf(value)}`, arguments: piece, isWhole });
}

function readItem(value: unknown, tell: Tell): void {
  const item = member(value, 'item');
  const type = textAt(item, 'type') ?? '';
  if (!CALLS.includes(type)) return;
  tell({
    kind: 'call',
    choice: 0,
    part: `call ${placeOf(value)}`,
    id: textAt(item, 'call_id') ?? textAt(item, 'id'),
    // The tool that runs code has no other name.
    name: textAt(item, 'name') ?? type,
    arguments: textAt(item, 'arguments') ?? textAt(item, 'input') ?? textAt(item, 'code'),
    isWhole: true,
  });
}

function readEnd(type: string, response: unknown, tell: Tell): void {
  const usage = member(response, 'usage');
  if (usage !== undefined) tell({ kind: 'usage', usage });
  if (type === 'response.failed') tell({ kind: 'error', error: member(response, 'error') ?? response });
  const reason = textAt(member(response, 'incomplete_details'), 'reason');
  tell({ kind: 'finish', choice: 0, reason: reason ?? type.slice('response.'.length) });
}

function placeOf(value: unknown): string {
  return String(numberAt(value, 'output_index') ?? textAt(value, 'item_id') ?? 0);
}
