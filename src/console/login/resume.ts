import { adaptAction } from '../draft.ts';
import type { Session } from '../session.ts';
import { loginsOf } from './page-logins.ts';
import { finish } from './sign-in.ts';
import type { Trip } from './trip.ts';

/**
 * Goes on where the reader left the page to sign in: what was typed is there again, and the code becomes a token.
 *
 * @param trip - already taken out of storage
 */
export function resumeLogin(session: Session, trip: Trip): Promise<void> {
  const { store, operation, credentials } = session;
  for (const action of trip.actions) {
    const meant = adaptAction(action, operation, store.state());
    if (meant) store.dispatch(meant);
  }
  const { origin, scheme, clientId, scopes } = trip;
  loginsOf(credentials).change(origin, scheme, { clientId, scopes, isBack: true });
  return finish(session, trip);
}
