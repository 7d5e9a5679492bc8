import { refill, typedActions } from './draft.ts';
import { keptActions } from './kept-actions.ts';
import type { Session } from './session.ts';
import type { FormAction } from './state.ts';

/** What was typed into the form of an operation, whatever the language of its page. */
interface Typed {
  readonly api: string;
  readonly operation: string;
  readonly actions: readonly FormAction[];
}

/** Where it lies, all forms of the tab together: what `readChoice('typed')` reads. */
const NAME = 'curlew-choice typed';
/** In UTF-16 units; the oldest are dropped first. Browsers give a site some five million. */
const LIMIT = 500_000;

/**
 * Fills in what was typed before this tab left the page, and keeps what is typed now for the next time: a reload, a
 * link, another language or the way back loses nothing. Keys, what may be a secret, files and answers are not kept
 * (security rule C1), and all ends with the tab.
 */
export function keepTyped(session: Session): void {
  const { store, api, operation } = session;
  const isMine = (one: Typed): boolean => one.api === api.id && one.operation === operation.key;
  const kept = readTyped().find(isMine)?.actions ?? [];
  // While the form has it, it lies nowhere else.
  const drop = (): void => writeTyped(readTyped().filter((one) => !isMine(one)));
  drop();
  // Somebody may have been quicker: the reader, a link, the way back from a sign-in.
  if (store.state() === store.began) {
    refill(session, kept);
    const { choice, examples } = store.began;
    // An example that the page was asked for stands before the edits, which are there beside it.
    if (choice.kind === 'example' && choice.name !== examples[0]?.name) store.dispatch({ kind: 'choose-body', choice });
  }
  addEventListener('pagehide', () => {
    drop();
    if (typedActions(store.began, store.state()).length === 0) return;
    writeTyped([...readTyped(), { api: api.id, operation: operation.key, actions: keptActions(session) }]);
  });
  // A page that the browser kept has its form still.
  addEventListener('pageshow', drop);
}

function readTyped(): readonly Typed[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => Array.isArray(one?.actions)) : [];
  } catch {
    return [];
  }
}

function writeTyped(all: readonly Typed[]): void {
  let newest = all;
  let text = JSON.stringify(newest);
  while (text.length > LIMIT) {
    newest = newest.slice(1);
    text = JSON.stringify(newest);
  }
  try {
    if (newest.length > 0) sessionStorage.setItem(NAME, text);
    else sessionStorage.removeItem(NAME);
  } catch {
    // Full or refused: it stays in this page alone.
  }
}
