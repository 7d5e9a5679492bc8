import type { Operation } from '../model/operation.ts';
import { sharedOf } from '../request/shared-values.ts';
import type { ParameterValue, RequestValues } from '../request/values.ts';
import type { FormAction, FormState } from './state.ts';

/**
 * What changes in a form when the shared values change. What the reader set in the form alone stays.
 *
 * @param before - what the operation had with the shared values as they were
 * @param after - and has with them as they are
 */
export function sharedActions(
  operation: Operation,
  before: RequestValues,
  after: RequestValues,
  { target }: FormState,
): FormAction[] {
  const { server } = after;
  const variables = operation.servers[server]?.variables ?? [];
  return [
    ...(server === before.server ? [] : [{ kind: 'choose-target', target, server } as const]),
    ...variables.flatMap(({ name, default: usual }): FormAction[] => {
      const textIn = ({ serverVariables }: RequestValues): string =>
        serverVariables.find((one) => one.name === name)?.value ?? usual;
      const value = textIn(after);
      return value === textIn(before) ? [] : [{ kind: 'set-server-variable', name, value }];
    }),
    ...sharedOf(operation).flatMap(({ in: place, name }): FormAction[] => {
      const setIn = ({ parameters }: RequestValues): ParameterValue | undefined =>
        parameters.find((one) => one.in === place && one.name === name);
      const set = setIn(after);
      return set?.value === setIn(before)?.value ? [] : [{ kind: 'set-parameter', in: place, name, ...set }];
    }),
  ];
}
