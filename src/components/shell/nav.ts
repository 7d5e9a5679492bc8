/** The first of these on a link loads what fetches pages ahead. */
const SIGNS = ['mouseover', 'focusin', 'touchstart'] as const;

const load = () => import('./nav-actions.ts');

/** The navigation and the links of a page, as far as they need script. */
export function listenForNavigation(): void {
  const begin = async (event: Event): Promise<void> => {
    if (!(event.target as Partial<Element>).closest?.('a')) return;
    for (const sign of SIGNS) removeEventListener(sign, begin);
    (await import('./prefetch.ts')).prefetchOn(SIGNS, event);
  };
  // A page of the dev server may be made anew before it is opened.
  if (!import.meta.hot) for (const sign of SIGNS) addEventListener(sign, begin, { passive: true });

  const nav = document.getElementById('pageNav');
  if (!nav) return;
  const use = async (element: EventTarget | null): Promise<void> => (await load()).act(nav, element);
  nav.addEventListener('toggle', ({ target }) => (target as HTMLElement).dataset.load && use(target), true);
  nav.addEventListener('focusin', ({ target }) => target instanceof HTMLInputElement && use(target));
  let pressed: readonly (string | number)[] = [];
  nav.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    pressed = [link.pathname, link.getBoundingClientRect().top];
    if (!link.dataset.load || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    use(link).catch(() => location.assign(link.href));
  });
  // boot.ts puts it back before the next page is painted.
  addEventListener('pagehide', () => {
    try {
      sessionStorage.setItem('curlew.nav', JSON.stringify([nav.scrollTop, ...pressed]));
    } catch {
      // Storage may be forbidden; the navigation then begins at the page's own line.
    }
  });
  const button = document.querySelector('[popovertarget="pageNav"]');
  button?.addEventListener('click', (event) => {
    event.preventDefault();
    // Where that can't be loaded, it is what it is without script.
    use(button).catch(() => nav.showPopover());
  });
}
