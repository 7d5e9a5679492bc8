import type { Api } from '../model/api.ts';
import { isPrivateParameter, isSecretVariable } from '../model/secret-names.ts';
import { typedActions } from './draft.ts';
import { maskBody } from './mask-body.ts';
import type { Session } from './session.ts';
import type { BodyChoice, FormAction, FormState } from './state.ts';

/**
 * What was typed, but for what may be a secret (rule C1): it lies in storage while the reader is away, or while the page
 * is loaded again.
 */
export function keptActions({ api, operation, store }: Pick<Session, 'api' | 'operation' | 'store'>): FormAction[] {
  const secret = operation.parameters.filter((parameter) => isPrivateParameter(api, parameter));
  const state = withoutSecretDrafts(store.state(), api);
  const actions: FormAction[] = [
    ...typedActions(store.began, state),
    // The page that is loaded again may begin with another example.
    { kind: 'choose-body', choice: state.choice },
  ];
  const parts = (operation.servers[state.values.server]?.variables ?? []).filter(isSecretVariable);
  return actions.filter((action) => {
    if (action.kind === 'set-server-variable') return !parts.some(({ name }) => name === action.name);
    return action.kind !== 'set-parameter' || !secret.some((one) => one.in === action.in && one.name === action.name);
  });
}

/** Drafts are counted from 1 as they are filled in again, so those behind one that is left out have another number. */
function withoutSecretDrafts(state: FormState, api: Api): FormState {
  const bare = state.drafts.filter(({ body }) => maskBody(api, body.text) === body.text);
  const choiceOf = ({ choice }: FormState): BodyChoice => {
    if (choice.kind !== 'draft') return choice;
    const at = bare.findIndex(({ id }) => id === choice.id);
    const from = state.drafts.find(({ id }) => id === choice.id)?.from ?? '';
    return at < 0 ? { kind: 'example', name: from } : { kind: 'draft', id: at + 1 };
  };
  return { ...state, drafts: bare, choice: choiceOf(state) };
}
