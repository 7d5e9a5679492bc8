import { pageFacts } from './page-facts.ts';
import { createPageSandbox } from './page-sandbox.ts';
import type { Fetch } from './send.ts';
import { credentialsOf, keyOrigin, keyProblem, relayUrl, type Session, secretFor } from './session.ts';
import { isSandbox } from './state.ts';
import { timeLimit } from './time-limit.ts';

/**
 * Sends the form if nothing keeps it from being sent; otherwise every field now tells what it lacks.
 *
 * @returns whether it was sent, or is still being sent
 */
export function sendForm(session: Session): boolean {
  const { store, run } = session;
  if (run.isBusy()) return true;
  const { request, problems } = session.built();
  const isSendable =
    problems.length === 0 &&
    credentialsOf(request).every((credential) => keyProblem(session, credential) === undefined);
  store.dispatch({ kind: 'attempt', attempted: !isSendable });
  if (!isSendable) return false;
  const form = store.state();
  const keys = credentialsOf(request).map(({ scheme }) => session.credentials.get(keyOrigin(session), scheme));
  const { target, values } = form;
  session.rejections.begin(values);
  const isInPage = target === 'in-page';
  const done = run.start(request, {
    limit: timeLimit(store.state().timeLimit, request),
    isSimulated: isSandbox(target),
    secret: (credential) => secretFor(session, credential),
    // A sandbox doesn't look into files; a server gets none that wasn't chosen.
    file: (file) => session.files.get(file) ?? new Blob([file.name]),
    fetch: transportOf(session),
    ...(isInPage ? {} : { page: pageFacts }),
  });
  // Asked for now: the next press changes it, and may come before the code of the history is there.
  const ended = done.then(() => run.state());
  // Without its code there is no history, and nothing else is lost.
  import('./around/browser-history.ts').then(
    ({ recordHere }) => recordHere(session, { form, ended, keys }),
    () => {},
  );
  return true;
}

function transportOf(session: Session): Fetch {
  const { target } = session.store.state();
  if (target === 'in-page') return createPageSandbox(session.api, session.readAnswers);
  if (target !== 'relay') return (url, init) => fetch(url, init);
  const relay = relayUrl(session);
  return async (url, init) => (await import('./relay/relay-fetch.ts')).relayFetch(relay)(url, init);
}
