/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { bodyTitle } from '../../request/example-title.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { entryFragment } from './Arrived.tsx';
import { browserHistory } from './browser-history.ts';
import type { HistoryEntry } from './history.ts';
import { saveHar } from './save-har.ts';

interface HistoryRowProps {
  readonly entry: HistoryEntry;
  /** It is of this page's operation. */
  readonly isHere: boolean;
  readonly isCompared: boolean;
  readonly onFill: () => void;
  readonly onResend: () => void;
  readonly onCompare: (isOn: boolean) => void;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockText(at: number, locale: string): string {
  const clock = clocks.get(locale) ?? new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  clocks.set(locale, clock);
  return clock.format(at);
}

export function HistoryRow({ entry, isHere, isCompared, onFill, onResend, onCompare }: HistoryRowProps): JSX.Element {
  const text = usePartText('around');
  const exchange = browserHistory.exchange(entry.id);
  const clock = clockText(entry.at, document.documentElement.lang);
  const about = fill(text.about, { time: clock, method: entry.method, path: entry.path });
  return (
    <li class="console-history-row">
      <p class="console-history-line">
        <time dateTime={new Date(entry.at).toISOString()}>{clock}</time> <OutcomeText entry={entry} />
      </p>
      <p class="console-history-path">
        <b>{showInvisibles(entry.method)}</b> {showInvisibles(entry.path)}
      </p>
      <p class="console-note">
        <ExampleText entry={entry} isHere={isHere} />
      </p>
      <p class="console-history-actions">
        {isHere ? (
          <>
            {entry.outcome.kind !== 'unsent' && (
              <button type="button" class="console-link" aria-label={fill(text.resendOf, { about })} onClick={onResend}>
                {text.resend}
              </button>
            )}
            <button type="button" class="console-link" aria-label={fill(text.fillInOf, { about })} onClick={onFill}>
              {text.fillIn}
            </button>
            {exchange && (
              <button
                type="button"
                class="console-link"
                aria-label={fill(text.saveHarOf, { about })}
                onClick={() => saveHar(entry)}
              >
                {text.har}
              </button>
            )}
            {exchange?.answer && (
              <label class="console-check">
                <input
                  type="checkbox"
                  checked={isCompared}
                  aria-label={fill(text.compareOf, { about })}
                  onChange={(event) => onCompare(event.currentTarget.checked)}
                />
                {text.compare}
              </label>
            )}
          </>
        ) : (
          <a class="console-link" href={`${entry.page}#${entryFragment(entry)}`}>
            {text.openThere}
          </a>
        )}
      </p>
    </li>
  );
}

function OutcomeText({ entry: { outcome, isSimulated } }: { readonly entry: HistoryEntry }): JSX.Element {
  const text = usePartText('around');
  const { formats } = useScene();
  const badge = isSimulated && outcome.kind !== 'unsent' && <span class="console-badge">{text.simulated}</span>;
  if (outcome.kind !== 'answered') {
    const words = { unsent: text.unsent, sending: text.unknownEnd, failed: text.noAnswer };
    const isStopped = outcome.kind === 'failed' && outcome.code === 'stopped';
    return (
      <>
        <span class="console-note">{isStopped ? text.stopped : words[outcome.kind]}</span> {badge}
      </>
    );
  }
  const { status, time, size, isWhole } = outcome;
  return (
    <>
      <b class={`console-status-code is-${String(status).charAt(0)}`}>{status}</b>{' '}
      {time !== undefined && <span>{formats.time(time)}</span>} <span>{formats.size(size)}</span>{' '}
      {!isWhole && <span class="console-note">{text.partOnly}</span>} {badge}
    </>
  );
}

/** Which body it was, and what is no longer at hand. */
function ExampleText({ entry, isHere }: { readonly entry: HistoryEntry; readonly isHere: boolean }): JSX.Element {
  const text = usePartText('around');
  const { examples } = useScene().session.store.state();
  const { body } = entry.form;
  const example = isHere ? examples.find(({ name }) => name === body?.example) : undefined;
  const title = example ? bodyTitle(example, examples) : (body?.example ?? '');
  const isEdited = body?.text !== undefined || entry.lacks?.body === true;
  const lacking = [...(entry.lacks?.fields ?? []), ...(entry.lacks?.body ? [text.bodyWord] : [])];
  return (
    <>
      {!isHere && <span>{showInvisibles(entry.operation)} </span>}
      {body && <span>{fill(isEdited ? text.edited : text.exampleAs, { example: showInvisibles(title) })} </span>}
      {lacking.length > 0 && (
        <span>{fill(text.notKept, { names: lacking.map((name) => showInvisibles(name)).join(text.comma) })}</span>
      )}
    </>
  );
}
