// Runs before the first paint, so a kept theme or code language never flashes. It is a classic script of its
// own and imports nothing.
(() => {
  const root = document.documentElement;
  const kept = (name: string, storage: 'localStorage' | 'sessionStorage' = 'localStorage'): string | null => {
    try {
      return window[storage].getItem(name);
    } catch {
      return null; // Storage may be forbidden; the page works without.
    }
  };
  const theme = kept('curlew.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  if (kept('curlew.wrap')) root.dataset.wrap = '';

  // The navigation stands where it stood, from the first frame on: the line that was pressed, else where it was
  // scrolled to; and the page's own line is in sight.
  const settle = (): void => {
    const nav = document.getElementById('pageNav');
    // Once there is something after it, it is whole.
    if (!nav?.nextElementSibling) {
      if (document.readyState === 'loading') requestAnimationFrame(settle);
      return;
    }
    const [scrolled, path, before] = JSON.parse(kept('curlew.nav', 'sessionStorage') ?? '[0]');
    nav.scrollTop = scrolled;
    const line = nav.querySelector('[aria-current="page"]')?.getBoundingClientRect();
    if (!line) return;
    if (path === location.pathname) nav.scrollTop += line.top - before;
    else if (line.top < 140 || line.bottom > innerHeight) nav.scrollTop += line.top - innerHeight / 2;
  };
  requestAnimationFrame(settle);

  const library = kept('curlew.library');
  if (library) root.dataset.library = library;

  const known = (root.dataset.codes ?? '').split(' ');
  const more = (root.dataset.moreCodes ?? '').split('|').map((pair) => pair.split('=')[0] ?? '');
  const query = new URLSearchParams(location.search);
  const asked = [query.get('lang'), ...query.keys(), kept('curlew.code')];
  const wanted = asked.find((name) => name !== null && [...known, ...more].includes(name));
  // An address chooses as a press does: the choice holds on the pages that are read next.
  try {
    if (wanted) localStorage.setItem('curlew.code', wanted);
  } catch {
    // It then holds for this page.
  }
  // A page holds no code of the others: it is printed once the page is there, and what it has shows until then.
  if (wanted && !known.includes(wanted)) root.dataset.wanted = wanted;
  root.dataset.code = (wanted && known.includes(wanted) ? wanted : known[0]) ?? '';
})();
