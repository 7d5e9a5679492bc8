/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { showInvisibles } from '../../../model/invisibles.ts';
import { usePartText } from '../../lazy-part.tsx';
import type { EventRing, LoggedEvent } from '../../stream/event-ring.ts';
import { JumpButton } from './JumpButton.tsx';
import { useFollowing } from './use-following.ts';

/** The height of a row in CSS pixels; `.console-event` has it too. */
const ROW = 28;
/** The most rows in view at once, by the height of the list, and those drawn beyond each edge for a turn of the wheel. */
const IN_VIEW = 11;
const AROUND = 8;
const MOST = IN_VIEW + 2 * AROUND;
const SHOWN_DATA = 240;

interface EventListProps {
  readonly events: EventRing;
  readonly chosen: LoggedEvent | undefined;
  readonly onChoose: (event: LoggedEvent | undefined) => void;
}

/** A list of all events that are kept, of which the document has the rows in view alone. */
export function EventList({ events, chosen, onChoose }: EventListProps): JSX.Element {
  const text = usePartText('stream');
  const id = useId();
  const inner = useRef<HTMLDivElement>(null);
  const first = events.first();
  const rows = events.count() - first + 1;
  /** The first event of the list as the document has it by now. */
  const drawnFirst = useRef(first);
  /** Where the view begins, counted from the first event of all, so that it stays when others are let go. */
  const [position, setPosition] = useState(0);

  useLayoutEffect(() => {
    // Set here and not in markup, which holds no style. This effect stands before that of `useFollowing`.
    inner.current?.style.setProperty('block-size', `${rows * ROW}px`);
    inner.current?.style.setProperty('padding-block-start', `${from * ROW}px`);
  });
  const following = useFollowing();
  const { box, isFollowing, setFollowing } = following;
  useLayoutEffect(() => {
    const gone = first - drawnFirst.current;
    drawnFirst.current = first;
    if (gone > 0 && !isFollowing && box.current) box.current.scrollTop -= gone * ROW;
  });

  const top = isFollowing ? rows * ROW : Math.max(0, position - (first - 1) * ROW);
  const from = Math.max(0, Math.min(Math.floor(top / ROW) - AROUND, rows - MOST));
  const shown = Array.from({ length: Math.min(MOST, rows - from) }, (_, at) => events.get(first + from + at));

  const showRow = (number: number): void => {
    if (!box.current) return;
    const { scrollTop, clientHeight } = box.current;
    const start = (number - first) * ROW;
    if (start < scrollTop) box.current.scrollTop = start;
    else if (start + ROW > scrollTop + clientHeight) box.current.scrollTop = start + ROW - clientHeight;
  };
  useEffect(() => {
    if (!chosen) return;
    if (chosen.number < events.count()) setFollowing(false);
    showRow(chosen.number);
  }, [chosen]);

  const move = (event: KeyboardEvent): void => {
    const at = chosen?.number ?? events.count() + 1;
    const steps = new Map([
      ['ArrowDown', at + 1],
      ['ArrowUp', at - 1],
      ['PageDown', at + IN_VIEW - 1],
      ['PageUp', at - IN_VIEW + 1],
      ['Home', first],
      ['End', events.count()],
    ]);
    const next = steps.get(event.key);
    if (event.key === 'Escape' && chosen) onChoose(undefined);
    else if (next === undefined) return;
    else onChoose(events.get(Math.min(Math.max(next, events.first()), events.count())));
    event.preventDefault();
    if (event.key === 'End') setFollowing(true);
  };

  return (
    <div class="console-follow">
      <div
        ref={box}
        class="console-events"
        role="listbox"
        aria-label={text.events}
        aria-activedescendant={
          chosen && shown.some((one) => one?.number === chosen.number) ? `${id}-${chosen.number}` : undefined
        }
        tabIndex={0}
        onKeyDown={move}
        onScroll={() => {
          following.onScroll();
          setPosition((drawnFirst.current - 1) * ROW + (box.current?.scrollTop ?? 0));
        }}
      >
        <div ref={inner} role="presentation">
          {shown.map((event, at) =>
            event ? (
              <EventRow
                key={event.number}
                event={event}
                id={`${id}-${event.number}`}
                isChosen={event.number === chosen?.number}
                place={from + at + 1}
                of={rows}
                onChoose={() => onChoose(event)}
              />
            ) : null,
          )}
        </div>
      </div>
      <JumpButton {...following} />
    </div>
  );
}

interface EventRowProps {
  readonly event: LoggedEvent;
  readonly id: string;
  readonly isChosen: boolean;
  /** Its place in the list, counted from 1, and how many there are. */
  readonly place: number;
  readonly of: number;
  readonly onChoose: () => void;
}

function EventRow({ event, id, isChosen, place, of, onChoose }: EventRowProps): JSX.Element {
  const text = usePartText('stream');
  const mark = event.fault ? text.faulty : event.differs ? text.differs : undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the list's
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and tells which row is active
    <div
      id={id}
      class="console-event"
      role="option"
      aria-selected={isChosen}
      aria-posinset={place}
      aria-setsize={of}
      onClick={onChoose}
    >
      <span class="console-event-number">{event.number}</span>
      {event.type && <b dir="auto">{showInvisibles(event.type)}</b>}
      {event.id && <span dir="auto">{showInvisibles(event.id)}</span>}
      {mark && <span class="console-event-mark">{mark}</span>}
      <code dir="auto">{showInvisibles(event.data.slice(0, SHOWN_DATA))}</code>
    </div>
  );
}
