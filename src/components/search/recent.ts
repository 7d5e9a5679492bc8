const KEY = 'curlew.searches';
const MOST = 5;

/** What was looked for in this tab, the last first. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MOST) : [];
  } catch {
    return []; // Storage may be forbidden, or hold what is not ours.
  }
}

export function keepSearch(text: string): void {
  write([text, ...recentSearches().filter((one) => one !== text)].slice(0, MOST));
}

export function clearSearches(): void {
  write([]);
}

function write(searches: readonly string[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(searches));
  } catch {
    // Storage may be forbidden; nothing is kept then.
  }
}
