import { isSecretParameter } from '../model/secret-names.ts';
import type { HttpRequest } from '../request/http-request.ts';
import type { ShownRequest } from './live-samples.ts';
import { inBraces } from './mask-body.ts';
import { type Masked, markSecrets, maskRequest } from './mask-request.ts';
import { MASK, type Session, shownKey } from './session.ts';
import type { FormState } from './state.ts';

const known = new WeakMap<Session, { readonly form: FormState; readonly masked: Masked }>();

function maskedNow(session: Session): Masked {
  const form = session.store.state();
  const before = known.get(session);
  if (before?.form === form) return before.masked;
  const masked = maskRequest(session, form, (parameter) => isSecretParameter(session.api, parameter));
  known.set(session, { form, masked });
  return masked;
}

/** Whether something that the reader typed is masked where the request shows. */
export function hasMasks(session: Session): boolean {
  return maskedNow(session).names.length > 0;
}

/** The request as samples have it: `{name}` stands for a secret that no scheme tells of. */
export function sampleRequest(session: Session): HttpRequest {
  return hasMasks(session) ? markSecrets(maskedNow(session), inBraces) : session.built().request;
}

/** What will be sent, with every secret masked. */
export function exactRequest(session: Session): ShownRequest {
  const request = hasMasks(session) ? markSecrets(maskedNow(session), () => MASK) : session.built().request;
  return { request, mask: (credential) => shownKey(session, credential) };
}
