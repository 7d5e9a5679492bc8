import type { FileReference } from '../request/http-request.ts';

/** The bytes behind the names in a form. They are no part of its values, which survive JSON. */
export interface Files {
  /** What was chosen for a place in the body; nothing where another file's name stands there by now. */
  get(file: FileReference): Blob | undefined;
  set(file: FileReference, bytes: Blob): void;
}

export function createFiles(): Files {
  const held = new Map<string, { readonly name: string; readonly bytes: Blob }>();
  return {
    get({ at, name }) {
      const found = held.get(at);
      return found?.name === name ? found.bytes : undefined;
    },
    set({ at, name }, bytes) {
      held.set(at, { name, bytes });
    },
  };
}
