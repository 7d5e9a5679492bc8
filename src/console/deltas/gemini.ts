import type { Delta, DeltaShape } from './delta.ts';
import { itemsAt, jsonAt, member, numberAt, textAt } from './json-value.ts';

type Tell = (delta: Delta) => void;

/**
 * Google's Gemini (`streamGenerateContent?alt=sse`): each event is a response that holds the next piece of every candidate.
 *
 * @see https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent
 */
export const gemini: DeltaShape = {
  read(_type, value, tell) {
    const candidates = member(value, 'candidates');
    const feedback = member(value, 'promptFeedback');
    const usage = member(value, 'usageMetadata');
    if (!(Array.isArray(candidates) && candidates.every(isCandidate)) && !(feedback && usage)) return false;
    for (const one of itemsAt(value, 'candidates')) readCandidate(one, numberAt(one, 'index') ?? 0, tell);
    const reason = textAt(feedback, 'blockReason');
    if (reason) tell({ kind: 'finish', choice: 0, reason });
    if (usage !== undefined) tell({ kind: 'usage', usage });
    return true;
  },
};

function isCandidate(one: unknown): boolean {
  return typeof member(one, 'content') === 'object' || member(one, 'finishReason') !== undefined;
}

function readCandidate(one: unknown, choice: number, tell: Tell): void {
  for (const part of itemsAt(member(one, 'content'), 'parts')) {
    const kind = member(part, 'thought') === true ? 'reasoning' : 'text';
    const text = textAt(part, 'text');
    if (text) tell({ kind, choice, part: kind, text });
    const call = member(part, 'functionCall');
    if (call !== undefined)
      tell({
        kind: 'call',
        choice,
        part: '',
        id: textAt(call, 'id'),
        name: textAt(call, 'name'),
        arguments: jsonAt(call, 'args'),
      });
    const code = textAt(member(part, 'executableCode'), 'code');
    if (code) tell({ kind: 'call', choice, part: '', name: 'executableCode', arguments: code });
  }
  const reason = textAt(one, 'finishReason');
  if (reason) tell({ kind: 'finish', choice, reason });
}
