/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { usePartText } from '../lazy-part.tsx';
import { useChanges, useScene } from '../scene.ts';
import { keyOrigin, type Session } from '../session.ts';
import { browserHistory } from './browser-history.ts';
import { CompareView } from './CompareView.tsx';
import { fillForm } from './fill-form.ts';
import { HistoryRow } from './HistoryRow.tsx';
import type { HistoryEntry } from './history.ts';
import { isOf, recordUnsent } from './record.ts';

/** What was sent in this tab, the newest first. */
export function HistoryList(): JSX.Element {
  const text = usePartText('around');
  const { session, send, announce } = useScene();
  const id = useId();
  const [compared, setCompared] = useState<readonly string[]>([]);
  /** Why a press of «Send again» only filled the form in. */
  const [question, setQuestion] = useState('');
  useChanges(browserHistory);
  const entries = browserHistory.entries();

  const restore = (entry: HistoryEntry): void => {
    recordUnsent(session, browserHistory);
    fillForm(session, entry.form);
  };
  const fillIn = (entry: HistoryEntry): void => {
    restore(entry);
    setQuestion('');
    announce(text.restored);
  };
  /** A press of Send where it goes where the form went anyway; another origin or way to authorize is asked about first. */
  const resend = (entry: HistoryEntry): void => {
    const origin = originOf(session);
    const { security } = session.store.state().values;
    restore(entry);
    const isElsewhere = originOf(session) !== origin;
    if (!isElsewhere && session.store.state().values.security === security && !entry.lacks) {
      setQuestion('');
      send();
      return;
    }
    const asked = entry.lacks
      ? text.askLacking
      : isElsewhere
        ? fill(text.askOrigin, { origin: originOf(session) || text.sandbox })
        : text.askSecurity;
    setQuestion(asked);
    announce(asked);
    document.querySelector<HTMLElement>('.console [data-send]')?.focus();
  };
  const compare = (entry: HistoryEntry, isOn: boolean): void =>
    setCompared((before) => [...before.filter((one) => one !== entry.id), ...(isOn ? [entry.id] : [])].slice(-2));
  const pair = entries.filter((entry) => compared.includes(entry.id));
  const [newer, older] = pair;
  return (
    <div class="console-history">
      <div class="console-row console-history-head">
        <h3 id={id}>{text.history}</h3>
        {entries.length > 0 && (
          <button
            type="button"
            class="console-link"
            onClick={() => {
              browserHistory.clear();
              setCompared([]);
              setQuestion('');
              announce(text.cleared);
            }}
          >
            {text.clear}
          </button>
        )}
      </div>
      <p class="console-note">{entries.length > 0 ? text.aboutHistory : text.empty}</p>
      {question && <p class="console-notice">{question}</p>}
      {entries.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        <ol class="console-history-list" aria-labelledby={id} tabIndex={0}>
          {entries.map((entry) => (
            <HistoryRow
              key={entry.id}
              entry={entry}
              isHere={isOf(session)(entry)}
              isCompared={compared.includes(entry.id)}
              onFill={() => fillIn(entry)}
              onResend={() => resend(entry)}
              onCompare={(isOn) => compare(entry, isOn)}
            />
          ))}
        </ol>
      )}
      {compared.length === 1 && <p class="console-note">{text.chooseSecond}</p>}
      {newer && older && <CompareView key={`${older.id} ${newer.id}`} before={older} after={newer} />}
    </div>
  );
}

/** Where the form's request goes; empty for the sandbox in the page. */
function originOf(session: Session): string {
  if (session.store.state().target === 'in-page') return '';
  return keyOrigin(session);
}
