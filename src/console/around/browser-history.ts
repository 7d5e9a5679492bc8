import type { Session } from '../session.ts';
import { createHistory } from './history.ts';
import { createHistoryStorage } from './history-storage.ts';
import { type Press, recordRun } from './record.ts';

/** The history of this tab, one for every console of the page. */
export const browserHistory = createHistory(createHistoryStorage(() => sessionStorage));

addEventListener('pageshow', ({ persisted }) => {
  if (persisted) browserHistory.refresh();
});

/** Writes a press of Send into it. */
export function recordHere(session: Session, press: Press): void {
  recordRun(session, press, browserHistory);
}
