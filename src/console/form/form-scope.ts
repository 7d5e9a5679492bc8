import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { JsonNode, JsonText } from '../../model/json-text.ts';
import type { Schemas } from '../../model/schema-object.ts';
import { isSecretName } from '../../model/secret-names.ts';

/** What all fields of one value have at hand. */
export interface FormScope {
  readonly schemas: Schemas;
  /** The whole value as its source has it. Every node that a field gets is one of this text. */
  readonly text: JsonText;
  /** Where the value differs from the description: a sentence by JSON pointer. */
  readonly advice: ReadonlyMap<string, string>;
  /** What the server said of a place when it refused the value, likewise. */
  readonly refusals: ReadonlyMap<string, string>;
  /** What stood in a branch before another one was chosen, by `memoryKey`; it outlives the form. */
  readonly memory: Map<string, JsonText>;
  /** Texts are short, as those of parameters are. */
  readonly isShort: boolean;
  /** The whole value may be a secret. */
  readonly isSecret: boolean;
  edit(text: JsonText): void;
  /** Moves the focus, once the next drawing is done, to what carries this mark inside the field of a pointer. */
  focus(path: string, mark: FocusMark): void;
}

export type FocusMark = 'control' | 'name' | 'add' | 'up' | 'down' | 'remove';

const ScopeContext = createContext<FormScope | undefined>(undefined);
export const FormScopeProvider = ScopeContext.Provider;

export function useForm(): FormScope {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error('a field stands outside of its form');
  return scope;
}

/** A place in the value that a field fills in, whether something is there yet or not. */
export interface Place {
  /** JSON pointer. */
  readonly path: string;
  readonly node: JsonNode | undefined;
  put(value: JsonText): void;
  /** Takes the value away; its field stays. Left out where there must be one, as in a list. */
  clear?(): void;
}

/** Whether a place may hold a secret, by the name of a field that it is or lies in. */
export function isSecretPlace({ isSecret }: Pick<FormScope, 'isSecret'>, { path }: Pick<Place, 'path'>): boolean {
  // What a pointer writes for a slash and a tilde is no letter of a name.
  return isSecret || path.split('/').some((step) => isSecretName(step.replace(/~[01]/g, '')));
}

export function memoryKey(path: string, what: string | number): string {
  return `${path} ${what}`;
}

/**
 * Keeps what is remembered for the items of a list with them.
 *
 * @param path - of the list
 * @param order - the old index of each item as they stand now
 */
export function moveMemory(memory: Map<string, JsonText>, path: string, order: readonly number[]): void {
  const inside = [...memory].filter(([key]) => key.startsWith(`${path}/`));
  for (const [key] of inside) memory.delete(key);
  for (const [key, value] of inside) {
    const [, index = '', rest = ''] = /^(\d+)(.*)$/s.exec(key.slice(path.length + 1)) ?? [];
    const now = order.indexOf(Number(index));
    if (now >= 0) memory.set(`${path}/${now}${rest}`, value);
  }
}
