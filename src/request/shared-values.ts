import { type JsonText, parseJson } from '../model/json-text.ts';
import type { Operation } from '../model/operation.ts';
import type { Parameter, ParameterIn } from '../model/parameter.ts';
import type { Schemas } from '../model/schema-object.ts';
import { isSecretVariable } from '../model/secret-names.ts';
import type { Server, ServerVariable } from '../model/server.ts';
import { ownExample } from './given.ts';
import { isPlainValue, plainForm } from './plain-form.ts';
import { resolveServer } from './server.ts';
import type { RequestValues } from './values.ts';

/** What a reader set once for all operations of an API. Never a credential. */
export interface SharedValues {
  /** The template of the chosen server's URL; left out: the first one of each operation. */
  readonly server?: string;
  /** By name, for every server that has such a variable. */
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  readonly parameters: readonly SharedParameter[];
}

export interface SharedParameter {
  readonly in: ParameterIn;
  readonly name: string;
  /**
   * The value that it stands in for (`valueBefore`). An operation whose own is another keeps that one: the
   * deployment for chat is none for embeddings.
   */
  readonly before: JsonText;
  readonly value: JsonText;
}

export const NOTHING_SHARED: SharedValues = { variables: [], parameters: [] };

/** What shows for a parameter as long as the reader sets nothing; empty where nothing is known. */
export function valueBefore(schemas: Schemas, parameter: Parameter): JsonText {
  return ownExample(parameter) ?? plainForm(schemas, parameter)?.default ?? '';
}

/** The parameters of an operation that readers set for all. @param operation - of a slice (`markShared`) */
export function sharedOf(operation: Operation): readonly Parameter[] {
  return operation.parameters.filter(({ shared }) => shared);
}

/** The variables of a server that readers set for all operations: never a secret, since what is shared is stored. */
export function sharedVariables({ variables }: Server): readonly ServerVariable[] {
  return variables.filter((variable) => !isSecretVariable(variable));
}

/**
 * The values that an operation's form and samples start with, with what the reader shares in its place. What
 * the operation has no place for, or doesn't allow, is passed over.
 *
 * @param values - `givenValues` of the operation
 */
export function withShared(
  schemas: Schemas,
  operation: Operation,
  values: RequestValues,
  shared: SharedValues,
): RequestValues {
  const found = operation.servers.findIndex(({ url }) => url === shared.server);
  const server = found < 0 ? values.server : found;
  const chosen = operation.servers[server];
  const serverVariables = (chosen ? sharedVariables(chosen) : []).flatMap(({ name }) =>
    shared.variables.filter((one) => one.name === name && chosen && isServerUsable(chosen, [one])),
  );
  const set = sharedOf(operation).flatMap((parameter) => {
    const value = valueFor(schemas, parameter, shared);
    return value === undefined ? [] : { in: parameter.in, name: parameter.name, value };
  });
  return {
    ...values,
    server,
    serverVariables,
    parameters: [...values.parameters.filter((one) => !set.some((other) => isSame(one, other))), ...set],
  };
}

/** Whether these values for variables make a URL that requests can go to. */
export function isServerUsable(server: Server, variables: SharedValues['variables']): boolean {
  // A relative one lies somewhere.
  return resolveServer(server, variables, 'https://base.invalid').problems.length === 0;
}

function valueFor(schemas: Schemas, parameter: Parameter, shared: SharedValues): JsonText | undefined {
  const before = valueBefore(schemas, parameter);
  const value = shared.parameters.find((one) => isSame(one, parameter) && one.before === before)?.value;
  const form = plainForm(schemas, parameter);
  return value !== undefined && form && isPlainValue(form, parameter, value) ? value : undefined;
}

function isSame(one: { in: ParameterIn; name: string }, other: { in: ParameterIn; name: string }): boolean {
  return one.in === other.in && one.name === other.name;
}

/**
 * Shares what the values of one operation say: its server, the variables of that and its shared parameters. What
 * is as it would be anyway isn't kept, nor is what can't be used; what other operations have stays.
 *
 * @param given - `givenValues` of the operation
 */
export function shareValues(
  schemas: Schemas,
  operation: Operation,
  given: RequestValues,
  values: RequestValues,
  shared: SharedValues,
): SharedValues {
  const server = operation.servers[values.server];
  const hasKept = operation.servers.some(({ url }) => url === shared.server);
  const chosen = values.server !== given.server ? server?.url : hasKept ? undefined : shared.server;
  const own = server ? sharedVariables(server) : [];
  const variables = own.flatMap(({ name, default: usual }) =>
    values.serverVariables.filter(
      (one) => one.name === name && one.value !== usual && server && isServerUsable(server, [one]),
    ),
  );
  const parameters = sharedOf(operation).flatMap((parameter): SharedParameter[] => {
    const { in: place, name } = parameter;
    const value = values.parameters.find((one) => isSame(one, parameter))?.value;
    if (value === undefined || value === given.parameters.find((one) => isSame(one, parameter))?.value) return [];
    const form = plainForm(schemas, parameter);
    const isUsable = form && isPlainValue(form, parameter, value);
    return isUsable ? [{ in: place, name, before: valueBefore(schemas, parameter), value }] : [];
  });
  const isOwn = (one: SharedParameter): boolean =>
    sharedOf(operation).some((other) => isSame(one, other) && valueBefore(schemas, other) === one.before);
  return {
    ...(chosen === undefined ? {} : { server: chosen }),
    variables: [...shared.variables.filter(({ name }) => !own.some((one) => one.name === name)), ...variables],
    parameters: [...shared.parameters.filter((one) => !isOwn(one)), ...parameters],
  };
}

export function isNothingShared({ server, variables, parameters }: SharedValues): boolean {
  return server === undefined && variables.length === 0 && parameters.length === 0;
}

/** The form that values are kept in. A later form has another number, so that an older page passes it over. */
const FORM = 1;
const LONGEST = 20_000;
const MOST = 200;

export function printShared(shared: SharedValues): string {
  return JSON.stringify({ form: FORM, ...shared });
}

/** Reads what was kept, by this site or by anything else: what isn't as `printShared` writes it is dropped. */
export function parseShared(text: string | null): SharedValues {
  if (text === null || text.length > LONGEST) return NOTHING_SHARED;
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return NOTHING_SHARED;
  }
  if (!isObject(kept) || kept.form !== FORM) return NOTHING_SHARED;
  const { server } = kept;
  return {
    ...(typeof server === 'string' ? { server } : {}),
    variables: list(kept.variables).flatMap(({ name, value }) =>
      typeof name === 'string' && typeof value === 'string' ? { name, value } : [],
    ),
    parameters: list(kept.parameters).flatMap(({ in: place, name, before, value }) => {
      const isWhole = typeof name === 'string' && typeof before === 'string' && typeof value === 'string';
      return isWhole && isPlace(place) && parseJson(value).kind !== 'problem' ? { in: place, name, before, value } : [];
    }),
  };
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

function list(value: unknown): { readonly [name: string]: unknown }[] {
  return Array.isArray(value) ? value.slice(0, MOST).filter(isObject) : [];
}

function isPlace(value: unknown): value is ParameterIn {
  return value === 'path' || value === 'query' || value === 'header';
}
