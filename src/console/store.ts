import { type FormAction, type FormState, reduce } from './state.ts';

/** The form's state with its listeners. It outlives the view, so closing a console loses nothing. */
export interface FormStore {
  /** The form before anything was typed. */
  readonly began: FormState;
  state(): FormState;
  dispatch(action: FormAction): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void;
}

export function createStore(initial: FormState): FormStore {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    began: initial,
    state: () => state,
    dispatch(action) {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
