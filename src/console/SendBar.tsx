/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { showInvisibles } from '../model/invisibles.ts';
import { withQuerySecrets } from '../samples/http.ts';
import { useChanges, useScene } from './scene.ts';
import { shownKey } from './session.ts';

/** What will be sent, in one line, with Send and Stop. */
export function SendBar(): JSX.Element {
  const { session, text, send } = useScene();
  const { run } = session;
  useChanges(run);
  const { request } = session.built();
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  return (
    <>
      <p class="console-request-line">
        <span class="visually-hidden">{text.exactRequest}</span> <b>{showInvisibles(request.method)}</b>{' '}
        {showInvisibles(withQuerySecrets(request.url, request, (credential) => shownKey(session, credential)))}
      </p>
      <div class="console-send">
        <button type="button" class="console-button is-main" aria-disabled={run.isBusy()} data-send="" onClick={send}>
          {text.send} <kbd>{isMac ? text.sendHintMac : text.sendHint}</kbd>
        </button>
        <button
          type="button"
          class="console-button"
          aria-disabled={!run.isBusy()}
          data-stop=""
          onClick={() => run.stop()}
        >
          {text.stop}
        </button>
      </div>
    </>
  );
}
