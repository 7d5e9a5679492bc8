import type { Api } from '../model/api.ts';
import { showInvisibles } from '../model/invisibles.ts';
import type { Operation } from '../model/operation.ts';
import { givenValues } from '../request/given.ts';
import { plainForm, plainText } from '../request/plain-form.ts';
import { sharedOf, sharedVariables } from '../request/shared-values.ts';

/** A field of the bar of shared values, as it stands before a reader sets anything. */
export interface SharedField {
  /** Names it to the script: `server`, `variable region`, `path workspace_id`. */
  readonly key: string;
  /** Of a server variable: the place of its server, whose choice shows it. */
  readonly server?: number;
  /** Of parameters and variables their name; none for the server. */
  readonly name?: string;
  readonly value: string;
  /** Empty where anything may be typed in. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** An optional parameter, which is left out at first; the API then takes this. */
  readonly usual?: string;
  readonly isOptional: boolean;
}

/**
 * The values of one operation that a reader sets for all: which server, what its URL leaves open, and the shared
 * parameters.
 *
 * @param operation - its examples filled, its parameters marked (`markShared`)
 * @returns empty where there is nothing to set
 */
export function sharedFields(api: Api, operation: Operation): SharedField[] {
  const { servers } = operation;
  const choice: SharedField = {
    key: 'server',
    value: '0',
    choices: servers.map(({ url }, index) => ({ value: String(index), label: showInvisibles(url) })),
    isOptional: false,
  };
  const variables = servers.flatMap((server, index) =>
    sharedVariables(server).map((variable): SharedField => {
      const { name, default: value } = variable;
      const choices = variable.enum.map((one) => ({ value: one, label: showInvisibles(one) }));
      return { key: `variable ${name}`, server: index, name, value, choices, isOptional: false };
    }),
  );
  return [...(servers.length > 1 ? [choice] : []), ...variables, ...parameterFields(api, operation)];
}

function parameterFields(api: Api, operation: Operation): SharedField[] {
  const given = givenValues(api, operation).parameters;
  return sharedOf(operation).flatMap((parameter): SharedField[] => {
    const { in: place, name, required } = parameter;
    const form = plainForm(api.schemas, parameter);
    if (!form) return [];
    const value = given.find((one) => one.in === place && one.name === name)?.value;
    const choices = form.choices.map((one) => ({ value: one, label: showInvisibles(plainText(one)) }));
    return [
      {
        key: `${place} ${name}`,
        name,
        value: value === undefined ? '' : choices.length > 0 ? value : plainText(value),
        choices,
        ...(form.default === undefined ? {} : { usual: showInvisibles(plainText(form.default)) }),
        isOptional: !required,
      },
    ];
  });
}
