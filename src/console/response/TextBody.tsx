import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { fill } from '../../i18n/translate.ts';
import { formatJson } from '../../model/json-text.ts';
import { tokenize } from '../../samples/tokens.ts';
import { tokenNodes } from '../paint.ts';
import { useScene } from '../scene.ts';
import { CopyButton } from './CopyButton.tsx';
import { codeSlices } from './code-slices.ts';
import { Scroller } from './Scroller.tsx';

/** Longer JSON is shown as it came: laying it out would hold the page up. */
const LAYOUT_LIMIT = 500_000;
/** Slices shown before the reader asks for more, and with each time. */
const SHOWN = 12;

/** A body that is text. JSON is laid out and coloured, its numbers as they came; anything else is its source. */
export function TextBody({ text: body, json }: { readonly text: string; readonly json: boolean }): JSX.Element {
  const { text, formats } = useScene();
  const isLaidOut = json && body.length <= LAYOUT_LIMIT;
  const shown = useMemo(() => (isLaidOut ? formatJson(body) : body), [body, isLaidOut]);
  const slices = useMemo(() => codeSlices(shown), [shown]);
  const [most, setMost] = useState(SHOWN);
  const left = slices.slice(most).reduce((sum, slice) => sum + slice.length, 0);
  return (
    <div class="console-code">
      {json && !isLaidOut && <p class="console-caption">{text.layoutTooLong}</p>}
      <CopyButton text={shown} />
      <Scroller label={text.viewBody}>
        <Slices slices={slices.slice(0, most)} isColoured={json} />
        {left > 0 && (
          <button type="button" class="console-link" onClick={() => setMost(most + SHOWN)}>
            {fill(text.showMore, { size: formats.size(left) })}
          </button>
        )}
      </Scroller>
    </div>
  );
}

/** Appends slice after slice, one a frame, so that a long answer never holds the page up. */
function Slices({
  slices,
  isColoured,
}: {
  readonly slices: readonly string[];
  readonly isColoured: boolean;
}): JSX.Element {
  const code = useRef<HTMLElement>(null);
  const done = useRef(0);
  const first = useRef(slices[0]);
  useLayoutEffect(() => {
    const element = code.current;
    if (!element) return;
    if (first.current !== slices[0]) {
      element.replaceChildren();
      done.current = 0;
      first.current = slices[0];
    }
    let frame = 0;
    const next = (): void => {
      const slice = slices[done.current];
      if (slice === undefined) return;
      done.current += 1;
      element.append(...(isColoured ? tokenNodes(tokenize(slice, 'json')) : [slice]));
      frame = requestAnimationFrame(next);
    };
    next();
    return () => cancelAnimationFrame(frame);
  }, [slices, isColoured]);
  return (
    <pre>
      <code ref={code} />
    </pre>
  );
}
