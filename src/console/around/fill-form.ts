import { adaptAction } from '../draft.ts';
import type { Session } from '../session.ts';
import { type BodyChoice, type FormAction, type FormState, isSandbox, type Target } from '../state.ts';
import { isSameBody, type KeptBody, type KeptForm } from './kept-form.ts';

/** Puts kept values into the form. Nothing is sent; what was written into a body stays beside it as an edit of its own. */
export function fillForm(session: Session, kept: KeptForm): void {
  const { store, operation } = session;
  const fill = (action: FormAction): void => {
    const meant = adaptAction(action, operation, store.state());
    if (meant) store.dispatch(meant);
  };
  const { values, target } = store.state();
  fill({
    kind: 'choose-target',
    target: possibleTarget(kept.target ?? target, session),
    server: kept.server ?? values.server,
  });
  for (const { name, value } of kept.variables) fill({ kind: 'set-server-variable', name, value });
  for (const one of kept.parameters) fill({ kind: 'set-parameter', ...one });
  if (kept.security !== undefined) fill({ kind: 'choose-security', security: kept.security });
  if (kept.body === null) fill({ kind: 'choose-body', choice: { kind: 'none' } });
  else if (kept.body) for (const action of bodyActions(store.state(), kept.body)) fill(action);
  store.dispatch({ kind: 'attempt', attempted: false });
}

/** Who answers may not be there on every page: the sandbox of this machine runs only where it was started. */
function possibleTarget(target: Target, { place }: Session): Target {
  if (target === 'local' && place.sandboxUrl) return 'local';
  if (target === 'relay' && place.relay) return 'relay';
  if (!isSandbox(target) || place.serversOnly) return 'server';
  return 'in-page';
}

function bodyActions(state: FormState, body: KeptBody): FormAction[] {
  const { examples, drafts } = state;
  const choose = (choice: BodyChoice): FormAction => ({ kind: 'choose-body', choice });
  const named = examples.find(({ name }) => name === body.example);
  const { text, mediaType, files } = body;
  if (text === undefined) return named ? [choose({ kind: 'example', name: named.name })] : [];
  const meant = { mediaType, text, ...(files ? { files } : {}) };
  const same = examples.find((example) => isSameBody(example, meant));
  if (same) return [choose({ kind: 'example', name: same.name })];
  const draft = drafts.find((one) => isSameBody(one.body, meant));
  if (draft) return [choose({ kind: 'draft', id: draft.id })];
  const from = named?.mediaType === mediaType ? named : examples.find((one) => one.mediaType === mediaType);
  if (!from) return [];
  return [choose({ kind: 'example', name: from.name }), { kind: 'edit-body', text, ...(files ? { files } : {}) }];
}
