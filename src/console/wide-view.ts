import { loadStyles } from './load-styles.ts';
import styles from './wide-view.css?url&no-inline';

/** Where the page has two columns: below, the console already has the width there is. */
const ROOM = '(min-width: 1100px)';

/**
 * Lets the console cover the page's text: the form on one side, the code tabs and the answer on the other, each
 * scrolling by itself. What is covered can't be reached meanwhile.
 *
 * @param panel - holds the console and the code tabs
 * @returns what ends it
 */
export function widen(panel: HTMLElement): () => void {
  const room = matchMedia(ROOM);
  // The heading stays what the page is called.
  const covered = panel.parentElement?.querySelectorAll<HTMLElement>(
    ':scope > :not(.panel, .operation-head), .operation-head > :not(h1)',
  );
  let isEnded = false;
  const set = (on: boolean): void => {
    panel.toggleAttribute('data-wide', on);
    for (const one of covered ?? []) one.inert = on;
  };
  const follow = (): void => set(room.matches && !isEnded);
  loadStyles(styles).then(follow, () => {});
  room.addEventListener('change', follow);
  return () => {
    isEnded = true;
    room.removeEventListener('change', follow);
    set(false);
  };
}
