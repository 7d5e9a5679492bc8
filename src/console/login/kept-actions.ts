import { isSecretParameter, maskBody } from '../around/secret-names.ts';
import { typedActions } from '../draft.ts';
import type { Session } from '../session.ts';
import type { FormAction } from '../state.ts';

/** What was typed, but for what may be a secret: it lies in storage while the reader is away. */
export function keptActions({ api, operation, store }: Pick<Session, 'api' | 'operation' | 'store'>): FormAction[] {
  const secret = operation.parameters.filter((parameter) => isSecretParameter(api, parameter));
  const actions: FormAction[] = [
    ...typedActions(store.began, store.state()),
    // The page that is loaded again may begin with another example.
    { kind: 'choose-body', choice: store.state().choice },
  ];
  return actions.filter((action) => {
    if (action.kind === 'edit-body') return maskBody(api, action.text) === action.text;
    if (action.kind !== 'set-parameter') return true;
    return !secret.some((one) => one.in === action.in && one.name === action.name);
  });
}
