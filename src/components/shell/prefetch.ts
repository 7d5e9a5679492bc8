const WAIT_MS = 80;

/**
 * Fetches the page that a reader is about to open: rests the pointer or the focus on a link, or touches it.
 *
 * @param signs - the events that tell of it, of which `first` has come already
 */
export function prefetchOn(signs: readonly string[], first: Event): void {
  const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } };
  // Not where data is dear.
  if (connection?.saveData || connection?.effectiveType?.includes('2g')) return;
  const fetched = new Set([location.pathname]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const intend = ({ type, target }: Event): void => {
    clearTimeout(timer);
    const link = target instanceof Element ? target.closest('a') : null;
    // What has an ending is a file, not a page.
    if (link?.origin !== location.origin || /\.\w+$/.test(link.pathname)) return;
    const { pathname, search } = link;
    if (fetched.has(pathname)) return;
    timer = setTimeout(
      () => {
        fetched.add(pathname);
        const hint = document.createElement('link');
        hint.rel = 'prefetch';
        hint.href = pathname + search;
        document.head.append(hint);
      },
      type === 'touchstart' ? 0 : WAIT_MS,
    );
  };
  for (const sign of signs) addEventListener(sign, intend, { passive: true });
  intend(first);
}
