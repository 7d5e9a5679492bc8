import type { HttpRequest } from '../request/http-request.ts';
import type { ShownRequest } from './live-samples.ts';
import { MASK, type Session, shownKey } from './session.ts';

type Masks = Pick<typeof import('./masked-form.ts'), 'markedRequest'>;

/** It comes once something is typed: the form is there the sooner. */
let masks: Masks | 'failed' | undefined;

function isAsBegun({ store }: Session): boolean {
  return store.state().values === store.began.values;
}

/**
 * Resolves once the request can show as the form stands, or can't; the next call tries again then.
 *
 * @returns whether it showed otherwise until then
 */
export async function masksReady(session: Session): Promise<boolean> {
  const before = masks;
  if (typeof before === 'object' || isAsBegun(session)) return false;
  masks = await import('./masked-form.ts').catch(() => 'failed' as const);
  return masks !== before;
}

/**
 * Until `masksReady`, the request shows as it was before anything was typed.
 *
 * @returns nothing where what masks secrets couldn't be loaded: they don't show for that
 */
function markedNow(session: Session, mark: (name: string) => string): HttpRequest | undefined {
  if (isAsBegun(session)) return session.built().request;
  if (masks === 'failed') return undefined;
  return masks ? masks.markedRequest(session, mark) : session.build(session.store.began).request;
}

/** The request as samples have it: `{name}` stands for a secret that no scheme tells of. */
export function sampleRequest(session: Session): HttpRequest | undefined {
  return markedNow(session, (name) => `{${name}}`);
}

/** What will be sent, with every secret masked. */
export function exactRequest(session: Session): ShownRequest | undefined {
  const request = markedNow(session, () => MASK);
  return request && { request, mask: (credential) => shownKey(session, credential) };
}
