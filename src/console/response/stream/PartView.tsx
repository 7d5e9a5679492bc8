/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { fill } from '../../../i18n/translate.ts';
import { showInvisibles } from '../../../model/invisibles.ts';
import { formatJson, parseJson } from '../../../model/json-text.ts';
import type { Part } from '../../deltas/conversation.ts';
import { usePartText } from '../../lazy-part.tsx';
import { useScene } from '../../scene.ts';
import { CodeSlices } from '../CodeSlices.tsx';
import { codeSlices } from '../code-slices.ts';
import { FeedView } from './FeedView.tsx';

/** A text, the reasoning before it, a refusal or a call. */
export function PartView({ part }: { readonly part: Part }): JSX.Element {
  const text = usePartText('stream');
  const { formats } = useScene();
  if (part.kind === 'call') return <CallView part={part} />;
  const feed = (
    <>
      {part.text.start() > 0 && <p class="console-caption">{text.earlierLetGo}</p>}
      <FeedView text={part.text} />
    </>
  );
  if (part.kind === 'reasoning') {
    return (
      <details class="console-reasoning">
        <summary>{fill(text.reasoning, { length: formats.number(part.text.total()) })}</summary>
        {feed}
      </details>
    );
  }
  return (
    <>
      {part.kind === 'refusal' && <p class="console-caption">{text.refusal}</p>}
      {feed}
    </>
  );
}

/** Longer arguments stay as they came. */
const LAYOUT_LIMIT = 50_000;

function CallView({ part }: { readonly part: Part }): JSX.Element {
  const text = usePartText('stream');
  const length = part.text.total();
  // JSON that isn't whole yet can't be laid out, and is shown as it grows.
  const laidOut = useMemo(() => {
    if (length === 0 || length > LAYOUT_LIMIT) return undefined;
    const whole = part.text.from(0);
    return /[\]}]\s*$/.test(whole) && parseJson(whole).kind !== 'problem' ? formatJson(whole) : undefined;
  }, [part, length]);
  return (
    <div class="console-call">
      <p>
        <span class="console-caption">{text.call}</span> <b dir="auto">{showInvisibles(part.name)}</b>{' '}
        {part.id && (
          <code class="console-caption" dir="auto">
            {showInvisibles(part.id)}
          </code>
        )}
      </p>
      {laidOut === undefined ? (
        <FeedView text={part.text} isCode />
      ) : (
        <CodeSlices key={length} slices={codeSlices(laidOut)} isColoured />
      )}
    </div>
  );
}
