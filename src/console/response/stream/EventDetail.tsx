/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { fill } from '../../../i18n/translate.ts';
import { showInvisibles } from '../../../model/invisibles.ts';
import { formatJson } from '../../../model/json-text.ts';
import { adviceText } from '../../advice-text.ts';
import { usePartText } from '../../lazy-part.tsx';
import { useScene } from '../../scene.ts';
import type { LoggedEvent } from '../../stream/event-ring.ts';
import type { ItemCheck } from '../../stream/item-check.ts';
import { CodeSlices } from '../CodeSlices.tsx';
import { CopyButton } from '../CopyButton.tsx';
import { codeSlices } from '../code-slices.ts';
import { Scroller } from '../Scroller.tsx';

/** Longer data is shown as it came: laying it out would hold the page up. */
const LAYOUT_LIMIT = 150_000;

interface EventDetailProps {
  readonly event: LoggedEvent;
  /** `undefined` while there is nothing to compare with. */
  readonly check: ItemCheck | undefined;
  readonly onClose: () => void;
}

/** One event with all of its data. */
export function EventDetail({ event, check, onClose }: EventDetailProps): JSX.Element {
  const text = usePartText('stream');
  const { formats } = useScene();
  const { data, type, id, number, fault } = event;
  const shown = useMemo(() => (data.length > LAYOUT_LIMIT ? data : formatJson(data)), [event]);
  const isJson = useMemo(() => /^\s*[[{"]/.test(data), [event]);
  const title = fill(text.event, { number: formats.number(number) });
  return (
    <section class="console-event-detail" aria-label={title}>
      <header>
        <p>
          {title} {type && <b dir="auto">{showInvisibles(type)}</b>}{' '}
          {id && <code dir="auto">{showInvisibles(id)}</code>}
        </p>
        <CopyButton read={() => data} />
        <button type="button" class="console-link" onClick={onClose}>
          {text.closeEvent}
        </button>
      </header>
      {fault && <p class="console-foot is-warning">{fault === 'cut' ? text.eventCut : text.eventUnfinished}</p>}
      {check && <Differences event={event} check={check} />}
      <Scroller label={text.eventData}>
        <CodeSlices slices={codeSlices(shown)} isColoured={isJson} />
      </Scroller>
    </section>
  );
}

function Differences({ event, check }: { readonly event: LoggedEvent; readonly check: ItemCheck }): JSX.Element | null {
  const text = usePartText('stream');
  const scene = useScene();
  const violations = useMemo(() => check.violations(event), [event, check]);
  if (violations.length === 0) return null;
  return (
    <div class="console-foot is-warning">
      <p>{text.eventDiffers}</p>
      <ul>
        {violations.map((violation) => (
          <li key={`${violation.instancePath} ${violation.code}`} dir="auto">
            {violation.instancePath && <code>{showInvisibles(violation.instancePath)}</code>}{' '}
            {showInvisibles(adviceText(scene, violation))}
          </li>
        ))}
      </ul>
    </div>
  );
}
