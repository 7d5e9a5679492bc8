/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';
import { JumpButton } from './JumpButton.tsx';
import { useFollowing } from './use-following.ts';

interface FollowScrollerProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** A box that scrolls by itself and stays at its end while the content grows, until the reader scrolls away. */
export function FollowScroller({ label, children }: FollowScrollerProps): JSX.Element {
  const following = useFollowing();
  return (
    <div class="console-follow">
      {/* biome-ignore lint/a11y/useSemanticElements: the hook's box is any element */}
      <div
        ref={following.box}
        class="console-scroll"
        role="region"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={following.onScroll}
      >
        {children}
      </div>
      <JumpButton {...following} />
    </div>
  );
}
