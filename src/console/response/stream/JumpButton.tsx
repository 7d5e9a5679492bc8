/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { usePartText } from '../../lazy-part.tsx';
import type { Following } from './use-following.ts';

/** The way back to what comes in, for a reader who has scrolled away from it. */
export function JumpButton({ box, isAway, setFollowing }: Following): JSX.Element | null {
  const text = usePartText('stream');
  if (!isAway) return null;
  return (
    <button
      type="button"
      class="console-jump"
      onClick={() => {
        setFollowing(true);
        // The button is about to go.
        box.current?.focus();
      }}
    >
      {text.jumpToNewest}
    </button>
  );
}
