import { createTextTail, type TextTail } from '../stream/text-tail.ts';
import type { Delta, DeltaShape } from './delta.ts';
import { member, textAt } from './json-value.ts';
import { DELTA_SHAPES } from './shapes.ts';

/** A text or call of an answer, put together from its pieces. */
export interface Part {
  readonly kind: 'text' | 'reasoning' | 'refusal' | 'call';
  /** The same for the whole stream. */
  readonly key: string;
  /** Of a call, its arguments. */
  readonly text: TextTail;
  /** Of a call, as far as they came. */
  readonly name: string;
  readonly id: string;
}

/** One of the answers to the request. */
export interface Choice {
  readonly index: number;
  /** In the order they began. */
  readonly parts: readonly Part[];
  /** Why it ended, as the service says it. */
  readonly finish?: string;
}

/** What the service says went wrong; `message` is all of its JSON where it has no message. */
export interface StreamError {
  readonly message: string;
  /** Empty where it has none. */
  readonly code: string;
}

export interface Conversation {
  /** Whether the items are of a shape that is known, or told of an error alone; of any other nothing is read. */
  isKnown(): boolean;
  /** In order of their index. */
  choices(): readonly Choice[];
  usage(): readonly (readonly [name: string, count: number])[];
  /** Of a known shape, or nothing but an error: in any other stream, what looks like one may be an ordinary record. */
  error(): StreamError | undefined;
  /**
   * Takes one item.
   *
   * @returns whether it held a piece of an answer's text
   */
  add(type: string, data: string): boolean;
}

interface Growing extends Choice {
  readonly parts: GrowingPart[];
  finish?: string;
}

interface GrowingPart extends Part {
  /** What its pieces name it by. */
  readonly place: string;
  name: string;
  id: string;
}

type Piece = Extract<Delta, { readonly part: string }>;

const MOST_CHOICES = 128;
const MOST_PARTS = 256;
/** Of each part, in UTF-16 units; a model's longest answers have less. */
const MOST_TEXT = 250_000;
/** Names and ids are short; a service that sends more is cut. */
const MOST_NAME = 300;

/** Puts an answer together from the pieces that a stream tells it in. Data of any other shape is passed over. */
export function createConversation(shapes: readonly DeltaShape[] = DELTA_SHAPES): Conversation {
  const choices = new Map<number, Growing>();
  const usage = new Map<string, number>();
  let shape: DeltaShape | undefined;
  let error: StreamError | undefined;
  /** A service that fails at once may send nothing that tells its shape. */
  let isFailure = false;
  let parts = 0;
  let isFirst = true;
  let hasText = false;

  const choiceAt = (index: number): Growing | undefined => {
    const known = choices.get(index);
    if (known || choices.size >= MOST_CHOICES) return known;
    const made: Growing = { index, parts: [] };
    choices.set(index, made);
    return made;
  };

  const partAt = (piece: Piece): GrowingPart | undefined => {
    const { kind } = piece;
    const choice = choiceAt(piece.choice);
    const place = `${kind} ${piece.part}`;
    const known = piece.part === '' ? undefined : choice?.parts.findLast((part) => part.place === place);
    // Some services count all calls as the first: another one begins with a name and an id of its own.
    const isAnother = kind === 'call' && known?.id && piece.name && piece.id && piece.id !== known.id;
    if (!choice || (known && !isAnother) || parts >= MOST_PARTS) return known;
    parts += 1;
    const made: GrowingPart = { kind, key: `${parts}`, place, text: createTextTail(MOST_TEXT), name: '', id: '' };
    choice.parts.push(made);
    return made;
  };

  const grow = (piece: Piece): void => {
    const part = partAt(piece);
    if (!part) return;
    const text = piece.kind === 'call' ? (piece.arguments ?? '') : piece.text;
    if (!piece.isWhole || part.text.total() === 0) part.text.append(text);
    if (text) hasText = true;
    if (piece.kind !== 'call') return;
    const { name = '', id = '' } = piece;
    // Some services repeat the name with each piece, others send it in pieces.
    if (name !== part.name && part.name.length < MOST_NAME) part.name += name.slice(0, MOST_NAME);
    part.id ||= id.slice(0, MOST_NAME);
  };

  const tell = (delta: Delta): void => {
    if (delta.kind === 'error') error ??= readError(delta.error);
    else if (delta.kind === 'usage') countUsage(usage, '', delta.usage);
    else if (delta.kind !== 'finish') grow(delta);
    else {
      const choice = choiceAt(delta.choice);
      if (choice) choice.finish = delta.reason.slice(0, MOST_NAME);
    }
  };

  return {
    isKnown: () => shape !== undefined || isFailure,
    choices: () => [...choices.values()].sort((a, b) => a.index - b.index),
    usage: () => [...usage],
    error: () => (shape || isFailure ? error : undefined),
    add(type, data) {
      const value = parseObject(data);
      if (value === undefined) {
        // Some say it in plain words.
        if (type === 'error' && data.trim() !== '') tell({ kind: 'error', error: data });
        isFirst = false;
        return false;
      }
      hasText = false;
      isFailure ||= isNothingButError(value, isFirst);
      isFirst = false;
      if (shape) shape.read(type, value, tell);
      else shape = shapes.find((one) => one.read(type, value, tell));
      // After the pieces: the one that tells of an error may be the first, and may end the answer, too.
      const failure = errorOf(type, value, shape !== undefined || isFailure);
      if (failure !== undefined) tell({ kind: 'error', error: failure });
      return hasText;
    },
  };
}

