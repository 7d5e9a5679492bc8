/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { showInvisibles } from '../../model/invisibles.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import type { LoggedEvent, StreamLog } from '../stream-log.ts';
import { CopyButton } from './CopyButton.tsx';
import { FeedView } from './FeedView.tsx';
import { Scroller } from './Scroller.tsx';

/** The answer's text, by choice. */
export function StreamText({ log }: { readonly log: StreamLog }): JSX.Element {
  const text = usePartText('answer');
  const choices = log.deltas.choices();
  return (
    <>
      {choices.length > 0 && <CopyButton read={() => choices.map((choice) => choice.text.from(0)).join('\n\n')} />}
      <Scroller followsEnd label={text.viewText}>
        {choices.map((choice) => (
          <div key={choice.index} class="console-choice">
            {choices.length > 1 && <p class="console-caption">{fill(text.choice, { index: choice.index })}</p>}
            {choice.text.start() > 0 && <p class="console-caption">{text.earlierLetGo}</p>}
            <FeedView text={choice.text} />
            {choice.finish !== undefined && (
              <p class="console-caption" dir="auto">
                {fill(text.finishReason, { reason: choice.finish })}
              </p>
            )}
          </div>
        ))}
        {choices.length === 0 && <p class="console-caption">{log.count() > 0 ? text.noText : text.noEventsYet}</p>}
      </Scroller>
    </>
  );
}

/** How many more events each press shows. */
const SHOWN = 200;

/** The newest events, the last one at the end. */
export function StreamEvents({ log }: { readonly log: StreamLog }): JSX.Element {
  const text = usePartText('answer');
  const { formats } = useScene();
  const [most, setMost] = useState(SHOWN);
  const events = log.events();
  const shown = events.slice(-most);
  return (
    <Scroller followsEnd label={fill(text.viewEvents, { count: formats.number(log.count()) })}>
      {shown.length < log.count() && (
        <p class="console-caption">
          {fill(text.eventsKept, { shown: formats.number(shown.length), count: formats.number(log.count()) })}{' '}
          {shown.length < events.length && (
            <button type="button" class="console-link" onClick={() => setMost(most + SHOWN)}>
              {text.showEarlier}
            </button>
          )}
        </p>
      )}
      {shown.length === 0 && <p class="console-caption">{text.noEventsYet}</p>}
      <ol class="console-events">
        {shown.map((event) => (
          <EventRow key={event.number} event={event} />
        ))}
      </ol>
    </Scroller>
  );
}

function EventRow({ event }: { readonly event: LoggedEvent }): JSX.Element {
  const text = usePartText('answer');
  const { formats } = useScene();
  return (
    <li>
      <span class="console-event-number">{event.number}</span>
      <b dir="auto">{showInvisibles(event.type)}</b>
      {event.id && <span dir="auto">{showInvisibles(event.id)}</span>}
      <code dir="auto">
        {showInvisibles(event.data)}
        {event.length > event.data.length && ` ${fill(text.eventCut, { length: formats.number(event.length) })}`}
      </code>
    </li>
  );
}

/** The stream as it came. */
export function StreamRaw({ log }: { readonly log: StreamLog }): JSX.Element {
  const text = usePartText('answer');
  return (
    <>
      {log.raw.total() > 0 && <CopyButton read={() => log.raw.from(0)} />}
      <Scroller followsEnd label={text.viewRaw}>
        {log.raw.start() > 0 && <p class="console-caption">{text.earlierLetGo}</p>}
        <FeedView text={log.raw} isCode />
      </Scroller>
    </>
  );
}
