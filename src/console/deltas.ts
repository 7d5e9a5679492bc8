import { createTextTail, type TextTail } from './text-tail.ts';

/** The text of one answer, put together from the pieces of a stream. */
export interface Choice {
  readonly index: number;
  readonly text: TextTail;
  /** Why the answer ended, as the service says it: `stop`, `length`. */
  readonly finish?: string;
}

interface Growing extends Choice {
  finish?: string;
}

export interface Deltas {
  /** In order of their index. */
  choices(): readonly Choice[];
  /**
   * Takes the data of one event.
   *
   * @returns whether it held text for a choice
   */
  add(data: string): boolean;
}

const MOST_CHOICES = 128;
/** Of each choice, in UTF-16 units; a model's longest answers have less. */
const MOST_TEXT = 250_000;

/**
 * Puts the pieces of a completion stream together, by choice: `choices[].delta.content` of chat and
 * `choices[].text` of completions. Data of any other shape is passed over.
 */
export function createDeltas(): Deltas {
  const choices = new Map<number, Growing>();

  const choiceAt = (index: number): Growing | undefined => {
    const known = choices.get(index);
    if (known || choices.size >= MOST_CHOICES) return known;
    const made: Growing = { index, text: createTextTail(MOST_TEXT) };
    choices.set(index, made);
    return made;
  };

  return {
    choices: () => [...choices.values()].sort((a, b) => a.index - b.index),
    add(data) {
      let added = false;
      for (const piece of piecesOf(data)) {
        const choice = choiceAt(piece.index);
        if (!choice) continue;
        choice.text.append(piece.text);
        if (piece.finish) choice.finish = piece.finish;
        if (piece.text) added = true;
      }
      return added;
    },
  };
}

function piecesOf(data: string): { index: number; text: string; finish: string }[] {
  const choices = member(parse(data), 'choices');
  if (!Array.isArray(choices)) return [];
  return choices.flatMap((choice: unknown) => {
    const index = member(choice, 'index') ?? 0;
    if (typeof index !== 'number') return [];
    const text = member(member(choice, 'delta'), 'content') ?? member(choice, 'text');
    const finish = member(choice, 'finish_reason');
    return [{ index, text: typeof text === 'string' ? text : '', finish: typeof finish === 'string' ? finish : '' }];
  });
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

type Name = 'choices' | 'index' | 'delta' | 'content' | 'text' | 'finish_reason';

function member(value: unknown, name: Name): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  return (value as { readonly [Key in Name]?: unknown })[name] ?? undefined;
}
