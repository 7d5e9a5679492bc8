import type { Operation } from '../model/operation.ts';
import type { Session } from './session.ts';
import type { BodyChoice, FormAction, FormState } from './state.ts';

/** What turns the form as it began into the form as it stands. No key is in it. */
export function typedActions(began: FormState, now: FormState): FormAction[] {
  const { server, security } = now.values;
  const moved = now.target !== began.target || server !== began.values.server;
  const variables = now.values.serverVariables.filter(
    ({ name, value }) =>
      !began.variables.some((one) => one.server === server && one.name === name && one.value === value),
  );
  const isIn = (list: FormState, one: { in: string; name: string }, value?: string): boolean =>
    list.values.parameters.some(
      (other) => other.in === one.in && other.name === one.name && (value === undefined || other.value === value),
    );
  const changed = now.values.parameters.filter((one) => !isIn(began, one, one.value));
  const removed = began.values.parameters.filter((one) => !isIn(now, one));
  return [
    ...(moved ? [{ kind: 'choose-target', target: now.target, server } as const] : []),
    ...variables.map(({ name, value }) => ({ kind: 'set-server-variable', name, value }) as const),
    ...changed.map((one) => ({ kind: 'set-parameter', ...one }) as const),
    ...removed.map((one) => ({ kind: 'set-parameter', in: one.in, name: one.name }) as const),
    ...(now.timeLimit === began.timeLimit ? [] : [{ kind: 'set-time-limit', seconds: now.timeLimit } as const]),
    ...(security === began.values.security ? [] : [{ kind: 'choose-security', security } as const]),
    // Files are not kept: only the reader can hand them over.
    ...now.drafts.flatMap(({ from, body: { text } }): FormAction[] => [
      { kind: 'choose-body', choice: { kind: 'example', name: from } },
      { kind: 'edit-body', text },
    ]),
    ...(now.drafts.length === 0 && sameChoice(now.choice, began.choice)
      ? []
      : [{ kind: 'choose-body', choice: now.choice } as const]),
  ];
}

function sameChoice(one: BodyChoice, other: BodyChoice): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Does again what was done to a form, as far as the description has a place for it still. */
export function refill(
  { store, operation }: Pick<Session, 'store' | 'operation'>,
  actions: readonly FormAction[],
): void {
  for (const action of actions) {
    const meant = adaptAction(action, operation, store.state());
    if (meant) store.dispatch(meant);
  }
}

/**
 * What an action means to an operation that may have been described anew since.
 *
 * @returns nothing where the description has no place for it any more
 */
export function adaptAction(action: FormAction, operation: Operation, form: FormState): FormAction | undefined {
  if (action.kind === 'choose-body') return { kind: 'choose-body', choice: adaptChoice(action.choice, form) };
  return isStillMeant(action, operation, form) ? action : undefined;
}

/** What was written over an example that is gone stands beside the first one. */
function adaptChoice(choice: BodyChoice, { drafts, examples }: FormState): BodyChoice {
  if (choice.kind === 'draft' && drafts.some(({ id }) => id === choice.id)) return choice;
  if (choice.kind === 'example' && examples.some(({ name }) => name === choice.name)) return choice;
  const [first] = examples;
  return choice.kind === 'none' || !first ? { kind: 'none' } : { kind: 'example', name: first.name };
}

function isStillMeant(action: FormAction, { parameters, servers, security }: Operation, form: FormState): boolean {
  switch (action.kind) {
    case 'choose-target':
      return (action.server ?? 0) < servers.length;
    case 'set-server-variable':
      return servers[form.values.server]?.variables.some(({ name }) => name === action.name) ?? false;
    case 'set-parameter':
      return parameters.some((one) => one.in === action.in && one.name === action.name);
    case 'choose-security':
      return action.security < security.length;
    case 'choose-body':
    case 'edit-body':
    case 'attempt':
    case 'set-time-limit':
      return true;
  }
}
