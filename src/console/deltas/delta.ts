/** One step of an answer that is told in pieces. */
export type Delta =
  | (Place & { readonly kind: 'text' | 'reasoning' | 'refusal'; readonly text: string; readonly isWhole?: boolean })
  /** A tool or function that the model calls. `arguments` is a piece of JSON text. */
  | (Place & {
      readonly kind: 'call';
      readonly name?: string | undefined;
      readonly id?: string | undefined;
      readonly arguments?: string | undefined;
      readonly isWhole?: boolean;
    })
  /** Why the answer ended, as the service says it: `stop`, `length`. */
  | { readonly kind: 'finish'; readonly choice: number; readonly reason: string }
  /** Its numbers are shown by their names. Later ones take the place of earlier ones. */
  | { readonly kind: 'usage'; readonly usage: unknown }
  | { readonly kind: 'error'; readonly error: unknown };

interface Place {
  /** Which of the answers to one request; 0 where there can be only one. */
  readonly choice: number;
  /**
   * Names what the pieces of one text or call have in common; `isWhole` adds only where no piece came before. Empty for a
   * call that comes whole and has no name: each is another one.
   */
  readonly part: string;
}

/** How one API tells an answer in pieces. */
export interface DeltaShape {
  /**
   * Reads the JSON of one item.
   *
   * @param type - the name of the event, where the stream has names
   * @returns whether it is of this shape, whatever it holds; a shape that answered so is asked alone from then on
   */
  read(type: string, value: unknown, tell: (delta: Delta) => void): boolean;
}
