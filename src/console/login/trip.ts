import type { FormAction } from '../state.ts';
import type { CallbackResult, Expected } from './callback.ts';

/**
 * What has to outlive the way to an authorization server and back, since both pages are documents of their own. No
 * token and no key is in it, and it is deleted on return, whichever way that goes (security rule C1).
 */
export interface Trip extends Expected {
  /** The page's, to come back to. */
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** The origin of the API that the token will be bound to, and the scheme. */
  readonly origin: string;
  readonly scheme: string;
  readonly verifier: string;
  readonly redirectUri: string;
  readonly clientId: string;
  readonly tokenUrl: string;
  readonly refreshUrl: string;
  readonly scopes: readonly string[];
  /** The reader wanted the key remembered in this tab. */
  readonly remember: boolean;
  /** What was typed into the console. */
  readonly actions: readonly FormAction[];
  /** Put in by the page that the authorization server leads back to. */
  readonly result?: CallbackResult;
}

/** Where it lies in sessionStorage. */
export const TRIP_NAME = 'curlew-login';

/** @returns whether the browser kept it */
export function keepTrip(trip: Trip): boolean {
  try {
    sessionStorage.setItem(TRIP_NAME, JSON.stringify(trip));
    return true;
  } catch {
    return false;
  }
}

/** Takes the trip out of storage, so that nothing of it is left there. */
export function takeTrip(): Trip | undefined {
  try {
    const text = sessionStorage.getItem(TRIP_NAME);
    sessionStorage.removeItem(TRIP_NAME);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
