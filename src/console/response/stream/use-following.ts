import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Nearer to the end than this counts as being there, in CSS pixels. */
const NEAR = 24;

export interface Following {
  /** The box that scrolls. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly isFollowing: boolean;
  /** There is more below what is in view. */
  readonly isAway: boolean;
  setFollowing(is: boolean): void;
  /** To be called when the box has scrolled. */
  onScroll(): void;
}

/** Keeps a box at its end while its content grows, until the reader scrolls back; at the end it goes on. */
export function useFollowing(): Following {
  const box = useRef<HTMLDivElement>(null);
  const lastTop = useRef(0);
  const [isFollowing, setFollowing] = useState(true);
  const [isAway, setAway] = useState(false);
  const look = (): boolean => {
    if (!box.current) return false;
    const { scrollHeight, scrollTop, clientHeight } = box.current;
    const isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    setAway(!isAtEnd);
    return isAtEnd;
  };
  useLayoutEffect(() => {
    if (!box.current) return;
    if (isFollowing) {
      box.current.scrollTop = box.current.scrollHeight;
      lastTop.current = box.current.scrollTop;
    } else look();
  });
  return {
    box,
    isFollowing,
    isAway: isAway && !isFollowing,
    setFollowing,
    onScroll() {
      const { scrollTop = 0 } = box.current ?? {};
      // Being away from the end isn't enough: the content may have grown since this was at its end.
      if (look()) setFollowing(true);
      else if (scrollTop < lastTop.current - 1) setFollowing(false);
      lastTop.current = scrollTop;
    },
  };
}
