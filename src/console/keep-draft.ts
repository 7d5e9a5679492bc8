import { refill } from './draft.ts';
import { keptActions } from './kept-actions.ts';
import type { Session } from './session.ts';
import type { FormAction } from './state.ts';

const NAME = 'curlew dev draft';

interface Kept {
  readonly path: string;
  /** How far the page was scrolled, in pixels. */
  readonly scroll: number;
  readonly actions: readonly FormAction[];
}

function readKept(): Kept | undefined {
  const text = sessionStorage.getItem(NAME);
  const kept: Kept | undefined = text === null ? undefined : JSON.parse(text);
  return kept?.path === location.pathname ? kept : undefined;
}

/** Whether this page's console was open when the dev server had the page loaded again. */
export function hasDraft(): boolean {
  return readKept() !== undefined;
}

/**
 * In `dev` only: fills in again what was typed before the page was loaded again, as far as the description
 * still has the fields, and keeps it for the next time. Keys, what may be a secret and answers are not kept.
 *
 * @param session - of a console that was just opened
 * @param isOpen - whether the console is open still
 * @param onReload - calls back before the dev server has the page loaded again
 */
export function keepDraft(session: Session, isOpen: () => boolean, onReload: (save: () => void) => void): void {
  const kept = readKept();
  sessionStorage.removeItem(NAME);
  refill(session, kept?.actions ?? []);
  // Opening a console brings it into view.
  if (kept) scrollTo(0, kept.scroll);
  onReload(() => {
    if (!isOpen()) return;
    const now: Kept = { path: location.pathname, scroll: scrollY, actions: keptActions(session) };
    sessionStorage.setItem(NAME, JSON.stringify(now));
  });
}
