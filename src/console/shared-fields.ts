import type { Api } from '../model/api.ts';
import type { JsonText } from '../model/json-text.ts';
import type { Operation } from '../model/operation.ts';
import type { Parameter } from '../model/parameter.ts';
import { isPlainValue, plainForm, plainText, plainValue } from '../request/plain-form.ts';
import { isServerUsable, type SharedValues, sharedOf, shareValues, withShared } from '../request/shared-values.ts';
import type { RequestValues } from '../request/values.ts';

export interface SharedForm {
  readonly api: Api;
  /** Of a slice. */
  readonly operation: Operation;
  /** What the operation has where nothing is shared. */
  readonly given: RequestValues;
}

/** What a field shows. @param key - as `views/shared-fields.ts` names fields */
export function fieldText({ api, operation }: SharedForm, values: RequestValues, key: string): string {
  if (key === 'server') return String(values.server);
  const variable = variableOf(operation, values, key);
  if (variable) return variableText(values, variable.name, variable.default);
  const parameter = parameterOf(operation, key);
  const value = parameter && valueIn(values, parameter);
  if (!parameter || value === undefined) return '';
  return (plainForm(api.schemas, parameter)?.choices.length ?? 0) > 0 ? value : plainText(value);
}

/**
 * The shared values after a reader typed into a field or chose. An empty text takes back what was set.
 *
 * @returns nothing when the text can't be used
 */
export function setField(form: SharedForm, shared: SharedValues, key: string, text: string): SharedValues | undefined {
  const { api, operation, given } = form;
  const share = (values: RequestValues): SharedValues => shareValues(api.schemas, operation, given, values, shared);
  const now = withShared(api.schemas, operation, given, shared);
  if (key === 'server') {
    const server = operation.servers[Number(text)]?.url;
    return server === undefined ? undefined : share(withShared(api.schemas, operation, given, { ...shared, server }));
  }
  const variable = variableOf(operation, now, key);
  if (variable) {
    const { name } = variable;
    const others = now.serverVariables.filter((one) => one.name !== name);
    const serverVariables = text === '' ? others : [...others, { name, value: text }];
    const server = operation.servers[now.server];
    return server && isServerUsable(server, serverVariables) ? share({ ...now, serverVariables }) : undefined;
  }
  const parameter = parameterOf(operation, key);
  const plain = parameter && plainForm(api.schemas, parameter);
  if (!parameter || !plain) return undefined;
  const { in: place, name } = parameter;
  const value = text === '' ? valueIn(given, parameter) : plainValue(plain, text);
  if (text !== '' && !isPlainValue(plain, parameter, value ?? '')) return undefined;
  const others = now.parameters.filter((one) => one.in !== place || one.name !== name);
  return share({ ...now, parameters: value === undefined ? others : [...others, { in: place, name, value }] });
}

/** What of the shared values differs, as a reader would name it; a parameter that is left out by its name. */
export function changedTexts({ operation }: SharedForm, from: RequestValues, to: RequestValues): string[] {
  const server = operation.servers[to.server];
  const isOther = from.server !== to.server;
  const variables = (server?.variables ?? []).flatMap(({ name, default: usual }) => {
    const text = variableText(to, name, usual);
    return text === variableText(from, name, usual) ? [] : text;
  });
  const parameters = sharedOf(operation).flatMap((parameter) => {
    const value = valueIn(to, parameter);
    if (value === valueIn(from, parameter)) return [];
    return value === undefined ? parameter.name : plainText(value);
  });
  return [...(isOther && server ? [server.url.replace(/^https:\/\//, '')] : []), ...variables, ...parameters];
}

function variableOf(operation: Operation, { server }: RequestValues, key: string) {
  return operation.servers[server]?.variables.find(({ name }) => key === `variable ${name}`);
}

function variableText({ serverVariables }: RequestValues, name: string, usual: string): string {
  return serverVariables.find((one) => one.name === name)?.value ?? usual;
}

function parameterOf(operation: Operation, key: string): Parameter | undefined {
  return sharedOf(operation).find((one) => key === `${one.in} ${one.name}`);
}

function valueIn({ parameters }: RequestValues, { in: place, name }: Parameter): JsonText | undefined {
  return parameters.find((one) => one.in === place && one.name === name)?.value;
}
