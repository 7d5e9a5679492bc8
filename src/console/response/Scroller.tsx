/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';

interface ScrollerProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A box that scrolls by itself and can be reached by keyboard for that. */
export function Scroller({ label, children }: ScrollerProps): JSX.Element {
  return (
    <section
      class="console-scroll"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {children}
    </section>
  );
}
