import type { JsonText } from '../../model/json-text.ts';
import type { Session } from '../session.ts';

const memories = new WeakMap<Session, Map<string, Map<string, JsonText>>>();

/** What stood in other branches of one value of a form; it lives as long as the form does. */
export function memoryOf(session: Session, value: string): Map<string, JsonText> {
  const all = memories.get(session) ?? new Map<string, Map<string, JsonText>>();
  memories.set(session, all);
  const memory = all.get(value) ?? new Map<string, JsonText>();
  all.set(value, memory);
  return memory;
}
