/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { formatJson } from '../../model/json-text.ts';
import { usePartText } from '../lazy-part.tsx';
import { useScene } from '../scene.ts';
import { CodeSlices } from './CodeSlices.tsx';
import { CopyButton } from './CopyButton.tsx';
import { codeSlices } from './code-slices.ts';
import { Scroller } from './Scroller.tsx';

/** Longer JSON is laid out when asked for: it would hold the page up. */
const LAYOUT_LIMIT = 150_000;
/** Slices shown before the reader asks for more, and with each time. */
const SHOWN = 12;

/** A body that is text. JSON is laid out and coloured, its numbers as they came; anything else is its source. */
export function TextBody({ text: body, json }: { readonly text: string; readonly json: boolean }): JSX.Element {
  const text = usePartText('answer');
  const { formats } = useScene();
  const [isLaidOut, setLaidOut] = useState(json && body.length <= LAYOUT_LIMIT);
  const shown = useMemo(() => (isLaidOut ? formatJson(body) : body), [body, isLaidOut]);
  const slices = useMemo(() => codeSlices(shown), [shown]);
  const [most, setMost] = useState(SHOWN);
  const left = slices.slice(most).reduce((sum, slice) => sum + slice.length, 0);
  return (
    <div class="console-code">
      {json && !isLaidOut && (
        <p class="console-caption">
          {text.layoutTooLong}{' '}
          <button type="button" class="console-link" onClick={() => setLaidOut(true)}>
            {text.layOut}
          </button>
        </p>
      )}
      <CopyButton read={() => shown} />
      <Scroller label={text.viewBody}>
        <CodeSlices key={String(isLaidOut)} slices={slices.slice(0, most)} isColoured={json} />
        {left > 0 && (
          <button type="button" class="console-link" onClick={() => setMost(most + SHOWN)}>
            {fill(text.showMore, { size: formats.size(left) })}
          </button>
        )}
      </Scroller>
    </div>
  );
}
