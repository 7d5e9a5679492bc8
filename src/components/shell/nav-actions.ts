import { loadStyles } from '../../console/load-styles.ts';
import { openDrawer } from './drawer.ts';
import styles from './nav-actions.css?url&no-inline';
import { listenForFilter } from './nav-filter.ts';
import { loadGroup, loadRest } from './nav-load.ts';

const styled = loadStyles(styles);

/** What the navigation does when an element of it is used. */
export async function act(nav: HTMLElement, element: EventTarget | null): Promise<void> {
  await styled;
  if (element instanceof HTMLDetailsElement) {
    if (element.open) await loadGroup(nav, element);
  } else if (element instanceof HTMLAnchorElement) await loadRest(nav, element);
  else if (element instanceof HTMLInputElement) await listenForFilter(nav, element);
  else if (element instanceof HTMLButtonElement) openDrawer(nav);
}
