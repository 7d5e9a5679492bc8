/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useReducer } from 'preact/hooks';
import type { PartMessages } from '../../i18n/en.ts';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import type { Session } from '../session.ts';
import { browserHistory } from './browser-history.ts';
import { fillForm } from './fill-form.ts';
import type { HistoryEntry } from './history.ts';
import { type KeptForm, keepForm } from './kept-form.ts';
import { type FilledField, type ReadLink, readLink } from './read-link.ts';
import { isOf, recordUnsent } from './record.ts';

/** What the newest link did to a form. */
interface Arrival {
  readonly link: string;
  readonly read: ReadLink;
  readonly before: KeptForm;
  readonly isSettled: boolean;
}

const arrivals = new WeakMap<Session, Arrival>();
const SHOWN_NAMES = 12;
const SHOWN_NAME = 40;

/** A row of the history leads to the page of its operation with this. */
const ENTRY = /^try&entry=([\w-]+)$/;

export function entryFragment({ id }: HistoryEntry): string {
  return `try&entry=${id}`;
}

function readEntry(session: Session, id: string): ReadLink {
  const entry = browserHistory.entries().find((one) => one.id === id && isOf(session)(one));
  return { ...(entry ? { form: entry.form } : { fault: 'version' as const }), filled: [], ignored: [] };
}

function sentenceOf(link: string, { form, fault }: ReadLink, text: PartMessages['around']): string {
  const isEntry = ENTRY.test(link);
  if (form) return isEntry ? text.arrivedFromHistory : text.arrived;
  if (isEntry) return text.entryGone;
  return fault === 'too-long' ? text.linkTooLong : text.linkUnread;
}

/** Fills in what a link holds, once, and says so. Nothing is sent (security rule P9). */
function arrive(session: Session, link: string): Arrival {
  const known = arrivals.get(session);
  if (known?.link === link) return known;
  const { store, operation } = session;
  const before = keepForm(store.state(), operation);
  const entry = ENTRY.exec(link)?.[1];
  const read = entry === undefined ? readLink(link, session) : readEntry(session, entry);
  if (read.form) {
    recordUnsent(session, browserHistory);
    fillForm(session, read.form);
  }
  const arrival = { link, read, before, isSettled: false };
  arrivals.set(session, arrival);
  return arrival;
}

/** Opens what is folded away where a value in there is sent now: what a link fills in is to be seen. */
function showFolded({ operation, store }: Session): void {
  const sent = store.state().values.parameters;
  const isFolded = operation.parameters.some(
    ({ in: place, name, required }) => !required && sent.some((one) => one.in === place && one.name === name),
  );
  if (!isFolded) return;
  for (const one of document.querySelectorAll<HTMLDetailsElement>('.console-form details')) one.open = true;
}

/** The note on a form that a link filled in. */
export function Arrived({ link }: { readonly link: string }): JSX.Element | null {
  const text = usePartText('around');
  const { session, text: common, formats, announce } = useScene();
  const [, draw] = useReducer((count: number, _: undefined) => count + 1, 0);
  useEffect(() => {
    const { read } = arrive(session, link);
    if (read.form) showFolded(session);
    announce(sentenceOf(link, read, text));
    draw(undefined);
  }, [link]);
  const arrival = arrivals.get(session);
  if (!arrival || arrival.link !== link || arrival.isSettled) return null;
  const { read, before } = arrival;
  const settle = (said: string): void => {
    arrivals.set(session, { ...arrival, isSettled: true });
    announce(said);
    draw(undefined);
  };
  const label = (field: FilledField): string =>
    field.kind === 'named' ? field.name : field.kind === 'server' ? text.server : common[field.kind];
  const labels = [...new Set(read.filled.map(label))];
  const names = (all: readonly string[]): string => {
    const shown = all.slice(0, SHOWN_NAMES).map((name) => showInvisibles(name.slice(0, SHOWN_NAME)));
    return all.length > shown.length
      ? fill(text.namesMore, { names: shown.join(text.comma), count: formats.number(all.length - shown.length) })
      : shown.join(text.comma);
  };
  return (
    <div class={`console-notice console-arrived ${read.form ? '' : 'is-warning'}`} data-arrived="">
      <p>{sentenceOf(link, read, text)}</p>
      {read.form && read.filled.length > 0 && (
        <p class="console-note">{fill(text.filledIn, { names: names(labels) })}</p>
      )}
      {read.ignored.length > 0 && <p class="console-note">{fill(text.ignored, { names: names(read.ignored) })}</p>}
      <p class="console-row">
        {read.form && (
          <button
            type="button"
            class="console-link"
            onClick={() => {
              fillForm(session, before);
              settle(text.resetDone);
            }}
          >
            {text.reset}
          </button>
        )}
        <button type="button" class="console-link" onClick={() => settle('')}>
          {read.form ? text.keep : text.dismiss}
        </button>
      </p>
    </div>
  );
}
