import type { Api } from '../../model/api.ts';
import type { JsonText } from '../../model/json-text.ts';
import type { Operation } from '../../model/operation.ts';
import type { ParameterIn } from '../../model/parameter.ts';
import { isPrivateParameter, isSecretVariable } from '../../model/secret-names.ts';
import type { BodyValue, FileValue } from '../../request/values.ts';
import { maskBody } from '../mask-body.ts';
import type { FormState, Target } from '../state.ts';

/** What a form holds, apart from the form: in the history and in links. No key is in it. What isn't listed stays as it is. */
export interface KeptForm {
  readonly target?: Target;
  readonly server?: number;
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  readonly parameters: readonly KeptParameter[];
  readonly security?: number;
  /** `null` sends none. */
  readonly body?: KeptBody | null;
}

export interface KeptParameter {
  readonly in: ParameterIn;
  readonly name: string;
  /** Without one the parameter is left out. */
  readonly value?: JsonText;
}

export interface KeptBody {
  /** The example it is, or began as. */
  readonly example: string;
  readonly mediaType: string;
  /** What became of the example; left out where it is as it was. */
  readonly text?: string;
  readonly files?: readonly FileValue[];
}

/** The whole of a form. */
export function keepForm(state: FormState, operation: Operation): Required<KeptForm> {
  const { values, target } = state;
  const { server, security } = values;
  return {
    target,
    server,
    variables: (operation.servers[server]?.variables ?? []).map((variable) => ({
      name: variable.name,
      value: values.serverVariables.find(({ name }) => name === variable.name)?.value ?? variable.default,
    })),
    parameters: operation.parameters.map(({ in: place, name }) => {
      const value = values.parameters.find((one) => one.in === place && one.name === name)?.value;
      return { in: place, name, ...(value === undefined ? {} : { value }) };
    }),
    security,
    body: keepBody(state) ?? null,
  };
}

function keepBody({ values: { body }, choice, drafts, examples }: FormState): KeptBody | undefined {
  if (!body || choice.kind === 'none') return undefined;
  const example = choice.kind === 'example' ? choice.name : (drafts.find(({ id }) => id === choice.id)?.from ?? '');
  const { mediaType, text, files } = body;
  const from = examples.find(({ name }) => name === example);
  if (from && isSameBody(from, body)) return { example, mediaType };
  return { example, mediaType, text, ...(files ? { files } : {}) };
}

/** Whether two bodies are sent alike. */
export function isSameBody(one: BodyValue, other: BodyValue): boolean {
  const written = ({ mediaType, text, files = [] }: BodyValue): string => JSON.stringify([mediaType, text, files]);
  return written(one) === written(other);
}

/** What a form lacks in a place that others can read. */
export interface Bared {
  readonly form: KeptForm;
  /** The names of parameters and of server variables that were taken out. */
  readonly fields: readonly string[];
  /** What the reader wrote in the body was taken out; its example is still named. */
  readonly body: boolean;
}

/** Takes out what may be a secret, and all files. Everything that leaves the memory of the page goes through here. */
export function withoutSecrets(form: KeptForm, api: Api): Bared {
  const [operation] = api.operations;
  const secret = (operation?.parameters ?? []).filter((parameter) => isPrivateParameter(api, parameter));
  const isSecret = (one: KeptParameter): boolean =>
    secret.some(({ in: place, name }) => place === one.in && name === one.name);
  const parts = (operation?.servers[form.server ?? 0]?.variables ?? []).filter(isSecretVariable);
  const partOf = (one: { readonly name: string }) => parts.find(({ name }) => name === one.name);
  const fields = [
    ...form.variables.filter((one) => (partOf(one)?.default ?? one.value) !== one.value),
    ...form.parameters.filter((one) => isSecret(one) && one.value !== undefined),
  ].map(({ name }) => name);
  const rest = {
    ...form,
    variables: form.variables.filter((one) => !partOf(one)),
    parameters: form.parameters.filter((one) => !isSecret(one)),
  };
  const { body } = form;
  if (!body || body.text === undefined) return { form: rest, fields, body: false };
  const { text, files, ...named } = body;
  if (maskBody(api, text) !== text || files) return { form: { ...rest, body: named }, fields, body: true };
  return { form: { ...rest, body: { ...named, text } }, fields, body: false };
}
