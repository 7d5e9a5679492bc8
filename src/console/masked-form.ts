import type { Parameter } from '../model/parameter.ts';
import { isSecretParameter, isSecretVariable } from '../model/secret-names.ts';
import { ownExample } from '../request/given.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { plainText } from '../request/plain-form.ts';
import { type Mark, maskBody, maskWhole } from './mask-body.ts';
import type { Session } from './session.ts';
import type { FormState } from './state.ts';

/** A form with places for the secrets in it, of letters that no encoding changes. */
export interface Masked {
  readonly form: FormState;
  /** What the secrets are called, by the number of their place. */
  readonly names: readonly string[];
  /** The secrets themselves, as they were typed; not those of a body. */
  readonly values: readonly string[];
}

const PLACE = /zz9mask(\d+)zz/g;

/**
 * A form without what the reader typed that may be a secret, though no scheme says so. What the
 * description itself gives stays.
 *
 * @param isSecret - of a parameter
 */
export function maskForm(
  { api, operation }: Pick<Session, 'api' | 'operation'>,
  form: FormState,
  isSecret: (parameter: Parameter) => boolean,
): Masked {
  const names: string[] = [];
  const values: string[] = [];
  // A place is within a text of JSON, which nothing in a name may end.
  const place: Mark = (name) => `zz9mask${names.push(name.replace(/["\\\p{Cc}]/gu, '')) - 1}zz`;
  const part = (name: string, value: string): string => {
    values.push(value);
    return place(name);
  };
  const { serverVariables, parameters, body, server } = form.values;
  const secret = operation.parameters.filter((parameter) => isSecret(parameter));
  const text = body && maskBody(api, body.text, place);
  const masked = {
    ...form.values,
    serverVariables: serverVariables.map((one) => {
      const variable = operation.servers[server]?.variables.find(({ name }) => name === one.name);
      const isTyped = variable && isSecretVariable(variable) && one.value !== variable.default && one.value !== '';
      return isTyped ? { name: one.name, value: part(one.name, one.value) } : one;
    }),
    parameters: parameters.map((one) => {
      const parameter = secret.find(({ in: at, name }) => at === one.in && name === one.name);
      const isTyped = parameter && one.value !== '""' && one.value !== ownExample(parameter);
      return isTyped ? { ...one, value: maskWhole(one.value, (value) => part(one.name, plainText(value))) } : one;
    }),
    ...(body && text !== undefined ? { body: { ...body, text } } : {}),
  };
  return { form: { ...form, values: masked }, names, values };
}

/** The request of a masked form, with a mark in each place of a secret. */
export function markSecrets(request: HttpRequest, { names }: Masked, mark: Mark): HttpRequest {
  if (names.length === 0) return request;
  const text = JSON.stringify(request).replace(PLACE, (_, index) => {
    const quoted = JSON.stringify(mark(names[Number(index)] ?? ''));
    return quoted.slice(1, -1);
  });
  return JSON.parse(text);
}

const known = new WeakMap<Session, { readonly form: FormState; readonly masked: Masked }>();

function maskedNow(session: Session): Masked {
  const form = session.store.state();
  const before = known.get(session);
  if (before?.form === form) return before.masked;
  const masked = maskForm(session, form, (parameter) => isSecretParameter(session.api, parameter));
  known.set(session, { form, masked });
  return masked;
}

/** Whether something that the reader typed is masked where the request shows. */
export function hasMasks(session: Session): boolean {
  return maskedNow(session).names.length > 0;
}

/** The request of the form as it stands, with a mark in the place of each secret that no scheme tells of. */
export function markedRequest(session: Session, mark: Mark): HttpRequest {
  if (!hasMasks(session)) return session.built().request;
  const masked = maskedNow(session);
  return markSecrets(session.build(masked.form).request, masked, mark);
}
