/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { showInvisibles } from '../../model/invisibles.ts';
import { tokenize } from '../../samples/tokens.ts';
import { tokenNodes } from '../paint.ts';

interface CodeSlicesProps {
  /** Only ever more of them. */
  readonly slices: readonly string[];
  /** They are JSON. */
  readonly isColoured: boolean;
}

/** Appends slice after slice, one a frame and each laid out by itself, so that a long body never holds the page up. */
export function CodeSlices({ slices, isColoured }: CodeSlicesProps): JSX.Element {
  const code = useRef<HTMLElement>(null);
  const done = useRef(0);
  useLayoutEffect(() => {
    let frame = 0;
    const next = (): void => {
      const slice = slices[done.current];
      if (slice === undefined || !code.current) return;
      done.current += 1;
      const block = document.createElement('div');
      // Blocks stand one below the other, which is what the line end would do.
      const lines = showInvisibles(slice.endsWith('\n') ? slice.slice(0, -1) : slice);
      block.append(...(isColoured ? tokenNodes(tokenize(lines, 'json')) : [lines]));
      code.current.append(block);
      frame = requestAnimationFrame(next);
    };
    next();
    return () => cancelAnimationFrame(frame);
  }, [slices.length]);
  return (
    <pre>
      <code ref={code} />
    </pre>
  );
}
