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

  const library = kept('curlew.library');
  if (library) root.dataset.library = library;

  const known = (root.dataset.codes ?? '').split(' ');
  const query = new URLSearchParams(location.search);
  const wanted = [query.get('lang'), ...query.keys(), kept('curlew.code')];
  root.dataset.code = wanted.find((name) => name !== null && known.includes(name)) ?? known[0] ?? '';
})();
