/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Nearer to the end than this counts as being there, in CSS pixels. */
const NEAR = 24;

interface ScrollerProps {
  readonly label: string;
  /** Stays at its end while the content grows, until the reader scrolls away from the end. */
  readonly followsEnd?: boolean;
  readonly children: ComponentChildren;
}

/** A box that scrolls by itself and can be reached by keyboard for that. */
export function Scroller({ label, followsEnd = false, children }: ScrollerProps): JSX.Element {
  const box = useRef<HTMLElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    if (followsEnd && box.current && isAtEnd.current) box.current.scrollTop = box.current.scrollHeight;
  });
  return (
    <section
      ref={box}
      class="console-scroll"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR;
      }}
    >
      {children}
    </section>
  );
}