/** Only objects can be pieces; `[DONE]` and keep-alive texts aren't worth a try. */
function parseObject(data: string): unknown {
  if (!/^\s*\{/.test(data)) return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/** All these APIs tell an error in the middle of a stream in one of two forms; a mere member `error` needs a known API. */
function errorOf(type: string, value: unknown, isKnown: boolean): unknown {
  const error = member(value, 'error');
  if (type === 'error' || member(value, 'type') === 'error' || member(value, 'object') === 'error') {
    return error ?? value;
  }
  return isKnown && member(value, 'type') === undefined ? error : undefined;
}

/**
 * `{"error": {"message": …}}` and `{"object": "error", "message": …}`, which are no records of anything else; at the
 * beginning `{"error": "…"}` too.
 */
function isNothingButError(value: unknown, isFirst: boolean): boolean {
  if (member(value, 'object') === 'error') return textAt(value, 'message') !== undefined;
  if (Object.keys(value as object).length !== 1) return false;
  return textAt(member(value, 'error'), 'message') !== undefined || (isFirst && textAt(value, 'error') !== undefined);
}

/** In UTF-16 units; it is read out whole. */
const MOST_ERROR = 4000;

function readError(error: unknown): StreamError {
  if (typeof error === 'string') return { message: error.slice(0, MOST_ERROR), code: '' };
  const codes = [member(error, 'code'), member(error, 'type')];
  const code = codes.find((one) => typeof one === 'string' || typeof one === 'number') ?? '';
  const message = textAt(error, 'message') ?? JSON.stringify(error);
  return { message: message.slice(0, MOST_ERROR), code: String(code).slice(0, MOST_NAME) };
}

const MOST_COUNTS = 24;

/** Notes the numbers of an object by their names, those of objects within by both: `details.cached`. */
function countUsage(counts: Map<string, number>, within: string, usage: unknown): void {
  if (usage === null || typeof usage !== 'object') return;
  for (const [key, value] of Object.entries(usage)) {
    const name = within + key;
    // Details that are zero say nothing.
    const says = typeof value === 'number' && (within === '' || value !== 0);
    if (says && (counts.has(name) || counts.size < MOST_COUNTS)) counts.set(name, value);
    else if (within === '' && typeof value === 'object') countUsage(counts, `${key}.`, value);
  }
}
