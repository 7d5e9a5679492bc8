const KEY = 'curlew.language';

/**
 * Offers the page in the reader's language: the one chosen last on this site, else the browser's. It is only ever an
 * offer: the address decides what is read, and closing the offer is a choice too.
 */
export function offerLanguage(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
    link.addEventListener('click', () => keep(link.hreflang));
  }
  const { lang: here } = document.documentElement;
  const offers = [...document.querySelectorAll<HTMLElement>('[data-language-offer]')];
  const tags = [here, ...offers.map(({ lang }) => lang)];
  const known = (wanted: string): string | undefined =>
    tags.find((tag) => tag === wanted) ?? tags.find((tag) => tag.split('-')[0] === wanted.split('-')[0]);
  const wanted = [kept() ?? navigator.languages].flat().map(known).find(Boolean);
  const offer = offers.find(({ lang }) => lang === wanted);
  if (!offer || wanted === here) return;
  offer.hidden = false;
  offer.querySelector('button')?.addEventListener('click', () => {
    offer.hidden = true;
    keep(here);
  });
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // Storage may be forbidden; the browser's languages then decide.
  }
}

function keep(tag: string): void {
  try {
    localStorage.setItem(KEY, tag);
  } catch {
    // The offer comes back on the next page.
  }
}
