import type { Session } from './session.ts';

const joined = new WeakSet<Session>();

/**
 * The form and the values that the reader shares with all operations: who changes those changes the form too (event
 * `shared`), and what is set in the form alone is told (event `form`), so that the page can offer it to all.
 */
export function joinShared(session: Session, samples: HTMLElement): void {
  if (joined.has(session)) return;
  joined.add(session);
  const { store } = session;
  samples.addEventListener('shared', (event) => {
    event.preventDefault();
    const { detail: change } = event as CustomEvent<(session: Session) => void>;
    change(session);
  });
  let { values } = store.state();
  store.subscribe(() => {
    const before = values;
    values = store.state().values;
    const isMoved =
      values.server !== before.server ||
      values.serverVariables !== before.serverVariables ||
      values.parameters !== before.parameters;
    if (isMoved) samples.dispatchEvent(new CustomEvent('form', { detail: values, bubbles: true }));
  });
}
