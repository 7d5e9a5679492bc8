import type { Credentials } from '../credentials.ts';
import { createLogins, type Logins } from './logins.ts';
import { takeTrip } from './trip.ts';

const known = new WeakMap<Credentials, Logins>();
const all: Logins[] = [];

/** The sign-ins that belong to these keys: one memory for every console of the page. */
export function loginsOf(credentials: Credentials): Logins {
  const before = known.get(credentials);
  if (before) return before;
  const logins = createLogins(credentials);
  known.set(credentials, logins);
  all.push(logins);
  return logins;
}

addEventListener('pagehide', () => {
  for (const logins of all) logins.leavePage();
});

// The browser kept this page while the reader was away, and shows it again: nobody came back with an answer.
addEventListener('pageshow', ({ persisted }) => {
  const trip = persisted ? takeTrip() : undefined;
  if (!trip) return;
  for (const logins of all) {
    logins.change(trip.origin, trip.scheme, { status: { kind: 'failed', failure: { code: 'abandoned' } } });
  }
});
