/** Presses and keys of a list of tabs, as the WAI-ARIA pattern has them. @param choose - shows what the tab is for */
export function listenToTabs(list: HTMLElement, choose: (tab: HTMLElement) => void): void {
  list.addEventListener('click', (event) => {
    const tab = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="tab"]') : null;
    if (tab) choose(tab);
  });
  list.addEventListener('keydown', (event) => {
    const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]:not([hidden])')];
    const at = tabs.indexOf(event.target as HTMLElement);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next =
      event.key === 'Home' ? tabs[0] : event.key === 'End' ? tabs.at(-1) : step && tabs.at((at + step) % tabs.length);
    if (at < 0 || !next) return;
    event.preventDefault();
    choose(next);
    next.focus();
  });
}

/** Does something that may change the height of what is above, and keeps `at` under the pointer. */
export function keepInPlace(at: HTMLElement | undefined, change: () => void): void {
  const before = at?.getBoundingClientRect().top ?? 0;
  change();
  if (at) scrollBy({ top: at.getBoundingClientRect().top - before, behavior: 'instant' });
}

/** Keeps a choice for later pages. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
}

/** What was kept, on this page or an earlier one. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
