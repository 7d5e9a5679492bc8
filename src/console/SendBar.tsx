/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fill } from '../i18n/translate.ts';
import { showInvisibles } from '../model/invisibles.ts';
import { printHttp, withQuerySecrets } from '../samples/http.ts';
import { Around } from './around/lazy.ts';
import { Field } from './fields/Field.tsx';
import type { ShownRequest } from './live-samples.ts';
import { COLOUR_LIMIT } from './paint.ts';
import { useChanges, useScene } from './scene.ts';
import { relayUrl } from './session.ts';
import { exactRequest, masksReady } from './shown-request.ts';
import { isSandbox } from './state.ts';
import { timeLimit } from './time-limit.ts';

/** What will be sent, its address at once and all of it on demand, with Send and Stop. */
export function SendBar(): JSX.Element {
  const { session, text, send } = useScene();
  const { run, store } = session;
  useChanges(run);
  const [isOpen, setOpen] = useState(false);
  const [isMore, setMore] = useState(false);
  const [shows, setShows] = useState(1);
  // Shows once more when what masks it is there.
  useEffect(() => void masksReady(session).then((isNew) => isNew && setShows(shows + 1)));
  const exact = exactRequest(session);
  const { costs } = session.operation;
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  return (
    <>
      <details class="console-request" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class="visually-hidden">{text.exactRequest}</span>{' '}
          {exact ? (
            <>
              <b>{showInvisibles(exact.request.method)}</b>{' '}
              {showInvisibles(withQuerySecrets(exact.request.url, exact.request, exact.mask))}
            </>
          ) : (
            text.partFailed
          )}
        </summary>
        {/* Most readers never open it, and a console is there the sooner. */}
        {isOpen && <WholeRequest exact={exact} />}
      </details>
      {store.state().target === 'relay' && (
        <p class="console-note console-costs">{fill(text.sentThrough, { relay: relayUrl(session) })}</p>
      )}
      {costs && !isSandbox(store.state().target) && (
        <p class="console-note console-costs" dir="auto">
          {costs === true ? text.costs : showInvisibles(costs)}
        </p>
      )}
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
        <button
          type="button"
          class="console-button console-more"
          aria-expanded={isMore}
          onClick={() => setMore(!isMore)}
        >
          {text.more}
        </button>
      </div>
      {isMore && <Around />}
    </>
  );
}

/** All of what will be sent, and how long to wait for the answer. */
function WholeRequest({ exact }: { readonly exact: ShownRequest | undefined }): JSX.Element {
  const { session, text, formats } = useScene();
  const { store } = session;
  const { request } = session.built();
  const usual = timeLimit('', request);
  const whole = exact ? printHttp(exact.request, exact.mask) : text.partFailed;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields */}
      <pre role="group" aria-label={text.exactRequest} tabIndex={0} dir="auto">
        {showInvisibles(whole.slice(0, COLOUR_LIMIT))}
        {whole.length > COLOUR_LIMIT && '…'}
      </pre>
      <Field
        label={text.timeLimit}
        hint={usual ? fill(text.timeLimitUsual, { time: formats.time(usual.seconds * 1000) }) : text.timeLimitNone}
        control={(props) => (
          <input
            {...props}
            type="number"
            min="1"
            inputMode="decimal"
            value={store.state().timeLimit}
            onInput={(event) => store.dispatch({ kind: 'set-time-limit', seconds: event.currentTarget.value })}
          />
        )}
      />
    </>
  );
}
