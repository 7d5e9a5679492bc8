import { type JsonText, quoteJson } from '../model/json-text.ts';
import type { Parameter } from '../model/parameter.ts';
import { isSecretVariable } from '../model/secret-names.ts';
import { ownExample } from '../request/given.ts';
import type { HttpRequest } from '../request/http-request.ts';
import { type Mark, maskBody } from './mask-body.ts';
import type { Session } from './session.ts';
import type { FormState } from './state.ts';

/** A request with the places of the secrets in it, which stand as nothing that any encoding changes. */
export interface Masked {
  readonly request: HttpRequest;
  /** What the secrets are called, by the number of their place. */
  readonly names: readonly string[];
  /** The secrets themselves, as they were typed; not those of a body. */
  readonly values: readonly string[];
}

const PLACE = /zz9mask(\d+)zz/g;

/**
 * The request of a form, without what the reader typed that may be a secret, though no scheme says so. What the
 * description itself gives stays.
 *
 * @param isSecret - of a parameter
 */
export function maskRequest(
  { api, operation, build }: Pick<Session, 'api' | 'operation' | 'build'>,
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
      return isTyped ? { ...one, value: quoteJson(part(one.name, textOf(one.value))) } : one;
    }),
    ...(body ? { body: { ...body, text: maskBody(api, body.text, place) } } : {}),
  };
  return { request: build({ ...form, values: masked }).request, names, values };
}

function textOf(value: JsonText): string {
  const parsed: unknown = JSON.parse(value);
  return typeof parsed === 'string' ? parsed : value;
}

/** The request with a mark in each place of a secret. */
export function markSecrets({ request, names }: Masked, mark: Mark): HttpRequest {
  if (names.length === 0) return request;
  const text = JSON.stringify(request).replace(PLACE, (_, index) => {
    const quoted = JSON.stringify(mark(names[Number(index)] ?? ''));
    return quoted.slice(1, -1);
  });
  return JSON.parse(text);
}
