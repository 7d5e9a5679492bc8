// Runs before the first paint, so a kept theme or code language never flashes. It is a classic script of its
// own and imports nothing.
(() => {
  const root = document.documentElement;
  const kept = (name: string): string | null => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null; // Storage may be forbidden; the page works without.
    }
  };
  const theme = kept('curlew.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  if (kept('curlew.wrap')) root.dataset.wrap = '';

  const library = kept('curlew.library');
  if (library) root.dataset.library = library;

  const known = (root.dataset.codes ?? '').split(' ');
  const more = (root.dataset.moreCodes ?? '').split('|').map((pair) => pair.split('=')[0] ?? '');
  const query = new URLSearchParams(location.search);
  const asked = [query.get('lang'), ...query.keys(), kept('curlew.code')];
  const wanted = asked.find((name) => name !== null && [...known, ...more].includes(name));
  // A page holds no code of the others: it is printed once the page is there, and what it has shows until then.
  if (wanted && !known.includes(wanted)) root.dataset.wanted = wanted;
  root.dataset.code = (wanted && known.includes(wanted) ? wanted : known[0]) ?? '';
})();
