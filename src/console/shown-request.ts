import type { HttpRequest } from '../request/http-request.ts';
import type { ShownRequest } from './live-samples.ts';
import { MASK, type Session, shownKey } from './session.ts';

type Masks = Pick<typeof import('./masked-form.ts'), 'markedRequest'>;

/** It comes once something is typed: the form is there the sooner. */
let masks: Masks | undefined;

/** Where it can't be had, what is sent shows as it is. */
const NO_MASKS: Masks = { markedRequest: (session) => session.built().request };

function isAsBegun({ store }: Session): boolean {
  return store.state().values === store.began.values;
}

/** Resolves once the request can show as the form stands. @returns whether it showed otherwise until then */
export async function masksReady(session: Session): Promise<boolean> {
  if (masks || isAsBegun(session)) return false;
  masks = await import('./masked-form.ts').catch(() => NO_MASKS);
  return true;
}

/** Until `masksReady`, the request shows as it was before anything was typed. */
function markedNow(session: Session, mark: (name: string) => string): HttpRequest {
  if (isAsBegun(session)) return session.built().request;
  return masks ? masks.markedRequest(session, mark) : session.build(session.store.began).request;
}

/** The request as samples have it: `{name}` stands for a secret that no scheme tells of. */
export function sampleRequest(session: Session): HttpRequest {
  return markedNow(session, (name) => `{${name}}`);
}

/** What will be sent, with every secret masked. */
export function exactRequest(session: Session): ShownRequest {
  return { request: markedNow(session, () => MASK), mask: (credential) => shownKey(session, credential) };
}
