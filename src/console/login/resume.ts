import { refill } from '../draft.ts';
import type { Session } from '../session.ts';
import { loginsOf } from './page-logins.ts';
import { finish } from './sign-in.ts';
import { type Trip, takeTrip } from './trip.ts';

/**
 * Takes what was kept of a sign-in out of storage; that of another page, which was broken off, is dropped.
 *
 * @returns goes on where the reader left the page of this path: what was typed is there again, and the code becomes a
 *   token; undefined where nobody left it
 */
export function takeLogin(path: string): ((session: Session) => void) | undefined {
  const trip = takeTrip();
  return trip?.path === path ? (session) => void resumeLogin(session, trip) : undefined;
}

function resumeLogin(session: Session, trip: Trip): Promise<void> {
  refill(session, trip.actions);
  const { origin, scheme, clientId, scopes } = trip;
  loginsOf(session.credentials).change(origin, scheme, { clientId, scopes, isBack: true });
  return finish(session, trip);
}
