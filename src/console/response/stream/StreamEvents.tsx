/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fill } from '../../../i18n/translate.ts';
import type { Answer } from '../../answer.ts';
import { usePartText } from '../../lazy-part.tsx';
import { useScene } from '../../scene.ts';
import type { LoggedEvent } from '../../stream/event-ring.ts';
import type { StreamLog } from '../../stream/stream-log.ts';
import { EventDetail } from './EventDetail.tsx';
import { EventList } from './EventList.tsx';
import { useItemCheck } from './use-item-check.ts';

interface StreamEventsProps {
  readonly answer: Answer;
  readonly log: StreamLog;
}

/** Every event that is kept, the newest at the end; the chosen one is shown whole below them. */
export function StreamEvents({ answer, log }: StreamEventsProps): JSX.Element {
  const text = usePartText('stream');
  const { formats } = useScene();
  const [chosen, setChosen] = useState<LoggedEvent>();
  const check = useItemCheck(answer, log);
  const { events } = log;
  const gone = events.first() - 1;
  const isDifferent = check !== undefined && check.differing() > 0;
  return (
    <>
      {gone > 0 && <p class="console-foot">{fill(text.eventsLetGo, { count: formats.number(gone) })}</p>}
      {events.count() === 0 ? (
        <p class="console-foot">
          {answer.phase === 'reading' ? text.noEventsYet : answer.size > 0 ? text.noneIsEvent : text.noEvents}
        </p>
      ) : (
        <EventList events={events} chosen={chosen} onChoose={setChosen} />
      )}
      {check && check.checked() > 0 && (
        <p class="console-foot">
          {fill(isDifferent ? text.differences : text.allFit, {
            differing: formats.number(check.differing()),
            checked: formats.number(check.checked()),
            count: check.checked(),
          })}{' '}
          {isDifferent && (
            <button
              type="button"
              class="console-link"
              onClick={() => setChosen(check.after(chosen?.number ?? 0) ?? chosen)}
            >
              {text.nextDifferent}
            </button>
          )}
        </p>
      )}
      {chosen && <EventDetail key={chosen.number} event={chosen} check={check} onClose={() => setChosen(undefined)} />}
    </>
  );
}
