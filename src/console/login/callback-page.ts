import { parseCallback } from './callback.ts';
import { keepTrip, takeTrip } from './trip.ts';

/**
 * The page that authorization servers lead back to: hands their answer to the page that the sign-in began on. The
 * code isn't exchanged here, since the token could only be handed on through storage.
 */
function goOn(): void {
  const { search } = location;
  // Neither the address bar nor the history keeps the code.
  history.replaceState(null, '', location.pathname);
  const trip = takeTrip();
  // A path of this site; anything else was not written by us.
  const isOurs = trip && /^\/(?![/\\])/.test(trip.path);
  if (isOurs && keepTrip({ ...trip, result: parseCallback(search, trip) })) {
    location.replace(trip.path);
    return;
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-login]')) {
    part.hidden = part.dataset.login !== 'lost';
  }
}

goOn();
